"""A square a region and year: published, flagged, missing, ours."""

import pytest

from components.charts.coverage import CoverageRow, coverage
from components.theme import DARK, LIGHT


def test_squares_tell_missing_flagged_and_ours_apart():
    strips = [CoverageRow("Osloregionen", ["1", ""], ["b", ""], focus=True), CoverageRow("Wien", ["2", "3"], ["", "e"])]
    (trace,) = coverage(strips, ["2020", "2021"], LIGHT, "Ikke publisert")["data"]
    kinds = trace["z"]
    assert len({kinds[0][0], kinds[0][1], kinds[1][0], kinds[1][1]}) == 4
    assert trace["text"] == [["b", ""], ["", "e"]]
    assert "Ikke publisert" in trace["customdata"][0][1]
    many = coverage([CoverageRow("A", ["1"] * 20, ["b"] * 20)], [str(y) for y in range(2000, 2020)], LIGHT, "")
    assert set(many["data"][0]["text"][0]) == {""}


def test_the_first_region_is_on_top_and_ours_is_bold():
    rows = [CoverageRow("Wien", ["2"], [""]), CoverageRow("Osloregionen", ["1"], [""], focus=True)]
    axis = coverage(rows, ["2020"], LIGHT, "")["layout"]["yaxis"]
    assert axis["ticktext"] == ["Wien", "<b>Osloregionen</b>"]
    bottom, top = axis["range"]
    assert bottom > 1 > 0 > top


def test_hovering_says_region_year_figure_and_flag():
    rows = [CoverageRow("Wien", ["2 %", "3 %"], ["", "e"])]
    (trace,) = coverage(rows, ["2020", "2021"], LIGHT, "")["data"]
    assert trace["customdata"] == [["<b>Wien</b>, 2020<br>2 %", "<b>Wien</b>, 2021<br>3 % (e)"]]
    assert trace["x"] == ["2020", "2021"]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_each_kind_of_square_has_a_colour_of_its_own(colours):
    (trace,) = coverage([CoverageRow("Wien", ["2"], [""])], ["2020"], colours, "")["data"]
    steps = [shade for at, shade in trace["colorscale"]]
    assert steps[::2] == steps[1::2]  # no colour in between
    assert len(set(steps)) == trace["zmax"] - trace["zmin"] == 5
    assert trace["colorscale"][0] == [0, colours.background]
    assert trace["colorscale"][-1][0] == 1
