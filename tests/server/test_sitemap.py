"""/sitemap.xml: every page in each language, by the address that the page itself calls its own."""

from types import SimpleNamespace
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree as Xml

import pytest

from components.words.text import LANGUAGES
from models.catalogue import load_catalogue
from pages.exhibits.registry import PAGES, view_of
from server import sitemap


@pytest.fixture
def ready(client, monkeypatch):
    monkeypatch.setattr(sitemap, "following", SimpleNamespace(ready=True))
    return client


def test_every_page_and_indicator_stands_in_each_language_and_names_the_other(ready):
    answer = ready.get("/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml"
    entries = Xml.fromstring(answer.content).findall(f"{{{sitemap.SITEMAP}}}url")
    found = {}
    for entry in entries:
        where = entry.findtext(f"{{{sitemap.SITEMAP}}}loc")
        found[where] = {one.get("hreflang"): one.get("href") for one in entry.findall(f"{{{sitemap.XHTML}}}link")}
    assert len(found) == len(entries) == (len(PAGES) + len(load_catalogue().indicators)) * len(LANGUAGES)
    opened = set()
    for where, ways in found.items():
        parts = urlsplit(where)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        view, ignored = view_of(parts.path.strip("/"), query)
        assert (f"http://testserver{view.address}", ignored) == (where, ())
        assert set(ways) == {*LANGUAGES, "x-default"}
        assert ways[view.lang] == where
        assert all(ways == found[ways[language]] for language in LANGUAGES)
        opened.add((view.page, view.options.get("indicator") if view.page == "tallene" else None, view.lang))
    assert {(slug, language) for slug, _, language in opened} == {(s, code) for s in PAGES for code in LANGUAGES}
    assert {name for slug, name, _ in opened if slug == "tallene"} >= set(load_catalogue().indicators)


def test_who_has_it_is_told_so_and_robots_are_told_where_it_is(ready):
    first = ready.get("/sitemap.xml")
    again = ready.get("/sitemap.xml", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "\nSitemap: http://testserver/sitemap.xml\n" in ready.get("/robots.txt").text


def test_while_there_are_no_figures_there_is_no_map(client, monkeypatch):
    monkeypatch.setattr(sitemap, "following", SimpleNamespace(ready=False))
    assert client.get("/sitemap.xml").status_code == 503
