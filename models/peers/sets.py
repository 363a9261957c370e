"""The peer sets that follow from the figures: the most similar regions, and those nearest by income."""

from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.peers.candidates import candidates, nearest_by_income
from models.peers.distance import nearest
from models.peers.structure import PeerError, Structure


def computed_members(
    figures: Figures, catalogue: Catalogue, structure: Structure, name: str, focus: str
) -> tuple[str, ...]:
    """The members of a computed set, nearest first, all of other countries.

    Args:
        figures: a release.
        catalogue: holds the set.
        structure: of the same release.
        name: id of the set.
        focus: the region that the set is made for.

    Raises:
        PeerError: the region has too few figures, or the set is unknown.
    """
    sets = catalogue.structure.computed_sets
    if name not in sets:
        raise PeerError(f"'{name}' is no computed set of peers")
    abroad, count = candidates(catalogue, focus), catalogue.structure.nearest
    if sets[name].by == "income":
        return tuple(code for code, _ in nearest_by_income(figures, catalogue, focus, count, abroad))
    return tuple(s.region for s in nearest(structure, focus, count, abroad, catalogue.structure.min_shared))
