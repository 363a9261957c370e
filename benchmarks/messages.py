"""How many messages the server sends over the WebSocket until a page that was just opened stands."""

from collections.abc import Sequence

from playwright.sync_api import Browser

from benchmarks.settled import STANDS
from tests.browser.reader import PATIENCE

Count = tuple[str, int, int]
_QUIET = 500  # milliseconds without a message, after which no more will come


def messages(browser: Browser, server: str, slugs: Sequence[str]) -> list[Count]:
    """Open every page in a browser that has nothing of it yet.

    Args:
        browser: to open them in.
        server: address of the application.
        slugs: of the pages.

    Returns:
        Page, number of messages, their bytes.
    """
    found = []
    for slug in slugs:
        context = browser.new_context(locale="nb-NO", viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        sizes: list[int] = []
        page.on("websocket", lambda socket, sizes=sizes: socket.on("framereceived", lambda d: sizes.append(len(d))))
        page.goto(f"{server}/{slug}")
        page.wait_for_function(STANDS)
        number = -1
        while number != (number := len(sizes)):
            page.wait_for_timeout(_QUIET)
        found.append((slug, number, sum(sizes)))
        context.close()
    return found


def table(rows: Sequence[Count]) -> str:
    """Pages with most messages first."""
    lines = ["| page | messages | kB |", "| --- | --: | --: |"]
    for slug, number, size in sorted(rows, key=lambda row: -row[1]):
        lines.append(f"| /{slug} | {number} | {size / 1000:.0f} |")
    return "\n".join(lines)
