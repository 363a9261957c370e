"""A reader whose page was open while the server was started anew."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.application import Application
from tests.browser.reader import Reader

LOST = "() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState !== 'CONNECTED'"


class Restarted(Reader):
    """A reader, with what the page told them while the server was away, and whether the next has spoken to them."""

    told = ""
    answered = False

    def __init__(self, page: Page, server: str) -> None:
        super().__init__(page, server)
        page.on("websocket", lambda stream: stream.on("framereceived", self._answer))

    def _answer(self, _: object) -> None:
        self.answered = True

    def lost(self) -> None:
        """Wait until the page says that its server is away."""
        self.page.wait_for_function(LOST)
        self.told = self.page.get_by_role("dialog").inner_text()
        self.answered = False

    def again(self) -> "Restarted":
        """Wait until the page has been drawn by the new server."""
        while not self.answered:
            self.page.wait_for_timeout(50)
        self.settled()
        return self


@pytest.fixture(scope="module")
def both(browsers, database_url, tmp_path_factory):
    """Two readers on a page whose server has just come back, one for each first action."""
    folder = tmp_path_factory.mktemp("restart")
    contexts = [browsers.take() for _ in range(2)]
    with Application(database_url, folder / "first.txt") as address:
        readers = [Restarted(context.new_page(), address) for context in contexts]
        for reader in readers:
            reader.open("/talent?lang=nb&peers=nordic_capitals")
    for reader in readers:
        reader.lost()
    with Application(database_url, folder / "second.txt", port=urlsplit(address).port or 0):
        yield readers
    for context in contexts:
        browsers.leave(context)


def test_an_outage_is_told_and_the_first_choice_after_it_holds(both):
    restarted = both[0].again()
    assert "Ingen forbindelse med tjenesten" in restarted.told
    assert "kommer tilbake av seg selv" in restarted.told
    assert "Streamlit" not in restarted.told
    assert restarted.page.get_by_role("dialog").count() == 0
    restarted.choose("Indikator", "Arbeidsledighet 15–74 år")
    restarted.until(indicator="unemployment_rate_15_74", peers="nordic_capitals", year="2025")


def test_what_is_first_downloaded_after_a_restart_comes(both):
    restarted = both[1].again()
    restarted.page.locator("details.tool.download summary").first.click()
    link = restarted.page.locator("details.tool.download a").first
    with restarted.page.expect_download() as waited:
        link.click()
    assert waited.value.path().stat().st_size > 100
