"""Pages over a store with two releases: the digest, links that keep their figures, and never two releases on a page."""

import gc
import re
import shutil
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
import pytest

from components.view import Choosable
from data_sources.errors import StoreUnavailable
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.store.summary import NotTaken, Summary
from data_sources.store.writer import Renewal, write_release
from models.figures.revisions import Counts
from pages.exhibits import since as since_module
from pages.exhibits import warm_up
from pages.exhibits.registry import UnknownExhibit, exhibit, seen, view_of
from pages.exhibits.since import since
from pages.known import releases
from tests.kept import looking_at
from tests.parts import every

PLACE = {"indicator": "nights_total", "year": "2024"}
RATE = "unemployment_rate_15_74"


@pytest.fixture(scope="module", autouse=True)
def two_releases(database_url, tmp_path_factory):
    """Release 2: Oslo's nights of 2024 revised, its unemployment of 2026 new, Stockholm's of 2025 withdrawn."""
    path = tmp_path_factory.mktemp("two") / "figures.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), path)
    engine = store.create(f"sqlite:///{path}")
    figures = Reader(engine).newest()

    def series(indicator, region, period):
        rows = figures.indicator(indicator)
        return rows.loc[(rows["region"] == region) & (rows["period"] == period), "series"].astype(str).item()

    key = ["series_id", "region", "period"]
    nights, rates = series("nights_total", "NO08", "2024"), series(RATE, "NO08", "2025")
    renewal = Renewal(
        closing=pd.DataFrame([(nights, "NO08", "2024"), (series(RATE, "SE11", "2025"), "SE11", "2025")], columns=key),
        adding=pd.DataFrame(
            [(nights, "NO08", "2024", 11_904_460.0, "p"), (rates, "NO08", "2026", 4.5, "")],
            columns=[*key, "value", "flag"],
        ),
        series=pd.DataFrame({"id": []}),
        summary=Summary(
            "refresh",
            Counts(1, 1, 1),
            indicators={"nights_total": Counts(0, 1, 0), RATE: Counts(1, 0, 1)},
            refused={"births": NotTaken("unavailable", "Later.")},
        ),
    )
    write_release(engine, 1, renewal)
    with looking_at(f"sqlite:///{path}"):
        yield


@pytest.mark.parametrize("slug", ["oversikt", "kilder"])
def test_the_digest_tells_what_is_new(show, slug):
    text = show(slug).text
    assert "Nytt i datautgave 2" in text
    assert "1 nytt tall, 1 revidert og 1 trukket tilbake, fordelt på 2 indikatorer." in text
    assert "1 indikator kunne ikke fornyes og beholder forrige tall." in text
    assert "Arbeidsledighet 15–74 år, 2026: 4,5 %" in text
    assert "2024: 11 904 460 overnattinger (foreløpig tall), var 11 904 456 overnattinger" in text
    english = show(slug, lang="en").text
    assert "New in release 2" in english
    assert "11,904,460 nights (provisional figure), was 11,904,456 nights" in english


def test_the_news_since_a_release_that_the_reader_names_come_first(show):
    page = show("kilder", since="1")
    assert "Nytt siden datautgave 1" in page.text
    assert "1 datautgave er kommet siden da." in page.text
    assert "Arbeidsledighet 15–74 år, 2026: 4,5 %" in page.text
    assert "Nytt i datautgave 2" not in page.text
    assert page.text.index("Nytt siden datautgave 1") < page.text.index("Utgivere og lisenser")
    page = page.follow("Vis bare den nyeste datautgaven")
    assert page.query["since"] == "none"
    assert "Nytt i datautgave 2" in page.text
    assert "New since release 1" in show("kilder", since="1", lang="en").text


@pytest.mark.parametrize("since", ["2", "3", "0", "x"])
def test_a_release_that_is_not_before_this_one_is_named_and_ignored(show, since):
    page = show("kilder", since=since)
    assert "Nytt i datautgave 2" in page.text
    assert any("nytt siden datautgave" in notice for notice in page.notices)


