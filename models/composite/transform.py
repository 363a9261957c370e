"""A figure's own scale changed before it is normalised: a logarithm or a power, as published indices use for incomes.

Both keep the order of the regions, so that a direction means the same before and after.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from models.composite.errors import CompositeError

Column = NDArray[np.float64]
LOG = "log"
Transform = str | float  # "log", or the exponent of a power


def check_transforms(transforms: Mapping[str, Transform]) -> None:
    """Refuse what is neither "log" nor a power above 0.

    Raises:
        CompositeError: naming the indicator.
    """
    for code, how in transforms.items():
        if isinstance(how, str):
            if how != LOG:
                raise CompositeError(f"unknown transform '{how}' of '{code}'; known: log, or a power as a number")
        elif not (np.isfinite(how) and how > 0):
            raise CompositeError(f"the power of '{code}' must be above 0 (got {how:g})")


def refused(x: Column, how: Transform) -> NDArray[np.bool_]:
    """Figures that the transform cannot take: a logarithm needs figures above 0, a power figures of 0 or more."""
    return np.asarray(x <= 0 if how == LOG else x < 0)


def transformed(x: Column, how: Transform | None) -> Column:
    """Natural logarithm, or x to a power; as it is where nothing is asked. NaN stays NaN."""
    if how is None:
        return x
    if isinstance(how, str):
        return np.asarray(np.log(x))
    with np.errstate(over="ignore"):  # an infinite result is refused in words
        return np.asarray(np.power(x, how))
