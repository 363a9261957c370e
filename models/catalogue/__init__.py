"""The catalogue: what is measured, where, for whom and from which source. TOML and CSV in, frozen types out."""

from models.catalogue.catalogue import Catalogue
from models.catalogue.identity import Identity
from models.catalogue.indicator import Indicator
from models.catalogue.loading import load_catalogue
from models.catalogue.problems import CatalogueError, Problem
from models.catalogue.regions import PeerSet, Region
from models.catalogue.register import Barrier, Finding, Measure
from models.catalogue.sources import Publisher
from models.catalogue.texts import Text
from models.catalogue.types import OpenQuestion, Theme, Unit

__all__ = [
    "Barrier",
    "Catalogue",
    "CatalogueError",
    "Finding",
    "Identity",
    "Indicator",
    "Measure",
    "OpenQuestion",
    "PeerSet",
    "Problem",
    "Publisher",
    "Region",
    "Text",
    "Theme",
    "Unit",
    "load_catalogue",
]
