"""Two readers while a new release is made: one who has a page open, one who comes later."""

import shutil

import httpx
import pandas as pd
import pytest

from data_sources.store import engine as store
from data_sources.store.reader import Reader as Store
from data_sources.store.summary import Summary
from data_sources.store.writer import Renewal, write_release
from models.figures.revisions import Counts
from tests.application import Application

NIGHTS = "/besokende?indicator=nights_total&year=2024"


@pytest.fixture
def renewed(database_url, tmp_path):
    """A server of its own, and what makes its release 2: other nights in Oslo in 2024."""
    path = tmp_path / "figures.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), path)
    engine = store.create(f"sqlite:///{path}")
    rows = Store(engine).indicator(1, "nights_total")
    series = rows.loc[(rows["region"] == "NO08") & (rows["period"] == "2024"), "series"].astype(str).item()
    key = ["series_id", "region", "period"]
    renewal = Renewal(
        closing=pd.DataFrame([(series, "NO08", "2024")], columns=key),
        adding=pd.DataFrame([(series, "NO08", "2024", 12_345_678.0, "")], columns=[*key, "value", "flag"]),
        series=pd.DataFrame({"id": []}),
        summary=Summary("refresh", Counts(revised=1), indicators={"nights_total": Counts(revised=1)}),
    )
    with Application(f"sqlite:///{path}", tmp_path / "log.txt") as address:
        yield address, lambda: write_release(engine, 1, renewal)


def words(reader):
    return reader.page.locator(".stMain").inner_text().replace("\u00a0", " ")


def test_an_open_page_keeps_its_release_and_the_next_reader_gets_the_new_one(person, renewed):
    address, renew = renewed
    first, second = person(address), person(address)
    first.open(NIGHTS)
    assert "11 904 456" in words(first)
    assert renew() == 2
    for _ in range(100):  # the server shows it once it is ready for readers
        if httpx.get(f"{address}/ready", trust_env=False).json()["release"] == 2:
            break
        second.page.wait_for_timeout(200)
    second.open(NIGHTS)
    assert second.query["release"] == "2"
    assert "12 345 678" in words(second)
    assert "11 904 456" not in words(second)

    first.choose("Sammenlign med", "Nordiske hovedstadsregioner")
    first.until(peers="nordic_capitals", release="1")
    assert "11 904 456" in words(first)
    assert "12 345 678" not in words(first)
    assert "1 tall i denne visningen er endret siden lenken ble laget" in words(first)
    first.page.get_by_role("link", name="Vis datautgave 2").click()
    first.until(release="2", peers="nordic_capitals", indicator="nights_total", year="2024")
    assert "12 345 678" in words(first)
    assert "endret siden lenken" not in words(first)
    assert first.complaints == second.complaints == []
