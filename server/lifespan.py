"""Start and stop: the address answers at once, and what the first reader would wait for is made ready meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from streamlit.runtime.pages_manager import PagesManager

from pages.known import releases
from server import logs
from server.following import following


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[dict[str, Any]]:  # noqa: ANN401 - Streamlit's own type
    """Make the newest release ready and look for newer ones; the pages tell of a store in trouble."""
    # The folder pages/ would make Streamlit look for pages of its own in it until the first run of st.navigation,
    # and tell the very first reader of a deep link that the page does not exist.
    PagesManager.uses_pages_directory = False
    logs.set_up()
    releases.starting.set()
    task = asyncio.create_task(following.follow())
    yield {}
    task.cancel()
