"""Where a region stands among peers: rank and distance for each node of the index."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from models.index.attractiveness import Attractiveness
from models.keeping import noted

BEST = 3  # of a long ranking that are always shown


@dataclass(frozen=True)
class Standing:
    """A region's place in one indicator, theme or the index.

    Attributes:
        node: indicator id, theme id or "index".
        score: 0–100 by the fixed goalposts (may leave the range).
        rank: 1 is best; ties share the better rank.
        count: regions ranked, the region itself included.
        distance: score minus the median score of the peers (without the region itself); None without peers.
    """

    node: str
    score: float
    rank: int
    count: int
    distance: float | None


@noted(4096)  # each page asks for the same few dozen places at each click
def standing(index: Attractiveness, node: str, focus: str, peers: tuple[str, ...]) -> Standing | None:
    """The place of `focus` among `peers`, or None where it has no score."""
    score = index.score(node, focus)
    if score is None:
        return None
    peers = tuple(p for p in dict.fromkeys(peers) if p != focus)
    ranks = index.result.ranks(node, [focus, *peers])
    others = index.result.scores[node].reindex(list(peers)).dropna()
    distance = score - float(others.median()) if len(others) else None
    return Standing(node, score, int(ranks[focus]), len(ranks), distance)


def by_distance(index: Attractiveness, focus: str, peers: tuple[str, ...]) -> list[Standing]:
    """The scored indicators of a region, furthest above its peers first."""
    standings = [standing(index, leaf.code, focus, peers) for leaf in index.result.framework.leaves]
    known = [s for s in standings if s is not None and s.distance is not None and s.count > 1]
    return sorted(known, key=lambda s: -(s.distance or 0.0))


def order(index: Attractiveness, node: str, regions: list[str]) -> tuple[pd.Series, list[str]]:
    """Scores of `regions` in one node, best first, and the regions that have none."""
    if node not in index.result.scores.columns:
        return pd.Series(dtype=float), regions
    known = [r for r in regions if r in index.result.scores.index]
    scores = index.result.scores.loc[known, node].dropna().sort_values(ascending=False, kind="stable")
    return scores, [r for r in regions if r not in scores.index]


def excerpt(ordered: Sequence[str], keep: Collection[str], most: int | None) -> list[str]:
    """The best few and those around the regions to keep, where a ranking is too long to draw.

    Args:
        ordered: codes, best first.
        keep: codes that must be among them.
        most: how many to draw, unless more must be kept; all where None.
    """
    if most is None or len(ordered) <= most:
        return list(ordered)
    kept = [position for position, code in enumerate(ordered) if code in keep]
    if not kept:
        return list(ordered[:most])
    wanted = {*kept, *range(BEST)}
    # Wider and wider around the kept ones.
    for distance in range(1, len(ordered)):
        for position in kept:
            for near in (position - distance, position + distance):
                if 0 <= near < len(ordered) and len(wanted) < most:
                    wanted.add(near)
    return [ordered[position] for position in sorted(wanted)]
