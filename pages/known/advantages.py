"""Strengths, weaknesses and tendencies as pages ask for them: worked out once a release, region and peers."""

from models.advantages import BASE, Assessments, Thresholds, assess, judged_against
from models.keeping import kept
from pages.known import releases


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
    return _assessments(releases.figures(release).release, focus, key, thresholds, indicators)


@kept(64)
def _assessments(
    release: int, focus: str, peers: tuple[str, ...], thresholds: Thresholds, indicators: tuple[str, ...] | None
) -> Assessments:
    known = releases.catalogue_of(release)
    chosen = None if indicators is None else [known.indicators[name] for name in indicators]
    sets = judged_against(known, focus, peers, thresholds)
    return assess(releases.figures(release), known, focus, sets, chosen, thresholds)
