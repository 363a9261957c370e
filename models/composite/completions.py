"""Stochastic completions: what missing figures could have been, M times, for the uncertainty of ranks."""

import numpy as np
from numpy.typing import NDArray

from models.composite.impute import standardised

Table = NDArray[np.float64]
DONORS = 10
MOST_COMPLETIONS = 20


def distances(values: Table) -> Table:
    """Mean squared distance between regions over the standardised indicators that both have; ∞ where none is."""
    z, _, _ = standardised(values)
    present = ~np.isnan(z)
    filled, mask = np.where(present, z, 0.0), present.astype(float)
    squares = (filled**2) @ mask.T
    shared = mask @ mask.T
    total = np.maximum(squares + squares.T - 2 * filled @ filled.T, 0.0)
    mean: Table = np.divide(total, shared, out=np.full(total.shape, np.inf), where=shared > 0)
    return mean


def complete(values: Table, times: int, seed: int) -> list[Table]:
    """Fill each missing cell with the figure of a donor drawn among the ten nearest regions that have it.

    A random hot deck: filled-in cells are real figures, and their spread over the completions is the spread among
    similar regions (Andridge and Little, 2010, International Statistical Review 78).

    Args:
        values: oriented figures, regions × indicators, NaN where missing; every column has a figure.
        times: how many completions.
        seed: the same seed gives the same completions.
    """
    if not np.isnan(values).any():
        return [values]
    generator = np.random.default_rng(seed)
    apart = distances(values)
    filled = [values.copy() for _ in range(times)]
    for row, column in np.argwhere(np.isnan(values)):
        have = np.flatnonzero(~np.isnan(values[:, column]))
        donors = have[np.argsort(apart[row, have], kind="stable")[:DONORS]]
        for table, donor in zip(filled, generator.choice(donors, size=times), strict=True):
            table[row, column] = values[donor, column]
    return filled
