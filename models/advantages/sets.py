"""Peer sets that a strength can be judged against."""

from models.advantages.thresholds import BASE, Thresholds
from models.catalogue import Catalogue


def comparable_sets(catalogue: Catalogue, focus: str, thresholds: Thresholds = BASE) -> dict[str, tuple[str, ...]]:
    """The catalogue's peer sets with enough members without the region, the default set first.

    "All of Europe" is left out: most of its regions are no metropolitan ones, and a strength against them says little.
    """
    ordered = sorted(catalogue.peer_sets.values(), key=lambda s: not s.default)
    sets = {s.id: tuple(m for m in s.members if m != focus) for s in ordered if not s.all}
    return {name: members for name, members in sets.items() if len(members) >= thresholds.min_peers}
