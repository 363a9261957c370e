"""Bars in a ranking: each named and numbered, ours and those beside the ranking known without colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.ranking import Bar, ranking
from components.theme import DARK, LIGHT, ROW

BARS = [
    Bar("Stockholm", 9.0, "9,0 %", "kommentar"),
    Bar("Osloregionen", 5.0, "5,0 %", kind="focus"),
    Bar("Wien", 4.0, "4,0 %", kind="marked"),
    Bar("EU", 3.0, "3,0 %", kind="reference"),
]


def drawn(bars=BARS, colours=LIGHT):
    figure = ranking(bars, colours)
    (trace,) = figure["data"]
    return trace, figure["layout"]


def test_bars_stand_in_the_order_given_with_the_first_on_top():
    trace, layout = drawn()
    assert (trace["x"], trace["y"]) == ([9.0, 5.0, 4.0, 3.0], [0, 1, 2, 3])
    bottom, top = layout["yaxis"]["range"]
    assert bottom > 3 > 0 > top
    assert layout["height"] - drawn(BARS[:3])[1]["height"] == ROW


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_ours_is_bold_what_is_not_ranked_is_in_italics_and_each_has_its_colour(colours):
    trace, layout = drawn(colours=colours)
    assert layout["yaxis"]["ticktext"] == ["Stockholm", "<b>Osloregionen</b>", "Wien", "<i>EU</i>"]
    assert trace["text"] == ["9,0 %", "<b>5,0 %</b>", "4,0 %", "3,0 %"]
    assert trace["marker"]["color"] == [colours.peer, colours.focus, colours.warning, colours.peer_soft]


def test_hovering_says_what_else_there_is_to_say_or_else_the_value():
    trace, _ = drawn()
    assert trace["hovertemplate"][0] == "<b>Stockholm</b><br>kommentar<extra></extra>"
    assert trace["hovertemplate"][1] == "<b>Osloregionen</b><br>5,0 %<extra></extra>"


def test_longer_labels_get_more_room_beyond_the_bars():
    short, long = (drawn([Bar("A", 10.0, "9" * n)])[1]["xaxis"]["range"] for n in (2, 7))
    assert 10.0 < short[1] < long[1] <= 14.0
    assert short[0] == long[0] == 0.0


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=12))
def test_every_bar_begins_at_nothing_and_its_label_has_room(values):
    low, high = drawn([Bar("A", value, "5,0 %") for value in values])[1]["xaxis"]["range"]
    reach = max(0.0, *values) - min(0.0, *values)
    assert high >= max(0.0, *values) + 0.16 * reach
    if min(values) < 0:
        assert low <= min(values) - 0.16 * reach
    else:
        assert low == 0.0


def test_no_bar_at_all_is_an_empty_picture():
    trace, layout = drawn([])
    assert trace["x"] == []
    assert layout["height"] == 16
