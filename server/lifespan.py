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
from pages.warm_up import take_up, warm_up

LOOK_EVERY = 2.0  # seconds between two looks for a new release
warm = Event()
_log = logging.getLogger("osloregionen")


async def _follow() -> None:
    said = ""
    while True:
        await asyncio.sleep(LOOK_EVERY)
        try:
            await asyncio.to_thread(take_up)
            said = ""
        except (DataError, SettingsError, CatalogueError) as error:
            if str(error) != said:  # once, not every other second
                _log.warning("No look for a new release: %s", error)
            said = str(error)


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[dict[str, Any]]:  # noqa: ANN401 - Streamlit's own type
    """Load the newest release and the default index, and look for newer ones; the pages tell of a store in trouble."""
    # The folder pages/ would make Streamlit look for pages of its own in it until the first run of st.navigation,
    # and tell the very first reader of a deep link that the page does not exist.
    PagesManager.uses_pages_directory = False
    try:
        await asyncio.to_thread(warm_up)
    except (DataError, SettingsError, CatalogueError) as error:
        _log.error("The pages will say what is wrong: %s", error)
    warm.set()
    following = asyncio.create_task(_follow())
    yield {}
    following.cancel()
