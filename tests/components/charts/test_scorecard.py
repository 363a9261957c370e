"""Strips from the worst region to the best: what stands where, in words and in shapes."""

import pytest

from components.charts.scorecard import ScorecardRow, StripDot, scorecard
from components.theme import DARK, LIGHT
from tests.components.charts.words import texts

ROWS = [
    ScorecardRow(
        "Ledighet",
        "nr. 2 av 4",
        StripDot(0.6, "5,0 %"),
        StripDot(0.0, "Stockholm 9,0 %"),
        [StripDot(1.0, "Helsinki")],
        0.5,
    ),
    ScorecardRow(
        "Utdanning", "nr. 4 av 4", StripDot(0.0, "40 %"), None, [StripDot(1.0, "Helsinki"), StripDot(0.4, "Wien")], 0.45
    ),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_strip_has_name_place_and_values_in_words(colours):
    figure = scorecard(ROWS, colours, "dårligst", "best")
    assert {"Ledighet", "nr. 2 av 4", "<b>5,0 %</b>", "Stockholm 9,0 %", "dårligst", "best"} <= set(texts(figure))
    focus = next(t for t in figure["data"] if t.get("marker", {}).get("color") == colours.focus)
    assert focus["x"] == [0.6, 0.0]
    # The second region differs in shape too, not by colour alone.
    other = next(t for t in figure["data"] if t.get("marker", {}).get("color") == colours.warning)
    assert (other["x"], other["marker"]["symbol"]) == ([0.0], "diamond")


def test_strips_need_more_room_with_a_second_region():
    alone = scorecard([ROWS[1]], LIGHT, "", "")["layout"]["height"]
    both = scorecard([ROWS[0]], LIGHT, "", "")["layout"]["height"]
    assert both > alone
    assert scorecard(ROWS, LIGHT, "", "")["layout"]["height"] > 2 * alone - 30


def test_labels_at_the_ends_grow_inwards():
    row = ScorecardRow("", "", StripDot(0.0, "lang tekst"), StripDot(1.0, "lang tekst"), [], 0.5)
    figure = scorecard([row], LIGHT, "", "")
    sides = [trace["textposition"] for trace in figure["data"] if "lang tekst" in str(trace.get("text"))]
    assert sides == [["middle right"], ["middle left"]]
