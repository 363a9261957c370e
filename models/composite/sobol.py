"""Sobol shares: how much of the variance of a result each factor makes.

With independent samples A and B and AB_i (A with the columns of factor i from B):
S_i = mean(y_B (y_AB,i − y_A))/V and ST_i = Σ(y_A − y_AB,i)²/(2NV) (Saltelli et al. 2010, Computer Physics
Communications 181; Jansen 1999). A factor may be several columns, which are then swapped together.
"""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite.errors import CompositeError

Array = NDArray[np.float64]


def shares(
    model: Callable[[Array], Array], factors: Mapping[str, slice], columns: int, samples: int, seed: int
) -> pd.DataFrame:
    """First-order and total share of each factor in the variance of `model`.

    Args:
        model: uniform numbers in [0, 1), samples × columns, to one result a sample.
        factors: the columns of each.
        columns: how many uniform numbers a sample needs.
        samples: N; the model is run on (factors + 2)·N rows.
        seed: the same seed gives the same shares.

    Returns:
        A row a factor, columns `first` and `total`. Sampling error may take a share a little below 0.

    Raises:
        CompositeError: a result that never varies, or is missing in some sample.
    """
    generator = np.random.default_rng(seed)
    a, b = generator.random((samples, columns)), generator.random((samples, columns))
    y_a, y_b = model(a), model(b)
    both = np.r_[y_a, y_b]
    if not np.isfinite(both).all():
        raise CompositeError("shares of variance need a result in every draw")
    variance = float(both.var())
    if variance == 0:
        raise CompositeError("the result is the same in every draw; there is no variance to share out")
    centre = float(both.mean())  # a constant changes no share but adds noise to the first-order estimate
    rows = {}
    for name, part in factors.items():
        mixed = a.copy()
        mixed[:, part] = b[:, part]
        y_ab = model(mixed)
        first = float(np.mean((y_b - centre) * (y_ab - y_a))) / variance
        rows[name] = (first, float(((y_a - y_ab) ** 2).sum()) / (2 * samples * variance))
    return pd.DataFrame.from_dict(rows, orient="index", columns=["first", "total"])
