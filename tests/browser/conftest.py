"""A real Chromium before the real application."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.reader import FLAGS, HEADLESS, Reader


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)
            if HEADLESS is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium was found (Debian: apt-get install chromium)"))


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=HEADLESS, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def reader(chromium, server) -> Iterator[Reader]:
    """A reader with a browser of their own."""
    context = chromium.new_context(locale="nb-NO")
    yield Reader(context.new_page(), server)
    context.close()


@pytest.fixture
def another(chromium, server) -> Iterator[Reader]:
    """Someone else, elsewhere."""
    context = chromium.new_context(locale="nb-NO")
    yield Reader(context.new_page(), server)
    context.close()
