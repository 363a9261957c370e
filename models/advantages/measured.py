"""A region beside one peer set in one year: every measure that can be computed, None for those refused."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.advantages.errors import NoSpread, TooFewPeers
from models.advantages.measures import Measures, frontier_gap, relative_gap, robust_z, z_score
from models.advantages.years import YearFigures
from models.catalogue import Indicator
from models.composite.index import rank


def _unless_refused(
    distance: Callable[[float, NDArray[np.float64], int], float],
    value: float,
    peers: NDArray[np.float64],
    min_peers: int,
) -> float | None:
    try:
        return distance(value, peers, min_peers)
    except (TooFewPeers, NoSpread):
        return None


def measured(
    year: YearFigures,
    indicator: Indicator,
    focus: str,
    peers: Sequence[str],
    min_peers: int,
    true_zero: bool,
) -> Measures:
    """Rank, gap and distances of a region that has a figure.

    Args:
        year: figures with the region and its peers.
        indicator: for the direction.
        focus: the region; its own figure never counts among the peers.
        peers: codes; those without a figure are left out.
        min_peers: fewest for a z.
        true_zero: whether the unit has one.
    """
    others = year.values.reindex([p for p in dict.fromkeys(peers) if p != focus]).dropna().to_numpy() * indicator.sign
    value = float(year.values[focus])
    oriented = value * indicator.sign
    median = round(float(np.median(others)), 9) * indicator.sign if len(others) else None
    gap = None if median is None else round(value - median, 9)
    return Measures(
        period=year.period,
        value=value,
        flag=str(year.flags[focus]),
        count=len(others),
        rank=int(rank(np.append(oriented, others))[0]),
        median=median,
        gap=gap,
        better=gap * indicator.sign > 0 if gap else None,
        z=_unless_refused(z_score, oriented, others, min_peers),
        robust_z=_unless_refused(robust_z, oriented, others, min_peers),
        relative_gap=relative_gap(oriented, others, true_zero=true_zero),
        frontier_gap=frontier_gap(oriented, others),
    )
