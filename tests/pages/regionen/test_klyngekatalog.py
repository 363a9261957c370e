"""The cluster directory: every cluster with its source, a map with its table, filters in the address, a search."""

import json

import pytest
from markupsafe import escape

from components.charts.region_map import deck
from components.theme import LIGHT


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_cluster_stands_with_what_its_source_says(show, catalogue, language):
    page = show("klyngekatalog", lang=language)
    for cluster in catalogue.within.clusters.values():
        for text in (cluster.name, cluster.field, cluster.status, cluster.size):
            assert escape(text[language]) in page.html, cluster.id
        assert f'href="{escape(cluster.source)}"' in page.html
        assert escape(cluster.as_found) in page.html
    assert page.html.count("<h4>") == len(catalogue.within.clusters)


def drawn(page):
    """The map as the browser gets it."""
    (exhibit,) = [one for one in page.exhibits.values() if one.map is not None]
    return deck(exhibit.map, LIGHT).to_json()


def layers(page):
    return [layer["id"] for layer in json.loads(drawn(page))["layers"]]


def test_the_map_has_words_a_table_and_its_attribution(show, catalogue):
    page = show("klyngekatalog")
    assert "Bærum" in page.alt("map")
    assert "Oslo (5)" in page.alt("map")
    assert "© Kartverket, CC BY 4.0" in page.text
    for m in catalogue.within.municipalities.values():
        assert m.code == "0301" or f'<th scope="row">{escape(m.name)}</th>' in page.tables
    assert "Nettleseren kan ikke tegne kartet" in page.text
    assert "http" not in drawn(page)


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
    assert "Halden (1)" in page.alt("map")
    abroad = show("klyngekatalog", where="abroad")
    assert abroad.html.count("<h4>") == 5
    assert "clusters" not in layers(abroad)


@pytest.mark.parametrize(
    ("where", "title"),
    [("all", "19 klynger"), ("abroad", "5 klynger"), ("NO02", "4 klynger i og rundt Osloregionen")],
)
def test_clusters_abroad_are_not_called_near(show, where, title):
    assert show("klyngekatalog", where=where).exhibits["clusters"].finding == title


def test_nothing_found_says_so(show):
    page = show("klyngekatalog", sector="construction", where="NO02")
    assert page.html.count("<h4>") == 0
    assert "Ingen klynger passer" in page.text


def test_the_search_finds_in_both_languages_and_stands_in_the_address(show, draw):
    page = show("klyngekatalog", q="solar")
    assert "Solenergiklyngen" in page.text
    assert page.html.count("<h4>") == 1
    assert show("klyngekatalog", q="solenergi").html.count("<h4>") == 1
    drawn = draw("klyngekatalog").whole()
    next(field for field in drawn.app.text_input if field.label == "Søk i klyngene").set_value("solar").run()
    assert drawn.whole().query == page.query
    assert drawn.html.count("<h4>") == 1


def test_the_map_is_drawn_in_a_session(draw, show):
    (chart,) = draw("klyngekatalog").whole().maps
    page = show("klyngekatalog")
    assert json.loads(chart.proto.json) == json.loads(drawn(page))
    assert chart.proto.alt.replace("\u00a0", " ") == page.alt("map")


def test_numbers_are_never_a_score(show):
    page = show("klyngekatalog")
    assert "kan ikke legges sammen eller rangeres" in page.text
    assert "nr. 1 av" not in page.text


@pytest.mark.parametrize("query", [{"sector": "magic"}, {"where": "SE11"}, {"layers": "roads"}])
def test_a_bad_value_is_named_and_the_page_stands(show, query):
    page = show("klyngekatalog", **query)
    assert f"«{next(iter(query.values()))}»" in page.notices[0]
    assert page.html.count("<h4>") == 19
