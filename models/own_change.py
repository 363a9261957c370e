"""How a region's own figure has changed: over comparable years only, and how sure a direction is."""

from dataclasses import dataclass
from typing import Literal

from models.catalogue import Indicator
from models.growth import since_break
from models.trends import Line

WINDOW = 10  # years back from the newest figure
MIN_YEARS, CONFIDENCE = 5, 0.95  # fewer years carry no direction, only a difference

Kind = Literal["up", "down", "same", "unclear"]


@dataclass(frozen=True)
class OwnChange:
    """Change of a figure between comparable years: after the last break, unusual years left out.

    Attributes:
        kind: "same" where rounding hides the change; "unclear" where the interval of the slope holds 0.
        first, last: years.
        before, after: the figures of those years.
        years: how many comparable years lie behind it.
        yearly: change a year: the Theil–Sen slope from five years on, else the difference divided by the years.
        low, high: 95 % interval of the slope (Sen, 1968); None under five years.
    """

    kind: Kind
    first: int
    last: int
    before: float
    after: float
    years: int
    yearly: float
    low: float | None = None
    high: float | None = None

    @property
    def short(self) -> bool:
        """Whether there are too few years to call a change a trend."""
        return self.low is None


def up_to(line: Line, year: int) -> Line:
    """A line without the years after `year`."""
    return Line(line.region, line.points.loc[line.points.index <= year], tuple(y for y in line.breaks if y <= year))


def own_change(line: Line, indicator: Indicator) -> OwnChange | None:
    """The change up to the line's last year; None where no earlier year can be compared with it.

    None too where the last year is unusual: its level is no normal one.
    """
    points = since_break(line).points["value"]
    last = int(points.index[-1])
    usual = [indicator.unusual_reason(str(year)) is None and year > last - WINDOW for year in points.index]
    points = points.loc[usual]
    if len(points) < 2 or points.index[-1] != last:
        return None
    first, before, after = int(points.index[0]), float(points.iloc[0]), float(points.iloc[-1])
    yearly, low, high = (after - before) / (last - first), None, None
    if len(points) >= MIN_YEARS:
        from scipy.stats import theilslopes

        found = theilslopes(points.to_numpy(), points.index.to_numpy(dtype=float), CONFIDENCE)
        yearly, low, high = float(found.slope), float(found.low_slope), float(found.high_slope)
    return OwnChange(
        _kind(indicator, before, after, low, high), first, last, before, after, len(points), yearly, low, high
    )


def _kind(indicator: Indicator, before: float, after: float, low: float | None, high: float | None) -> Kind:
    if low is not None and high is not None:
        if low > 0 or high < 0:
            return "up" if low > 0 else "down"
        return "same" if low == high == 0 else "unclear"
    if round(before, indicator.decimals) == round(after, indicator.decimals):
        return "same"
    return "up" if after > before else "down"
