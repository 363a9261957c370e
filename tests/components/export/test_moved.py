"""Figures that differ between two releases: which, and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.export.moved import Stood, moved, told
from components.rows import rows_of
from components.words.text import Speaker

COLUMNS = ("indicator", "region", "period", "value", "flag")
RATE = "unemployment_rate_15_74"


def ranking(*cells):
    return rows_of(COLUMNS, [(RATE, *cell) for cell in cells])


def test_a_ranking_that_goes_to_another_year_moves_with_both_years(catalogue):
    before, now = ranking(("NO08", "2024", 4.5, ""), ("SE11", "2024", 6.0, "")), ranking(("NO08", "2025", 4.9, "p"))
    own, left = moved(before, now, catalogue)
    assert (own.code("region"), own.before, own.now) == ("NO08", Stood(4.5, "2024"), Stood(4.9, "2025", "p"))
    assert (left.code("region"), left.now) == ("SE11", None)
    first, second = told((own, left), (now, before), catalogue, Speaker("nb"))
    assert (first.what, first.before, first.now) == (
        "Osloregionen",
        "4,5\N{NO-BREAK SPACE}% (2024)",
        "4,9\N{NO-BREAK SPACE}% (2025, foreløpig tall)",
    )
    assert (second.before, second.now) == ("6,0\N{NO-BREAK SPACE}% (2024)", "–")
    assert told((own,), (now, before), catalogue, Speaker("en"))[0].what == "The Oslo Region"


def test_a_line_gets_a_year_and_its_others_stay(catalogue):
    before = ranking(("NO08", "2023", 4.0, ""), ("NO08", "2024", 4.5, ""))
    now = ranking(("NO08", "2023", 4.0, ""), ("NO08", "2024", 4.5, ""), ("NO08", "2025", 4.9, ""))
    (move,) = moved(before, now, catalogue)
    assert (move.code("period"), move.before, move.now) == ("2025", None, Stood(4.9))


def test_a_revision_too_small_for_the_usual_decimals_gets_more(catalogue):
    before, now = ranking(("NO08", "2024", 4.51, "")), ranking(("NO08", "2024", 4.52, ""))
    (one,) = told(moved(before, now, catalogue), (now, before), catalogue, Speaker("en"))
    assert (one.before, one.now) == ("4.51% (2024)", "4.52% (2024)")


def test_of_several_measures_each_is_named(catalogue):
    names = ("region", "median", "low", "high")
    before, now = rows_of(names, [("NO08", 3, 2, 5)]), rows_of(names, [("NO08", 4, 2, 6)])
    lines = told(moved(before, now, catalogue), (now, before), catalogue, Speaker("nb"))
    assert [one.what for one in lines] == ["Osloregionen, Midten", "Osloregionen, Høyeste"]


def test_places_without_a_region_s_code_go_by_their_name(catalogue):
    names = ("part", "name", "within", "value")
    before, now = rows_of(names, [("0301", "Oslo", True, 1.5)]), rows_of(names, [("0301", "Oslo", True, 2.5)])
    (one,) = told(moved(before, now, catalogue), (now, before), catalogue, Speaker("nb"))
    assert (one.what, one.before, one.now) == ("Oslo", "1,5", "2,5")


cells = st.dictionaries(
    st.tuples(st.sampled_from(["NO08", "SE11", "DK01"]), st.sampled_from(["2023", "2024"])),
    st.tuples(st.floats(-1e6, 1e6), st.sampled_from(["", "p"])),
    max_size=6,
)


@given(cells, cells)
def test_what_moves_one_way_moves_back_the_other(catalogue, one, other):
    a, b = (ranking(*((*key, *value) for key, value in some.items())) for some in (one, other))
    there, back = moved(a, b, catalogue), moved(b, a, catalogue)
    assert {(m.of, m.column, m.before, m.now) for m in there} == {(m.of, m.column, m.now, m.before) for m in back}
    assert moved(a, a, catalogue) == ()


@pytest.mark.parametrize("language", ["nb", "en"])
def test_nothing_moves_where_there_is_nothing(catalogue, language):
    assert told(moved(ranking(), ranking(), catalogue), (), catalogue, Speaker(language)) == ()
