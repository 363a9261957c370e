"""Means: scores of children to the score of their group, missing ones left out (weights renormalised)."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Aggregator = Callable[[NDArray[np.float64], NDArray[np.float64]], NDArray[np.float64]]


def arithmetic(scores: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Σwx/Σw over the cells present.

    Args:
        scores: regions × children, NaN where missing.
        weights: one for each child.

    Returns:
        One score a region; NaN where no child with a weight has one.
    """
    present = ~np.isnan(scores)
    total = present @ weights
    summed = np.where(present, scores, 0.0) @ weights
    means: NDArray[np.float64] = np.divide(summed, total, out=np.full(len(scores), np.nan), where=total > 0)
    return means


AGGREGATORS: dict[str, Aggregator] = {"arithmetic": arithmetic}
