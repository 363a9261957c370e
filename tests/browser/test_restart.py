"""A reader whose page was open while the server was started anew."""

from urllib.parse import urlsplit

import pytest

from tests.application import Application
from tests.browser.reader import Reader

LOST = "() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState !== 'CONNECTED'"


class Restarted(Reader):
    """A reader, with what the page told them while the server was away."""

    told = ""

    def again(self) -> "Restarted":
        """Wait until the page has been drawn by the new server."""
        with self.page.expect_websocket() as stream:
            pass
        stream.value.wait_for_event("framereceived")
        self.settled()
        return self


@pytest.fixture
def restarted(chromium, database_url, tmp_path):
    """A reader on a page whose server has just come back."""
    context = chromium.new_context(locale="nb-NO")
    with Application(database_url, tmp_path / "first.txt") as address:
        reader = Restarted(context.new_page(), address)
        reader.open("/talent?lang=nb&peers=nordic_capitals")
    reader.page.wait_for_function(LOST)
    reader.told = reader.page.get_by_role("dialog").inner_text()
    with Application(database_url, tmp_path / "second.txt", port=urlsplit(address).port or 0):
        yield reader.again()
    context.close()


def test_an_outage_is_told_and_the_first_choice_after_it_holds(restarted):
    assert "Ingen forbindelse med tjenesten" in restarted.told
    assert "kommer tilbake av seg selv" in restarted.told
    assert "Streamlit" not in restarted.told
    assert restarted.page.get_by_role("dialog").count() == 0
    restarted.choose("Indikator", "Arbeidsledighet 15–74 år")
    restarted.until(indicator="unemployment_rate_15_74", peers="nordic_capitals", year="2025")


def test_what_is_first_downloaded_after_a_restart_comes(restarted):
    restarted.page.locator("details.tool.download summary").first.click()
    link = restarted.page.locator("details.tool.download a").first
    with restarted.page.expect_download() as waited:
        link.click()
    assert waited.value.path().stat().st_size > 100
