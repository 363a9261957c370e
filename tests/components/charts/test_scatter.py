"""Two figures against each other: circles by population, names with room, axes that stand still."""

import pytest

from components.charts.scatter import Axis, Point, scatter
from components.theme import LIGHT
from tests.components.charts.words import texts

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
