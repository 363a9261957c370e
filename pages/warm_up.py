"""What the first reader would otherwise wait for."""

import importlib

from pages import figures
from pages.advantages import assessments
from pages.navigation import NAVIGATION


def warm_up() -> None:
    """Import every page, load the newest release, and work out the default index and strengths.

    Raises:
        DataError, SettingsError, CatalogueError: the pages cannot show figures.
    """
    for spec in NAVIGATION:
        importlib.import_module(spec.module)
    known = figures.catalogue()
    figures.ranks(known.default_lens.id, known.default_peers.members)
    assessments(known.default_lens.id, known.default_peers.members)
