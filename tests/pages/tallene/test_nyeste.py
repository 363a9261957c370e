"""Nyeste tall: where each figure came in, when its publisher changed it, and what a fetch would bring."""

import re

import pytest

from data_sources.last_check import Check, keep, last_check
from pages.known import releases
from tests.kept import looking_at
from tests.pages.shown import Shown
from tests.second_release import RATE, with_news


@pytest.fixture(scope="module", autouse=True)
def history(tmp_path_factory, database_url):
    with looking_at(with_news(database_url, tmp_path_factory.mktemp("newest"))):
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
