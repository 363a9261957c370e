"""/atom/nb.xml and /atom/en.xml: a feed that a reader of feeds understands, with what each release brought."""

from datetime import UTC, datetime
from types import SimpleNamespace
from xml.etree import ElementTree as Xml

import feedparser
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.known import releases
from server import feed
from server.redirects import target
from server.routes import ROUTES
from tests.kept import looking_at
from tests.second_release import RATE, news_of_all

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://tall.example.org"


@pytest.fixture(scope="module", autouse=True)
def history(database_url, common):
    with looking_at(news_of_all(database_url, common)):
        yield


@pytest.fixture
def client(monkeypatch):
    monkeypatch.setattr(feed, "following", SimpleNamespace(ready=True))
    return TestClient(Starlette(routes=list(ROUTES)), base_url=BASE, follow_redirects=False)


NEWS = {
    "nb": (
        "Datautgave 2",
        "Nytt tall: Arbeidsledighet 15–74 år, 2026",
        "Revidert tall: Overnattinger, 2024",
        "Trukket tilbake: Folketall, 2025",
        "Datautgave 1",
    ),
    "en": (
        "Release 2",
        "New figure: Unemployment, ages 15–74, 2026",
        "Revised figure: Nights spent, 2024",
        "Withdrawn: Population, 2025",
        "Release 1",
    ),
}


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_reader_of_feeds_understands_it(client, language):
    answer = client.get(f"/atom/{language}.xml")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    read = feedparser.parse(answer.content)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert read.feed.language == language
    assert [entry.title for entry in read.entries] == list(NEWS[language])
    assert read.feed.updated_parsed == max(entry.updated_parsed for entry in read.entries)


def test_what_is_new_revised_and_withdrawn_is_said_with_its_publisher(client):
    read = feedparser.parse(client.get("/atom/nb.xml").content)
    release, new, revised, gone, first = (entry.summary.replace("\u00a0", " ") for entry in read.entries)
    assert release.endswith(": 1 nytt tall, 1 revidert og 1 trukket tilbake, fordelt på 3 indikatorer.")
    assert new == "Arbeidsledighet 15–74 år, 2026: 4,5 %. Kilde: Eurostat. Datautgave 2."
    assert "11 904 460 overnattinger (foreløpig tall), var 11 904 456 overnattinger" in revised
    assert "2025: var 2 1" in gone or "2025: var 2 0" in gone
    assert first.startswith("Den første datautgaven: 441 267 tall")


def required(element, *names):
    return [len(element.findall(ATOM + name)) for name in names]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_element_that_the_standard_asks_for_is_there_once(client, language):
    """RFC 4287: 4.1.1 and 4.1.2."""
    root = Xml.fromstring(client.get(f"/atom/{language}.xml").content)
    assert root.tag == ATOM + "feed"
    assert required(root, "id", "title", "updated", "author") == [1, 1, 1, 1]
    links = {link.get("rel"): link.get("href") for link in root.findall(ATOM + "link")}
    assert links["self"] == f"{BASE}/atom/{language}.xml"
    ids = [root.findtext(ATOM + "id")]
    for entry in root.findall(ATOM + "entry"):
        assert required(entry, "id", "title", "updated", "link", "summary") == [1, 1, 1, 1, 1]
        ids.append(entry.findtext(ATOM + "id"))
        assert datetime.fromisoformat(entry.findtext(ATOM + "updated")) <= datetime.now(UTC)
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("urn:uuid:") for one in ids)


def test_addresses_are_whole_and_name_the_release(client):
    root = Xml.fromstring(client.get("/atom/en.xml").content)
    ways = [entry.find(ATOM + "link").get("href") for entry in root.findall(ATOM + "entry")]
    assert all(way.startswith(f"{BASE}/") and "lang=en" in way for way in ways)
    assert [("release=2" in way, "release=1" in way) for way in ways] == [(True, False)] * 4 + [(False, True)]
    assert "/tallene?" in ways[1]
    assert f"indicator={RATE}" in ways[1]


def test_whoever_has_it_is_told_so_and_entries_keep_their_names(client):
    first = client.get("/atom/nb.xml")
    tag = first.headers["etag"]
    again = client.get("/atom/nb.xml", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/atom/en.xml").headers["etag"] != tag
    elsewhere = TestClient(Starlette(routes=list(ROUTES)), base_url="http://annet.example").get("/atom/nb.xml")
    names = [[e.id for e in feedparser.parse(one.content).entries] for one in (first, elsewhere)]
    assert names[0] == names[1]
    assert b"https://tall.example.org" not in elsewhere.content


THEMES = {
    "talent": ["Nytt tall: Arbeidsledighet 15–74 år, 2026", "Datautgave 1"],
    "levekar": ["Trukket tilbake: Folketall, 2025", "Datautgave 1"],
    "besokende": ["Revidert tall: Overnattinger, 2024", "Datautgave 1"],
    "samarbeid": ["Datautgave 1"],
}


def test_a_theme_has_a_feed_of_its_own_news(client):
    every = {entry.title: entry.id for entry in feedparser.parse(client.get("/atom/nb.xml").content).entries}
    for slug, titles in THEMES.items():
        read = feedparser.parse(client.get(f"/atom/{slug}/nb.xml").content)
        assert not read.bozo
        assert [entry.title for entry in read.entries] == titles
        assert [entry.id for entry in read.entries] == [every[title] for title in titles]
        links = {link.rel: link.href for link in read.feed.links}
        assert links["self"] == f"{BASE}/atom/{slug}/nb.xml"
        assert links["alternate"].startswith(f"{BASE}/{slug}?lang=nb")
    named = [
        feedparser.parse(client.get(f"/atom{part}/nb.xml").content).feed for part in ("", "/levekar", "/samarbeid")
    ]
    assert len({feed.id for feed in named}) == len({feed.title for feed in named}) == 3
    english = feedparser.parse(client.get("/atom/talent/en.xml").content)
    assert english.entries[0].title == "New figure: Unemployment, ages 15–74, 2026"


def test_only_themes_have_a_feed(client):
    for address in ("/atom/plassering/nb.xml", "/atom/finnes-ikke/nb.xml", "/atom/talent/de.xml", "/atom/talent"):
        assert client.get(address).status_code == 404
    tags = {client.get(f"/atom/{slug}/nb.xml").headers["etag"] for slug in THEMES}
    assert len(tags) == len(THEMES)


def test_other_addresses_and_a_service_that_starts(client, monkeypatch):
    assert client.get("/atom/de.xml").status_code == 404
    assert client.get("/atom").status_code == 404
    assert target("/atom/nb.xml", "") is None
    monkeypatch.setattr(feed, "following", SimpleNamespace(ready=False))
    assert client.get("/atom/nb.xml").status_code == 503


def test_what_came_when_is_known_by_release():
    found = releases.came(2, "NO08").set_index(["indicator", "period"])
    assert found.loc[(RATE, "2026")].tolist() == [2, 2]
    assert found.loc[(RATE, "2025")].tolist() == [1, 1]
    assert found.loc[("nights_total", "2024")].tolist() == [1, 2]
    assert ("population_total", "2025") not in found.index
    before = releases.came(1, "NO08").set_index(["indicator", "period"])
    assert before.loc[("nights_total", "2024")].tolist() == [1, 1]
    assert (RATE, "2026") not in before.index
