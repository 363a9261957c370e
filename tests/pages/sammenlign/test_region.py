"""Region by region: the page, on published figures."""

import pytest

from components.words.text import Speaker
from components.words.wording import within
from models.comparison.scorecard import scorecard, tally
from pages.navigation import NAVIGATION
from pages.sammenlign.region import _sides
from tests.pages.read import words

SAY = Speaker()


@pytest.fixture(scope="module")
def card(figures, catalogue):
    return scorecard(figures, catalogue, "NO08", catalogue.members("alliance"))


def test_the_title_says_who_is_ahead_on_how_many(show, card):
    page = show("region")
    found = tally(card.strips, "SE11")
    assert page.title == f"Stockholm er foran Osloregionen på {found.behind} av {found.count} tall"
    assert f'{found.ahead}</span><span class="note">tall der Osloregionen er foran' in page.html
    assert page.query["with"] == "SE11"


def test_every_strip_has_its_figure_place_and_source_in_the_table(show, card, catalogue):
    page = show("region", theme="talent")
    strips = card.of_theme("talent")
    assert page.tables.count('<th scope="row">') == len(strips)
    for strip in strips:
        assert SAY.of(strip.indicator.title) in words(page.tables)
        assert f"nr. {strip.places['NO08']} av {strip.count}" in words(page.tables)
        for _, address in catalogue.dataset_links(strip.indicator):
            assert address in page.with_tables
    assert len(page.charts) == 1


def test_one_exhibit_a_theme(show, card):
    page = show("region")
    assert len(page.charts) == len({s.indicator.theme for s in card.strips})


def test_without_a_second_region_it_is_set_against_the_middle(show, card):
    page = show("region", **{"with": "none"})
    better = sum(s.better for s in card.strips)
    assert 0 < better < sum(s.strength[1] > 0 for s in card.strips)  # some are level as shown, or within the error
    assert page.title == f"Osloregionen er bedre enn regionen midt på lista på {better} av {len(card.strips)} tall"


def test_a_region_outside_the_peers_is_ranked_among_them(show, figures, catalogue):
    page = show("region", **{"with": "FR10"}, theme="talent")
    peers = (*catalogue.members("alliance"), "FR10")
    strip = scorecard(figures, catalogue, "NO08", peers).of_theme("talent")[0]
    assert f"nr. {strip.places['FR10']} av {strip.count}" in words(page.with_tables)
    assert "13 regioner" in page.text


def test_what_is_left_out_is_named_with_the_reason(show, card):
    page = show("region")
    assert SAY.of(card.without_direction[0].title) in page.text
    assert SAY.of(card.without_figure[0].title) in page.text
    assert "Verken høyt eller lavt er best:" in page.text


def test_too_few_peers_leave_nothing_to_show_and_say_so(show):
    page = show("region", peers="SE11", **{"with": "none"})
    assert page.title == "Ingen tall å sammenligne Osloregionen med"
    assert page.charts == []


@pytest.mark.parametrize("heights", [[], [5], [5, 5], [21, 13, 10, 22], [1, 1, 1, 1, 1, 9]])
def test_columns_end_at_about_the_same_height(heights):
    sides = _sides(heights)
    assert len(sides) == len(heights)
    assert not heights or sides[0] == 0
    left = sum(h for h, side in zip(heights, sides, strict=True) if side == 0)
    assert abs(2 * left - sum(heights)) <= max(heights, default=0)


def test_the_page_is_a_tab_of_its_entry():
    assert [s.slug for s in NAVIGATION if s.entry == "Sammenlign"][:2] == ["plassering", "region"]


def test_two_sentences_answer_where_one_would_rather_invest(show, catalogue):
    theme = catalogue.themes["investment"].title
    page = show("region", **{"with": "SE11"}, theme="investment")
    assert page.title.startswith(f"{theme.nb}: Stockholm er foran Osloregionen på")
    told = page.html.partition('<p class="summary">')[2].partition("</p>")[0]
    assert told.startswith(f"Stockholm ligger foran Osloregionen på {within(theme.nb)}: nr. ")
    assert "Mest skiller " in told
    copied = [text for text in page.copies if "Stockholm" in text]
    assert any(f"Stockholm is ahead of the Oslo Region on {within(theme.en)}" in text for text in copied)
    assert all("målt som Oslo og Viken" in text or "measured as" in text for text in copied)
