"""What the first reader would otherwise wait for."""

import importlib
import logging
import time

from components.words.text import LANGUAGES
from data_sources.errors import DataError, StoreEmpty
from data_sources.prepare import prepare
from data_sources.settings import settings
from data_sources.store.engine import create_to_read
from data_sources.store.verify import verify
from models.keeping import forget
from pages.exhibits.first_view import told
from pages.exhibits.registry import view_of
from pages.known import releases
from pages.known.advantages import assessments
from pages.known.thought import gap_trends
from pages.navigation import NAVIGATION

_PAUSE = 0.05  # seconds between two pages, for readers who are there already
_log = logging.getLogger("osloregionen")


def warm_up(release: int | None = None) -> None:
    """Import every page, load a release, by default the newest, and work out the default index and strengths.

    Raises:
        DataError, SettingsError, CatalogueError: the pages cannot show figures.
    """
    for spec in NAVIGATION:
        importlib.import_module(spec.module)
    known = releases.catalogue()
    focus, peers = known.default_lens.id, known.default_peers.members
    releases.ranks(focus, peers, release)
    # Every page links to the thought experiment, whose opening figure is one of these.
    rated = assessments(focus, peers, release)
    gap_trends(focus, peers, [one.indicator.id for one in rated.all], releases.figures(release).release)
    # What the digest tells is asked for while the store is there.
    shown = [one.id for one in releases.look()]
    if len(shown) > 1:
        releases.revisions(shown[-2], shown[-1])
    releases.spare_from_collection()


def first_views() -> None:
    """Make what readers meet first on each page, so that none need wait; a fault stops no other page."""
    for language in LANGUAGES:
        for spec in NAVIGATION:
            try:
                told(view_of(spec.slug, {"lang": language})[0], ())
            except DataError as error:  # the store was replaced meanwhile, say
                _log.warning("The page %s cannot be made ready: %s", spec.slug, error)
            except Exception:  # noqa: BLE001 - the reader of this page is told, in their language, when they come
                _log.exception("The page %s cannot be made ready", spec.slug)
            time.sleep(_PAUSE)


def anew() -> None:
    """Work everything out once more from what the store holds, if that is whole.

    Raises:
        DataError: it is not; what is in memory stays.
    """
    verify(create_to_read(settings().database_url))
    forget()
    warm_up()


def start() -> None:
    """Get the store ready and read it through, then everything that pages need first.

    Raises:
        DataError, SettingsError, CatalogueError: the pages cannot show figures.
    """
    prepare(settings(), check=True)
    forget()
    warm_up()


def take_up() -> bool:
    """Show a release that has come since, once it is ready: readers keep the one before until then.

    Returns:
        Whether the releases shown so far are no longer those of the store: it was restored or replaced, and all that
        was worked out from it has been let go.

    Raises:
        DataError: the store cannot be read.
    """
    stored, shown = releases.look(), releases.history()
    if stored == shown:
        return False
    if not stored:
        raise StoreEmpty("The database holds no figures any more.", remedy="Put a copy back in its place.")
    replaced = stored[: len(shown)] != shown
    if replaced:
        verify(create_to_read(settings().database_url))  # what is shown is let go for something whole only
        forget()
    warm_up(stored[-1].id)
    releases.show(stored)
    return replaced
