"""Reading the catalogue's files. Every mistake is found in one pass and named with file and key."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import FiniteFloat, TypeAdapter

from models.catalogue.catalogue import Catalogue
from models.catalogue.checks import CHECKS
from models.catalogue.earlier import read_earlier
from models.catalogue.files import Files
from models.catalogue.identity import Identity
from models.catalogue.indicator import Indicator, Survey
from models.catalogue.members import codes_of, read_members
from models.catalogue.problems import CatalogueError, Problem
from models.catalogue.regions import CodeHistory, Lens, PeerSet, Region, RegionComposition, RegionName
from models.catalogue.register import Actor, Barrier
from models.catalogue.register_files import read_evidence, read_measures
from models.catalogue.sources import Dataset, Publisher
from models.catalogue.strategy import Strategy
from models.catalogue.structure import (
    RegionStructure,
    SectorGroup,
    Sectors,
    StructuralVariable,
    StructureDimension,
    YearOf,
)
from models.catalogue.texts import Identifier, Name, RegionCode, Text
from models.catalogue.types import IndexRules, OpenQuestion, Theme, Unit
from models.catalogue.within import Within
from models.catalogue.within_files import read_within

HERE = Path(__file__).parent
_NO_RULES = IndexRules(
    version="-", min_indicators=1, min_themes=1, min_coverage=0, year_tolerance=0, reference_set="reference"
)
_CODES: TypeAdapter[tuple[str, ...]] = TypeAdapter(tuple[RegionCode, ...])
_NAMES: TypeAdapter[tuple[str, ...]] = TypeAdapter(tuple[Identifier, ...])
_TAG: TypeAdapter[frozenset[str]] = TypeAdapter(frozenset[RegionCode])
_NAME: TypeAdapter[Text] = TypeAdapter(Name)
_POSTS: TypeAdapter[tuple[float, float]] = TypeAdapter(tuple[FiniteFloat, FiniteFloat])

_NO_IDENTITY = Identity(name=Text.same("-"))
_NO_TEXT = Text.same("-")
_NO_YEAR = YearOf(indicator="", period="2000")
_NO_DIMENSION = StructureDimension(id="none", title=Text.same("-"), variable=(StructuralVariable(tag="capital"),))
_NO_STRUCTURE = RegionStructure(
    min_shared=1,
    nearest=1,
    income=_NO_YEAR,
    dimension=(_NO_DIMENSION,),
    industries=(
        Sectors(
            id="none",
            title=_NO_TEXT,
            region="EU",
            note=_NO_TEXT,
            total="",
            base="",
            growth_base="",
            growth_base_title=_NO_TEXT,
            period="2000",
            since="2000",
            survey=False,
            group=(SectorGroup(id="a", title=_NO_TEXT, amount=""), SectorGroup(id="b", title=_NO_TEXT, amount="")),
        ),
    ),
)


def _indicators(files: Files) -> tuple[dict[str, Indicator], dict[str, str]]:
    """The indicators of all files, and the file of each."""
    indicators: dict[str, Indicator] = {}
    origin: dict[str, str] = {}
    for file, path in files.places("indicators"):
        data = files.read(file, path, "theme", "indicator")
        theme, entries = data.get("theme", path.stem), data.get("indicator", [])
        if isinstance(entries, list):
            entries = [{"theme": theme, **e} if isinstance(e, dict) else e for e in entries]
        for name, entry in files.table(Indicator, entries, file, "indicator").items():
            if name in indicators and files.same_folder(file, origin[name]):
                files.complain(file, f"{name}.id", f"stands twice (also in {origin[name]})")
                files.lose(file, name, entry.model_dump())
                continue
            indicators[name], origin[name] = entry, file
    if not indicators and not files.problems:
        files.complain("indicators/", "-", "holds no indicator")
    return indicators, origin


def _surveyed(indicator: Indicator, surveys: Iterable[Survey]) -> Indicator:
    """The indicator with the breaks and unusual years of the survey that its first data set comes from."""
    survey_of_it = next((survey for survey in surveys if indicator.datasets[0] in survey.datasets), None)
    return indicator if survey_of_it is None else indicator.surveyed(survey_of_it)


def _strategies(files: Files) -> dict[str, Strategy]:
    """The dated strategies, one a file."""
    plans: dict[str, Strategy] = {}
    places = files.places("strategy")
    for file, path in places:
        data = files.read(file, path)
        if file in files.unread or (plan := files.one(Strategy.model_validate, data, file, path.stem)) is None:
            files.lost.add("strategy/")
            continue
        if plan.id != path.stem:
            files.complain(file, f"{path.stem}.id", f"must be the file's name (got '{plan.id}')")
        plans[path.stem] = plan
    if not places:
        files.complain("strategy/", "-", "holds no strategy")
        files.lost.add("strategy/")
    return plans


def _regions(files: Files) -> dict[str, Region]:
    regions: dict[str, Region] = {}
    for number, row in enumerate(files.rows("regions.csv"), start=2):
        code = row.get("code") or f"line {number}"
        if code in regions:
            files.complain("regions.csv", code, "stands twice")
            continue
        content = {k: v or "" for k, v in row.items() if k}
        if (region := files.one(Region.model_validate, content, "regions.csv", code)) is not None:
            regions[code] = region
    return regions


def _within(files: Files, members: Path | None) -> Within:
    """The region's inside, with the list of members where one is given."""
    within = read_within(files)
    if members is None:
        return within
    return replace(within, members=read_members(members, files, codes_of(within.municipalities)))


