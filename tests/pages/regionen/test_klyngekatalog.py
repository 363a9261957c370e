"""The cluster directory: every cluster with its source, a map with its table, filters in the address, a search."""

import json
from html import escape

import pytest

from pages.regionen.klyngekatalog import SEARCH


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_cluster_stands_with_what_its_source_says(show, catalogue, language):
    page = show("klyngekatalog", lang=language)
    for cluster in catalogue.within.clusters.values():
        for text in (cluster.name, cluster.field, cluster.status, cluster.size):
            assert escape(text[language]) in page.html, cluster.id
        assert f'href="{escape(cluster.source)}"' in page.html
        assert escape(cluster.as_found) in page.html
    assert page.html.count("<h4>") == len(catalogue.within.clusters)


def layers(page):
    (chart,) = page.maps
    return [layer["id"] for layer in json.loads(chart.proto.json)["layers"]]


def test_the_map_has_words_a_table_and_its_attribution(show, catalogue):
    page = show("klyngekatalog")
    (chart,) = page.maps
    assert "Bærum" in chart.proto.alt
    assert "Oslo (5)" in chart.proto.alt
    assert "© Kartverket, CC BY 4.0" in page.text
    for m in catalogue.within.municipalities.values():
        assert m.code == "0301" or f'<th scope="row">{escape(m.name)}</th>' in page.html
    assert "Nettleseren kan ikke tegne kartet" in page.text
    assert "http" not in chart.proto.json


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("everything", ["municipalities", "commuting", "clusters", "numbers", "names"]),
        ("commuting", ["municipalities", "commuting"]),
        ("clusters", ["municipalities", "clusters", "numbers", "names"]),
        ("outlines", ["municipalities"]),
    ],
)
def test_layers_can_be_switched(show, code, shown):
    assert layers(show("klyngekatalog", layers=code)) == shown


def test_filters_narrow_the_list_and_the_map(show):
    page = show("klyngekatalog", sector="energy", where="NO08")
    assert page.html.count("<h4>") == 2
    assert "Viser 2 av 19 klynger" in page.text
    (chart,) = page.maps
    assert "Halden (1)" in chart.proto.alt
    abroad = show("klyngekatalog", where="abroad")
    assert abroad.html.count("<h4>") == 5
    assert "clusters" not in layers(abroad)


def test_nothing_found_says_so(show):
    page = show("klyngekatalog", sector="construction", where="NO02")
    assert page.html.count("<h4>") == 0
    assert "Ingen klynger passer" in page.text


def test_the_search_finds_in_both_languages(show):
    page = show("klyngekatalog")
    page.app.text_input(key=SEARCH).input("solar").run()
    assert "Solenergiklyngen" in page.text
    assert page.html.count("<h4>") == 1


def test_numbers_are_never_a_score(show):
    page = show("klyngekatalog")
    assert "kan ikke legges sammen eller rangeres" in page.text
    assert "nr. 1 av" not in page.text


@pytest.mark.parametrize("query", [{"sector": "magic"}, {"where": "SE11"}, {"layers": "roads"}])
def test_a_bad_value_is_named_and_the_page_stands(show, query):
    page = show("klyngekatalog", **query)
    assert not page.app.exception
    assert [e.value for e in page.app.error] == []
    assert f"«{next(iter(query.values()))}»" in page.notices[0]
    assert page.html.count("<h4>") == 19
