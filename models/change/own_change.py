"""How a series has changed between comparable years, and how sure a direction is."""

from dataclasses import dataclass
from typing import Literal

from models.catalogue import Indicator
from models.change.comparable import Comparable
from models.change.trends import Line
from models.rounding import as_shown

MIN_YEARS, CONFIDENCE = 5, 0.95  # fewer years carry no direction, only a difference

Kind = Literal["up", "down", "same", "within_error", "unclear"]


@dataclass(frozen=True)
class OwnChange:
    """Change of a figure between comparable years.

    Attributes:
        kind: by the ends; "same" where rounding hides the change, "within_error" where it is smaller than a sample can
            tell, "unclear" where the interval of the slope holds 0 or the slope and the ends point apart.
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
    def rising(self) -> bool:
        """Whether the last figure is above the first."""
        return self.after > self.before

    @property
    def short(self) -> bool:
        """Whether there are too few years to call a change a trend."""
        return self.low is None


def own_change(line: Line, indicator: Indicator, years: Comparable, *, smallest: bool = True) -> OwnChange | None:
    """The change over the comparable years of a series; None where there is only one.

    Args:
        line: the series.
        indicator: for decimals and the smallest change.
        years: of the series (`models.change.comparable`).
        smallest: whether the figures have the sampling error of the indicator.
    """
    if len(years.years) < 2:
        return None
    points = line.points["value"].loc[list(years.years)]
    first, last = years.first, years.last
    before, after = float(points.iloc[0]), float(points.iloc[-1])
    yearly, low, high = (after - before) / (last - first), None, None
    if len(points) >= MIN_YEARS:
        from scipy.stats import theilslopes

        slopes = theilslopes(points.to_numpy(), points.index.to_numpy(dtype=float), CONFIDENCE)
        yearly, low, high = float(slopes.slope), float(slopes.low_slope), float(slopes.high_slope)
    error = indicator.smallest_change.value if smallest and indicator.smallest_change else 0.0
    kind = _kind(indicator.decimals, before, after, error, low, high)
    return OwnChange(kind, first, last, before, after, len(points), yearly, low, high)


def _kind(decimals: int, before: float, after: float, error: float, low: float | None, high: float | None) -> Kind:
    if as_shown(before, decimals) == as_shown(after, decimals) and (low is None or low <= 0 <= (high or 0.0)):
        return "same"
    if round(abs(after - before), decimals + 2) < error:
        return "within_error"
    if low is not None and high is not None and not ((low > 0 and after > before) or (high < 0 and after < before)):
        return "unclear"
    return "up" if after > before else "down"
