"""The places of every region in one node over many defensible ways to compute them, small enough to keep."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from models.composite.checks import FEWEST_REGIONS
from models.index.attractiveness import Attractiveness
from models.index.honest_ranks import DRAWS, FieldRank, HonestRank, honest_ranks


@dataclass(frozen=True)
class RankRanges:
    """Places in a theme or the total, among the peers the reader chose.

    Attributes:
        node: theme id or "index".
        focus: code of the focus region.
        count: regions ranked.
        rows: index region; columns median, low and high (5–95 %), best median first.
        above: for each peer, the share of the draws in which the focus region ranks above it.
        without_cities: the focus region's places when peers drawn tightly around a city are left out, where that
            leaves enough regions; apart, since it is another set of peers.
        draws: number of draws.
    """

    node: str
    focus: str
    count: int
    rows: pd.DataFrame
    above: Mapping[str, float]
    without_cities: FieldRank | None
    draws: int

    @cached_property
    def places(self) -> Mapping[str, tuple[int, int, int]]:
        """Median, low and high of each region."""
        return {str(row.Index): (int(row.median), int(row.low), int(row.high)) for row in self.rows.itertuples()}

    @property
    def own(self) -> tuple[int, int, int]:
        """Median, low and high of the focus region."""
        return self.places[self.focus]


def _ranges(honest: HonestRank, focus: str) -> RankRanges:
    everyone = honest.draws.subset(~honest.draws.left_out)
    summary = everyone.summary()[["median", "p5", "p95"]].dropna().astype(int)
    rows = summary.rename(columns={"p5": "low", "p95": "high"}).sort_values(["median", "low", "high"], kind="stable")
    return RankRanges(
        node=honest.node,
        focus=focus,
        count=everyone.field,
        rows=rows,
        above={code: share for code, share in honest.above.items() if code in rows.index},
        without_cities=honest.fields[1] if len(honest.fields) > 1 else None,
        draws=len(everyone.ranks),
    )


def rank_ranges(
    index: Attractiveness,
    focus: str,
    peers: Collection[str],
    city_bounded: Collection[str],
    *,
    draws: int = DRAWS,
    seed: int = 1,
) -> dict[str, RankRanges]:
    """Places of `focus` and its peers for the total and each theme in which it has a score.

    Returns:
        By node; empty where there are too few regions to rank. The same seed gives the same places.
    """
    known = [code for code in peers if code in index.result.scores.index]
    if focus not in index.result.scores.index or len({focus, *known}) < FEWEST_REGIONS:
        return {}
    by_node = honest_ranks(index, focus, known, city_bounded, draws=draws, seed=seed)
    return {node: _ranges(honest, focus) for node, honest in by_node.items()}
