"""Scenarios: a region's z under each peer set, year and way to measure the spread.

Computed for every region of the pool at once, each against the set without itself: the focus region's row is its
own result, the other rows say what a region drawn at random would get.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.advantages.measures import MAD_TO_SD
from models.advantages.years import YearFigures

Statistic = Literal["mean", "median"]
Problem = Literal["", "missing", "too_few_peers", "no_spread"]
STATISTICS: tuple[Statistic, ...] = ("mean", "median")


@dataclass(frozen=True)
class Scenario:
    """One way to compare.

    Attributes:
        peer_set: id of the set.
        period: the year.
        statistic: "mean" (mean and sd) or "median" (median and MAD).
        count: peers with a figure.
        z: oriented distance in standard deviations; None where `problem` says why there is none.
        problem: missing (the region), too_few_peers, no_spread, or "".
    """

    peer_set: str
    period: str
    statistic: Statistic
    count: int
    z: float | None
    problem: Problem = ""


@dataclass(frozen=True, eq=False)
class PoolScenario:
    """A scenario for all regions of the pool.

    Attributes:
        peer_set, year, statistic: which.
        z: region → z against the set without the region; NaN where it cannot be computed.
        counts: region → peers with a figure.
    """

    peer_set: str
    year: YearFigures
    statistic: Statistic
    z: pd.Series
    counts: pd.Series

    def of(self, region: str, min_peers: int) -> Scenario:
        """The scenario as one region sees it."""
        z, count = float(self.z[region]), int(self.counts[region])
        problem: Problem = ""
        if np.isnan(z):
            missing = pd.isna(self.year.values[region])
            problem = "missing" if missing else "too_few_peers" if count < min_peers else "no_spread"
        return Scenario(self.peer_set, self.year.period, self.statistic, count, None if problem else z, problem)


def _against(values: NDArray[np.float64], others: NDArray[np.float64], statistic: Statistic) -> NDArray[np.float64]:
    """Distances of values (n,) from the rows of others (n × m), in each row's spread."""
    if statistic == "mean":
        middle, spread = others.mean(axis=1), others.std(axis=1, ddof=1)
    else:
        middle = np.median(others, axis=1)
        spread = MAD_TO_SD * np.median(np.abs(others - middle[:, None]), axis=1)
    dust = 1e-12 * np.abs(others).max(axis=1)
    distances: NDArray[np.float64] = (values - middle) / np.where(spread > dust, spread, np.nan)
    return distances


def pool_scenario(
    year: YearFigures,
    sign: int,
    peer_set: str,
    members: Sequence[str],
    focus: str,
    statistic: Statistic,
    min_peers: int,
) -> PoolScenario:
    """The z of every region against (members and focus) without itself.

    For the focus region these are exactly the set's other members; regions outside the set never matter to it.
    """
    inside = year.values.index.isin([focus, *members])
    oriented = year.values.to_numpy() * sign
    known = ~np.isnan(oriented)
    pool = np.flatnonzero(inside & known)
    outside = np.flatnonzero(~inside & known)
    counts = np.full(len(oriented), len(pool))
    counts[pool] -= 1
    z = np.full(len(oriented), np.nan)
    if len(pool) - 1 >= min_peers:
        every = oriented[pool]
        apart = np.array([np.delete(every, k) for k in range(len(every))])
        z[pool] = _against(every, apart, statistic)
        if len(outside):
            z[outside] = _against(oriented[outside], np.tile(every, (len(outside), 1)), statistic)
    index = year.values.index
    return PoolScenario(peer_set, year, statistic, pd.Series(z, index=index), pd.Series(counts, index=index))


def pool_scenarios(
    years: Sequence[YearFigures],
    sign: int,
    peer_sets: Mapping[str, Sequence[str]],
    focus: str,
    min_peers: int,
) -> tuple[PoolScenario, ...]:
    """All scenarios of an indicator: peer sets × years × (mean and sd, median and MAD)."""
    return tuple(
        pool_scenario(year, sign, name, members, focus, statistic, min_peers)
        for name, members in peer_sets.items()
        for year in years
        for statistic in STATISTICS
    )
