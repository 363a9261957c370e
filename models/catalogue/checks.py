"""What must hold between entries of the catalogue: references lead somewhere, weights add up, names differ."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from models.catalogue.catalogue import Catalogue
from models.catalogue.problems import Problem
from models.catalogue.register_checks import CHECKS as REGISTER

_TOLERANCE = 1e-3  # weights are written with four decimals: 0.6667 + 0.3333


def _file(indicator_theme: str) -> str:
    return f"indicators/{indicator_theme}.toml"


def indicator_references(c: Catalogue) -> Iterator[Problem]:
    """Themes, units, publishers, licences, data sets, denominators, goals and activities exist."""
    goals = {g.number for g in c.strategy.goal}
    for i in c.indicators.values():
        file = _file(i.theme)
        if i.theme not in c.themes:
            yield Problem(file, f"{i.id}.theme", f"unknown theme '{i.theme}'")
        if i.unit not in c.units:
            yield Problem(file, f"{i.id}.unit", f"unknown unit '{i.unit}' (units.toml)")
        if c.publisher_of(i.publisher) is None:
            yield Problem(file, f"{i.id}.publisher", f"unknown publisher '{i.publisher}' (sources.toml)")
        if i.licence not in c.publishers:
            yield Problem(file, f"{i.id}.licence", f"unknown licence '{i.licence}' (a publisher's id in sources.toml)")
        for code in i.datasets:
            if code not in c.datasets:
                yield Problem(file, f"{i.id}.dataset", f"unknown data set '{code}' (sources.toml)")
        if i.composition.by and i.composition.by not in c.indicators:
            yield Problem(file, f"{i.id}.composition.by", f"unknown indicator '{i.composition.by}'")
        for goal in i.goals:
            if goal not in goals:
                yield Problem(file, f"{i.id}.goals", f"goal {goal} is not in the strategy")
        for activity in i.activities:
            if activity not in c.strategy.activity_ids:
                yield Problem(file, f"{i.id}.activities", f"activity '{activity}' is not in the strategy")


def weights(c: Catalogue) -> Iterator[Problem]:
    """Shares inside a weight group sum to 1; a group belongs to one theme; group weights name real groups."""
    shares: dict[str, float] = defaultdict(float)
    for i in c.scored:
        assert i.score is not None  # noqa: S101 - the type's own validator holds this
        shares[i.score.group] += i.score.weight
        if i.score.group.split(".")[0] != i.theme:
            yield Problem(_file(i.theme), f"{i.id}.score.group", f"'{i.score.group}' does not begin with '{i.theme}.'")
        if marked := i.unusual_reason(i.score.periods[0]):
            yield Problem(_file(i.theme), f"{i.id}.score.periods", f"scores by an unusual year ({marked.en})")
    for group, total in shares.items():
        if abs(total - 1) > _TOLERANCE:
            yield Problem(_file(group.split(".")[0]), group, f"weights of the group sum to {total:g}, not 1")
    for group, weight in c.rules.group_weights.items():
        if group not in shares:
            yield Problem("index.toml", f"group_weights.{group}", "no scored indicator is in this group")
        if not weight > 0:
            yield Problem("index.toml", f"group_weights.{group}", f"must be above 0 (got {weight:g})")


def names_differ(c: Catalogue) -> Iterator[Problem]:
    """No two indicators share a title or a short name."""
    for field in ("title", "short"):
        for language in ("nb", "en"):
            seen = Counter(getattr(i, field)[language] for i in c.indicators.values())
            for i in c.indicators.values():
                if seen[getattr(i, field)[language]] > 1:
                    yield Problem(_file(i.theme), f"{i.id}.{field}.{language}", "stands on another indicator too")


def regions(c: Catalogue) -> Iterator[Problem]:
    """Names, compositions, lenses, history and tags speak of known codes; one lens is the default."""
    known = c.regions.keys() | c.compositions.keys()
    for code in c.region_names.keys() - known:
        yield Problem("regions.toml", f"names.{code}", "unknown code (regions.csv)")
    for composition in c.compositions.values():
        for code in composition.members:
            if code not in c.regions:
                yield Problem("regions.toml", f"{composition.code}.members", f"unknown code '{code}'")
    for lens in c.lenses.values():
        if lens.id not in known:
            yield Problem("regions.toml", f"lens.{lens.id}", "unknown code")
    for entry in c.history.values():
        for code in (entry.code, entry.follows):
            if code and code not in c.regions:
                yield Problem("regions.toml", f"history.{entry.code}", f"unknown code '{code}'")
    for tag in ("city_bounded", "whole_country", "historical", "capital"):
        if tag not in c.tags:
            yield Problem("regions.toml", f"tags.{tag}", "is missing")
    for tag, codes in c.tags.items():
        for code in codes - known:
            yield Problem("regions.toml", f"tags.{tag}", f"unknown code '{code}'")
    if sum(lens.default for lens in c.lenses.values()) != 1:
        yield Problem("regions.toml", "lens", "exactly one lens must be the default")


def peer_sets(c: Catalogue) -> Iterator[Problem]:
    """Peer sets hold known codes, one is the default, and the reference set exists."""
    for peers in c.peer_sets.values():
        if not peers.members and not peers.all:
            yield Problem("peers.toml", f"{peers.id}.members", "is empty")
        for code, count in Counter(peers.members).items():
            if code not in c.regions:
                yield Problem("peers.toml", f"{peers.id}.members", f"unknown code '{code}'")
            if count > 1:
                yield Problem("peers.toml", f"{peers.id}.members", f"'{code}' stands twice")
    if sum(peers.default for peers in c.peer_sets.values()) != 1:
        yield Problem("peers.toml", "peer_set", "exactly one set must be the default")
    if c.rules.reference_set not in c.peer_sets:
        yield Problem("index.toml", "reference_set", f"unknown peer set '{c.rules.reference_set}'")
    for code in c.reference_lines:
        if code not in c.regions:
            yield Problem("peers.toml", "reference_lines", f"unknown code '{code}'")


def questions(c: Catalogue) -> Iterator[Problem]:
    """Questions belong to a theme and point at indicators that exist."""
    for question in c.questions.values():
        if question.theme not in c.themes:
            yield Problem("questions.toml", f"{question.id}.theme", f"unknown theme '{question.theme}'")
        for related in question.related:
            if related not in c.indicators:
                yield Problem("questions.toml", f"{question.id}.related", f"unknown indicator '{related}'")


def goalposts(c: Catalogue) -> Iterator[Problem]:
    """Every scored indicator has goalposts with a span, and nothing else has."""
    scored = {i.id for i in c.scored}
    for name in sorted(scored - c.goalposts.keys()):
        yield Problem("goalposts.toml", name, "is missing; run `python -m data_sources.goalposts`")
    for name in sorted(c.goalposts.keys() - scored):
        yield Problem("goalposts.toml", name, "is not a scored indicator")
    for name, (low, high) in c.goalposts.items():
        if not low < high:
            yield Problem("goalposts.toml", name, f"the low post must be below the high one (got {low:g}, {high:g})")


CHECKS = (indicator_references, weights, names_differ, regions, peer_sets, questions, goalposts, *REGISTER)
