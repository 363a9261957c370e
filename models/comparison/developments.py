"""How a figure of the region has developed: the newest value, since when it can be compared, and where peers stand."""

from dataclasses import dataclass

from models.catalogue import Catalogue, Indicator
from models.change.comparable import year_told
from models.change.told import ToldChange, told
from models.change.trends import Trend, trend
from models.comparison.one_year import Comparison, compare
from models.figures.observations import Figures

SERIES = 3  # figures that make a line worth drawing


@dataclass(frozen=True)
class Development:
    """A figure of the region over time.

    Attributes:
        indicator: what is measured.
        trend: the region's line, and the spread of the peers.
        comparison: the region among its peers in the year told; None without figures.
        year: the year whose figure is told (`models.change.comparable`); None without figures.
        told: how it has changed, by the series that may tell it; None where no series may.
    """

    indicator: Indicator
    trend: Trend
    comparison: Comparison | None
    year: int | None
    told: ToldChange | None

    @property
    def value(self) -> float | None:
        """The region's figure of the year told."""
        if self.trend.focus is None or self.year is None:
            return None
        return float(self.trend.focus.points.at[self.year, "value"])

    @property
    def better(self) -> bool | None:
        """Whether it went the wanted way; None where there is none, or no change to speak of."""
        verdict = self.told.verdict if self.told else None
        return None if verdict is None else verdict == "better"

    @property
    def drawable(self) -> bool:
        """Whether there are figures enough for a line, and not all the same."""
        points = None if self.trend.focus is None else self.trend.focus.points["value"]
        return points is not None and len(points) >= SERIES and points.nunique() > 1


def development(
    figures: Figures, catalogue: Catalogue, indicator: Indicator, focus: str, peers: tuple[str, ...]
) -> Development:
    """The development of one figure."""
    trend_of_it = trend(figures, catalogue, indicator, focus, peers)
    if trend_of_it.focus is None:
        return Development(indicator, trend_of_it, None, None, None)
    year = year_told(figures, indicator, focus, catalogue.reference_regions)
    return Development(
        indicator,
        trend_of_it,
        compare(figures, indicator, year, focus, peers, catalogue.rules.year_tolerance, catalogue=catalogue),
        int(year),
        told(figures, catalogue, indicator, focus, peers),
    )
