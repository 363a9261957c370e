"""Deviations from the mean, in a size that can be squared: squares of very large figures would be infinite."""

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]


def deviations(values: Table) -> tuple[Table, Table, Table]:
    """Columns as (x − mean)/scale, with the mean and the scale of each.

    The scale is a power of two, so that dividing by it is exact, and leaves the largest deviation between ½ and 2.

    Args:
        values: rows × columns, NaN where missing; a column without a figure stays NaN, and so does its mean.
    """
    size = _power_of_two(values)
    small = values / size
    centre = means(small)
    apart = small - centre
    spread = _power_of_two(apart)
    with np.errstate(over="ignore"):  # what cannot be told in the figures' own size is refused by who needs it
        return apart / spread, centre * size, size * spread


def means(values: Table) -> Table:
    """The mean of each column over the cells present; NaN where there is none. It is finite where they are."""
    present = ~np.isnan(values)
    count = present.sum(axis=0)
    size = _power_of_two(values)
    total = (np.where(present, values, 0.0) / size).sum(axis=0)  # the sum of very large figures would be infinite
    mean: Table = np.divide(total, count, out=np.full(values.shape[1], np.nan), where=count > 0)
    return mean * size


def _power_of_two(values: Table) -> Table:
    largest = np.abs(np.where(np.isnan(values), 0.0, values)).max(axis=0, initial=0.0)
    _, exponent = np.frexp(np.where(largest > 0, largest, 1.0))
    powers: Table = np.ldexp(np.ones(values.shape[1]), np.clip(exponent, -1000, 1000))
    return powers
