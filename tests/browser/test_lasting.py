"""A link that one reader copies is opened by another after a refresh: the count is right, then and now are shown."""

import shutil
import time

import httpx
import pytest

from tests.application import Application
from tests.second_release import bring_news

SOON = 60  # seconds on a loaded machine


@pytest.fixture(scope="module")
def own_server(database_url, tmp_path_factory):
    """A server of one release, and what brings it the second."""
    folder = tmp_path_factory.mktemp("lasting")
    path = folder / "figures.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), path)
    url = f"sqlite:///{path}"
    with Application(url, folder / "log.txt") as address:

        def refreshed():
            bring_news(url)
            deadline = time.monotonic() + SOON
            while httpx.get(f"{address}/ready", trust_env=False, timeout=60).json()["release"] != 2:
                assert time.monotonic() < deadline, "the server still shows release 1"
                time.sleep(0.2)

        yield address, refreshed


@pytest.fixture
def readers(person, own_server):
    """Two people, each with a browser of their own."""
    return person(own_server[0]), person(own_server[0])


def test_copied_refreshed_opened(readers, own_server):
    one, other = readers
    _, refreshed = own_server
    one.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one.open("/besokende?indicator=nights_total&year=2024")
    one.page.locator("#root .tools[data-of=ranking] a.copy").click()
    one.page.locator(".told.seen").wait_for()
    link = one.page.evaluate("navigator.clipboard.readText()")
    assert "/s/" in link
    refreshed()
    other.open(link)
    words = other.page.locator("#root").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "1 tall i denne visningen er endret siden lenken ble laget. Du ser datautgave 1." in words
    other.page.get_by_text("Se hva som er endret").click()
    row = (
        other.page.locator("#root .table tbody tr")
        .filter(has_text="11\N{NO-BREAK SPACE}904\N{NO-BREAK SPACE}460")
        .first
    )
    cells = [text.replace("\N{NO-BREAK SPACE}", " ") for text in row.locator("th, td").all_inner_texts()]
    assert cells[3:] == ["11 904 456 overnattinger", "11 904 460 overnattinger (foreløpig tall)"]
    figure = other.page.locator("#root .tools[data-of=ranking] a.show").get_attribute("href")
    other.page.goto(other.server + figure)
    told = other.page.locator(".since")
    assert "1 tall i denne figuren er endret siden lenken ble laget." in told.inner_text()
    told.get_by_text("Se hva som er endret").click()
    assert "11 904 456 overnattinger (2024)" in told.inner_text().replace("\N{NO-BREAK SPACE}", " ")
    told.get_by_text("Vis datautgave 2").click()
    other.page.wait_for_url("**/figur/besokende/ranking?*release=2*")
    assert other.page.locator(".since").count() == 0
