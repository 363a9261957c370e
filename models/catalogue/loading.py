"""Reading the catalogue's files. Every mistake is found in one pass and named with file and key."""

import csv
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from models.catalogue import types as t
from models.catalogue.catalogue import Catalogue
from models.catalogue.checks import CHECKS
from models.catalogue.problems import CatalogueError, Problem
from models.catalogue.register import Barrier, Finding
from models.catalogue.structure import (
    RegionStructure,
    SectorGroup,
    Sectors,
    StructuralVariable,
    StructureDimension,
    YearOf,
)

HERE = Path(__file__).parent
M = TypeVar("M", bound=BaseModel)
_MISSING_FILE = "file is missing"
_NO_RULES = t.IndexRules(
    version="", min_indicators=1, min_themes=1, min_coverage=0, year_tolerance=0, reference_set="reference"
)
_NO_STRATEGY = t.Strategy(id="", title=t.Text(nb="-", en="-"), valid_from="", valid_to="", goal=(), field=())

_NO_YEAR = YearOf(indicator="", period="2000")
_NO_DIMENSION = StructureDimension(
    id="none", title=t.Text(nb="-", en="-"), variable=(StructuralVariable(tag="capital"),)
)
_NO_STRUCTURE = RegionStructure(
    min_shared=1,
    nearest=1,
    income=_NO_YEAR,
    dimension=(_NO_DIMENSION,),
    sectors=Sectors(
        total="",
        base="",
        period="2000",
        since="2000",
        survey=False,
        group=(SectorGroup(id="a", amount="", share=""), SectorGroup(id="b", amount="", share="")),
    ),
)


class _Files:
    """Reads and validates the files of one catalogue folder and collects what is wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.broken: set[str] = set()

    def complain(self, file: str, key: str, message: str) -> None:
        self.problems.append(Problem(file, key, message))

    def explains(self, problem: Problem) -> bool:
        """Whether a problem only follows from an entry or file that is reported already."""
        unread = {p.file for p in self.problems if p.key == "-"}
        return (
            any(f"'{name}'" in problem.message for name in self.broken)
            or (problem.file in unread)
            or any(f"({file})" in problem.message for file in unread)
            or ("strategy.toml" in unread and "strategy" in problem.message)
        )

    def toml(self, file: str) -> dict[str, Any]:
        try:
            return tomllib.loads((self.folder / file).read_text(encoding="utf-8"))
        except FileNotFoundError:
            self.complain(file, "-", _MISSING_FILE)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            self.complain(file, "-", f"is not valid TOML: {error}")
        return {}

    def rows(self, file: str) -> list[dict[str, Any]]:
        try:
            with (self.folder / file).open(encoding="utf-8", newline="") as handle:
                return list(csv.DictReader(handle))
        except FileNotFoundError:
            self.complain(file, "-", _MISSING_FILE)
        except (UnicodeDecodeError, csv.Error) as error:
            self.complain(file, "-", f"is not valid CSV: {error}")
        return []

    def one(self, model: type[M], data: Mapping[str, Any], file: str, key: str) -> M | None:
        """One entry, or None with every mistake in it reported."""
        try:
            return model.model_validate(data)
        except ValidationError as error:
            self.broken.add(key)
            for detail in error.errors():
                where = ".".join([key, *(str(part) for part in detail["loc"])])
                message = detail["msg"].removeprefix("Value error, ")
                given = detail.get("input")
                shown = f" (got {given!r})" if isinstance(given, str | int | float) else ""
                self.complain(file, where, message + shown)
            return None

    def table(self, model: type[M], entries: Any, file: str, array: str, key: str = "id") -> dict[str, M]:  # noqa: ANN401
        """An array of tables by `key`; doubles and tables without a key are mistakes."""
        found: dict[str, M] = {}
        if not isinstance(entries, list):
            self.complain(file, array, "must be an array of tables")
            return found
        for position, data in enumerate(entries):
            name = data.get(key) if isinstance(data, dict) else None
            if not isinstance(name, str) or not name:
                self.complain(file, f"{array}[{position}].{key}", "is missing")
                continue
            if name in found:
                self.complain(file, f"{name}.{key}", "stands twice")
                continue
            if (entry := self.one(model, data, file, name)) is not None:
                found[name] = entry
        return found


def _indicators(files: _Files) -> dict[str, t.Indicator]:
    found: dict[str, t.Indicator] = {}
    for path in sorted((files.folder / "indicators").glob("*.toml")):
        file = f"indicators/{path.name}"
        data = files.toml(file)
        theme = data.get("theme", path.stem)
        entries = data.get("indicator", [])
        stamped = [{"theme": theme, **e} if isinstance(e, dict) else e for e in entries] if entries else []
        for name, entry in files.table(t.Indicator, stamped, file, "indicator").items():
            if name in found:
                files.complain(file, f"{name}.id", "stands twice (also in another file)")
            found[name] = entry
    if not found and not files.problems:
        files.complain("indicators/", "-", "holds no indicator")
    return found


def _named(files: _Files, model: type[M], data: Any, file: str, *, key: str | None = None) -> dict[str, M]:  # noqa: ANN401
    """A table of tables, each key an entry; `key` puts the table's name into the entry."""
    found = {}
    for name, entry in (data or {}).items():
        content = {key: name, **entry} if key else entry
        if (made := files.one(model, content, file, name)) is not None:
            found[name] = made
    return found