def test_only_the_browser_knows_when_the_reader_was_here_last():
    view, _ = view_of("oversikt", {"lang": "nb"})
    html = "".join(str(getattr(part, "text", "")) for part in every(seen(view).arranged))
    line = re.search(r'<p class="since-visit" data-newest="2" data-words="([^"]*)" data-way="([^"]*)"></p>', html)
    assert line[1] == "Du var her sist med datautgave {number}. Se hva som er nytt siden da."
    address = unescape(line[2]).replace("{number}", "1")
    led, ignored = view_of("kilder", dict(parse_qsl(urlsplit(address).query)))
    assert (led.address, led.options["since"], ignored) == (address, "1", ())


def test_a_link_with_the_newest_release_needs_no_notice(show):
    page = show("besokende", **PLACE)
    assert page.query["release"] == "2"
    assert "endret siden lenken" not in page.text
    assert "11 904 460 overnattinger" in page.text


def test_a_link_made_before_keeps_its_figures_and_shows_both(show):
    page = show("besokende", release="1", **PLACE)
    assert "1 tall i denne visningen er endret siden lenken ble laget. Du ser datautgave 1." in page.text
    assert "11 904 456 overnattinger" in page.text
    assert "Datautgave 1." in page.text
    assert page.notices == []
    both = page.text.split("Tall som er endret")[1][:400]
    assert "11 904 456 overnattinger" in both
    assert "11 904 460 overnattinger (foreløpig tall)" in both
    page = page.follow("Vis datautgave 2")
    assert page.query.items() >= {"release": "2", "indicator": "nights_total", "year": "2024"}.items()
    assert "11 904 460 overnattinger" in page.text
    assert "endret siden lenken" not in page.text


def test_a_view_whose_figures_are_the_same_says_so(show):
    page = show("besokende", release="1", indicator="nights_foreign", year="2024")
    assert "Tallene her er de samme i datautgave 2." in page.text


def test_scores_change_where_the_figures_behind_them_have(show):
    page = show("plassering", release="1")
    assert "1 tall i denne visningen er endret" in page.text  # Stockholm's unemployment
    assert "Stockholm" in page.text.split("Tall som er endret")[1][:400]


def test_a_page_offers_the_years_of_its_own_release(show):
    """A year that only release 2 has is no year of release 1."""
    page = show("talent", release="1", indicator=RATE, year="2026")
    (notice,) = page.notices
    assert "«2026»" in notice
    page = show("talent", release="2", indicator=RATE, year="2026")
    assert page.notices == []
    assert "4,5 %" in page.text


def test_the_other_pages_are_linked_with_the_same_release(show):
    page = show("besokende", release="1", **PLACE)
    assert {query["release"] for label, query in page.links.items() if label != "Vis datautgave 2"} == {"1"}
    assert page.links["Vis datautgave 2"] == {**page.query, "release": "2"}


@pytest.mark.parametrize("release", ["1", "2"])
@pytest.mark.parametrize("slug", ["oversikt", "talent", "plassering"])
def test_figures_and_scores_of_a_page_are_of_one_release(show, slug, release):
    """Every source line names it, and no other."""
    page = show(slug, release=release)
    lines = re.findall(r'<p class="source">(.*?)</p>', page.html)
    assert lines
    assert {number for line in lines for number in re.findall(r"Datautgave\s(\d+)\.", line)} == {release}


def test_an_indicators_page_tells_what_each_release_changed(show):
    page = show("tallene", indicator="nights_total")
    assert "Revidert for Osloregionen i den nyeste utgaven:" in page.text
    assert "2024: 11 904 460 overnattinger (foreløpig tall), var 11 904 456 overnattinger" in page.text
    (rows,) = re.findall(r"<tbody>(<tr><th scope=\"row\">2</th>.*?)</tbody>", page.html)
    newest, first = (re.findall(r">([^<]+)</t[hd]>", row) for row in rows.split("</tr>")[:2])
    assert (newest[0], newest[3:]) == ("2", ["0", "1", "0"])  # new, revised, withdrawn
    assert (first[0], first[3:]) == ("1", ["–", "–", "–"])
    assert newest[2] == first[2]  # as many figures as before
    unchanged = show("tallene", indicator="pm25")
    assert "Revidert for" not in unchanged.text


