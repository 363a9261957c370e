"""The charts of regions side by side: what is drawn where."""

import pytest

from components.charts.coverage import CoverageRow, coverage
from components.charts.likeness import Alike, likeness
from components.charts.quality import Group, quality
from components.charts.scatter import Axis, Point, scatter
from components.charts.scorecard import ScorecardRow, StripDot, scorecard
from components.theme import DARK, LIGHT


def texts(figure):
    """Every word that stands in a chart."""
    words = [word for trace in figure["data"] for word in trace.get("text", []) if isinstance(word, str)]
    return words + [note["text"] for note in figure["layout"].get("annotations", [])]


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


POINTS = [
    Point("Osloregionen", 50.0, 5.0, 2e6, "x", "focus"),
    Point("Stockholm", 60.0, 6.0, None, "x", "peer"),
    Point("Toscana", 30.0, 9.0, 4e6, "x", "other"),
]
X, Y = Axis("Bortover " * 9, 0.0, 100.0), Axis("Loddrett akse", 0.0, 10.0)


def test_circles_follow_the_population_and_others_stay_unnamed():
    figure = scatter(POINTS, [(40.0, 4.0), (50.0, 5.0)], X, Y, 4e6, "2021", LIGHT)
    assert {"<b>Osloregionen</b>", "Stockholm", "2021"} <= set(texts(figure))
    assert "Toscana" not in texts(figure)
    by_colour = {trace["marker"]["color"]: trace for trace in figure["data"] if trace["mode"] == "markers"}
    big, own = by_colour[LIGHT.other]["marker"]["size"][0], by_colour[LIGHT.focus]["marker"]["size"][0]
    assert (own / big) ** 2 == pytest.approx(0.5)
    assert by_colour[LIGHT.reference]["marker"]["size"] == [6]  # no population known
    assert figure["data"][0]["x"] == [40.0, 50.0]


def test_axes_do_not_move_with_the_points():
    one = scatter(POINTS, [], X, Y, 4e6, "2021", LIGHT)["layout"]
    other = scatter(POINTS[:1], [], X, Y, 4e6, "2022", LIGHT)["layout"]
    assert (one["xaxis"]["range"], one["yaxis"]["range"]) == (other["xaxis"]["range"], other["yaxis"]["range"])


def test_an_axis_title_is_whole_and_makes_its_own_room():
    long = Axis("Bortover " * 20, 0.0, 100.0)
    one, other = (scatter(POINTS, [], x, Y, 4e6, "2021", LIGHT)["layout"] for x in (X, long))
    assert one["xaxis"]["title"]["text"].replace("<br>", " ") == X.title.strip()
    assert other["xaxis"]["title"]["text"].count("<br>") > one["xaxis"]["title"]["text"].count("<br>")
    fields = {layout["height"] - layout["margin"]["t"] - layout["margin"]["b"] for layout in (one, other)}
    assert len(fields) == 1


@pytest.mark.parametrize(("falling", "corner"), [(False, 0), (True, 1)])
def test_the_year_stands_in_the_free_corner(falling, corner):
    notes = scatter(POINTS, [], X, Y, 4e6, "2021", LIGHT, falling=falling)["layout"]["annotations"]
    (year,) = [note for note in notes if note["text"] == "2021"]
    assert (year["x"], year["y"]) == (1, corner)


def test_each_size_has_its_own_names_and_the_widest_on_pages_is_the_usual():
    layout = scatter(POINTS, [], X, Y, 4e6, "2021", LIGHT)["layout"]
    variants = layout["meta"]["sizes"]
    assert all({"<b>Osloregionen</b>", "Stockholm"} == {note["text"] for note in v["annotations"]} for v in variants)
    usual = variants[-1]["annotations"]
    assert layout["annotations"][: len(usual)] == usual
    on_pages = [v["from"][0] for v in variants if v["from"][1] == layout["height"]]
    assert on_pages == sorted(on_pages)
    assert len(on_pages) == 3


def test_an_axis_of_one_figure_still_has_a_span():
    low, high = Axis("", 3.0, 3.0).range
    assert low < 3.0 < high


def test_how_unlike_fills_a_track_and_never_more():
    rows = [Alike("1. Helsinki", "sikker", [0.1, None, 2.5], ["a", "b", "c"])]
    figure = likeness(rows, ["størrelse og tetthet", "alder", "næringer"], LIGHT, "ingen tall")
    tracks, fills = figure["data"][:2]
    assert tracks["x"][1] - tracks["x"][0] == pytest.approx(fills["x"][4] - fills["x"][3])  # 2.5 is full
    assert (fills["x"][1] - fills["x"][0]) / (tracks["x"][1] - tracks["x"][0]) == pytest.approx(0.1)
    assert {"ingen tall", "1. Helsinki", "sikker", "størrelse og<br>tetthet"} <= set(texts(figure))


def test_squares_tell_missing_flagged_and_ours_apart():
    strips = [CoverageRow("Osloregionen", ["1", ""], ["b", ""], focus=True), CoverageRow("Wien", ["2", "3"], ["", "e"])]
    (trace,) = coverage(strips, ["2020", "2021"], LIGHT, "Ikke publisert")["data"]
    kinds = trace["z"]
    assert len({kinds[0][0], kinds[0][1], kinds[1][0], kinds[1][1]}) == 4
    assert trace["text"] == [["b", ""], ["", "e"]]
    assert "Ikke publisert" in trace["customdata"][0][1]
    many = coverage([CoverageRow("A", ["1"] * 20, ["b"] * 20)], [str(y) for y in range(2000, 2020)], LIGHT, "")
    assert set(many["data"][0]["text"][0]) == {""}


def test_circles_of_one_place_stand_aside():
    groups = [Group(5, 90, ["a", "b"], True), Group(5, 90, ["c"], False), Group(1, 100, ["d"] * 20, True)]
    words = {"age": "alder", "share": "andel", "percent": " %", "more": "og {n} til"}
    bad, good = quality(groups, 10, LIGHT, words)["data"]
    assert good["x"] == [4.67, 1.0]
    assert bad["x"] == [5.33]
    assert good["text"] == ["2", "20"]
    assert good["customdata"][1].endswith("og 8 til")
    assert bad["marker"]["color"] == LIGHT.background  # hollow, so that colour is not alone
