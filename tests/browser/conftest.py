"""A real Chromium before the real application."""

import shutil
from collections.abc import Callable, Iterator

import httpx
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.meeting import STORY, Service
from tests.browser.people import SMALL, Browsers
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


@pytest.fixture(scope="package")
def browsers(chromium, server) -> Browsers:
    return Browsers(chromium, server)


@pytest.fixture
def person(browsers, server) -> Iterator[Callable[..., Reader]]:
    """Someone who was never here, with a browser of their own; at this server, or at another."""
    taken = []

    def comes(at: str = server) -> Reader:
        taken.append(browsers.take())
        return Reader(taken[-1].new_page(), at)

    yield comes
    for context in taken:
        browsers.leave(context)


@pytest.fixture
def reader(person) -> Reader:
    return person()


@pytest.fixture
def another(person) -> Reader:
    """Someone else, elsewhere."""
    return person()


@pytest.fixture(scope="package")
def service(database_url, tmp_path_factory):
    """The application with a store of its own, for presentations that are kept, shown and lost."""
    store = tmp_path_factory.mktemp("presentations") / "store.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), store)
    one = Service(store)
    one.start()
    yield one
    one.stop()


@pytest.fixture
def editor(person, service) -> Reader:
    """Someone at the page where presentations are made."""
    return person(service.address).open("/presentasjoner")


@pytest.fixture
def window(browsers, service):
    """Opens a browser of its own at an address."""
    taken = []

    def opened(address, size=SMALL, scheme="light"):
        taken.append((browsers.take(scheme), scheme))
        page = taken[-1][0].new_page()
        page.set_viewport_size(size)
        page.set_default_timeout(PATIENCE)
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(service.address + address)
        return page

    yield opened
    for context, scheme in taken:
        browsers.leave(context, scheme)


@pytest.fixture
def kept(service):
    """Code and secret of a presentation."""
    answer = httpx.post(f"{service.address}/vis", json={"presentation": STORY}, trust_env=False, timeout=60).json()
    return answer["code"], answer["edit"]
