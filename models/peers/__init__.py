"""Similar regions: by structure (size, age, mix of industries, capital role), never by performance."""

from models.peers.candidates import candidates, nearest_by_income
from models.peers.distance import Similar, distances, nearest, unlikeness
from models.peers.sets import computed_members
from models.peers.stability import stability
from models.peers.structure import Dimension, PeerError, Structure, standardise, structure

__all__ = [
    "Dimension",
    "PeerError",
    "Similar",
    "Structure",
    "candidates",
    "computed_members",
    "distances",
    "nearest",
    "nearest_by_income",
    "stability",
    "standardise",
    "structure",
    "unlikeness",
]
