"""Lines over years: what is joined and what is not, whose line is which, and where the names stand."""

import pytest

from components.charts.trend import Band, Series, UnusualYears, trend
from components.theme import DARK, LIGHT

EMPTY = Band("Midterste halvdel", "Midten")
BAND = Band("Midterste halvdel", "Midten", [2019, 2020, 2021], [1.0, 1.5, 2.0], [2.0, 2.5, 3.0], [3.0, 3.5, 4.0])
NONE = UnusualYears()
OWN = Series("Osloregionen", [2019, 2020, 2021], [5.0, 6.0, 7.0], "focus", [" (foreløpig)", "", ""])
MARKED = Series("Stockholm", [2019, 2020, 2021], [9.0, 8.0, 7.5], "marked")
OLDER = Series("Oslo og Akershus", [2010, 2011, 2012], [8.0, 8.5, 8.2], "older")


def drawn(*lines, band=EMPTY, unusual=NONE, colours=LIGHT, **more):
    return trend(lines, band, unusual, colours, lambda value: f"{value} %", **more)


def lines_of(figure):
    """The traces with a point a year, by colour."""
    return {t["line"]["color"]: t for t in figure["data"] if t["mode"] == "lines+markers"}


def names(figure):
    return {note["text"]: note for note in figure["layout"]["annotations"]}


@pytest.mark.parametrize("first", [2000, 2010, 2016, 2021, 2024])
def test_years_on_the_axis_have_room_side_by_side_and_end_with_the_last(first):
    years = list(range(first, 2025))
    axis = drawn(Series("Osloregionen", years, [float(year) for year in years], "focus"))["layout"]["xaxis"]
    assert axis["tickangle"] == 0
    assert len(axis["tickvals"]) <= 5
    assert axis["tickvals"][-1] == 2024


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_each_kind_of_line_has_its_colour_and_ours_is_the_boldest(colours):
    found = lines_of(drawn(OWN, MARKED, OLDER, colours=colours))
    assert set(found) == {colours.focus, colours.warning, colours.reference}
    own, marked, older = (found[colour]["line"] for colour in (colours.focus, colours.warning, colours.reference))
    assert own["width"] > marked["width"]
    assert (own["dash"], marked["dash"], older["dash"]) == ("solid", "solid", "dot")  # colour is not the only carrier


def test_a_point_says_its_value_and_what_there_is_to_note():
    own = lines_of(drawn(OWN))[LIGHT.focus]
    assert (own["x"], own["y"]) == ([2019, 2020, 2021], [5.0, 6.0, 7.0])
    assert own["customdata"] == [["5.0 %", " (foreløpig)"], ["6.0 %", ""], ["7.0 %", ""]]
    assert own["hovertemplate"].startswith("<b>Osloregionen</b>, ")


def test_a_break_interrupts_the_line_is_marked_and_loses_no_figure():
    figure = drawn(Series("A", [2019, 2020, 2021], [5.0, 6.0, 7.0], "focus", ["x", "y", "z"], breaks=(2020,)))
    own = lines_of(figure)[LIGHT.focus]
    assert own["y"] == [5.0, None, 6.0, 7.0]
    assert 2019 < own["x"][1] < 2020
    assert [note for _, note in own["customdata"]] == ["x", "", "y", "z"]
    assert own["connectgaps"] is False
    (mark,) = [t for t in figure["data"] if t["mode"] == "markers"]
    assert (mark["x"], mark["y"], mark["marker"]["symbol"]) == ([2020], [6.0], "line-ns")


def test_a_break_in_the_first_year_interrupts_and_marks_nothing():
    figure = drawn(Series("A", [2019, 2020], [5.0, 6.0], "focus", breaks=(2019,)))
    assert [t["mode"] for t in figure["data"]] == ["lines+markers"]
    assert figure["data"][0]["y"] == [5.0, 6.0]


def test_the_peers_middle_half_is_filled_between_its_edges_and_said_whole():
    low, high, middle = drawn(OWN, band=BAND)["data"][:3]
    assert (low["y"], high["y"], middle["y"]) == ([1.0, 1.5, 2.0], [3.0, 3.5, 4.0], [2.0, 2.5, 3.0])
    assert ("fill" in low, high["fill"]) == (False, "tonexty")
    assert middle["customdata"][0] == ["1.0 %", "2.0 %", "3.0 %"]
    assert [line["x"] for line in (low, high, middle)] == [[2019, 2020, 2021]] * 3


def test_names_stand_at_the_ends_of_lines_and_apart():
    found = names(drawn(OWN, MARKED, band=BAND))
    assert set(found) == {"<b>Osloregionen</b>", "Stockholm", "Midten"}
    assert {note["x"] for note in found.values()} == {2021}
    assert [found[name]["y"] for name in ("<b>Osloregionen</b>", "Stockholm", "Midten")] == [7.0, 7.5, 3.0]
    own, marked = found["<b>Osloregionen</b>"], found["Stockholm"]
    pixels = 320 / 8.0  # of the axis from 1 to 9 per cent
    assert (marked["y"] - own["y"]) * pixels + marked["yshift"] - own["yshift"] >= 18 - 1e-9


@pytest.mark.parametrize(("values", "point", "side"), [([8.0, 8.5, 8.2], (2011, 8.5), "bottom"),
                                                       ([1.0, 0.5, 0.8], (2011, 0.5), "top")])  # fmt: skip
def test_a_line_that_ends_early_is_named_where_the_peers_are_not(values, point, side):
    figure = drawn(OWN, Series("Eldre", [2010, 2011, 2012], values, "older"), band=BAND)
    name = names(figure)["Eldre"]
    assert (name["x"], name["y"]) == point
    assert name["yanchor"] == side
    assert (name["yshift"] > 0) == (side == "bottom")
    assert name["xanchor"] == "left"  # near the chart's left edge it grows inwards


def test_unusual_years_are_shaded_and_named_where_the_axis_has_them():
    unusual = UnusualYears((2009, 2020, 2021), {2020: "pandemi"}, "Pandemi")
    figure = drawn(OWN, unusual=unusual)
    assert [(shape["x0"], shape["x1"]) for shape in figure["layout"]["shapes"]] == [(2019.5, 2020.5), (2020.5, 2021.5)]
    assert {shape["layer"] for shape in figure["layout"]["shapes"]} == {"below"}
    assert names(figure)["Pandemi"]["x"] == 2020.5
    outside = drawn(OWN, unusual=UnusualYears((2009,), {}, "Pandemi"))["layout"]
    assert outside["shapes"] == []
    assert "Pandemi" not in {note["text"] for note in outside["annotations"]}


def test_lower_pictures_have_names_of_their_own_and_the_last_are_the_pages():
    layout = drawn(OWN, MARKED, band=BAND, height=380)["layout"]
    sizes = layout["meta"]["sizes"]
    assert [one["from"][1] for one in sizes] == [0, 180, 230, 290, 380]
    assert layout["annotations"] == sizes[-1]["annotations"]
    assert layout["height"] == 380


def test_no_line_at_all_is_an_empty_picture():
    figure = drawn()
    assert figure["data"] == []
    assert figure["layout"]["annotations"] == []