@pytest.mark.parametrize(
    ("slug", "query"),
    [
        ("to-tall", {"x": RATE, "y": "employment_rate_tertiary"}),
        ("region", {"theme": "talent"}),
    ],
)
def test_comparing_pages_count_the_figures_they_show(show, slug, query):
    page = show(slug, release="1", **query)
    assert "2 tall i denne visningen er endret siden lenken ble laget." in page.text  # new in Oslo, gone in Stockholm
    assert "Tallene her er de samme" in show("region", release="1", theme="living").text


def test_readers_keep_the_release_before_until_the_new_one_is_ready(monkeypatch):
    both = releases.look()
    releases.show(both[:1])

    def unready(_release):
        raise StoreUnavailable("the store went away")

    with monkeypatch.context() as patch:
        patch.setattr(warm_up, "warm_up", unready)
        with pytest.raises(StoreUnavailable):
            warm_up.take_up()
    assert releases.releases() == (1,)
    warm_up.take_up()
    assert releases.releases() == (1, 2)
    assert releases.figures().release == 2


def test_the_collection_after_every_run_does_not_look_through_a_release():
    gc.unfreeze()
    releases._figures.cache_clear()
    releases.figures()
    assert gc.get_freeze_count() > 10_000


def figure(slug, key, **query):
    view, _ = view_of(slug, query)
    return since(view, exhibit(view, key))


def test_a_figure_alone_tells_what_has_changed_then_and_now():
    told = figure("besokende", "ranking", release="1", **PLACE)
    assert "1 tall i denne figuren er endret siden lenken ble laget. Du ser datautgave 1." in told
    row = re.search(r"<tbody>(.*?)</tbody>", told)[1].replace("\N{NO-BREAK SPACE}", " ")
    assert re.findall(r">([^<]+)</t[hd]>", row) == [
        "Osloregionen",
        "11 904 456 overnattinger (2024)",
        "11 904 460 overnattinger (2024, foreløpig tall)",
    ]
    (way,) = re.findall(r'<a href="([^"]+)">Vis datautgave 2</a>', told)
    assert way.startswith("/figur/besokende/ranking?")
    assert "release=2" in way
    assert "indicator=nights_total" in way
    english = figure("besokende", "ranking", release="1", lang="en", **PLACE)
    assert "1 number in this figure has changed since the link was made. You see release 1." in english


def test_a_figure_alone_says_where_nothing_has_changed_and_nothing_of_the_newest():
    same = figure("besokende", "ranking", release="1", indicator="nights_foreign", year="2024")
    assert "Tallene her er de samme i datautgave 2." in same
    assert "<table" not in same
    assert figure("besokende", "ranking", **PLACE) == ""


def test_a_figure_that_has_left_says_so(monkeypatch):
    view, _ = view_of("besokende", {"release": "1", **PLACE})
    shown = exhibit(view, "ranking")

    def gone(_view, key):
        raise UnknownExhibit(key)

    monkeypatch.setattr(since_module, "exhibit", gone)
    told = since(view, shown)
    assert "Du ser datautgave 1. Figuren finnes ikke i datautgave 2." in told
    assert 'href="/besokende?' in told


def test_a_figure_alone_tells_of_another_index(monkeypatch):
    view, _ = view_of("plassering", {"release": "1"})
    shown = exhibit(view, "ranking")
    versions = {1: "2020.1", 2: "2026.2"}
    monkeypatch.setattr(Choosable, "version", lambda _self, release: versions[release])
    assert "Poeng og plasser her er av indeks 2020.1" in since(view, shown)


@pytest.mark.parametrize("slug", ["besokende", "plassering"])
def test_page_and_figure_agree_on_whether_anything_has_changed(show, slug):
    page = show(slug, release="1", **(PLACE if slug == "besokende" else {}))
    told = figure(slug, "ranking", release="1", **(PLACE if slug == "besokende" else {}))
    assert "er endret siden lenken" in page.text
    assert "er endret siden lenken" in told
