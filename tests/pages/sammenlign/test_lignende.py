"""Similar regions: the page and the peer picker, on published figures."""

import pytest

from models.peers import candidates, nearest, nearest_by_income, stability, structure


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


def test_how_firm_it_is_stands_within_the_sentence(show):
    assert "(sikker, 97 av 100)" in show("lignende").text


def test_the_table_holds_the_published_figures(show):
    page = show("lignende")
    assert "1,7 mill" in page.text or "1 7" in page.text
    assert page.html.count("<caption>") == 1


def test_closest_by_income(show, figures, catalogue):
    page = show("lignende", alike="income")
    (first, _), *_ = nearest_by_income(figures, catalogue, "NO08", 8, candidates(catalogue, "NO08"))
    assert page.title.startswith(catalogue.region_name(first, "nb"))
    assert "48 400" in page.text


def test_norwegian_regions_may_be_sought_too(show):
    assert "Agder" not in show("lignende", alike="income").text
    page = show("lignende", alike="income", among="everywhere")
    assert not page.app.exception
    assert page.app.query_params["among"] == "everywhere"


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
    assert page.app.query_params["peers"] == "similar"
    assert "likest i" in page.text
    for one in similar[0]:
        assert catalogue.region_name(one.region, "nb") in page.text
    (box,) = [b for b in page.app.selectbox if b.label == "Sammenlign med"]
    assert {"De mest lignende regionene", "Nærmest i verdiskaping per innbygger"} <= set(box.options)
    assert "likest i" not in show("plassering").text


def test_the_picker_works_on_the_themes_too(show):
    page = show("talent", peers="income", lang="en")
    assert not page.app.exception
    assert page.notices == []
    assert "Stuttgart" in page.text


def test_own_peers_begin_with_the_similar_ones(show, similar):
    page = show("plassering", peers="similar")
    (box,) = [b for b in page.app.selectbox if b.label == "Sammenlign med"]
    box.set_value("own").run()
    assert page.app.query_params["peers"] == ",".join(one.region for one in similar[0])


def test_a_question_in_the_search_field_leads_there(show):
    page = show("oversikt")
    (field,) = [t for t in page.app.text_input if t.label == "Søk"]
    field.set_value("Hvilken region ligner mest på Osloregionen?").run()
    assert page.links["Lignende regioner"]["peers"] == "alliance"
    assert "Side · Sammenlign" in page.text
    field.set_value("motorvei").run()
    assert "Side ·" not in page.text
