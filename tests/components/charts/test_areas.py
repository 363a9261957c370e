"""Which regions a map can show, and what is said of the others."""

import pytest

from components.charts.areas import FAR_AWAY, Area, drawable, listed_notice
from components.words.text import Speaker

OSLO = Area("NO08", "Osloregionen", 5.0, "5,0 %", "5,0 %", "focus")
LONDON = Area("UKI3", "London", None, "Ingen tall")
CANARIES = Area("ES70", "Kanariøyene", 2.0, "2,0 %", "2,0 %")
AALAND = Area("FI20", "Åland", 7.0, "7,0 %", "7,0 %")
ROTTERDAM = Area("NL36", "Rotterdam", 4.0, "4,0 %", "4,0 %")
NOWHERE = Area("XX99", "Ingensteds", None, "Ingen tall")
EVERY = [OSLO, LONDON, CANARIES, AALAND, ROTTERDAM, NOWHERE]
OUTLINED = frozenset({"NO08", "UKI3", "ES70"})


def test_what_has_an_outline_in_the_frame_is_shown_with_or_without_a_figure():
    assert list(drawable(EVERY, OUTLINED).shown) == [OSLO, LONDON]


def test_a_figure_without_a_place_is_listed_and_a_missing_one_is_not():
    assert list(drawable(EVERY, OUTLINED).listed) == [CANARIES, AALAND, ROTTERDAM]


def test_every_area_with_a_figure_is_shown_or_listed_once():
    drawn = drawable(EVERY, OUTLINED)
    told = [a.code for a in (*drawn.shown, *drawn.listed) if a.value is not None]
    assert sorted(told) == sorted(a.code for a in EVERY if a.value is not None)


def test_islands_far_off_are_listed_though_they_have_outlines():
    far = [Area(code, code, 1.0, "1", "1") for code in sorted(FAR_AWAY)]
    drawn = drawable(far, FAR_AWAY)
    assert (list(drawn.shown), list(drawn.listed)) == ([], far)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Uten plass på kartet: Kanariøyene 2,0 %, Rotterdam 4,0 % og Åland 7,0 %."),
        ("en", "No room on the map: Åland 7,0 %, Kanariøyene 2,0 % and Rotterdam 4,0 %."),
    ],
)
def test_what_is_listed_stands_in_the_order_of_the_readers_alphabet(language, words):
    assert listed_notice(drawable(EVERY, OUTLINED), Speaker(language)) == [words]


def test_a_map_that_shows_all_says_nothing():
    assert listed_notice(drawable([OSLO, LONDON], OUTLINED), Speaker("nb")) == []
