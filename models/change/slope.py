"""The median of all pairwise slopes, and how far the figures let it be another."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Slope:
    """Change a year, with its interval."""

    slope: float
    low: float
    high: float


def theil_sen(values: npt.NDArray[np.float64], years: npt.NDArray[np.float64], confidence: float) -> Slope:
    """The Theil–Sen slope and its interval (Sen, 1968, equation 2.6; ties among the values narrow it).

    Args:
        values: one a year, at least two.
        years: each once.
        confidence: of the interval, 0.95 say.
    """
    # As scipy.stats.theilslopes does it; importing that takes every server a second.
    later = years[:, None] > years
    slopes = np.sort((values[:, None] - values)[later] / (years[:, None] - years)[later])
    count, pairs = len(values), len(slopes)
    tied = np.unique(values, return_counts=True)[1]
    spread = sqrt((_weight(count) - sum(_weight(int(n)) for n in tied)) / 18)
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * spread
    low = max(round((pairs - reach) / 2) - 1, 0)
    high = min(round((pairs + reach) / 2), pairs - 1)
    return Slope(float(np.median(slopes)), float(slopes[low]), float(slopes[high]))


def _weight(count: int) -> int:
    return count * (count - 1) * (2 * count + 5)
