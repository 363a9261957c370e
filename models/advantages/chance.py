"""How many strengths and weaknesses would appear if the region were any of those compared.

No random numbers: each region of the pool takes the focus region's place in turn, with its own figures and flags, and
gets its calls by the same rules. The mean number of calls is what chance alone gives, with the real figures' skew and
the real likeness of neighbouring years, which a normal distribution would not have.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import get_args

import numpy as np
import pandas as pd

from models.advantages.calls import Kind, call
from models.advantages.scenarios import PoolScenario
from models.advantages.thresholds import BASE, Thresholds

DOUBTFUL = frozenset("bu")  # break in the series, low reliability


def expected(
    indicators: Sequence[Sequence[PoolScenario]],
    thresholds: Thresholds = BASE,
    within_error: Sequence[pd.Series | None] = (),
) -> Mapping[Kind, float]:
    """Mean number of calls of each kind for a region drawn at random.

    Args:
        indicators: for each indicator its scenarios, by the same rows of regions, the reader's own set first.
        thresholds: see `Thresholds`.
        within_error: for each indicator, region → whether its distance to the median is within the sampling error; None
            where there is none.

    Returns:
        The kinds that are rated; they sum to the number of indicators that can be rated for at least one region.
    """
    total: dict[Kind, float] = dict.fromkeys(get_args(Kind), 0.0)
    for scenarios, small in zip_longest(indicators, within_error):
        kinds: Counter[Kind] = Counter()
        if not scenarios:
            continue
        newest = scenarios[0].year
        every = np.column_stack([s.z.to_numpy() for s in scenarios])
        own = np.array([s.peer_set == scenarios[0].peer_set for s in scenarios])
        regions = scenarios[0].z.index
        near = [False] * len(regions) if small is None else small.reindex(regions).tolist()
        for z, flag, within in zip(every, newest.flags.reindex(regions), near, strict=True):
            known = ~np.isnan(z)
            if (known & own).any():
                doubtful = newest.unusual or bool(DOUBTFUL & set(flag))
                kinds[
                    call(z[known & own], thresholds, z[known & ~own], doubtful=doubtful, within_error=within).kind
                ] += 1
        if count := sum(kinds.values()):
            for kind, n in kinds.items():
                total[kind] += n / count
    return {kind: total[kind] for kind in get_args(Kind) if kind != "not_rated"}
