"""The matrix of strengths and weaknesses: a row a figure, names that lie on nothing."""

from components.charts.matrix import Judged, Wording, matrix
from components.theme import LIGHT

WORDING = Wording("bak", "på linje", "foran", "avstand")
BANDS = {
    "sikkert": [
        Judged("A", 0.9, "strength", ""),
        Judged("B", -1.4, "weakness", ""),
        Judged("C", 0.4, "good_tendency", ""),
    ],
    "ganske sikkert": [],
    "usikkert": [Judged("D", 0.0, "other", "")],
}


def drawn():
    return matrix(BANDS, 0.5, 0.5, WORDING, LIGHT)


def test_every_figure_is_a_point_in_a_row_of_its_own():
    (trace,) = drawn()["data"]
    assert [row[0] for row in trace["customdata"]] == ["A", "C", "B", "D"]
    assert trace["x"] == [0.9, 0.4, -1.4, 0.0]
    assert len(set(trace["y"])) == 4


def test_a_name_stands_on_the_side_with_more_room():
    names = {a["text"].strip("</b>"): a for a in drawn()["layout"]["annotations"] if a.get("xshift")}
    assert {name: a["xanchor"] for name, a in names.items()} == {"A": "right", "C": "right", "B": "left", "D": "right"}


def test_empty_bands_have_no_heading_and_no_row():
    figure = drawn()
    headings = [a["text"] for a in figure["layout"]["annotations"] if a.get("xref") == "paper"]
    assert headings == ["sikkert", "usikkert"]
    low, high = figure["layout"]["yaxis"]["range"]
    assert low - high == 4 + 2 + 0.1  # rows and headings, and a little room


def test_the_middle_of_the_axis_is_the_middle_region():
    low, high = drawn()["layout"]["xaxis"]["range"]
    assert low == -high
    assert high > 1.4


def test_a_call_is_told_by_shape_too():
    symbols = drawn()["data"][0]["marker"]["symbol"]
    assert len(set(symbols)) == 4
