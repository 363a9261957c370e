"""The ranking: the reader's own method, what moves the place, the map."""

import re

import pytest

from components.words.text import Speaker
from models.index.attractiveness import ROOT, Method, attractiveness
from models.index.what_moves import what_moves
from pages.known import releases
from pages.navigation import NAVIGATION
from tests.pages.read import words

SAY = Speaker()
OWN = "egne vekter og egen metode"


@pytest.fixture(scope="module")
def regions(catalogue):
    return list(dict.fromkeys([*catalogue.reference_regions, *catalogue.members("europe")]))


def test_the_usual_way_is_not_marked_as_anybodys_own(show):
    page = show("plassering")
    assert "egne vekter" not in page.text
    assert "egen metode" not in page.text
    assert OWN not in words(page.with_tables)
    files = {one.file_name for one in page.exhibits.values()}
    assert len(files) == len(page.exhibits)
    assert not any("egen" in f for f in files)


def test_own_weights_and_method_are_marked_wherever_they_matter(show):
    page = show("plassering", w_talent="3", mean="geometric")
    assert page.notices == []
    assert page.query["scale"] == "clipped"  # the geometric mean can follow no other
    assert page.html.count('<p class="notice') == 1
    assert words(page.with_tables).count(OWN) >= 6  # place, scores, ranges, reasons, all themes, their tables
    marked = [label for label in page.folded if OWN in label]
    assert len(marked) == 2


def test_scores_are_those_of_the_chosen_method(show, figures, catalogue, regions):
    index = attractiveness(figures, catalogue, regions, {"talent": 2.0}, Method("geometric", "clipped"))
    page = show("plassering", w_talent="2", mean="geometric")
    assert f">{SAY.number(index.score(ROOT, 'NO08'), 1)}<" in page.with_tables
    assert "poeng fra 1 til 100" in page.text


def test_a_scale_that_the_mean_cannot_follow_falls_back_and_is_named(show):
    page = show("plassering", mean="geometric", scale="minmax")
    assert "«minmax»" in page.notices[0]


def test_the_way_back_to_the_usual_method(show):
    page = show("plassering", w_talent="3", mean="geometric")
    page = page.follow("Tilbake til vår måte")
    assert page.query["mean"] == "arithmetic"
    assert page.query["w_talent"] == "1"
    assert OWN not in page.text


def test_what_moves_the_place_is_the_models(show, figures, catalogue, regions):
    index = attractiveness(figures, catalogue, regions)
    peers = tuple(sorted(catalogue.members("alliance")))
    first = what_moves(index, ROOT, "NO08", peers, catalogue.tags["city_bounded"])[0]
    words = {"indicators": "valget av indikatorer", "regions": "om byer med trange grenser er med"}
    page = show("plassering")
    (title,) = [label for label in page.folded if label.endswith("betyr mest for plasseringen")]
    assert title.lower().startswith(words.get(first.choice, "vekten på"))
    assert f"{SAY.number(100 * first.share)} av 100 deler" in page.text


def test_no_place_stands_without_its_range(show):
    page = show("plassering")
    assert "nr. 5 (4–6)" in page.text
    assert "nr. 5 av 11 (4–6 etter metodevalg)" in page.text


MIDDLE = "Plasseringen i tabellen er den midterste av mange måter å regne på."


@pytest.mark.parametrize(("peers", "said"), [({}, True), ({"peers": "SE11,DK01,FI1B"}, False)])
def test_where_places_do_not_follow_the_scores_the_reason_is_told(show, peers, said):
    page = show("plassering", **peers)
    table = page.exhibits["ranking"].table
    places = [int(place) for place in re.findall(r"nr\. (\d+)", table)]
    assert len(places) == (4 if peers else 11)
    assert (places != sorted(places)) == said
    assert (MIDDLE in page.text) == said


def test_the_map_shows_the_scores_and_keeps_the_marks(show, figures, catalogue, regions):
    page = show("plassering", view="map", w_talent="3")
    assert page.notices == []
    figure = page.figure(page.charts[0].key)
    assert any(trace["type"].startswith("choropleth") for trace in figure["data"])
    assert "EuroGeographics" in page.text
    index = attractiveness(figures, catalogue, regions, {"talent": 3.0})
    assert f">{SAY.number(index.score(ROOT, 'NO08'), 1)}<" in page.with_tables
    assert "(egne vekter)" in page.text
    assert len(page.charts) == 2


def test_theme_links_of_other_pages_do_not_carry_the_method(show):
    page = show("plassering", mean="geometric")
    talent = next(spec for spec in NAVIGATION if spec.slug == "talent")
    assert "mean" not in page.links[talent.entry]


def test_a_chance_is_none_or_all_of_a_hundred_only_where_it_is(show, catalogue):
    page = show("plassering")
    above = releases.ranks("NO08", tuple(sorted(catalogue.members("alliance"))), 1)[ROOT].above
    told = dict(re.findall(r"Osloregionen ligger foran ([^.]*?) i (færre enn én|\d+) av 100 beregninger", page.text))
    above = {catalogue.region_name(code, "nb"): share for code, share in above.items()}
    assert {told[name] for name in told if 0 < above[name] < 0.005} == {"færre enn én"}
    for name, number in told.items():
        assert (number == "0") == (above[name] == 0), name
        assert (number == "100") == (above[name] == 1), name
