"""How far a region is from its peers: z, robust z, relative gap, frontier gap.

All take oriented figures (higher is better: figure × direction) and the peers without the region itself.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.advantages.errors import NoSpread, TooFewPeers
from models.advantages.thresholds import BASE

MAD_TO_SD = 1.4826  # makes the MAD of normal data its standard deviation
NEAR_ZERO = 0.1  # a median closer to 0 than this share of the peers' spread gives no relative gap
_DUST = 1e-12  # spread below this share of the largest figure is rounding


def _present(peers: ArrayLike) -> NDArray[np.float64]:
    values: NDArray[np.float64] = np.asarray(peers, dtype=float)
    present: NDArray[np.float64] = values[~np.isnan(values)]
    return present


def _enough(peers: NDArray[np.float64], min_peers: int) -> None:
    if len(peers) < min_peers:
        raise TooFewPeers(len(peers), min_peers)


def _spread(spread: float, peers: NDArray[np.float64]) -> float:
    if spread <= _DUST * float(np.abs(peers).max()):
        raise NoSpread(f"the spread of the {len(peers)} peers is 0")
    return spread


def z_score(value: float, peers: ArrayLike, min_peers: int = BASE.min_peers) -> float:
    """(x − mean_P)/sd_P, sd with n−1.

    Raises:
        TooFewPeers: fewer than `min_peers` peers with a figure (three Nordic peers once gave z = −28).
        NoSpread: all peers have the same figure.
    """
    values = _present(peers)
    _enough(values, min_peers)
    return float((value - values.mean()) / _spread(float(values.std(ddof=1)), values))


def robust_z(value: float, peers: ArrayLike, min_peers: int = BASE.min_peers) -> float:
    """(x − median_P)/(1.4826·MAD_P), MAD the median distance from the median; errors as `z_score`."""
    values = _present(peers)
    _enough(values, min_peers)
    median = float(np.median(values))
    mad = float(np.median(np.abs(values - median)))
    return (value - median) / _spread(MAD_TO_SD * mad, values)


def relative_gap(value: float, peers: ArrayLike, *, true_zero: bool = True) -> float | None:
    """100·(x − med_P)/|med_P|, per cent.

    None where per cent mean nothing: the unit has no true zero, figures lie on both sides of zero, or the median is
    closer to 0 than a tenth of the peers' standard deviation. None without peers.
    """
    values = _present(peers)
    if not true_zero or len(values) == 0:
        return None
    every = np.append(values, value)
    if every.min() < 0 < every.max():
        return None
    median = float(np.median(values))
    spread = float(values.std(ddof=1)) if len(values) > 1 else 0.0
    if median == 0 or abs(median) < NEAR_ZERO * spread:
        return None
    return 100 * (value - median) / abs(median)


def frontier_gap(value: float, peers: ArrayLike) -> float | None:
    """X − Q75_P in the indicator's unit: 0 or more is the best quarter; None without peers."""
    values = _present(peers)
    return float(value - np.quantile(values, 0.75)) if len(values) else None


@dataclass(frozen=True)
class Measures:
    """A region beside its peers in one year.

    Attributes:
        period: the year ("2023", or "2022–2025" for a mean).
        value: the region's figure, as published.
        flag: the publisher's flag letters on it.
        count: peers with a figure.
        rank: place among the region and these peers, 1 = best; ties share the better place.
        median: the peers' median, as published; None without peers.
        gap: value minus median, in the indicator's unit, as published; None without peers.
        better: whether that is the good side; None on the median or without peers.
        z, robust_z, relative_gap: oriented, see the functions; None where they refuse.
        frontier_gap: oriented distance to the best quarter.
    """

    period: str
    value: float
    flag: str
    count: int
    rank: int
    median: float | None
    gap: float | None
    better: bool | None
    z: float | None
    robust_z: float | None
    relative_gap: float | None
    frontier_gap: float | None
