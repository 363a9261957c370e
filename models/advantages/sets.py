"""Peer sets that a strength is judged against: the reader's own first, then those that may lower its call."""

from models.advantages.thresholds import BASE, Thresholds
from models.catalogue import Catalogue

OWN = "own"  # id of a peer set that the reader put together


def comparable_sets(catalogue: Catalogue, focus: str, thresholds: Thresholds = BASE) -> dict[str, tuple[str, ...]]:
    """The catalogue's voting sets (`peers.toml`) with enough members without the region, the default set first.

    They are listed apart from the peer sets, so that a set added to the catalogue never changes a verdict.
    """
    ordered = sorted(catalogue.voting, key=lambda name: not catalogue.peer_sets[name].default)
    sets = {name: tuple(m for m in catalogue.members(name) if m != focus) for name in ordered}
    return {name: members for name, members in sets.items() if len(members) >= thresholds.min_peers}


def judged_against(
    catalogue: Catalogue, focus: str, peers: tuple[str, ...], thresholds: Thresholds = BASE
) -> dict[str, tuple[str, ...]]:
    """The sets a region is judged against: the reader's own, which decides, then those that may lower its call.

    With under `min_peers` the reader's stand alone and nothing is rated: a call would be about other regions than
    those the reader chose.
    """
    chosen = tuple(sorted({p for p in peers if p != focus}))
    if len(chosen) < thresholds.min_peers:
        return {OWN: chosen}
    named = comparable_sets(catalogue, focus, thresholds)
    same = next((name for name, members in named.items() if set(members) == set(chosen)), OWN)
    return {same: chosen, **{name: members for name, members in named.items() if name != same}}
