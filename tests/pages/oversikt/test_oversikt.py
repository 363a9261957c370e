"""The overview: what it says of strengths and weaknesses, and what it says when there are too few peers."""

import re

import pytest

from components.words import judgements
from components.words.text import Speaker
from pages.known import releases
from pages.known.advantages import assessments


@pytest.fixture(scope="module")
def found():
    return assessments("NO08", releases.catalogue().default_peers.members)


def in_order(calls):
    """The telling figures first, each by how clear it is."""
    return sorted(calls, key=lambda one: not one.indicator.headline)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_strengths_and_weaknesses_by_the_vote_with_what_chance_gives(show, found, language):
    page, say = show("oversikt", lang=language), Speaker(language)
    for side, kind in ((1, "strength"), (-1, "weakness")):
        tending = [a for a in found.of("tendency") if a.call.side == side]
        chosen = [*in_order(found.of(kind)), *in_order(tending)][:3]
        assert len(chosen) == 3
        for one in chosen:
            assert page.links[say.of(one.indicator.title)]["indicator"] == one.indicator.id
            assert (
                f"{judgements.call_words(say, one.call)}: {judgements.reasons_words(say, releases.catalogue(), one)}"
                in page.text
            )
        assert judgements.chance_words(say, len(found.of(kind)), found.chance[kind]) in page.text
    assert page.text.count("▲") == page.text.count("▼") == 3


def test_each_has_its_year_rank_and_source(show, found):
    page = show("oversikt")
    first = in_order(found.of("strength"))[0]
    assert f"nr. {first.measures.rank} av {first.measures.count + 1}" in page.text
    assert f"Tall for {first.measures.period}." in page.text
    # Six call bodies, each with a linked data set.
    bodies = re.findall(r'<p class="gap">[^<]+</p><p class="note">.*?</p>', page.html)
    assert len(bodies) == 6
    assert all(re.search(r'<a href="https?://', body) for body in bodies)


def test_a_gap_is_counted_where_it_can_be(show):
    words = "Samme nivå som regionen midt på lista ville vært 17 000 flere sysselsatte i høyteknologi."
    assert words in show("oversikt").text


def test_under_eight_peers_rank_and_gap_and_no_call(show):
    page = show("oversikt", peers="nordic_capitals")
    assert "Styrker og svakheter krever minst 8 sammenligningsregioner." in page.text
    assert "Lengst foran" in page.text
    for word in ("Styrke:", "Svakhet:", "Tendens til", "en vanlig region"):
        assert word not in page.text
    assert page.text.count("▲") == page.text.count("▼") == 3


def test_every_theme_has_a_card_with_a_figure_or_the_reason(show, catalogue, figures):
    page = show("oversikt")
    assert {theme.title["nb"] for theme in catalogue.themes.values()} <= set(page.links)
    assert page.html.count('class="strip"') == 5  # all but clusters
    assert "Temaet har for få sammenlignbare tall til poeng." in page.text  # clusters
    assert any(i.theme == "visitors" and i.id in figures for i in catalogue.scored)


def test_the_ways_on_keep_the_peers(show):
    page = show("oversikt", peers="capitals")
    ways = ("Alle styrker og svakheter", "Barrierer, og hvem som kan gjøre noe med dem", "Hvorfor disse poengene?")
    for label in ways:
        assert page.links[label]["peers"] == "capitals"


def test_a_unit_that_few_know_is_explained_where_it_stands(show):
    text = show("oversikt", peers="capitals").text
    assert text.count("KKS er kjøpekraftsstandard") == text.count("KKS over regionen midt på lista") == 1
