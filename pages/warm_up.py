"""What the first reader would otherwise wait for."""

import importlib

from pages import figures
from pages.advantages import assessments
from pages.barrierer.results import gap_trends
from pages.navigation import NAVIGATION


def warm_up(release: int | None = None) -> None:
    """Import every page, load a release, by default the newest, and work out the default index and strengths.

    Raises:
        DataError, SettingsError, CatalogueError: the pages cannot show figures.
    """
    for spec in NAVIGATION:
        importlib.import_module(spec.module)
    known = figures.catalogue()
    focus, peers = known.default_lens.id, known.default_peers.members
    figures.ranks(focus, peers, release)
    # Every page links to the thought experiment, whose opening figure is one of these.
    rated = assessments(focus, peers, release)
    gap_trends(focus, peers, [one.indicator.id for one in rated.all], figures.figures(release).release)
    figures.spare_from_collection()


def take_up() -> None:
    """Show a release that has come since, once it is ready: readers keep the one before until then.

    Raises:
        DataError: the store cannot be read.
    """
    found = figures.look()
    if found and found != figures.history():
        warm_up(found[-1].id)
        figures.show(found)
