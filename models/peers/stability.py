"""How firm a list of similar regions is: how often each stays on it when the weights are drawn at random."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.peers.distance import MIN_SHARED, distances
from models.peers.structure import PeerError, Structure

DRAWS = 1000


def _random_weights(structure: Structure, draws: int, seed: int) -> NDArray[np.float64]:
    """Draws × variables: dimensions share the weight by Dirichlet(1, …, 1), and so do the variables inside each.

    The Bayesian bootstrap's weights (Rubin, 1981): every sharing-out is as likely as any other.
    """
    rng = np.random.default_rng(seed)
    columns = list(structure.scores.columns)
    weights = np.empty((draws, len(columns)))
    over = rng.dirichlet(np.ones(len(structure.dimensions)), size=draws)
    for number, dimension in enumerate(structure.dimensions):
        inside = rng.dirichlet(np.ones(len(dimension.variables)), size=draws)
        weights[:, [columns.index(v) for v in dimension.variables]] = over[:, [number]] * inside
    return weights


def stability(
    structure: Structure,
    region: str,
    k: int,
    among: Sequence[str] | None = None,
    draws: int = DRAWS,
    seed: int = 1,
    min_shared: float = MIN_SHARED,
) -> pd.Series:
    """Share of the draws in which each region is among the k nearest; the same seed gives the same answer.

    Args:
        structure: standardised variables.
        region: whose likes are sought.
        k: length of the list.
        among: the regions to choose from; by default all.
        draws: number of draws.
        seed: of the random numbers.
        min_shared: see `distances`; judged by the base weights, so all draws choose from the same regions.

    Returns:
        Index region, values 0–1, highest first; they sum to k (or to the number of regions, if that is less).

    Raises:
        PeerError: as `distances`, or no draw asked for.
    """
    if draws < 1 or k < 1:
        raise PeerError("stability needs at least one draw and one region")
    eligible = distances(structure, region, min_shared).index
    chosen = sorted(eligible if among is None else eligible.intersection(list(among)))
    own = structure.scores.loc[region].to_numpy()
    squares = (structure.scores.loc[chosen].to_numpy() - own) ** 2
    known = ~np.isnan(squares)
    weights = _random_weights(structure, draws, seed)
    with np.errstate(invalid="ignore", divide="ignore"):  # all drawn weight on what a region lacks: it is far away
        d2 = (np.where(known, squares, 0.0) @ weights.T) / (known @ weights.T)
    order = np.argsort(np.nan_to_num(d2, nan=np.inf), axis=0, kind="stable")[:k]
    counts = np.bincount(order.ravel(), minlength=len(chosen))
    shares = pd.Series(counts / draws, index=chosen, name="stability")
    return shares.sort_values(ascending=False, kind="stable")
