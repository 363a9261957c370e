"""Start and stop: what the first reader would otherwise wait for is done before."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event
from typing import Any

from streamlit.runtime.pages_manager import PagesManager

from data_sources.errors import DataError
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from pages.warm_up import warm_up

warm = Event()
_log = logging.getLogger("osloregionen")


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[dict[str, Any]]:  # noqa: ANN401 - Streamlit's own type
    """Load the newest release and the default index; a store that cannot be used is told on the page."""
    # The folder pages/ would make Streamlit look for pages of its own in it until the first run of st.navigation,
    # and tell the very first reader of a deep link that the page does not exist.
    PagesManager.uses_pages_directory = False
    try:
        await asyncio.to_thread(warm_up)
    except (DataError, SettingsError, CatalogueError) as error:
        _log.error("The pages will say what is wrong: %s", error)
    warm.set()
    yield {}
