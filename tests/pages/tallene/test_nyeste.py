"""Nyeste tall: where each figure came in, when its publisher changed it, and what a fetch would bring."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from components.words.text import Speaker
from data_sources.last_check import Check, keep, last_check
from pages.known import releases
from pages.tallene import newest
from tests.kept import looking_at
from tests.pages.shown import Shown
from tests.second_release import RATE, news_of_all


@pytest.fixture(scope="module", autouse=True)
def history(database_url, common):
    with looking_at(news_of_all(database_url, common)):
        yield


def test_the_page_of_the_newest_figures_says_where_each_came_in_and_when_it_was_updated(monkeypatch):
    monkeypatch.setattr(releases, "checked", lambda: None)
    page = Shown("nyeste", theme="talent")
    assert "Osloregionen har tall for 2026 på " in page.title
    assert "Arbeidsledighet 15–74 år 2026 4,5 % 2 9. april 2026 2026 kom i april 2026 Eurostat" in page.text
    assert "Utgiverne er ikke spurt fra denne tjenesten ennå." in page.text
    assert 'href="/atom/nb.xml"' in page.html
    assert 'href="/atom/talent/nb.xml"' in page.html
    nights = Shown("nyeste", theme="visitors").text
    assert re.search(r"2024 11 904 460 overnattinger 1 \(revidert i 2\) uttrekk fra \d+\. \w+ \d{4} ikke kjent", nights)
    earlier = Shown("nyeste", theme="talent", release="1").text
    assert "Arbeidsledighet 15–74 år 2025" in earlier
    assert Shown("nyeste", lang="en").title.startswith("The Oslo Region has ")


def test_when_the_publisher_has_announced_more_that_stands_first_until_the_day_has_passed(monkeypatch):
    """As the table itself says; once the day has passed, nothing is said of it."""
    row = r"Arbeidsledighet 15–74 år 2026 4,5 % 2 9. april 2026 {} Eurostat"

    def told(day):
        said = [
            replace(one, summary=replace(one.summary, next_updates={"lfst_r_lfu3rt": f"{day}T08:00:00Z"}))
            if "lfst_r_lfu3rt" in one.summary.updated
            else one
            for one in releases.history()
        ]
        with monkeypatch.context() as patched:
            patched.setattr(releases, "history", lambda: tuple(said))
            newest.newest_figures.cache_clear()
            return Shown("nyeste", theme="talent").text

    ahead, today = datetime.now(UTC) + timedelta(days=400), datetime.now(UTC)
    assert row.format(f"varslet {Speaker('nb').date(ahead.date())}") in told(f"{ahead:%Y-%m-%d}")
    assert row.format(f"varslet {Speaker('nb').date(today.date())}") in told(f"{today:%Y-%m-%d}")
    assert row.format("2026 kom i april 2026") in told(f"{today - timedelta(days=1):%Y-%m-%d}")
    newest.newest_figures.cache_clear()


def test_figures_of_municipalities_stand_by_themselves_with_how_many_have_one(monkeypatch):
    monkeypatch.setattr(releases, "checked", lambda: None)
    text = Shown("nyeste", theme="living").text
    inside = text.rpartition("Tall for kommunene")[2]
    assert re.search(
        r"Innbyggere som arbeider i Oslo 2022 52 kommuner 1 uttrekk fra \d+\. \w+ \d{4} ikke kjent SSB", inside
    )
    assert "Births in municipalities" not in text  # no figure, no row
    assert "Figures for the municipalities" in Shown("nyeste", theme="living", lang="en").text


def test_what_a_refresh_would_bring_is_told_as_soon_as_it_is_known(tmp_path, monkeypatch):
    def told(**found):
        keep(tmp_path, Check("2026-04-10T03:00:00+00:00", 120, **found))
        monkeypatch.setattr(releases, "checked", lambda: last_check(tmp_path))
        return Shown("nyeste").text

    waiting = {"nights_total": 12, RATE: 3}
    text = told(release=None, waiting=waiting, newest={RATE: "2026"})
    assert "Utgiverne ble sist spurt 10. april 2026, om 120 indikatorer." in text
    assert "En henting ville endret 2 indikatorer og gitt nyere år for 1 av dem: Arbeidsledighet 15–74 år." in text
    assert "Det ga datautgave 2." in told(release=2, waiting={}, newest={})
    assert "De hadde ikke noe nytt." in told(release=None, waiting={}, newest={})
    (tmp_path / "last_check.json").write_text("{", encoding="utf-8")
    assert "ikke spurt" in Shown("nyeste").text
