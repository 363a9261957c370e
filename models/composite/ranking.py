"""Ranks: 1 is best, ties share the better rank, what has no score has no rank."""

import numpy as np
from numpy.typing import NDArray

TIE = 1e-9  # scores closer than this share a rank


def rank(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """1 + the number of scores greater by more than 1e-9, for scores (n,); 0 where NaN."""
    places: NDArray[np.int64] = rank_rows(scores[None, :])[0].astype(np.int64)
    return places


def rank_rows(scores: NDArray[np.float64]) -> NDArray[np.uint16]:
    """The same for each row of scores (draws × regions), at most 65,535 regions."""
    draws, regions = scores.shape
    order = np.argsort(-scores, axis=1)  # NaN comes last
    ordered = np.take_along_axis(scores, order, axis=1)
    places = np.empty((draws, regions), dtype=np.uint16)
    places[:] = np.arange(1, regions + 1, dtype=np.uint16)
    for back in range(1, regions):
        tied = ordered[:, :-back] <= ordered[:, back:] + TIE
        if not tied.any():
            break
        places[:, back:] -= tied
    if np.isnan(ordered[:, -1:]).any():
        places[np.isnan(ordered)] = 0
    ranks = np.empty_like(places)
    np.put_along_axis(ranks, order, places, axis=1)
    return ranks
