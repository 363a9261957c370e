"""How a figure of the region has developed: the newest value, since when it can be compared, and where peers stand."""

from dataclasses import dataclass

from models.catalogue import Catalogue, Indicator
from models.comparison import Comparison, compare
from models.growth import since_break
from models.observations import Figures
from models.trends import Trend, trend

SERIES = 3  # figures that make a line worth drawing


@dataclass(frozen=True)
class Development:
    """A figure of the region over time.

    Attributes:
        indicator: what is measured.
        trend: the region's line, and the spread of the peers.
        comparison: the region among its peers in the newest year; None without figures.
        first: the year that the newest can be compared with: the earliest usual one after the last break; None where
            there is no other, or the newest year is no usual level itself.
    """

    indicator: Indicator
    trend: Trend
    comparison: Comparison | None
    first: int | None

    @property
    def year(self) -> int | None:
        """The newest year with a figure."""
        return None if self.trend.focus is None else int(self.trend.focus.points.index[-1])

    def value(self, year: int | None) -> float | None:
        """The region's figure of a year."""
        if self.trend.focus is None or year is None or year not in self.trend.focus.points.index:
            return None
        return float(self.trend.focus.points.at[year, "value"])

    @property
    def change(self) -> float | None:
        """Newest minus first, in the indicator's unit."""
        newest, first = self.value(self.year), self.value(self.first)
        return None if newest is None or first is None else newest - first

    @property
    def better(self) -> bool | None:
        """Whether it went the wanted way; None where there is none, or no change to speak of."""
        if self.indicator.direction == "none" or not self.change:
            return None
        return self.change * self.indicator.sign > 0

    @property
    def drawable(self) -> bool:
        """Whether there are figures enough for a line, and not all the same."""
        points = None if self.trend.focus is None else self.trend.focus.points["value"]
        return points is not None and len(points) >= SERIES and points.nunique() > 1


def development(
    figures: Figures, catalogue: Catalogue, indicator: Indicator, focus: str, peers: tuple[str, ...]
) -> Development:
    """The development of one figure."""
    found = trend(figures, catalogue, indicator, focus, peers)
    if found.focus is None:
        return Development(indicator, found, None, None)
    comparable = since_break(found.focus).points.index
    newest = int(found.focus.points.index[-1])
    unusual = {year for year, _, _ in found.unusual}
    usual = [int(year) for year in comparable if year < newest and year not in unusual]
    first = usual[0] if usual and newest not in unusual else None
    return Development(
        indicator, found, compare(figures, indicator, str(newest), focus, peers, catalogue=catalogue), first
    )
