"""One figure of a region as a strategy needs it: newest value, place among peers, change; or why there is none."""

from dataclasses import dataclass
from typing import Literal

from models.advantages import Call, verdict
from models.catalogue import Catalogue, Indicator
from models.catalogue.strategy import Strategy
from models.change.comparable import spoken_for, year_told
from models.change.told import ToldChange, Verdict, told
from models.change.trends import Line, Trend, trend
from models.comparison.one_year import compare
from models.figures.observations import Figures

Lack = Literal["collector", "older_territory", "municipal", "unpublished", "spoken_for"]


@dataclass(frozen=True)
class PeerPlace:
    """Where the region stands among its peers.

    Attributes:
        rank, count: place among the regions with a figure.
        median: of the peers, the region itself left out.
        call: strength, weakness, in line …, as on every page; None where no direction is good.
    """

    rank: int
    count: int
    median: float
    call: Call | None

    @property
    def verdict(self) -> Verdict | None:
        """Whether the call is for better or for worse; None where it is in line, unsettled or not rated."""
        if self.call is None or self.call.kind not in ("strength", "weakness", "tendency"):
            return None
        return "better" if self.call.side > 0 else "worse"


@dataclass(frozen=True)
class StrategyFigure:
    """One figure of the region.

    Attributes:
        indicator: what is measured.
        period: the year told of on every page (`comparable.year_told`).
        value, flag: of that year.
        later: a newer year, unusual or of few regions; "" where there is none.
        place: None where nobody can be compared with.
        told: how it has changed, by the series that may tell it; None where no series may.
        trend: all years, with the peers' middle.
        dated: whether the figure is from before the strategy began.
    """

    indicator: Indicator
    period: str
    value: float
    flag: str
    later: str
    place: PeerPlace | None
    told: ToldChange | None
    trend: Trend
    dated: bool

    @property
    def changed(self) -> bool:
        """Whether there is an earlier year to compare with."""
        return self.told is not None and self.told.change is not None

    @property
    def verdict(self) -> Verdict | None:
        """Whether the change is for the better or the worse; None where neither can be said."""
        return self.told.verdict if self.told else None

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
            "municipal" (by municipality or county only), "unpublished", "spoken_for" (another indicator tells of
            the same thing, and is newer or scored).
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
) -> StrategyFigure | Lacking:
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
    trend_of_it = trend(figures, catalogue, indicator, focus, peers)
    if trend_of_it.focus is None:
        older = max(trend_of_it.older, key=lambda line: int(line.points.index[-1]), default=None)
        if older is None:
            return Lacking(indicator, "unpublished")
        return Lacking(indicator, "older_territory", older.region, str(older.points.index[-1]))
    if spoken_for(figures, catalogue, indicator.id, focus) is not None:
        return Lacking(indicator, "spoken_for")
    points = trend_of_it.focus.points
    year, newest = int(year_told(figures, indicator, focus, catalogue.reference_regions)), int(points.index[-1])
    return StrategyFigure(
        indicator=indicator,
        period=str(year),
        value=float(points.at[year, "value"]),
        flag=str(points.at[year, "flag"]),
        later=str(newest) if newest != year else "",
        place=_place(figures, catalogue, indicator, str(year), focus, peers),
        told=told(figures, catalogue, indicator, focus, peers),
        trend=trend_of_it,
        dated=year < strategy.valid_from.year,
    )


def _place(
    figures: Figures, catalogue: Catalogue, indicator: Indicator, period: str, focus: str, peers: tuple[str, ...]
) -> PeerPlace | None:
    comparison = compare(figures, indicator, period, focus, peers, catalogue.rules.year_tolerance, catalogue)
    if comparison.rank is None or comparison.median is None:
        return None
    judged = verdict(figures, catalogue, indicator, focus, peers)
    return PeerPlace(comparison.rank, len(comparison.rows), comparison.median, judged.call if judged else None)