def current_version(folder: Path = HERE) -> str:
    """The catalogue's version, without reading the rest of it."""
    return str(Files(folder).toml("index.toml").get("version", ""))


Check = Callable[[Catalogue], Iterable[Problem]]


def _identity(files: Files) -> Identity | None:
    """What the service is called, and the files of ours that one's own folder leaves out."""
    data = files.toml("identity.toml", "name", "logo", "replaces")
    if "identity.toml" in files.unread:
        return None
    replaces = data.pop("replaces", [])
    known = {path.name for path in files.folder.iterdir() if path.is_file()} | {"strategy/", "indicators/"}
    if not isinstance(replaces, list) or (wrong := [name for name in replaces if name not in known]):
        files.complain("identity.toml", "replaces", f"must be a list of our files; unknown: {replaces and wrong[:1]}")
    else:
        files.replaced = frozenset(replaces)
        files.lost |= {"strategy/"} & files.replaced  # our indicators go on naming its activities
    if isinstance(logo := data.get("logo"), str) and logo:
        data["logo"] = files.picture("identity.toml", logo)
    return files.one(Identity.model_validate, data, "identity.toml", "identity")


def load_catalogue(
    folder: Path = HERE, checks: Sequence[Check] = CHECKS, own: Path | None = None, members: Path | None = None
) -> Catalogue:
    """Load and check a catalogue folder.

    Args:
        folder: the folder that holds `indicators/`, `regions.csv` and the other files.
        checks: what must hold between entries.
        own: a folder of further entries beside it, checked alike (see `own.py`).
        members: a table of the alliance's municipalities (see `members.py`).

    Raises:
        CatalogueError: with every mistake of every file, each with file and key.
    """
    files = Files(folder, own)
    if own is not None:
        files.check_own_folder()
    identity = _identity(files)
    index = files.toml("index.toml")
    regions = files.toml("regions.toml", "names", "composition", "lens", "history", "tags", "cities")
    peers = files.toml("peers.toml", "peer_set", "reference_lines", "voting")
    sources = files.toml("sources.toml", "publisher", "dataset")
    asked = files.toml("questions.toml", "question")
    posts = files.toml("goalposts.toml", "goalposts").get("goalposts", {})
    units = files.toml("units.toml")
    register = files.toml("barriers.toml", "actor", "barrier")
    sides = files.toml("structure.toml")
    rules = structure = None
    if "index.toml" not in files.unread:
        content = {k: v for k, v in index.items() if k != "theme"}
        rules = files.one(IndexRules.model_validate, content, "index.toml", "index")
    if "structure.toml" not in files.unread:
        structure = files.one(RegionStructure.model_validate, sides, "structure.toml", "structure")
    lines = files.one(_CODES.validate_python, peers.get("reference_lines", ()), "peers.toml", "reference_lines")
    voting = files.one(_NAMES.validate_python, peers.get("voting", ()), "peers.toml", "voting")
    indicators, origin = _indicators(files)
    surveys = files.table(Survey, files.toml("surveys.toml", "survey").get("survey", []), "surveys.toml", "survey")
    indicators = {name: _surveyed(indicator, surveys.values()) for name, indicator in indicators.items()}
    # A file that cannot be read must not hide the mistakes of the others.
    catalogue = Catalogue(
        themes=files.table(Theme, index.get("theme", []), "index.toml", "theme"),
        rules=rules or _NO_RULES,
        units=files.named(Unit.model_validate, units, "units.toml", "unit", key="id"),
        indicators=indicators,
        surveys=surveys,
        questions=files.table(OpenQuestion, asked.get("question", []), "questions.toml", "question"),
        publishers=files.table(Publisher, sources.get("publisher", []), "sources.toml", "publisher"),
        datasets=files.table(Dataset, sources.get("dataset", []), "sources.toml", "dataset", key="code"),
        regions=_regions(files),
        region_names=files.named(RegionName.model_validate, regions.get("names", {}), "regions.toml", "names"),
        compositions=files.table(
            RegionComposition, regions.get("composition", []), "regions.toml", "composition", key="code"
        ),
        lenses=files.table(Lens, regions.get("lens", []), "regions.toml", "lens"),
        history=files.table(CodeHistory, regions.get("history", []), "regions.toml", "history", key="code"),
        tags=files.named(_TAG.validate_python, regions.get("tags", {}), "regions.toml", "tags"),
        cities=files.named(_NAME.validate_python, regions.get("cities", {}), "regions.toml", "cities"),
        peer_sets=files.table(PeerSet, peers.get("peer_set", []), "peers.toml", "peer_set"),
        reference_lines=lines or (),
        voting=voting or (),
        strategies=_strategies(files),
        actors=files.table(Actor, register.get("actor", []), "barriers.toml", "actor"),
        barriers=files.table(Barrier, register.get("barrier", []), "barriers.toml", "barrier"),
        evidence=read_evidence(files),
        measures=read_measures(files),
        structure=structure or _NO_STRUCTURE,
        within=_within(files, members),
        goalposts=files.named(_POSTS.validate_python, posts, "goalposts.toml", "goalposts"),
        earlier=read_earlier(files),
        files=origin,
        identity=identity or _NO_IDENTITY,
    )
    for check in checks:
        files.problems.extend(p for p in check(catalogue) if not files.explains(p))
    if files.problems:
        raise CatalogueError(files.reported())
    return catalogue
