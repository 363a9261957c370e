"""Two figures against each other: the page, on published figures."""

import json
import re

import pytest

from models.correlation import correlation
from models.pairs import opening_year, pairs

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
    assert page.app.query_params["year"] == year
    assert f"({expected.count} regioner" in page.text
    assert f"{expected.value:.2f}".replace(".", ",").replace("-", "−") in page.text
    assert "En sammenheng er ikke en årsak" in page.text
    assert "Sterk sammenheng: høye tall for BRP per innbygger følger lave tall for unge utenfor" in page.text


def test_few_peers_are_refused_with_the_reason(show):
    page = show("to-tall", x=X, y=Y, whom="peers", peers="nordic_capitals")
    assert "Vi kan ikke si om" in page.text
    assert re.search(r"Bare [45] regioner har begge tallene", page.text)
    assert len(page.charts) == 1


def test_the_year_can_be_stepped(show, found):
    page = show("to-tall", x=X, y=Y, year="2015")
    buttons = {b.label: b for b in page.app.button}
    buttons["Året etter"].click().run()
    assert page.app.query_params["year"] == "2016"
    {b.label: b for b in page.app.button}["Året før"].click().run()
    assert page.app.query_params["year"] == "2015"
    first = show("to-tall", x=X, y=Y, year=found.periods[0])
    assert {b.label: b.disabled for b in first.app.button}["Året før"]


def test_the_years_play_and_the_address_keeps_still_until_the_end(show, found):
    page = show("to-tall", x=X, y=Y, year="2015")
    (switch,) = page.app.toggle
    switch.set_value(True).run()
    assert page.app.query_params["year"] == "2015"
    shown = [a["text"] for a in figure_of(page)["layout"]["annotations"]]
    assert found.periods[0] in shown
    (switch,) = page.app.toggle
    switch.set_value(False).run()
    assert page.app.query_params["year"] == found.periods[0]  # where it was stopped


def test_playing_ends_at_the_last_year(show, found):
    page = show("to-tall", x=X, y=Y, year="2015")
    page.app.toggle[0].set_value(True).run()
    page.app.session_state["to-tall.next"] = len(found.periods)
    page.app.run()
    assert page.app.query_params["year"] == found.periods[-1]
    assert page.app.toggle[0].value is False


def figure_of(page):
    return json.loads(page.charts[0].proto.spec)


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
    assert not page.app.exception
    assert len(page.charts) == 1
    assert f"«{named}»" in page.notices[0]


def test_two_counts_are_warned_of(show):
    page = show("to-tall", x="nights_total", y="gdp_million_eur")
    assert "Store regioner har mye av alt" in page.text
