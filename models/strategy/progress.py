"""How it goes with what a strategy set out to do: each activity and UN goal with its figures, or who has some.

A figure that belongs to an activity shows how things go in its field; it does not measure what the activity did.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from models.catalogue import Barrier, Catalogue, Indicator, OpenQuestion
from models.catalogue.strategy import Activity, Goal, Strategy, StrategyField
from models.figures.observations import Figures
from models.strategy.readings import Lacking, StrategyFigure, read

LEADING = 6  # figures shown for a part of the strategy that names none itself


@dataclass(frozen=True)
class Commitment:
    """An activity or a UN goal.

    Attributes:
        key: number of the activity or goal, for readers and links.
        of: the catalogue's entry.
        leading: the figures shown first.
        more: other figures that belong here.
        lacking: indicators without a figure for the region.
        questions: what has no comparable figures, with who may have some.
        barriers: documented hindrances.
    """

    key: str
    of: Activity | Goal
    leading: tuple[StrategyFigure, ...]
    more: tuple[StrategyFigure, ...]
    lacking: tuple[Lacking, ...]
    questions: tuple[OpenQuestion, ...]
    barriers: tuple[Barrier, ...]


@dataclass(frozen=True)
class ProgressTally:
    """Counts over figures, each counted once.

    Attributes:
        count: figures.
        ahead, behind: called better and worse than the peers, as on every page.
        better, worse: changed for the better and for the worse.
        dated: from before the strategy began.
        changes: with an earlier year to compare with.
    """

    count: int
    ahead: int
    behind: int
    better: int
    worse: int
    dated: int
    changes: int


@dataclass(frozen=True)
class Progress:
    """A strategy with its figures.

    Attributes:
        strategy: which.
        fields: each field with its activities.
        goals: the UN goals.
    """

    strategy: Strategy
    fields: tuple[tuple[StrategyField, tuple[Commitment, ...]], ...]
    goals: tuple[Commitment, ...]

    @property
    def activities(self) -> tuple[Commitment, ...]:
        """All activities, in order."""
        return tuple(chain.from_iterable(parts for _, parts in self.fields))


def leading(parts: Iterable[Commitment]) -> tuple[StrategyFigure, ...]:
    """The figures shown first in several parts, each once, the first of every part before the second of any."""
    rows = zip_longest(*(part.leading for part in parts))
    by_indicator = {reading.indicator.id: reading for row in rows for reading in row if reading is not None}
    return tuple(by_indicator.values())


def every(parts: Iterable[Commitment]) -> tuple[StrategyFigure, ...]:
    """All figures of several parts, each once."""
    by_indicator = {reading.indicator.id: reading for part in parts for reading in (*part.leading, *part.more)}
    return tuple(by_indicator.values())


def tally(readings: Sequence[StrategyFigure]) -> ProgressTally:
    """Counts over figures."""
    places = [r.place.verdict for r in readings if r.place]
    verdicts = [r.verdict for r in readings]
    return ProgressTally(
        count=len(readings),
        ahead=places.count("better"),
        behind=places.count("worse"),
        better=verdicts.count("better"),
        worse=verdicts.count("worse"),
        dated=sum(r.dated for r in readings),
        changes=sum(r.changed for r in readings),
    )


def progress(
    figures: Figures,
    catalogue: Catalogue,
    strategy: Strategy,
    focus: str,
    peers: tuple[str, ...],
    *,
    whole: bool = True,
) -> Progress:
    """A strategy's activities and goals with the figures of a region among its peers.

    What belongs where: the indicators that an activity or goal names itself, then those that name it; bare series
    never.

    Args:
        figures: a release.
        catalogue: the loaded catalogue.
        strategy: which.
        focus: the region.
        peers: codes to compare with.
        whole: read the figures beyond the leading ones too; without them it takes a third of the time.
    """
    known: dict[str, StrategyFigure | Lacking] = {}

    def look(indicator: Indicator) -> StrategyFigure | Lacking:
        if indicator.id not in known:
            known[indicator.id] = read(figures, catalogue, strategy, indicator, focus, peers)
        return known[indicator.id]

    def part(key: str, of: Activity | Goal) -> Commitment:
        tags = frozenset((of.number,)) if isinstance(of, Goal) else catalogue.activity_tags(of)
        first = [look(catalogue.indicators[name]) for name in of.indicators]
        own = [figure for figure in first if isinstance(figure, StrategyFigure)]
        others = catalogue.indicators.values() if whole or not own else ()
        tagged = [look(i) for i in others if i.role != "series" and _belongs(i, tags)]
        rest = sorted((t for t in tagged if isinstance(t, StrategyFigure) and t not in own), key=_most_telling)
        if not own:
            own, rest = rest[:LEADING], rest[LEADING:]
        lacking = {f.indicator.id: f for f in (*first, *tagged) if isinstance(f, Lacking)}
        return Commitment(
            key=key,
            of=of,
            leading=tuple(own),
            more=tuple(rest),
            lacking=tuple(lacking.values()),
            questions=tuple(q for q in catalogue.questions.values() if _belongs(q, tags)),
            barriers=tuple(b for b in catalogue.barriers.values() if _belongs(b, tags)),
        )

    return Progress(
        strategy=strategy,
        fields=tuple((f, tuple(part(a.number, a) for a in f.activity)) for f in strategy.field),
        goals=tuple(part(str(g.number), g) for g in strategy.goal),
    )


def _belongs(entry: Indicator | OpenQuestion | Barrier, tags: frozenset[str] | frozenset[int]) -> bool:
    return not tags.isdisjoint((*entry.activities, *entry.goals))


def _most_telling(reading: StrategyFigure) -> tuple[bool, bool, bool, bool]:
    """Scored figures first, then those with a good direction, those with earlier years, shares before counts."""
    indicator = reading.indicator
    return (
        indicator.role != "score",
        indicator.direction == "none" or not indicator.headline,
        not reading.changed,
        indicator.composition.rule == "sum",
    )
