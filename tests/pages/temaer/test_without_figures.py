"""A theme without comparable figures is a designed page: what comes nearest, what can be fetched, who knows more."""

from html import escape

import pytest


@pytest.mark.parametrize("language", ["nb", "en"])
def test_it_says_what_is_missing_and_who_has_it(show, catalogue, language):
    page = show("samarbeid", lang=language)
    assert page.html.count('class="missing"') == 1
    for question in catalogue.questions.values():
        if question.theme == "cooperation":
            assert escape(question.title[language]) in page.html
            for holder in question.holders:
                assert f'href="{escape(holder.url)}"' in page.html
                assert escape(holder.name[language]) in page.html
    for indicator in catalogue.of_theme("cooperation"):
        assert indicator.title[language] in page.text
        assert indicator.dataset in page.text


def test_holders_have_their_english_names(show):
    page = show("samarbeid", lang="en")
    assert "Research Council of Norway" in page.text
    assert "Forskningsrådet" not in page.text


def test_figures_without_a_good_end_are_said_to_run_from_lowest_to_highest(show):
    page = show("samarbeid")
    assert "fra lavest til høyest der ingen side er best" in page.text
    assert "nr. 9 av 12, høyest først" in page.text


def test_the_nearest_figures_lead_to_their_own_theme(show, catalogue):
    page = show("samarbeid", peers="nordic_capitals")
    query = page.links[catalogue.indicators["nights_foreign"].title["nb"]]
    assert query["indicator"] == "nights_foreign"
    assert query["peers"] == "nordic_capitals"
    assert "av 5" in page.text  # among the capitals
    assert page.html.count('class="range"') >= 3
    assert page.charts == []
