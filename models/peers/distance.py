"""Structural distance: how unlike two regions are, and in what.

d²(i, j) = Σ_k W_k Σ_{v∈k} (1/n_k) (z_iv − z_jv)² over dimensions k with n_k variables, W_k = 1/K unless said otherwise.
Variables that one of the two lacks are left out and the sum is scaled up by (all weight)/(shared weight).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.peers.structure import Dimension, PeerError, Structure

MIN_SHARED = 0.70


@dataclass(frozen=True)
class Similar:
    """A region set beside another.

    Attributes:
        region: its code.
        d2: squared structural distance, 0 = the same structure; two regions at random are about 2 apart.
        shares: each dimension's share of d² (sums to 1); dimensions that cannot be compared are left out.
            The smallest say in what the two are alike.
        shared: share of the weight for which both have figures.
    """

    region: str
    d2: float
    shares: Mapping[str, float]
    shared: float


def unlikeness(similar: Similar, dimension: Dimension) -> float | None:
    """How different two regions are in one dimension, 1 as two regions drawn at random; None where it is not known.

    Two independent standardised figures are 2 apart on average (squared), so a dimension of weight W adds 2W to d².
    """
    share = similar.shares.get(dimension.id)
    return None if share is None else share * similar.d2 / (2 * dimension.weight)


def distances(structure: Structure, region: str, min_shared: float = MIN_SHARED) -> pd.DataFrame:
    """Squared distances from one region to all others that can be compared.

    Args:
        structure: standardised variables.
        region: where to measure from.
        min_shared: least share of the weight that both must have figures for.

    Returns:
        Index region; columns d2, shared, and a column for each dimension: its part of d2 (NaN where unknown).

    Raises:
        PeerError: unknown region, or one with too few figures itself.
    """
    scores, weights = structure.scores, structure.weights
    if region not in scores.index:
        raise PeerError(f"'{region}' is not among the regions whose structure is known")
    total = weights.sum()
    own = scores.loc[region].to_numpy()
    if weights[~np.isnan(own)].sum() < (min_shared - 1e-9) * total:
        raise PeerError(f"'{region}' has too few structural figures to look for similar regions")
    squares = (scores.to_numpy() - own) ** 2
    known = ~np.isnan(squares)
    shared = known @ weights
    parts = np.where(known, squares * weights, 0.0) * (total / np.where(shared > 0, shared, np.nan))[:, None]
    measured = pd.DataFrame({"d2": parts.sum(axis=1), "shared": shared / total}, index=scores.index)
    columns = list(scores.columns)
    for dimension in structure.dimensions:
        at = [columns.index(v) for v in dimension.variables]
        measured[dimension.id] = np.where(known[:, at].any(axis=1), parts[:, at].sum(axis=1), np.nan)
    return measured.loc[measured["shared"] >= min_shared - 1e-9].drop(index=region)


def nearest(
    structure: Structure,
    region: str,
    k: int,
    among: Sequence[str] | None = None,
    min_shared: float = MIN_SHARED,
) -> tuple[Similar, ...]:
    """The k regions most like a region, nearest first; fewer where fewer can be compared.

    Args:
        structure: standardised variables.
        region: whose likes are sought.
        k: how many.
        among: the regions to choose from; by default all.
        min_shared: see `distances`.

    Raises:
        PeerError: as `distances`, or k below 1.
    """
    if k < 1:
        raise PeerError(f"at least one similar region must be asked for (got {k})")
    candidates = distances(structure, region, min_shared)
    if among is not None:
        candidates = candidates.loc[candidates.index.isin(among)]
    # Ties go by code, so that the same figures always give the same list.
    candidates = candidates.sort_index().sort_values("d2", kind="stable").head(k)
    names = [d.id for d in structure.dimensions]
    similar = []
    for code, row in candidates.iterrows():
        d2 = float(row["d2"])
        shares = {n: float(row[n]) / d2 if d2 > 0 else 0.0 for n in names if not np.isnan(row[n])}
        similar.append(Similar(str(code), d2, shares, float(row["shared"])))
    return tuple(similar)
