"""A real Chromium before the real application."""

import shutil
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.meeting import SMALL, STORY, Service
from tests.browser.reader import FLAGS, HEADLESS, LIGHT, PATIENCE, Reader


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)
            if HEADLESS is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium was found (Debian: apt-get install chromium)"))


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=HEADLESS, args=LIGHT)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def with_graphics(chromium) -> Iterator[Browser]:
    """One that draws as a reader's does; whatever it warns of is a fault."""
    browser = chromium.browser_type.launch(executable_path=HEADLESS, args=FLAGS)
    yield browser
    browser.close()


def _leave(context: BrowserContext) -> None:
    """Nothing is left of who was here: no page, no cookie, nothing kept, nothing allowed. Only the scripts are not
    read anew by who comes next, which takes most of opening a page."""
    for one in context.pages:
        if one.url.startswith("http"):
            one.evaluate("localStorage.clear(); sessionStorage.clear()")
        one.close()
    context.clear_cookies()
    context.clear_permissions()


def _come(context: BrowserContext, server: str) -> Iterator[Reader]:
    """Someone who was never here."""
    page = context.new_page()
    yield Reader(page, server)
    _leave(context)


@pytest.fixture(scope="package")
def here(chromium) -> BrowserContext:
    return chromium.new_context(locale="nb-NO")


@pytest.fixture(scope="package")
def elsewhere(chromium) -> BrowserContext:
    return chromium.new_context(locale="nb-NO")


@pytest.fixture
def reader(here, server) -> Iterator[Reader]:
    """A reader with a browser of their own."""
    yield from _come(here, server)


@pytest.fixture
def another(elsewhere, server) -> Iterator[Reader]:
    """Someone else, elsewhere."""
    yield from _come(elsewhere, server)


@pytest.fixture(scope="package")
def service(database_url, tmp_path_factory):
    """The application with a store of its own, for presentations that are kept, shown and lost."""
    store = tmp_path_factory.mktemp("presentations") / "store.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), store)
    one = Service(store)
    one.start()
    yield one
    one.stop()


@pytest.fixture(scope="package")
def browsers() -> dict[str, list[BrowserContext]]:
    """What windows are opened in, by appearance: each by one person at a time."""
    return {"light": [], "dark": []}


@pytest.fixture
def window(chromium, browsers, service):
    """Opens a browser of its own at an address."""
    taken = []

    def opened(address, size=SMALL, scheme="light"):
        free = [context for context in browsers[scheme] if context not in taken]
        if not free:
            free.append(chromium.new_context(locale="nb-NO", viewport=SMALL, color_scheme=scheme))
            browsers[scheme].extend(free)
        taken.append(free[0])
        page = free[0].new_page()
        page.set_viewport_size(size)
        page.set_default_timeout(PATIENCE)
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(service.address + address)
        return page

    yield opened
    for context in taken:
        context.set_offline(False)
        _leave(context)


@pytest.fixture
def kept(service):
    """Code and secret of a presentation."""
    answer = httpx.post(f"{service.address}/vis", json={"presentation": STORY}, trust_env=False, timeout=60).json()
    return answer["code"], answer["edit"]
