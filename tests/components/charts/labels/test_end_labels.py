"""Names at the ends of lines: apart, in the order of their lines, and not moved further than they must."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.labels.end_labels import apart, at_heights, end_label
from components.theme import LIGHT, SIZE_SMALL, SIZE_TEXT


def label(value, name="Region", *, bold=False):
    return end_label(2024, value, name, LIGHT.text, bold=bold)


def test_our_own_name_is_bold_and_larger():
    own, other = label(5.0, "Osloregionen", bold=True), label(4.0, "Stockholm")
    assert (own["text"], own["font"]["size"]) == ("<b>Osloregionen</b>", SIZE_TEXT)
    assert (other["text"], other["font"]["size"]) == ("Stockholm", SIZE_SMALL)
    assert (own["x"], own["y"], own["xanchor"], own["showarrow"]) == (2024, 5.0, "left", False)


def test_names_that_are_apart_stay_where_their_lines_end():
    # 260 pixels for 10 units of value, less 60: 20 a unit, and 18 are enough.
    assert [one["yshift"] for one in apart([label(1.0), label(2.0)], [0.0, 10.0], 260)] == [0.0, 0.0]


def test_the_lower_of_two_near_names_moves_down_by_what_is_missing():
    # 20 pixels a unit: half a unit is 10 pixels, and 18 are needed.
    high, low = apart([label(5.0, "low"), label(5.5, "high")], [0.0, 10.0], 260)
    assert (high["text"], high["yshift"]) == ("high", 0.0)
    assert (low["text"], low["yshift"]) == ("low", pytest.approx(-8.0))


def test_a_name_that_moves_pushes_the_next():
    found = apart([label(5.0), label(5.0), label(5.0)], [0.0, 10.0], 260)
    assert [one["yshift"] for one in found] == pytest.approx([0.0, -18.0, -36.0])


def test_figures_that_are_all_the_same_do_not_divide_by_nothing():
    found = apart([label(3.0), label(3.0)], [3.0, 3.0], 260)
    assert [one["yshift"] for one in found] == pytest.approx([0.0, -18.0])


@pytest.mark.parametrize("alone", [[], [label(3.0)]])
def test_one_name_needs_no_room(alone):
    assert apart(alone, [0.0, 10.0], 260) == alone


def test_lower_charts_have_labels_of_their_own_each_from_its_height_on():
    found = at_heights([label(5.0), label(5.5)], [0.0, 10.0], 260)
    assert [(width, high) for width, high, _ in found] == [(0, 0), (0, 180), (0, 230), (0, 260)]
    # The lowest, of 140 pixels: 8 a unit, 4 between the names, 14 are missing.
    assert [one["yshift"] for one in found[0][2]] == pytest.approx([0.0, -14.0])


@given(st.lists(st.floats(0, 100), min_size=2, max_size=12), st.integers(100, 600))
def test_no_two_names_are_nearer_than_a_line_of_type_and_the_order_is_kept(values, height):
    pixels = (height - 60) / (max(values) - min(values) if max(values) - min(values) > 1e-9 else 1.0)
    found = apart([label(v) for v in values], values, height)
    places = [one["y"] * pixels + one["yshift"] for one in found]
    assert all(a - b >= 18 - 1e-6 for a, b in itertools.pairwise(places))
    assert [one["y"] for one in found] == sorted(values, reverse=True)
