"""Direction: after orienting, higher is better for every indicator."""

import numpy as np
from numpy.typing import NDArray


def orient(values: NDArray[np.float64], directions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Take x := x · direction, column by column.

    Args:
        values: regions × indicators, NaN where missing.
        directions: 1 or -1 for each indicator.
    """
    return values * directions
