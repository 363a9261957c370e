"""How closely two figures go together over regions, and how sure that is.

Pearson's r with Fisher's interval, tanh(artanh r ± u/√(n − 3)) (Fisher, 1921). Where a distribution is skewed, few
regions would decide r, and Spearman's ρ over ranks is given instead, with the standard error √((1 + ρ²/2)/(n − 3)) of
Bonett and Wright (2000), Psychometrika 65. A correlation is never a cause.

Regions of one country are not independent: they share rules, prices and one statistical office. With their countries
given, whole countries are drawn anew (cluster bootstrap, percentiles; Davison and Hinkley, 1997, §3.8), and the
interval is the wider of the two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atanh, sqrt, tanh
from statistics import NormalDist
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite.treat import skewness

FEWEST = 10  # regions; below, the interval covers nearly everything
SKEWED = 1.0  # |G1| from which a distribution counts as skewed
LEVEL = 0.95
DRAWS, SEED = 2000, 1  # of countries; the same seed gives the same interval
WEAK, STRONG = 0.4, 0.7  # |r| from which it is more than weak, and strong: r² of a sixth, and of a half

Kind = Literal["pearson", "spearman"]
Strength = Literal["none", "weak", "moderate", "strong"]


class CorrelationError(ValueError):
    """No correlation can be stated; `obstacle` says why, `count` how many regions have both figures."""

    def __init__(self, obstacle: Literal["few", "constant"], count: int) -> None:
        self.obstacle: Literal["few", "constant"] = obstacle
        self.count = count
        super().__init__(f"no correlation over {count} regions: {obstacle}")


@dataclass(frozen=True)
class Correlation:
    """A coefficient with its interval.

    Attributes:
        kind: "spearman" where one of the two is skewed, else "pearson".
        value: −1 to 1.
        low, high: the interval at `level`.
        count: regions with both figures.
    """

    kind: Kind
    value: float
    low: float
    high: float
    count: int
    level: float = LEVEL

    @property
    def strength(self) -> Strength:
        """How strong it is in words; "none" where the interval holds 0."""
        if self.low <= 0 <= self.high:
            return "none"
        size = abs(self.value)
        return "weak" if size < WEAK else "moderate" if size < STRONG else "strong"


def _interval(value: float, error: float, level: float) -> tuple[float, float]:
    if abs(value) >= 1:
        return value, value
    reach = NormalDist().inv_cdf(0.5 + level / 2) * error
    return tanh(atanh(value) - reach), tanh(atanh(value) + reach)


def _drawn(
    x: NDArray[np.float64], y: NDArray[np.float64], countries: Sequence[str], level: float
) -> tuple[float, float]:
    """Percentiles of the coefficient over drawings of whole countries."""
    names, member = np.unique(np.asarray(countries), return_inverse=True)
    random = np.random.default_rng(SEED)
    times = random.multinomial(len(names), np.full(len(names), 1 / len(names)), size=DRAWS)[:, member].astype(float)
    x, y = x - x.mean(), y - y.mean()
    total = times.sum(axis=1)
    mean_x, mean_y = times @ x / total, times @ y / total
    spread = (times @ x**2 / total - mean_x**2) * (times @ y**2 / total - mean_y**2)
    dust = 1e-12 * float(x.var() * y.var())
    known = spread > dust  # a drawing of one country alone may hold no difference
    correlations = (times @ (x * y) / total - mean_x * mean_y)[known] / np.sqrt(spread[known])
    low, high = np.quantile(np.clip(correlations, -1, 1), [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def correlation(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    countries: Sequence[str] | None = None,
    *,
    level: float = LEVEL,
    fewest: int = FEWEST,
) -> Correlation:
    """The correlation of two figures over the same regions.

    Args:
        x: (n,) figures, region by region; pairs with a NaN are left out.
        y: the other figure of the same regions.
        countries: of the same regions; without, the regions count as independent.
        level: of the interval.
        fewest: pairs asked for, at least 4.

    Raises:
        CorrelationError: too few pairs, or a figure that is the same everywhere.
    """
    known = ~(np.isnan(x) | np.isnan(y))
    x, y = x[known], y[known]
    of = None if countries is None else [c for c, k in zip(countries, known, strict=True) if k]
    count = len(x)
    if count < max(fewest, 4):
        raise CorrelationError("few", count)
    if np.ptp(x) == 0 or np.ptp(y) == 0:
        raise CorrelationError("constant", count)
    skewed = max(abs(skewness(x) or 0.0), abs(skewness(y) or 0.0)) > SKEWED
    if skewed:
        x, y = pd.Series(x).rank().to_numpy(), pd.Series(y).rank().to_numpy()
    value = min(max(float(np.corrcoef(x, y)[0, 1]), -1.0), 1.0)
    error = sqrt((1 + (value**2 / 2 if skewed else 0)) / (count - 3))
    low, high = _interval(value, error, level)
    if of is not None and len(set(of)) > 1 and abs(value) < 1:
        drawn = _drawn(x, y, of, level)
        low, high = min(low, drawn[0]), max(high, drawn[1])
    return Correlation("spearman" if skewed else "pearson", value, low, high, count, level)
