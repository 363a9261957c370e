"""A region's place in the index, in words: points against the middle, and how sure the place is."""

import pytest

from components.words import placement
from components.words.text import Speaker
from models.index.standing import Standing

NB, EN = Speaker("nb"), Speaker("en")


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("distance", "words"),
    [
        (3.4, "Osloregionen har 61 poeng, 3 flere enn regionen midt på lista"),
        (-2.6, "Osloregionen har 61 poeng, 3 færre enn regionen midt på lista"),
        (0.4, "Osloregionen har 61 poeng, like mange som regionen midt på lista"),
        (-0.4, "Osloregionen har 61 poeng, like mange som regionen midt på lista"),
        (None, "Osloregionen har 61 poeng"),
    ],
)
def test_points_against_the_middle_of_the_list(distance, words):
    assert placement.score_finding(NB, "Osloregionen", Standing("talent", 61.2, 3, 12, distance), "Talent") == words


def test_without_figures_there_are_no_points():
    assert placement.score_finding(NB, "Osloregionen", None, "Talent") == "Osloregionen har for få tall til poeng"


def test_how_sure_a_place_is():
    assert plain(placement.range_finding(NB, "Osloregionen", 4, 4, 4)) == ("Osloregionen er nr. 4 uansett metodevalg")
    assert plain(placement.range_finding(NB, "Osloregionen", 4, 3, 6)) == (
        "Osloregionen ligger mellom nr. 3 og nr. 6 etter metodevalg"
    )


def test_the_place_without_cities_that_end_at_their_border_stands_beside_it():
    assert plain(placement.overall(NB, "Osloregionen", 5, 11, (4, 6), (3, 8))) == (
        "Osloregionen er nr. 5 av 11 regioner samlet sett (mellom 4 og 6 etter metodevalg), og nr. 3 av 8 uten byer "
        "som slutter ved bygrensa"
    )
    assert "mellom" not in placement.overall(NB, "Osloregionen", 5, 11, (5, 5))


def test_the_ranking_is_called_by_the_region():
    assert placement.ranking_title(EN, "the Oslo Region") == "How the Oslo Region ranks"
