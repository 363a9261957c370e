"""Ranks over many draws, and what they say: median, range, top quartile, who stands above whom.

Where a draw leaves regions out, a rank is one of fewer places: 6 of 20 is not 6 of 26. Such a rank r of n is read
as the place p = 1 + (r − 1)(N − 1)/(n − 1) in the full field of N, rounded: first stays first and last stays last.
Without that, leaving regions out could only ever better a rank. The top quartile is judged in each draw's own
field; of two regions only draws with both count.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite.errors import CompositeError

SUMMARY = ("median", "p5", "p95", "top_quartile")


@dataclass(frozen=True)
class RankDraws:
    """Ranks of a node.

    Attributes:
        regions: the columns.
        ranks: draws × regions as drawn, 1 is best, 0 where the region has no rank in that draw.
        left_out: the draws that leave regions out.
    """

    regions: tuple[str, ...]
    ranks: NDArray[np.uint16]
    left_out: NDArray[np.bool_]

    @property
    def counts(self) -> NDArray[np.int64]:
        """Regions ranked in each draw."""
        return np.asarray((self.ranks > 0).sum(axis=1), dtype=np.int64)

    @property
    def field(self) -> int:
        """Regions ranked where none are left out."""
        return int(self.counts.max(initial=0))

    def subset(self, chosen: NDArray[np.bool_]) -> "RankDraws":
        """Some of the draws only."""
        return RankDraws(self.regions, self.ranks[chosen], self.left_out[chosen])

    def places(self) -> NDArray[np.uint16]:
        """Draws × regions: ranks read as places in the full field (see above), 0 where there is none."""
        counts, field = self.counts, self.field
        if (counts == field).all():
            return self.ranks
        places = self.ranks.copy()
        for count in np.unique(counts[counts < field]):
            if count > 1:
                table = np.arange(count + 1, dtype=float)
                table[1:] = np.floor(1 + (table[1:] - 1) * (field - 1) / (count - 1) + 0.5)
                rows = counts == count
                places[rows] = table.astype(np.uint16)[self.ranks[rows]]
        return places

    def summary(self) -> pd.DataFrame:
        """A row a region: median, p5 and p95 of the places, and the share of draws in the top quartile.

        A quantile is the smallest place with at least that share of the draws at or above it, so always a place
        that occurred (never 8.5). Regions that never had a rank are NaN throughout.
        """
        ranked = (self.ranks > 0).sum(axis=0)
        cumulated = np.cumsum(self._tally(), axis=1)
        columns: dict[str, NDArray[np.float64]] = {}
        for name, share in zip(SUMMARY, (0.5, 0.05, 0.95), strict=False):
            reached = cumulated >= np.maximum(np.ceil(share * ranked - 1e-9), 1)[:, None]
            columns[name] = np.where(ranked > 0, reached.argmax(axis=1) + 1.0, np.nan)
        best = np.maximum(self.counts // 4, 1)[:, None]
        top = ((self.ranks > 0) & (self.ranks <= best)).sum(axis=0)
        columns[SUMMARY[-1]] = np.divide(top, ranked, out=np.full(len(ranked), np.nan), where=ranked > 0)
        return pd.DataFrame(columns, index=pd.Index(self.regions, name="region"))

    def _tally(self) -> NDArray[np.int64]:
        """Regions × places: in how many draws a region had a place."""
        width = self.field + 1
        keys = self.places() + np.arange(len(self.regions), dtype=np.int32) * width
        tally = np.bincount(keys.ravel(), minlength=len(self.regions) * width)
        return tally.reshape(len(self.regions), width)[:, 1:]

    def above(self, region: str, others: Sequence[str] | None = None) -> pd.Series:
        """P(region ranks above each other region): ties do not count, NaN where they never meet.

        Raises:
            CompositeError: a region that was not drawn.
        """
        others = [r for r in self.regions if r != region] if others is None else list(others)
        for code in (region, *others):
            if code not in self.regions:
                raise CompositeError(f"unknown region '{code}'")
        own = self.ranks[:, [self.regions.index(region)]]
        theirs = self.ranks[:, [self.regions.index(code) for code in others]]
        both = (own > 0) & (theirs > 0)
        met = both.sum(axis=0)
        won = (both & (own < theirs)).sum(axis=0)
        shares = np.divide(won, met, out=np.full(len(others), np.nan), where=met > 0)
        return pd.Series(shares, index=others, name=region)
