"""The catalogue as this installation has it: ours, with the folder of further entries where one is set."""

from data_sources.settings import settings
from models.catalogue import Catalogue, load_catalogue


def load() -> Catalogue:
    """Read and check it.

    Raises:
        CatalogueError: with every mistake of every file.
        SettingsError: a setting cannot be used.
    """
    return load_catalogue(own=settings().catalogue)
