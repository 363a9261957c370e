"""Strengths, weaknesses and tendencies as pages ask for them: worked out once a release, region and peers."""

from threading import Condition

from cachetools import LRUCache, cached

from models.advantages import BASE, Assessments, Thresholds, assess, comparable_sets
from pages import figures

OWN = "own"  # id of a peer set that the reader put together


def peer_sets(focus: str, peers: tuple[str, ...], thresholds: Thresholds = BASE) -> dict[str, tuple[str, ...]]:
    """The sets a region is judged against, the reader's first: rank and gap are against that one.

    With enough peers the catalogue's own sets follow, so that a strength is one that holds against them all. With
    too few (`min_peers`) the reader's stand alone and nothing is rated: a call would be about other regions than
    those the reader chose.
    """
    chosen = tuple(sorted({p for p in peers if p != focus}))
    if len(chosen) < thresholds.min_peers:
        return {OWN: chosen}
    named = comparable_sets(figures.catalogue(), focus, thresholds)
    same = next((name for name, members in named.items() if set(members) == set(chosen)), OWN)
    return {same: chosen, **{name: members for name, members in named.items() if name != same}}


def assessments(
    focus: str,
    peers: tuple[str, ...],
    release: int | None = None,
    thresholds: Thresholds = BASE,
    indicators: tuple[str, ...] | None = None,
) -> Assessments:
    """What the figures of a release say a region is better and worse at than its peers.

    Args:
        focus: the region.
        peers: the reader's peer regions; under `thresholds.min_peers` every indicator has its rank and gap and is
            not rated.
        release: number; the newest by default.
        thresholds: when a difference is called a strength or a weakness.
        indicators: ids with a direction; by default the scored ones.
    """
    key = tuple(sorted(p for p in set(peers) if p != focus))
    return _assessments(figures.figures(release).release, focus, key, thresholds, indicators)


@cached(LRUCache(maxsize=64), condition=Condition())
def _assessments(
    release: int, focus: str, peers: tuple[str, ...], thresholds: Thresholds, indicators: tuple[str, ...] | None
) -> Assessments:
    known = figures.catalogue()
    chosen = None if indicators is None else [known.indicators[name] for name in indicators]
    return assess(figures.figures(release), known, focus, peer_sets(focus, peers, thresholds), chosen, thresholds)
