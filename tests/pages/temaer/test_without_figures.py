"""A theme without comparable figures is a designed page: what comes nearest, what can be fetched, who knows more.

No theme of ours lacks figures any more; one of somebody's own catalogue may.
"""

from urllib.parse import parse_qsl, urlsplit

import pytest
from markupsafe import escape

from components.html.arrangement import ready
from components.html.first_view import first_view
from pages.exhibits.registry import look_at, view_of
from pages.temaer.without_figures import show_without_figures
from tests.pages.read import addresses, words


@pytest.fixture
def without(catalogue):
    """The page's HTML for the theme of cooperation, as if it had no figures of its own."""

    def made(**query):
        context = look_at(view_of("samarbeid", query)[0])
        show_without_figures(context, catalogue.themes["cooperation"])
        return first_view(ready(context.page.parts, context.view, context.say, waiting=True), context.view, context.say)

    return made


@pytest.mark.parametrize("language", ["nb", "en"])
def test_it_says_what_is_missing_and_who_has_it(without, catalogue, figures, language):
    html = without(lang=language)
    assert html.count('class="missing"') == 1
    for question in catalogue.questions.values():
        if question.theme == "cooperation":
            assert escape(question.title[language]) in html
            for holder in question.holders:
                assert f'href="{escape(holder.url)}"' in html
                assert escape(holder.name[language]) in html
    for indicator in catalogue.of_theme("cooperation"):
        assert indicator.id in figures or indicator.title[language] in words(html)


def test_holders_have_their_english_names(without):
    text = words(without(lang="en"))
    assert "Research Council of Norway" in text
    assert "Forskningsrådet" not in text


def test_figures_without_a_good_end_are_said_to_run_from_lowest_to_highest(without):
    text = words(without())
    assert "fra lavest til høyest der ingen side er best" in text
    assert "høyest først" in text


def test_the_nearest_figures_lead_to_their_own_theme(without, catalogue):
    html = without(peers="nordic_capitals")
    named = {i for q in catalogue.questions.values() if q.theme == "cooperation" for i in q.related}
    ways = {title: dict(parse_qsl(urlsplit(way).query)) for title, way in addresses(html).items()}
    found = [ways[catalogue.indicators[i].title.nb] for i in named if catalogue.indicators[i].title.nb in ways]
    assert len(found) >= 3
    assert all(query["indicator"] in named and query["peers"] == "nordic_capitals" for query in found)
    assert html.count('class="range"') >= 3
    assert 'class="chart"' not in html
