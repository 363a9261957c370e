"""What must hold between entries of the catalogue: references lead somewhere, weights add up, names differ."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from models.catalogue.catalogue import Catalogue
from models.catalogue.earlier import mistakes
from models.catalogue.formulas import inputs, is_formula
from models.catalogue.problems import Problem, missing
from models.catalogue.register_checks import CHECKS as REGISTER
from models.catalogue.strategy_checks import CHECKS as STRATEGIES
from models.catalogue.strategy_checks import outside_strategies
from models.catalogue.texts import LANGUAGES
from models.catalogue.within_checks import CHECKS as WITHIN

_TOLERANCE = 1e-3  # weights are written with four decimals: 0.6667 + 0.3333
_INDICATORS = "indicators/"


def _unknown(file: str, key: str, kind: str, name: str, home: str) -> Problem:
    """A reference that leads nowhere; `home` is where the name should stand."""
    return Problem(file, key, f"unknown {kind} '{name}' ({home})", missing(home, name))


def indicator_references(c: Catalogue) -> Iterator[Problem]:
    """Themes, units, publishers, licences, data sets, denominators, twins, goals and activities exist."""
    for i in c.indicators.values():
        file = c.files[i.id]
        if i.theme not in c.themes:
            yield _unknown(file, f"{i.id}.theme", "theme", i.theme, "index.toml")
        if i.unit not in c.units:
            yield _unknown(file, f"{i.id}.unit", "unit", i.unit, "units.toml")
        if c.publisher_of(i.publisher) is None:
            needs = ("sources.toml", "sources.toml:[publisher]")
            yield Problem(file, f"{i.id}.publisher", f"unknown publisher '{i.publisher}' (sources.toml)", needs)
        if i.licence not in c.publishers:
            yield _unknown(file, f"{i.id}.licence", "publisher", i.licence, "sources.toml")
        for code in i.datasets:
            if code not in c.datasets:
                yield _unknown(file, f"{i.id}.dataset", "data set", code, "sources.toml")
        if i.composition.by and i.composition.by not in c.indicators:
            yield _unknown(file, f"{i.id}.composition.by", "indicator", i.composition.by, _INDICATORS)
        for twin in i.twins:
            if twin not in c.indicators:
                yield _unknown(file, f"{i.id}.twins", "indicator", twin, _INDICATORS)
        if i.collecting.dataset and i.collecting.dataset not in c.datasets:
            yield _unknown(file, f"{i.id}.collecting.dataset", "data set", i.collecting.dataset, "sources.toml")
        yield from outside_strategies(c, file, i)


def comparability(c: Catalogue) -> Iterator[Problem]:
    """Surveys name known data sets, no two the same; what tells a change and what a theme opens with exist."""
    seen: dict[str, str] = {}
    for survey in c.surveys.values():
        for code in survey.datasets:
            if code not in c.datasets:
                yield _unknown("surveys.toml", f"{survey.id}.datasets", "data set", code, "sources.toml")
            if (other := seen.setdefault(code, survey.id)) != survey.id:
                yield Problem("surveys.toml", f"{survey.id}.datasets", f"'{code}' belongs to '{other}' too")
    for i in c.indicators.values():
        if i.told_by and i.told_by not in c.indicators:
            yield _unknown(c.files[i.id], f"{i.id}.told_by", "indicator", i.told_by, _INDICATORS)
    for theme in c.themes.values():
        first = c.indicators.get(theme.opens_with)
        if theme.opens_with and first is None:
            yield _unknown("index.toml", f"{theme.id}.opens_with", "indicator", theme.opens_with, _INDICATORS)
        elif first is not None and first.theme != theme.id:
            yield Problem("index.toml", f"{theme.id}.opens_with", f"'{first.id}' belongs to '{first.theme}'")


def formulas(c: Catalogue) -> Iterator[Problem]:
    """Formulas are computed from indicators that exist, and from no figures of their own."""
    for i in c.indicators.values():
        if not is_formula(i.derivation):
            continue  # some derivations only tell in words what was done
        key, file = f"{i.id}.derivation", c.files[i.id]
        for name in inputs(i.derivation):
            if name not in c.indicators:
                yield _unknown(file, key, "indicator", name, _INDICATORS)
        if i.id in c.ancestors(i.id):
            yield Problem(file, key, "is computed from itself")


def weights(c: Catalogue) -> Iterator[Problem]:
    """Shares inside a weight group sum to 1; a group belongs to one theme; group weights name real groups."""
    shares: dict[str, float] = defaultdict(float)
    files: dict[str, str] = {}
    for i in c.scored:
        assert i.score is not None  # noqa: S101 - the type's own validator holds this
        group, file = i.score.group, c.files[i.id]
        shares[group] += i.score.weight
        files.setdefault(group, file)
        if group.split(".")[0] != i.theme and i.theme in c.themes:
            yield Problem(file, f"{i.id}.score.group", f"'{group}' does not begin with '{i.theme}.'")
        for period in i.score.periods if i.score.year_reason is None else ():
            if marked := i.unusual_reason(period):
                yield Problem(file, f"{i.id}.score.periods", f"scores by the unusual year {period} ({marked.en})")

    def incomplete(group: str) -> tuple[str, ...]:
        return (f"group:{group}", f"group:{group.split('.')[0]}")

    for group, total in shares.items():
        if abs(total - 1) > _TOLERANCE:
            message = f"weights of the group sum to {total:g}, not 1"
            yield Problem(files[group], group, message, incomplete(group))
    for group, weight in c.rules.group_weights.items():
        if group not in shares:
            needs = (_INDICATORS, *incomplete(group))
            yield Problem("index.toml", f"group_weights.{group}", "no scored indicator is in this group", needs)
        if not weight > 0:
            yield Problem("index.toml", f"group_weights.{group}", f"must be above 0 (got {weight:g})")


def names_differ(c: Catalogue) -> Iterator[Problem]:
    """No two indicators share a title or a short name."""
    for field in ("title", "short"):
        for language in LANGUAGES:
            seen = Counter(getattr(i, field)[language] for i in c.indicators.values())
            for i in c.indicators.values():
                if seen[getattr(i, field)[language]] > 1:
                    yield Problem(c.files[i.id], f"{i.id}.{field}.{language}", "stands on another indicator too")


def _one_default(file: str, array: str, what: str, defaults: int) -> Iterator[Problem]:
    if defaults != 1:
        # None may be because the default was refused; two are two whatever else is wrong.
        needs = () if defaults else (file, f"{file}:[{array}]")
        yield Problem(file, array, f"exactly one {what} must be the default (there are {defaults})", needs)


def regions(c: Catalogue) -> Iterator[Problem]:
    """Names, compositions, lenses, history and tags speak of known codes; one lens is the default."""
    known = c.regions.keys() | c.compositions.keys()

    def unknown(key: str, code: str) -> Problem:
        needs = (*missing("regions.csv", code), f"regions.toml:{code}", "regions.toml:?")
        return Problem("regions.toml", key, f"unknown code '{code}' (regions.csv)", needs)

    for code in sorted(c.region_names.keys() - known):
        yield unknown(f"names.{code}", code)
    for composition in c.compositions.values():
        for code in composition.members:
            if code not in c.regions:
                yield unknown(f"{composition.code}.members", code)
    for lens in c.lenses.values():
        if lens.id not in known:
            yield unknown(f"lens.{lens.id}", lens.id)
    for entry in c.history.values():
        for code in (entry.code, entry.follows):
            if code and code not in c.regions:
                yield unknown(f"history.{entry.code}", code)
    for tag in ("city_bounded", "whole_country", "historical", "capital"):
        if tag not in c.tags:
            yield Problem("regions.toml", f"tags.{tag}", "is missing", missing("regions.toml", tag))
    for tag, codes in c.tags.items():
        for code in sorted(codes - known):
            yield unknown(f"tags.{tag}", code)
    yield from _one_default("regions.toml", "lens", "lens", sum(lens.default for lens in c.lenses.values()))


def peer_sets(c: Catalogue) -> Iterator[Problem]:
    """Peer sets hold known codes, one is the default, and the reference set exists."""
    for peers in c.peer_sets.values():
        if not peers.members and not peers.all:
            yield Problem("peers.toml", f"{peers.id}.members", "is empty")
        for code, count in Counter(peers.members).items():
            if code not in c.regions:
                yield _unknown("peers.toml", f"{peers.id}.members", "code", code, "regions.csv")
            if count > 1:
                yield Problem("peers.toml", f"{peers.id}.members", f"'{code}' stands twice")
    yield from _one_default("peers.toml", "peer_set", "set", sum(peers.default for peers in c.peer_sets.values()))
    if c.rules.reference_set not in c.peer_sets:
        needs = (*missing("peers.toml", c.rules.reference_set), "index.toml:index")
        message = f"unknown peer set '{c.rules.reference_set}' (peers.toml)"
        yield Problem("index.toml", "reference_set", message, needs)
    for name in c.voting:
        if name not in c.peer_sets:
            yield _unknown("peers.toml", "voting", "peer set", name, "peers.toml")
    for code in c.reference_lines:
        if code not in c.regions:
            yield _unknown("peers.toml", "reference_lines", "code", code, "regions.csv")


def questions(c: Catalogue) -> Iterator[Problem]:
    """Questions belong to a theme and point at indicators, findings, activities and goals that exist."""
    for question in c.questions.values():
        if question.theme not in c.themes:
            yield _unknown("questions.toml", f"{question.id}.theme", "theme", question.theme, "index.toml")
        for related in question.related:
            if related not in c.indicators:
                yield _unknown("questions.toml", f"{question.id}.related", "indicator", related, _INDICATORS)
        for finding in question.findings:
            if finding not in c.evidence:
                yield _unknown("questions.toml", f"{question.id}.findings", "finding", finding, "evidence.csv")
        yield from outside_strategies(c, "questions.toml", question)


def goalposts(c: Catalogue) -> Iterator[Problem]:
    """Every scored indicator has goalposts with a span, and nothing else has."""
    scored = {i.id for i in c.scored}
    for name in sorted(scored - c.goalposts.keys()):
        needs = missing("goalposts.toml", name)
        yield Problem("goalposts.toml", name, "is missing; run `python -m data_sources.goalposts`", needs)
    for name in sorted(c.goalposts.keys() - scored):
        yield Problem("goalposts.toml", name, "is not a scored indicator", missing(_INDICATORS, name))
    for name, (low, high) in c.goalposts.items():
        if not low < high:
            yield Problem("goalposts.toml", name, f"the low post must be below the high one (got {low:g}, {high:g})")


def earlier_versions(c: Catalogue) -> Iterator[Problem]:
    """Earlier versions of the index name what exists."""
    for problem in mistakes(c.earlier, c.indicators, c.themes, c.rules.version):
        needs = ("index.toml:index", *missing(_INDICATORS, problem.key.rpartition(".")[2]))
        yield Problem(problem.file, problem.key, problem.words, needs)


def answers(c: Catalogue) -> Iterator[Problem]:
    """What residents answered stands beside indicators that exist, gives no points, and says whose city it is of."""
    for i in c.indicators.values():
        if i.asked is None:
            continue
        file = c.files[i.id]
        for name in i.asked.beside:
            if name not in c.indicators:
                yield _unknown(file, f"{i.id}.asked.beside", "indicator", name, _INDICATORS)
        if i.role == "score":
            yield Problem(file, f"{i.id}.role", "what residents of a city answered gives no points")
    for code in sorted(c.cities.keys() - c.regions.keys()):
        yield _unknown("regions.toml", f"cities.{code}", "code", code, "regions.csv")


CHECKS = (
    indicator_references,
    earlier_versions,
    answers,
    comparability,
    formulas,
    weights,
    names_differ,
    regions,
    peer_sets,
    questions,
    goalposts,
    *STRATEGIES,
    *REGISTER,
    *WITHIN,
)
