"""Normalisers: oriented figures to scores that can be added. NaN stays NaN.

Each takes a column of oriented figures (n,), the goalposts (low, high) of that column and the scale (a, b).
Formulae: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Normaliser = Callable[[Column, tuple[float, float], tuple[float, float]], Column]


def minmax(x: Column, posts: tuple[float, float], scale: tuple[float, float]) -> Column:
    """A + (x − low)/(high − low)·(b − a); outside the goalposts the score leaves the scale."""
    (low, high), (a, b) = posts, scale
    return a + (x - low) / (high - low) * (b - a)


NORMALISERS: dict[str, Normaliser] = {"minmax": minmax}
