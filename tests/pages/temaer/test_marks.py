"""Signs on a theme page and the words that explain them."""

import json
import re

import pytest

from models.index.attractiveness import scored_themes


def offered(page):
    """What the drop-down of indicators offers."""
    return page.choice("Indikator").words


@pytest.mark.parametrize("theme", ["talent", "visitors"])
def test_a_dot_marks_what_gives_a_score_and_is_explained(show, catalogue, theme):
    page = show(catalogue.themes[theme].slug)
    scored = [i for i in catalogue.scored if i.theme == theme]
    counts = catalogue.themes[theme] in scored_themes(catalogue)
    expected = {i.title["nb"] for i in scored} if counts else set()
    assert {option.removesuffix(" ●") for option in offered(page) if "●" in option} == expected
    assert ("merket ●" in page.text) is counts


def test_a_figure_meant_for_a_score_that_the_theme_has_not_says_so(show, catalogue):
    words = "Gir poeng først når temaet har flere tall"
    waiting = [i for i in catalogue.scored if catalogue.themes[i.theme] not in scored_themes(catalogue)]
    for indicator in waiting:  # none today: every theme with a figure meant for a score has one
        assert words in show(catalogue.themes[indicator.theme].slug, indicator=indicator.id).text
    assert words not in show("talent").text


def test_a_star_at_a_bar_is_explained_and_no_sign_without_one(show):
    page = show("levekar")
    assert "*" in json.dumps(page.figure("ranking"))
    assert "* Merknad fra utgiveren: e = anslag." in page.text


def test_a_place_is_written_alike_on_every_card(show):
    places = re.findall(r'class="badge">(.+?)</span>', show("besokende").html)
    assert any(place.endswith(", høyest først") for place in places)
    assert {place[:4] for place in places} == {"nr. "}
