"""Regions and their parts in rows: every part is a dot, the ends are named without lying on each other."""

from components.charts.strip import PartDot, StripRow, strip
from components.theme import LIGHT

ROWS = [
    StripRow("Oslo", [PartDot("Akershus", 1.8), PartDot("Buskerud", 1.1), PartDot("Østfold", 1.0)], "focus"),
    StripRow("Dublin", [PartDot("City", 2.0), PartDot("Midlands", -2.0)], "peer"),
]


def drawn():
    return strip(ROWS, LIGHT, lambda v: f"{v} %")


def test_every_part_is_a_dot_with_its_name_and_value():
    dots = [trace for trace in drawn()["data"] if trace["mode"] == "markers"]
    assert [trace["x"] for trace in dots] == [[1.8, 1.1, 1.0], [2.0, -2.0]]
    assert dots[0]["customdata"][0] == ["Akershus", "1.8 %"]
    assert dots[0]["marker"]["color"] == LIGHT.focus != dots[1]["marker"]["color"]


def test_names_of_one_row_cannot_lie_on_each_other_nor_run_out_of_the_picture():
    names = {a["text"]: (a["xanchor"], a["yshift"] > 0) for a in drawn()["layout"]["annotations"]}
    assert names == {
        "Østfold": ("right", False),
        "Akershus": ("right", True),
        "Midlands": ("left", False),
        "City": ("right", True),
    }


def test_the_first_row_is_on_top_and_nothing_is_cut():
    layout = drawn()["layout"]
    bottom, top = layout["yaxis"]["range"]
    assert bottom > 1 > 0 > top
    low, high = layout["xaxis"]["range"]
    assert low < -2.0 < 2.0 < high
    assert layout["yaxis"]["ticktext"] == ["<b>Oslo</b>", "Dublin"]
