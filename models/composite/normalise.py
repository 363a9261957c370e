"""Normalisers: oriented figures to scores that can be added. NaN stays NaN.

Each takes a column of oriented figures (n,), the goalposts (low, high) of that column and the scale (a, b).
In a panel the column holds all periods, so that scores can be compared over the years.
Formulae: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from models.composite.deviations import deviations

Column = NDArray[np.float64]
Pair = tuple[float, float]
Normaliser = Callable[[Column, Pair, Pair], Column]


def minmax(x: Column, posts: Pair, scale: Pair) -> Column:
    """Score a + (x − low)/(high − low)·(b − a); outside the goalposts the score leaves the scale."""
    (low, high), (a, b) = posts, scale
    share = (x - low) / (high - low)
    scores = a * (1 - share) + b * share  # exact at both ends, unlike a + share · (b − a)
    inside: Column = np.where((share >= 0) & (share <= 1), np.clip(scores, a, b), scores)
    return inside


def clipped(x: Column, posts: Pair, scale: Pair) -> Column:
    """Min-max that never leaves the scale: a where x ≤ low, b where x ≥ high. Without goalposts, percentiles serve."""
    return np.clip(minmax(x, posts, scale), *scale)


def zscore(x: Column, _posts: Pair, _scale: Pair) -> Column:
    """(x − mean)/sd, sd with n − 1."""
    apart = deviations(x[:, None])[0][:, 0]
    spread = np.sqrt(np.nansum(apart**2) / (np.count_nonzero(~np.isnan(apart)) - 1))
    return np.asarray(apart / spread)


def none(x: Column, _posts: Pair, _scale: Pair) -> Column:
    """The figure itself: figures that are scores already."""
    return x


def rank(x: Column, _posts: Pair, _scale: Pair) -> Column:
    """1 + the number of regions below: 1 is worst, ties share the lower rank."""
    ordered = np.sort(x[~np.isnan(x)])
    below = np.searchsorted(ordered, x, side="left")
    return np.where(np.isnan(x), np.nan, 1.0 + below)


NORMALISERS: dict[str, Normaliser] = {
    "minmax": minmax,
    "clipped": clipped,
    "zscore": zscore,
    "rank": rank,
    "none": none,
}
WITH_GOALPOSTS = frozenset({"minmax", "clipped"})
