"""Similar regions: the page and the peer picker, on published figures."""

import pytest

from models.peers import candidates, nearest, nearest_by_income, stability, structure
from tests.pages.read import words


@pytest.fixture(scope="module")
def similar(figures, catalogue):
    known = structure(figures, catalogue)
    abroad = candidates(catalogue, "NO08")
    count = catalogue.structure.nearest
    return nearest(known, "NO08", count, abroad), stability(known, "NO08", count, abroad)


def test_the_title_names_the_most_similar_region(show, similar, catalogue):
    page = show("lignende")
    first = similar[0][0]
    assert page.title == f"{catalogue.region_name(first.region, 'nb')} ligner mest på Osloregionen"
    assert "hovedstad, som Osloregionen" in page.text
    assert len(page.charts) == 1


def test_each_has_its_reason_and_how_firm_it_is(show, similar, catalogue):
    page = show("lignende")
    found, firm = similar
    for one in found:
        assert f"{catalogue.region_name(one.region, 'nb')}: likest i" in page.text
        assert f"{round(100 * firm[one.region])} av 100" in page.text


def test_how_firm_it_is_stands_within_the_sentence(show, similar):
    found, firm = similar
    assert f"(sikker, {round(100 * firm[found[0].region])} av 100)" in show("lignende").text


def test_the_table_holds_the_published_figures(show):
    page = show("lignende")
    assert "1,7 mill" in words(page.tables) or "1 7" in words(page.tables)
    assert page.tables.count("<caption>") == 1


def test_closest_by_income(show, figures, catalogue):
    page = show("lignende", alike="income")
    (first, _), *_ = nearest_by_income(figures, catalogue, "NO08", 8, candidates(catalogue, "NO08"))
    assert page.title.startswith(catalogue.region_name(first, "nb"))
    assert "48 400" in words(page.with_tables)


def test_norwegian_regions_may_be_sought_too(show):
    assert "Agder" not in show("lignende", alike="income").text
    page = show("lignende", alike="income", among="everywhere")
    assert page.query["among"] == "everywhere"


def test_these_may_be_compared_with(show, similar):
    page = show("lignende")
    assert page.links["Sammenlign Osloregionen med disse"]["peers"] == "similar"
    beside = page.links["Sammenlign med den likeste"]
    assert (beside["with"], beside["peers"]) == (similar[0][0].region, "similar")
    capitals = show("lignende", alike="income", among="capitals")
    assert "," in capitals.links["Sammenlign Osloregionen med disse"]["peers"]


def test_the_picker_offers_them_and_says_why(show, similar, catalogue):
    page = show("plassering", peers="similar")
    assert page.notices == []
    assert page.query["peers"] == "similar"
    assert "likest i" in page.text
    for one in similar[0]:
        assert catalogue.region_name(one.region, "nb") in page.text
    offered = set(page.choice("Sammenlign med").words)
    assert {"De mest lignende regionene", "Nærmest i verdiskaping per innbygger"} <= offered
    assert "likest i" not in show("plassering").text


def test_the_picker_works_on_the_themes_too(show):
    page = show("talent", peers="income", lang="en")
    assert page.notices == []
    assert "Stuttgart" in page.text


def test_own_peers_begin_with_the_similar_ones(draw, similar):
    page = draw("plassering", peers="similar").whole().select("Sammenlign med", "own")
    assert page.query["peers"] == ",".join(one.region for one in similar[0])


def test_a_question_in_the_search_field_leads_there(show):
    page = show("oversikt", search="Hvilken region ligner mest på Osloregionen?")
    assert page.links["Lignende regioner"]["peers"] == "alliance"
    assert "Side · Sammenlign" in page.text
    assert "Side ·" not in show("oversikt", search="motorvei").text
