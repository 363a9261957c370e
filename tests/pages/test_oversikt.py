"""The overview: what it says of strengths and weaknesses, and what it says when there are too few peers."""

import re

import pytest

from components import calls
from components.text import Speaker
from pages import figures
from pages.advantages import assessments
from pages.navigation import NAVIGATION
from tests.pages.test_pages import whole


@pytest.fixture(scope="module")
def found():
    return assessments("NO08", figures.catalogue().default_peers.members)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_strengths_and_weaknesses_by_the_vote_with_what_chance_gives(show, found, language):
    page, say = whole(show("oversikt", lang=language)), Speaker(language)
    catalogue = figures.catalogue()
    for side, kind in ((1, "strength"), (-1, "weakness")):
        firm = found.of(kind)[:3]
        tending = [a for a in found.of("tendency") if a.call.side == side][: 3 - len(firm)]
        assert len([*firm, *tending]) == 3
        for one in (*firm, *tending):
            assert say.of(one.indicator.title) in page.links
            assert page.links[say.of(one.indicator.title)]["indicator"] == one.indicator.id
            assert calls.sureness(say, one.call) in page.text
    assert calls.by_chance(say, found) in page.text
    assert calls.counted(say, catalogue.region_name("NO08", language), found) in page.text
    assert page.text.count("▲") == page.text.count("▼") == 3


def test_each_has_its_year_rank_and_source(show, found):
    page = whole(show("oversikt"))
    first = found.of("strength")[0]
    assert f"nr. {first.measures.rank} av {first.measures.count + 1}" in page.text
    assert f"Tall for {first.measures.period}." in page.text
    # Six call bodies, each with a linked data set.
    bodies = [e.proto.body for e in page.app.get("html") if 'class="gap"' in e.proto.body]
    assert len(bodies) == 6
    assert all(re.search(r'<a href="https?://', body) for body in bodies)


def test_a_gap_is_counted_where_it_can_be(show):
    assert "Med midtregionens nivå: om lag 17 000 flere sysselsatte i høyteknologi." in whole(show("oversikt")).text


def test_under_eight_peers_rank_and_gap_and_no_call(show):
    page, say = whole(show("oversikt", peers="nordic_capitals")), Speaker("nb")
    few = assessments("NO08", figures.catalogue().members("nordic_capitals"))
    assert calls.too_few_peers(say, few) in page.text
    assert "Lengst foran" in page.text
    for word in ("Styrke:", "Svakhet:", "Tendens:", "tilfeldig region"):
        assert word not in page.text
    assert page.text.count("▲") == page.text.count("▼") == 3


def test_every_theme_has_a_card_with_a_figure_or_the_reason(show, catalogue, figures):
    page = whole(show("oversikt"))
    assert {theme.title["nb"] for theme in catalogue.themes.values()} <= set(page.links)
    assert page.html.count('class="strip"') == 3  # talent, investment, living
    assert "Temaet har for få indikatorer til poeng." in page.text
    assert any(i.theme == "visitors" and i.id in figures for i in catalogue.scored)


def test_the_way_on_to_all_of_them_where_that_page_exists(show):
    page = whole(show("oversikt"))
    there = any(spec.slug == "barrierer" for spec in NAVIGATION)
    assert ("Alle styrker, svakheter og barrierer" in page.links) == there
