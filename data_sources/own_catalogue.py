"""The catalogue as this installation has it: ours, with further entries and a list of members where they are set."""

from data_sources.settings import settings
from models.catalogue import Catalogue, load_catalogue


def load() -> Catalogue:
    """Read and check it.

    Raises:
        CatalogueError: with every mistake of every file.
        SettingsError: a setting cannot be used.
    """
    chosen = settings()
    return load_catalogue(own=chosen.catalogue, members=chosen.members)
