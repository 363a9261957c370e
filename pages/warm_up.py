"""What the first reader would otherwise wait for."""

import importlib

from pages import figures
from pages.advantages import assessments
from pages.barrierer.results import gap_trends
from pages.navigation import NAVIGATION


def warm_up() -> None:
    """Import every page, load the newest release, and work out the default index and strengths.

    Raises:
        DataError, SettingsError, CatalogueError: the pages cannot show figures.
    """
    for spec in NAVIGATION:
        importlib.import_module(spec.module)
    known = figures.catalogue()
    focus, peers = known.default_lens.id, known.default_peers.members
    figures.ranks(focus, peers)
    # Every page links to the thought experiment, whose opening figure is one of these.
    rated = assessments(focus, peers)
    gap_trends(focus, peers, [one.indicator.id for one in rated.all], figures.figures().release)
    figures.spare_from_collection()
