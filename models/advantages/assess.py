"""Strengths, weaknesses and tendencies of a region over many indicators."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from models.advantages.calls import Call, Kind, Reason, call
from models.advantages.chance import DOUBTFUL, expected
from models.advantages.errors import AdvantageError
from models.advantages.measured import measured
from models.advantages.measures import Measures
from models.advantages.real_gap import RealGap, real_gap
from models.advantages.scenarios import PoolScenario, Scenario, pool_scenarios
from models.advantages.sets import judged_against
from models.advantages.thresholds import BASE, Thresholds
from models.advantages.years import YearFigures, judged_years
from models.catalogue import Catalogue, Indicator
from models.change.comparable import year_told
from models.figures.observations import Figures
from models.figures.territories import counted_once
from models.keeping import noted

MANY = 100  # a set this large is a whole continent, not a choice of regions


@dataclass(frozen=True)
class Assessment:
    """One indicator of a region.

    Attributes:
        indicator: what is measured.
        call: strength, weakness, …, with the reasons.
        measures: the region beside the first peer set in the newest year; None where it has no figure.
        to_median, to_frontier: what closing the gap to the median or to the best quarter would mean in persons,
            nights, euros; None where it cannot be counted.
        scenarios: all of them, those that could not be computed too.
    """

    indicator: Indicator
    call: Call
    measures: Measures | None
    to_median: RealGap | None
    to_frontier: RealGap | None
    scenarios: tuple[Scenario, ...]

    @property
    def agreement(self) -> tuple[int, int]:
        """How many scenarios have the call's side, and how many there are; a z near 0 has no side."""
        known = [s.z for s in self.scenarios if s.z is not None]
        return sum(z * self.call.side >= BASE.sign and self.call.side != 0 for z in known), len(known)


@dataclass(frozen=True)
class Assessments:
    """All indicators of a region.

    Attributes:
        focus: the region.
        peer_sets: the sets that the scenarios go over, the first one for `measures`.
        thresholds: the ones used.
        all: in the order of the indicators.
        chance: number of calls of each kind that a region drawn at random from those compared gets on average.
    """

    focus: str
    peer_sets: Mapping[str, tuple[str, ...]]
    thresholds: Thresholds
    all: tuple[Assessment, ...]
    chance: Mapping[Kind, float]

    def of(self, kind: Kind) -> tuple[Assessment, ...]:
        """The indicators with a call, clearest first."""
        chosen = [a for a in self.all if a.call.kind == kind]
        return tuple(sorted(chosen, key=lambda a: -abs(a.call.median_z or 0.0)))

    @property
    def rated(self) -> int:
        """How many indicators have a call."""
        return sum(a.call.kind != "not_rated" for a in self.all)


def _notes(years: Sequence[YearFigures], focus: str, scenarios: Sequence[Scenario], min_peers: int) -> list[Reason]:
    """What to know about a call besides the agreement."""
    if not years:
        return [Reason("missing")]
    newest = years[0]
    notes = []
    if letters := "".join(sorted(DOUBTFUL & set(newest.flags[focus]))):
        notes.append(Reason("flagged", detail=letters))
    if newest.unusual:
        notes.append(Reason("unusual_year", detail=newest.period))
    if len(years) == 1:
        notes.append(Reason("one_year", detail=newest.period))
    few = [s.count for s in scenarios if s.problem == "too_few_peers"]
    if few:
        notes.append(Reason("too_few_peers", max(few), min_peers))
    if any(s.problem == "no_spread" for s in scenarios):
        notes.append(Reason("no_spread"))
    return notes


def _within_error(
    years: Sequence[YearFigures], indicator: Indicator, focus: str, members: Sequence[str]
) -> pd.Series | None:
    """Region → whether its distance to the median of the others is smaller than the figure's sample can tell."""
    if not years or indicator.smallest_change is None:
        return None
    values = years[0].values
    pool = values[values.index.isin([focus, *members])].dropna()
    medians = {code: float(pool.drop(code, errors="ignore").median()) for code in values.index}
    return (values - pd.Series(medians)).abs().round(9) < indicator.smallest_change.value


def _lowered(made: Call, scenarios: Sequence[Scenario], own_set: str, thresholds: Thresholds) -> list[Reason]:
    """Which other sets and years keep a clear difference from being a strength or weakness."""
    if made.kind != "tendency" or abs(made.median_z or 0.0) < thresholds.strength:
        return []
    against = [s for s in scenarios if s.z is not None and s.z * made.side < thresholds.sign]
    sets = dict.fromkeys(s.peer_set for s in against if s.peer_set != own_set)
    years = dict.fromkeys(s.period for s in against if s.peer_set == own_set)
    return [
        *(Reason("lowered_by_set", detail=name) for name in sets),
        *(Reason("lowered_by_year", detail=period) for period in years),
    ]


