"""Scores rounded as a spreadsheet rounds them, where a published index does so between its levels."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
MOST_DECIMALS = 12


def rounded(scores: Column, decimals: int | None) -> Column:
    """Halves go away from zero, judged on 15 digits: 2.675 becomes 2.68 though its binary form lies below.

    Args:
        scores: NaN where missing.
        decimals: None leaves the scores as they are.
    """
    if decimals is None:
        return scores
    step = Decimal(1).scaleb(-decimals)
    return np.array(
        [x if np.isnan(x) else float(Decimal(f"{x:.15g}").quantize(step, ROUND_HALF_UP)) for x in scores.tolist()],
        dtype=float,
    )
