"""Start and stop: the address answers at once, and what the first reader would wait for is made ready meanwhile."""

import asyncio
import signal
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from types import FrameType
from typing import Any

from streamlit.runtime.pages_manager import PagesManager

from data_sources.settings import settings
from pages.known import releases
from server import logs
from server.following import following
from server.rooms import audience


@contextmanager
def before_the_server_stops(end: Callable[[], None]) -> Iterator[None]:
    """Call `end` as soon as the process is told to stop: the server waits for open streams, and they end then."""
    if threading.current_thread() is not threading.main_thread():  # there signals cannot be heard
        yield
        return
    loop = asyncio.get_running_loop()
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def told(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(end)
        then = before[signal.Signals(number)]
        if callable(then):
            then(number, frame)

    for number in before:
        signal.signal(number, told)
    try:
        yield
    finally:
        for number, then in before.items():
            signal.signal(number, signal.SIG_DFL if then is None else then)


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[dict[str, Any]]:  # noqa: ANN401 - Streamlit's own type
    """Make the newest release ready and look for newer ones; the pages tell of a store in trouble."""
    # The folder pages/ would make Streamlit look for pages of its own in it until the first run of st.navigation,
    # and tell the very first reader of a deep link that the page does not exist.
    PagesManager.uses_pages_directory = False
    logs.set_up(settings().log_format)
    releases.starting.set()
    task = asyncio.create_task(following.follow())
    with before_the_server_stops(audience.end):
        yield {}
    task.cancel()