def _counted_once(
    year: YearFigures, catalogue: Catalogue, focus: str, peer_sets: Mapping[str, Sequence[str]]
) -> YearFigures:
    """Figures without those whose territory another code stands for too; what was chosen by name stays."""
    named = [m for name, members in peer_sets.items() if len(members) < MANY for m in members]
    known = [str(code) for code in year.values.index[year.values.notna()]]
    doubled = set(known) - set(counted_once(catalogue, known, (focus, *named)))
    return replace(year, values=year.values.mask(year.values.index.isin(doubled))) if doubled else year


@noted(1024)
def _assess(
    figures: Figures,
    catalogue: Catalogue,
    indicator: Indicator,
    focus: str,
    sets: tuple[tuple[str, tuple[str, ...]], ...],
    thresholds: Thresholds,
) -> tuple[Assessment, tuple[PoolScenario, ...], pd.Series | None]:
    peer_sets = dict(sets)
    peers = list(dict.fromkeys(m for members in peer_sets.values() for m in members))
    tolerance = catalogue.rules.year_tolerance
    told = year_told(figures, indicator, focus, catalogue.reference_regions)
    years = judged_years(figures, indicator, focus, peers, tolerance, thresholds.years_back, told)
    years = tuple(_counted_once(year, catalogue, focus, peer_sets) for year in years)
    pool = pool_scenarios(years, indicator.sign, peer_sets, focus, thresholds.min_peers)
    scenarios = tuple(s.of(focus, thresholds.min_peers) for s in pool)
    notes = _notes(years, focus, scenarios, thresholds.min_peers)
    doubtful = any(n.code in {"flagged", "unusual_year"} for n in notes)
    own_set = next(iter(peer_sets))
    own = [s.z for s in scenarios if s.z is not None and s.peer_set == own_set]
    others = [s.z for s in scenarios if s.z is not None and s.peer_set != own_set]
    near = _within_error(years, indicator, focus, peer_sets[own_set])
    within = near is not None and bool(near[focus])
    made = call(own, thresholds, others, doubtful=doubtful, within_error=within)
    made = replace(made, reasons=(*made.reasons, *_lowered(made, scenarios, own_set, thresholds), *notes))
    if not years:
        return Assessment(indicator, made, None, None, None, scenarios), pool, near
    true_zero = catalogue.units[indicator.unit].true_zero
    measures = measured(years[0], indicator, focus, next(iter(peer_sets.values())), thresholds.min_peers, true_zero)
    gaps = (measures.gap, None if measures.frontier_gap is None else measures.frontier_gap * indicator.sign)
    to_median, to_frontier = (
        None if gap is None else real_gap(figures, catalogue, indicator, focus, measures.period, gap) for gap in gaps
    )
    return Assessment(indicator, made, measures, to_median, to_frontier, scenarios), pool, near


def assess(
    figures: Figures,
    catalogue: Catalogue,
    focus: str,
    peer_sets: Mapping[str, Sequence[str]],
    indicators: Iterable[Indicator] | None = None,
    thresholds: Thresholds = BASE,
) -> Assessments:
    """Strengths, weaknesses and tendencies of a region.

    Args:
        figures: a release.
        catalogue: the loaded catalogue.
        focus: the region judged.
        peer_sets: sets by id, the reader's own first (see `comparable_sets`). A set under `min_peers` gives rank and
            gap, no scenario.
        indicators: with a direction; by default the scored ones.
        thresholds: see `Thresholds`.

    Raises:
        AdvantageError: no peer set, or an indicator without a direction.
    """
    if not peer_sets:
        raise AdvantageError("strengths and weaknesses need a set of peers")
    chosen = tuple(catalogue.scored if indicators is None else indicators)
    for indicator in chosen:
        if indicator.direction == "none":
            raise AdvantageError(f"'{indicator.id}' has no good direction; it can be no strength or weakness")
    sets = {name: tuple(m for m in dict.fromkeys(members) if m != focus) for name, members in peer_sets.items()}
    judged = [_assess(figures, catalogue, i, focus, tuple(sets.items()), thresholds) for i in chosen]
    return Assessments(
        focus=focus,
        peer_sets=sets,
        thresholds=thresholds,
        all=tuple(assessment for assessment, *_ in judged),
        chance=expected([pool for _, pool, _ in judged], thresholds, [near for *_, near in judged]),
    )


def verdict(
    figures: Figures, catalogue: Catalogue, indicator: Indicator, focus: str, peers: tuple[str, ...]
) -> Assessment | None:
    """The one call of an indicator that every page shows for these peers; None where no direction is good."""
    if indicator.direction == "none" or indicator.scope != "europe":
        return None
    sets = judged_against(catalogue, focus, peers)
    return _assess(figures, catalogue, indicator, focus, tuple(sets.items()), BASE)[0]
