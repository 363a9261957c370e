"""Two figures against each other: the page, on published figures."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

from models.comparison.correlation import correlation
from models.comparison.pairs import opening_year, pairs

X, Y = "gdp_per_inhabitant_pps", "neet_15_29"


@pytest.fixture(scope="module")
def found(figures, catalogue):
    everyone = tuple(sorted(catalogue.members("europe")))
    return pairs(figures, catalogue.indicators[X], catalogue.indicators[Y], everyone, "population_total")


def test_it_says_how_closely_and_how_surely(show, found):
    page = show("to-tall", x=X, y=Y)
    year = opening_year(found, "NO08")
    rows = found.of(year)
    expected = correlation(rows["x"].to_numpy(), rows["y"].to_numpy(), [str(code)[:2] for code in rows.index])
    assert page.query["year"] == year
    assert f"({expected.count} regioner" in page.tables
    assert f"{expected.value:.2f}".replace(".", ",").replace("-", "−") in page.tables
    assert "Korrelasjon" not in page.text
    assert "En sammenheng er ikke en årsak" in page.text
    assert "Sterk sammenheng: høye tall for BRP per innbygger følger lave tall for unge utenfor" in page.text


def test_few_peers_are_refused_with_the_reason(show):
    page = show("to-tall", x=X, y=Y, whom="peers", peers="nordic_capitals")
    assert "Vi kan ikke si om" in page.text
    assert re.search(r"Bare [45] regioner har begge tallene", page.text)
    assert len(page.charts) == 1


def test_the_year_can_be_stepped(show, found):
    page = show("to-tall", x=X, y=Y, year="2015")
    after = page.follow("Året etter ›")
    assert after.query == {**page.query, "year": "2016"}
    assert after.follow("‹ Året før").query == page.query
    first = show("to-tall", x=X, y=Y, year=found.periods[0])
    assert "‹ Året før" not in first.links
    assert '<span class="step-to" aria-disabled="true">‹ Året før</span>' in first.html


def test_the_years_play_from_the_first_to_the_last_each_by_its_address(show, found):
    """The script of the page follows these; no year of them is a step to go back to."""
    page = show("to-tall", x=X, y=Y, year="2015")
    (ways,) = re.findall(r'data-play="[\d.]+" data-ways="([^"]*)"', page.html)
    queries = [dict(parse_qsl(urlsplit(unescape(way)).query)) for way in ways.split(" ")]
    assert queries == [{**page.query, "year": year} for year in found.periods]
    shown = [a["text"] for a in figure_of(show("to-tall", **queries[0]))["layout"]["annotations"]]
    assert found.periods[0] in shown


def figure_of(page):
    return page.figure(page.charts[0].key)


def test_osloregionen_is_named_and_the_most_populous_is_largest(show):
    figure = figure_of(show("to-tall", x=X, y=Y))
    assert "<b>Osloregionen</b>" in [a["text"] for a in figure["layout"]["annotations"]]
    largest = max(
        (size, name[0])
        for t in figure["data"]
        if t["mode"] == "markers"
        for size, name in zip(t["marker"]["size"], t["customdata"], strict=True)
    )
    assert "Istanbul" in largest[1]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"x": "nonsense"}, "nonsense"),
        ({"x": X, "y": X}, X),  # a figure against itself says nothing
        ({"x": X, "y": Y, "year": "1850"}, "1850"),
        ({"whom": "world"}, "world"),
    ],
)
def test_bad_addresses_fall_back_and_are_named(show, query, named):
    page = show("to-tall", **query)
    assert len(page.charts) == 1
    assert f"«{named}»" in page.notices[0]


def test_two_counts_are_warned_of(show):
    page = show("to-tall", x="nights_total", y="gdp_million_eur")
    assert "Store regioner har mye av alt" in page.text
