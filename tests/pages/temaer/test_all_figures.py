"""All figures of a theme side by side: their order, how many, and the way from each to its own view."""

import re
from html import unescape

import pytest

from components.words.text import Speaker
from models.comparison.theme_figures import theme_figures
from pages.choices import shown_indicators
from tests.pages.read import words


@pytest.fixture
def talent(figures, catalogue):
    return theme_figures(
        figures,
        catalogue,
        [i for i in shown_indicators(catalogue, figures, "talent") if catalogue.indicators[i].asked is None],
        "NO08",
        catalogue.members("nordic_capitals"),
    )


def cards(page):
    """The figures named on the cards, in order."""
    body = page.exhibits["all-figures"].body
    return [words(name) for name in re.findall(r'<article class="st-key-figure-[^>]*><p class="way">(.*?)</p>', body)]


@pytest.mark.parametrize("order", ["usual", "weak", "strong"])
def test_cards_stand_in_the_order_asked_for(show, talent, order):
    page = show("talent", peers="nordic_capitals", sort=order)
    expected = [s.indicator.title["nb"] for s in talent.sorted(order)]
    assert cards(page) == expected[:12]
    assert len(expected) > 15
    assert cards(show("talent", peers="nordic_capitals", sort=order, shown="all")) == expected


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_card_says_figure_year_and_the_distance_where_regions_are_few(show, talent, language):
    page, say = show("talent", lang=language, peers="nordic_capitals", sort="weak"), Speaker(language)
    weakest = talent.sorted("weak")[0]
    assert cards(page)[0] == weakest.indicator.title[language]
    body = page.exhibits["all-figures"].body
    first = unescape(re.sub(r"<[^>]+>", " ", body.split('class="range"')[0].split('class="row"')[-1]))
    assert say.number(weakest.values["NO08"], weakest.indicator.decimals) in first
    assert str(weakest.comparison.rows.at["NO08", "period"]) in first
    assert weakest.count == 4
    gap = say.quantity(weakest.median - weakest.values["NO08"], 1, say("prosentpoeng"))
    assert say.count("{gap} under den andre", "{gap} under midten av {n} andre", 3, gap=gap) in first
    assert say("nr. {rank} av {count}", rank=weakest.places["NO08"], count=weakest.count) not in first


def test_a_card_says_the_place_among_enough_regions(show, figures):
    rows = figures.indicator("tertiary_25_64").astype({"region": str, "period": str})
    page = show("talent")
    ranked = [*page.page.context.ranked]
    values = rows.loc[rows["region"].isin(ranked) & (rows["period"] == "2024")].set_index("region")["value"]
    place = int((values > values["NO08"]).sum()) + 1
    card = page.html.split('<article class="st-key-figure-tertiary_25_64">')[1].split("</article>")[0]
    assert (place, len(values)) == (5, 12)
    assert '<span class="badge">nr. 5 av 12</span>' in card


def test_a_card_leads_to_its_figure_and_the_address_follows(show, catalogue, figures):
    early_leavers = catalogue.indicators["early_leavers"].title.nb
    page = show("talent", year="2025", shown="all")
    page = page.follow(early_leavers)
    assert page.query["indicator"] == "early_leavers"
    assert page.query["year"] != "2025"  # the year falls back to one that the figure has
    rows = figures.indicator("early_leavers").astype({"region": str, "period": str})
    published = rows.loc[(rows["region"] == "NO08") & (rows["period"] == page.query["year"]), "value"].item()
    assert f"{Speaker().number(published, 1)} %" in page.text
    assert page.notices == []


def test_the_table_holds_every_figure_also_those_not_on_cards(show, talent):
    page = show("talent", peers="nordic_capitals")
    table = page.exhibits["all-figures"].table
    for strip in talent.strips:
        assert strip.indicator.title["nb"] in unescape(table)


def test_where_no_side_is_better_nothing_is_called_strong_or_weak(show):
    page = show("klynger")
    assert "best plassert" not in page.text
    assert "fra lavest til høyest der ingen side er best" in page.text
    assert "Svakest først" in show("talent").text