def _evidence(files: _Files) -> dict[str, Finding]:
    """Findings by id; lists stand in a cell with `;` between, statements in a column for each language."""
    found: dict[str, Finding] = {}
    for number, row in enumerate(files.rows("evidence.csv"), start=2):
        name = row.get("id") or f"line {number}"
        if name in found:
            files.complain("evidence.csv", name, "stands twice")
            continue
        cells = {key: value or "" for key, value in row.items() if key and not key.startswith("statement_")}
        lists = {k: tuple(v for v in cells.get(k, "").split(";") if v) for k in ("affects", "who_can_act")}
        statement = {language: row.get(f"statement_{language}") or "" for language in ("nb", "en")}
        if (
            finding := files.one(Finding, {**cells, **lists, "statement": statement}, "evidence.csv", name)
        ) is not None:
            found[name] = finding
    return found


Check = Callable[[Catalogue], Iterable[Problem]]


def load_catalogue(folder: Path = HERE, checks: Sequence[Check] = CHECKS) -> Catalogue:
    """Load and check a catalogue folder.

    Args:
        folder: the folder that holds `indicators/`, `regions.csv` and the other files.
        checks: what must hold between entries.

    Raises:
        CatalogueError: with every mistake of every file, each with file and key.
    """
    files = _Files(folder)
    index, regions, peers, sources = (files.toml(f"{n}.toml") for n in ("index", "regions", "peers", "sources"))
    rules = files.one(t.IndexRules, {k: v for k, v in index.items() if k != "theme"}, "index.toml", "index")
    strategy = files.one(t.Strategy, files.toml("strategy.toml"), "strategy.toml", "strategy")
    sides = files.toml("structure.toml")
    structure = files.one(RegionStructure, sides, "structure.toml", "structure") if sides else None
    posts = files.toml("goalposts.toml").get("goalposts", {})
    region_rows = {}
    for number, row in enumerate(files.rows("regions.csv"), start=2):
        code = row.get("code") or f"line {number}"
        if code in region_rows:
            files.complain("regions.csv", code, "stands twice")
        if (region := files.one(t.Region, {k: v or "" for k, v in row.items() if k}, "regions.csv", code)) is not None:
            region_rows[code] = region
    parts: dict[str, Any] = {
        "themes": files.table(t.Theme, index.get("theme", []), "index.toml", "theme"),
        "units": _named(files, t.Unit, files.toml("units.toml"), "units.toml", key="id"),
        "indicators": _indicators(files),
        "questions": files.table(
            t.Question, files.toml("questions.toml").get("question", []), "questions.toml", "question"
        ),
        "publishers": files.table(t.Publisher, sources.get("publisher", []), "sources.toml", "publisher"),
        "datasets": files.table(t.Dataset, sources.get("dataset", []), "sources.toml", "dataset", key="code"),
        "regions": region_rows,
        "region_names": _named(files, t.RegionName, regions.get("names"), "regions.toml"),
        "compositions": files.table(
            t.RegionComposition, regions.get("composition", []), "regions.toml", "composition", key="code"
        ),
        "lenses": files.table(t.Lens, regions.get("lens", []), "regions.toml", "lens"),
        "history": files.table(t.CodeHistory, regions.get("history", []), "regions.toml", "history", key="code"),
        "tags": {name: frozenset(codes) for name, codes in regions.get("tags", {}).items()},
        "peer_sets": files.table(t.PeerSet, peers.get("peer_set", []), "peers.toml", "peer_set"),
        "reference_lines": tuple(peers.get("reference_lines", ())),
        "barriers": files.table(Barrier, files.toml("barriers.toml").get("barrier", []), "barriers.toml", "barrier"),
        "evidence": _evidence(files),
        "goalposts": {name: (float(post[0]), float(post[1])) for name, post in posts.items()},
    }
    # A file that cannot be read must not hide the mistakes of the others.
    catalogue = Catalogue(
        rules=rules or _NO_RULES,
        strategy=strategy or _NO_STRATEGY,
        structure=structure or _NO_STRUCTURE,
        **parts,
    )
    for check in checks:
        files.problems.extend(p for p in check(catalogue) if not files.explains(p))
    if files.problems:
        raise CatalogueError(files.problems)
    return catalogue
