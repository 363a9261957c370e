"""One figure of a region as a strategy needs it: newest value, place among peers, change; or why there is none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from models.catalogue import Catalogue, Indicator
from models.catalogue.strategy import Strategy
from models.comparison import best_year, compare
from models.observations import Figures
from models.own_change import OwnChange, own_change, up_to
from models.trends import Line, Trend, trend

COVERAGE = 0.8  # share of the peers that ever report, for a place in a year

Verdict = Literal["better", "worse"]
Lack = Literal["collector", "older_territory", "municipal", "unpublished"]


@dataclass(frozen=True)
class Place:
    """Where the region stands among its peers.

    Attributes:
        period: the year; an earlier one than the figure's where too few peers report yet.
        rank, count: place among the regions with a figure.
        median: of the peers, the region itself left out.
        verdict: on the good or the bad side of it; None where no side is good or both are equal.
    """

    period: str
    rank: int
    count: int
    median: float
    verdict: Verdict | None


@dataclass(frozen=True)
class Reading:
    """One figure of the region.

    Attributes:
        indicator: what is measured.
        period: the newest year that is not unusual; the newest of all where every year is.
        value, flag: of that year.
        later: a newer, unusual year; "" where there is none.
        place: None where nobody can be compared with.
        change: None where no earlier year can be compared with it.
        verdict: whether the change is for the better or the worse; None where neither can be said: no direction is
            good, nothing changed, the direction is unclear, or the money is of its year.
        trend: all years, with the peers' middle.
        dated: whether the figure is from before the strategy began.
    """

    indicator: Indicator
    period: str
    value: float
    flag: str
    later: str
    place: Place | None
    change: OwnChange | None
    verdict: Verdict | None
    trend: Trend
    dated: bool

    @property
    def line(self) -> Line:
        """The region's own years."""
        assert self.trend.focus is not None  # noqa: S101 - a reading is made from this line
        return self.trend.focus


@dataclass(frozen=True)
class Lacking:
    """An indicator that belongs here and has no figure for the region.

    Attributes:
        why: "collector" (its source has not been fetched), "older_territory" (only for `older`, up to `period`),
            "municipal" (by municipality or county only), "unpublished".
    """

    indicator: Indicator
    why: Lack
    older: str = ""
    period: str = ""


def read(
    figures: Figures,
    catalogue: Catalogue,
    strategy: Strategy,
    indicator: Indicator,
    focus: str,
    peers: tuple[str, ...],
) -> Reading | Lacking:
    """One indicator of a region, as it stands for a strategy.

    Args:
        figures: a release.
        catalogue: the loaded catalogue.
        strategy: for the day it began.
        indicator: what is measured.
        focus: the region.
        peers: codes to compare with.
    """
    if indicator.id not in figures:
        return Lacking(indicator, "collector" if indicator.figures == "collector" else "unpublished")
    if indicator.scope == "norway":
        return Lacking(indicator, "municipal")
    found = trend(figures, catalogue, indicator, focus, peers)
    if found.focus is None:
        older = max(found.older, key=lambda line: int(line.points.index[-1]), default=None)
        if older is None:
            return Lacking(indicator, "unpublished")
        return Lacking(indicator, "older_territory", older.region, str(older.points.index[-1]))
    points = found.focus.points
    usual = [int(y) for y in points.index if indicator.unusual_reason(str(y)) is None]
    newest = int(points.index[-1])
    year = usual[-1] if usual else newest
    change = own_change(up_to(found.focus, year), indicator)
    return Reading(
        indicator=indicator,
        period=str(year),
        value=float(points.at[year, "value"]),
        flag=str(points.at[year, "flag"]),
        later=str(newest) if newest != year else "",
        place=_place(figures, catalogue, indicator, str(year), focus, peers),
        change=change,
        verdict=_verdict(catalogue, indicator, change),
        trend=found,
        dated=year < strategy.valid_from.year,
    )


def _verdict(catalogue: Catalogue, indicator: Indicator, change: OwnChange | None) -> Verdict | None:
    if change is None or change.kind in {"same", "unclear"} or indicator.direction == "none":
        return None
    if catalogue.units[indicator.unit].current_prices:  # a rise may be no more than inflation
        return None
    return "better" if (change.kind == "up") == (indicator.sign > 0) else "worse"


def _years_to_place(
    figures: Figures, indicator: Indicator, period: str, focus: str, peers: tuple[str, ...]
) -> Iterator[str]:
    """The figure's own year where enough peers report, then the year that the theme's page opens with."""
    rows = figures.indicator(indicator.id)
    rows = rows.loc[rows["region"].isin([p for p in peers if p != focus]), ["region", "period"]].astype(str)
    present: Mapping[str, int] = rows.groupby("period")["region"].nunique().to_dict()
    if present.get(period, 0) >= COVERAGE * rows["region"].nunique():
        yield period
    yield best_year(figures, indicator, focus, peers)


def _place(
    figures: Figures, catalogue: Catalogue, indicator: Indicator, period: str, focus: str, peers: tuple[str, ...]
) -> Place | None:
    year = next(_years_to_place(figures, indicator, period, focus, peers))
    found = compare(figures, indicator, year, focus, peers, catalogue.rules.year_tolerance, catalogue)
    if found.rank is None or found.median is None:
        return None
    verdict: Verdict | None = None if found.better is None else "better" if found.better else "worse"
    return Place(year, found.rank, len(found.rows), found.median, verdict)
