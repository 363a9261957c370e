"""Word-sized charts: what is drawn where, and that breaks and odd years are seen."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from components.charts.sparkline import HEIGHT, MARGIN, WIDTH, SharedYears, picture, sparkline
from components.theme import DARK, LIGHT

AXIS = SharedYears(2015, 2025, (2021, 2024))
OWN = [(2015, 1.0), (2020, 3.0), (2021, 2.0), (2025, 4.0)]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg, tag):
    return ElementTree.fromstring(svg).findall(f"{SVG}{tag}")


def points(line):
    return [tuple(map(float, pair.split(","))) for pair in line.get("points").split()]


def test_the_first_year_stands_left_and_the_highest_figure_on_top():
    (line,) = drawn(sparkline(OWN, [], AXIS, LIGHT), "polyline")
    placed = points(line)
    assert [x for x, _ in placed] == [MARGIN, 75, 89, WIDTH - MARGIN]
    assert (placed[0][1], placed[-1][1]) == (HEIGHT - MARGIN, MARGIN)


def test_a_break_interrupts_the_line_and_loses_no_figure():
    svg = sparkline(OWN, [], AXIS, LIGHT, breaks=(2021,))
    assert [len(points(line)) for line in drawn(svg, "polyline")] == [2, 2]
    assert len(drawn(svg, "circle")) == len(OWN)


def test_a_break_in_the_first_year_interrupts_nothing():
    assert len(drawn(sparkline(OWN, [], AXIS, LIGHT, breaks=(2015,)), "polyline")) == 1


def test_unusual_years_are_hollow():
    dots = drawn(sparkline(OWN, [], AXIS, LIGHT, unusual=(2020,)), "circle")
    assert [dot.get("fill") == LIGHT.background for dot in dots] == [False, True, False, False]


def test_the_peers_middle_is_another_colour_and_shares_the_scale():
    own, middle = sorted(
        drawn(sparkline(OWN, [(2015, 9.0), (2025, 9.0)], AXIS, LIGHT), "polyline"), key=lambda line: line.get("stroke")
    )
    assert (own.get("stroke"), middle.get("stroke")) == (LIGHT.focus, LIGHT.reference)
    assert {y for _, y in points(middle)} == {MARGIN}
    assert min(y for _, y in points(own)) > MARGIN


def test_years_outside_the_axis_are_left_out():
    svg = sparkline([(2001, 100.0), *OWN], [(1999, 5.0)], AXIS, LIGHT)
    assert svg == sparkline(OWN, [], AXIS, LIGHT)


def test_the_shaded_period_spans_its_years():
    (shade,) = drawn(sparkline(OWN, [], AXIS, LIGHT), "rect")
    assert (float(shade.get("x")), float(shade.get("width"))) == (82.0, 56.0)


@pytest.mark.parametrize("own", [[], [(2021, 7.2)], [(2021, 7.2), (2022, 7.2)]], ids=["none", "one", "level"])
def test_few_or_level_figures_still_make_a_picture(own):
    svg = sparkline(own, [], AXIS, DARK)
    assert len(drawn(svg, "circle")) == len(own)
    assert {float(dot.get("cy")) for dot in drawn(svg, "circle")} <= {HEIGHT / 2}
    assert "nan" not in svg


def test_the_picture_carries_its_words_and_nothing_but_data():
    html = picture(sparkline(OWN, [], AXIS, LIGHT), 'Andel "0–59" <år>')
    assert 'alt="Andel &#34;0–59&#34; &lt;år&gt;"' in html
    source = re.search(r'src="data:image/svg\+xml,([^"]*)"', html).group(1)
    assert unquote(source) == sparkline(OWN, [], AXIS, LIGHT)
