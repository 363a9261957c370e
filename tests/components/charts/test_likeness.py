"""How unlike regions are: tracks that are filled as far as they differ."""

import pytest

from components.charts.likeness import Alike, likeness
from components.theme import DARK, LIGHT
from tests.components.charts.words import texts


def test_how_unlike_fills_a_track_and_never_more():
    rows = [Alike("1. Helsinki", "sikker", [0.1, None, 2.5], ["a", "b", "c"])]
    figure = likeness(rows, ["størrelse og tetthet", "alder", "næringer"], LIGHT, "ingen tall")
    tracks, fills = figure["data"][:2]
    assert tracks["x"][1] - tracks["x"][0] == pytest.approx(fills["x"][4] - fills["x"][3])  # 2.5 is full
    assert (fills["x"][1] - fills["x"][0]) / (tracks["x"][1] - tracks["x"][0]) == pytest.approx(0.1)
    assert {"ingen tall", "1. Helsinki", "sikker", "størrelse og<br>tetthet"} <= set(texts(figure))


ROWS = [Alike("1. Helsinki", "sikker", [0.1, None], ["a", "b"]), Alike("2. Wien", "usikker", [0.5, 1.0], ["c", "d"])]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_what_is_filled_stands_out_from_its_track(colours):
    tracks, fills = likeness(ROWS, ["alder", "næringer"], colours, "ingen tall")["data"][:2]
    assert (tracks["line"]["color"], fills["line"]["color"]) == (colours.peer_soft, colours.reference)
    assert tracks["y"] == fills["y"]


def test_each_known_part_says_itself_and_none_is_said_of_what_is_not_known():
    hover = likeness(ROWS, ["alder", "næringer"], LIGHT, "ingen tall")["data"][2]
    assert hover["customdata"] == ["a", "c", "d"]
    missing = likeness(ROWS, ["alder", "næringer"], LIGHT, "ingen tall")["data"][-1]
    assert (missing["x"], missing["text"]) == ([1.0], ["ingen tall"])


def test_the_most_similar_is_on_top_and_every_row_is_as_high():
    layouts = [likeness(ROWS[:count], ["alder", "næringer"], LIGHT, "")["layout"] for count in (1, 2)]
    bottom, top = layouts[1]["yaxis"]["range"]
    assert (bottom, top) == (layouts[1]["height"], 0)
    names = likeness(ROWS, ["alder", "næringer"], LIGHT, "")["data"][4]
    assert names["text"] == ["1. Helsinki", "2. Wien"]
    assert names["y"][1] - names["y"][0] == layouts[1]["height"] - layouts[0]["height"]
