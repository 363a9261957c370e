"""A figure passed on: cited, in a letter, and as numbers that a spreadsheet fetches again."""

import csv
import io
import re
from types import SimpleNamespace
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from data_sources.errors import StoreUnavailable
from pages.exhibits.lasting import lasting_query
from pages.exhibits.registry import exhibit, view_of
from server import short

BASE = "http://testserver"


pytestmark = pytest.mark.usefixtures("store")


@pytest.mark.parametrize(("language", "word"), [("nb", "datautgave 1"), ("en", "release 1")])
def test_a_figure_is_cited_by_the_very_view(client, language, word):
    line = client.get(f"/tall/talent/ranking.apa.txt?lang={language}").text
    view, _ = view_of("talent", {"lang": language})
    shown = exhibit(view, "ranking")
    assert f"({word})" in line
    assert shown.finding in line
    assert shown.source.publisher in line
    assert line.endswith(f"{BASE}{view.address}#ranking")
    entry = client.get(f"/tall/talent/ranking.bib?lang={language}")
    assert entry.headers["content-type"].startswith("application/x-bibtex")
    assert f"url = {{{BASE}{view.address}#ranking}}" in entry.text


def letter(answer):
    assert answer.status_code == 302
    address = answer.headers["location"]
    assert address.startswith("mailto:?subject=")
    return {name: unquote(text) for name, text in (one.split("=", 1) for one in address.split("?", 1)[1].split("&"))}


def test_a_letter_holds_finding_measure_source_and_link(client):
    shown = exhibit(view_of("talent", {})[0], "ranking")
    told = letter(client.get("/tall/talent/ranking.mail"))
    assert told["subject"] == shown.finding
    lines = told["body"].split("\r\n")
    assert lines[:2] == [f"{shown.finding}.", shown.measure]
    assert lines[3].startswith("Kilde: Eurostat (")
    assert re.fullmatch(BASE + r"/s/[2-9a-z]{10}", lines[-1])
    there = client.get(lines[-1].removeprefix(BASE)).headers["location"]
    assert there == view_of("talent", {})[0].address + "#ranking"


def test_without_a_store_to_write_to_the_letter_bears_the_long_link(client, monkeypatch):
    def code(*_):
        raise StoreUnavailable("x")

    monkeypatch.setattr(short, "links", lambda _: SimpleNamespace(code=code))
    address = view_of("talent", {"lang": "en"})[0].address
    assert letter(client.get("/tall/talent/ranking.mail?lang=en"))["body"].endswith(f"{BASE}{address}#ranking")


def address_of(page):
    return re.search(r"http://testserver/tall/[^\"&<]*(?:&amp;[^\"&<]*)*", page)[0].replace("&amp;", "&")


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_spreadsheet_is_told_what_to_fetch_and_gets_numbers(client, language):
    page = client.get(f"/tall/talent/ranking.sheets.html?lang={language}")
    assert page.status_code == 200
    address = address_of(page.text)
    query = dict(parse_qsl(urlsplit(address).query))
    assert {"release", "catalogue", "year"}.isdisjoint(query)
    assert query["lang"] == language
    rows = list(csv.DictReader(io.StringIO(client.get(address.removeprefix(BASE)).text)))
    view, _ = view_of("talent", {"lang": language})
    shown = exhibit(view, "ranking").rows
    at = shown.columns.index("value")
    assert [float(row["value"]) for row in rows] == [cells[at] for cells in shown.cells]
    numbers = re.search(r"TransformColumnTypes\(Tabell, \{(.*?)\}, ", page.text)[1]
    assert re.findall(r"(\w+)&#34;, type number", numbers) == ["value"]
    assert set(re.findall(r"(\w+)&#34;, type number", numbers)) <= set(rows[0])


def test_a_year_that_the_reader_chose_stays():
    newest, _ = view_of("talent", {"indicator": "tertiary_25_64"})
    older, _ = view_of("talent", {"indicator": "tertiary_25_64", "year": "2022"})
    assert "year" not in lasting_query(newest)
    assert lasting_query(older)["year"] == "2022"
    again, ignored = view_of("talent", lasting_query(older))
    assert (again, ignored) == (older, ())
    assert view_of("talent", lasting_query(newest)) == (newest, ())


def test_a_figure_that_is_not_there_is_told(client):
    for ending in ("apa.txt", "bib", "mail", "sheets.html"):
        assert client.get(f"/tall/talent/finnes-ikke.{ending}").status_code == 404
