"""A theme's page: its figures as published, whatever the address asks for."""

import re
from html import unescape

import pytest

from components.words.text import Speaker
from models.comparison.one_year import compare
from tests.pages.test_pages import BAD


def test_a_bad_address_is_mended_where_the_reader_sees_it_and_the_notice_goes_with_the_next_choice(draw):
    page = draw("talent", **BAD).whole()
    (notice,) = page.notices
    assert "«nonsense»" in notice
    assert page.query["peers"] == "SE11"
    assert not {"colour"} & set(page.query)
    page.select("Indikator", "early_leavers")
    assert page.notices == []
    assert page.query["indicator"] == "early_leavers"


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"lang": "de"}, "de"),
        ({"lang": ""}, ""),
        ({"peers": ""}, ""),
        ({"peers": ",,,"}, ""),
        ({"release": "1e9"}, "1e9"),
        ({"release": "-1"}, "-1"),
        ({"mark": "<script>alert(1)</script>"}, "<script>alert(1)</script>"),
        ({"indicator": "nights_total", "year": "1066"}, "1066"),
        ({"indicator": "unemployment_rate_15_74"}, "unemployment_rate_15_74"),  # of another theme
        ({"year": "٢٠٢٤"}, "٢٠٢٤"),
        ({"peers": "NO08,SE11"}, None),  # the focus region is no peer of its own, and needs no notice
        ({"embed": "true"}, None),
        ({"indicator": "nights_total", "year": "2024", "mark": "FR10"}, None),
    ],
    ids=str,
)
def test_no_address_breaks_a_theme(show, query, named):
    page = show("besokende", **query)
    assert page.title == "Besøkende"
    assert "<script>alert" not in page.html
    assert len(page.notices) == (named is not None)
    if named is not None:
        assert page.notices[0].count("«") == 1
        assert f"«{named}»" in page.notices[0]


def test_published_figures_are_shown_as_published(show):
    page = show("besokende", indicator="nights_total", year="2024")
    assert "11 904 456 overnattinger" in page.text
    assert page.notices == []
    page = show("besokende", indicator="nights_total", year="2024", lang="en")
    assert "11,904,456 nights" in page.text
    page = show("talent", indicator="unemployment_rate_15_74", year="2025")
    assert "5,0 %" in page.text
    page = show("talent", indicator="unemployment_rate_15_74", year="2021")
    assert "5,3 %" in page.text
    assert "Brudd i serien" in page.text


def test_rank_and_distance_are_the_models(show, figures, catalogue):
    indicator = catalogue.indicators["unemployment_rate_15_74"]
    found = compare(figures, indicator, "2025", "NO08", catalogue.members("alliance"))
    page = show("talent", indicator=indicator.id, year="2025")
    assert f"nr. {found.rank} av {len(found.rows)}" in page.text
    assert Speaker().number(found.gap, indicator.decimals) in page.text
    assert "prosentpoeng" in page.text


def test_every_figure_has_its_source_its_table_and_its_link(show):
    page = show("besokende", indicator="nights_total", year="2024")
    exhibits = (
        7  # ranking, trend, two of months, distribution; all figures and what residents answer, which are no charts
    )
    assert page.html.count('class="source"') == len(page.charts) + 2 == len(page.exhibits) == exhibits
    assert page.with_tables.count("tour_occ_nin2/default/table") >= exhibits
    assert page.tables.count("<caption>") == page.html.count('data-tool="table"') == exhibits
    links = [unescape(way) for way in re.findall(r'data-tool="copy" href="([^"]*)"', page.html)]
    address = (
        "/besokende?lang=nb&lens=NO08&peers=alliance&release=1&catalogue=2026.2&indicator=nights_total&year=2024"
        "&mark=none&view=bars"
        "&sort=usual&shown=some&beside=SE11"
    )
    assert links == [f"{address}#{key}" for key in page.exhibits]
