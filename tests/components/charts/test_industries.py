import pytest

from components.charts.industries import Contribution, Industry, contributions, profile
from components.theme import LIGHT

ROWS = [
    Industry("IKT", 2.9, 2.6, 2.0, 3.4, "2,60", "2,60 i 2015", specialised=True),
    Industry("Handel", 1.0, 1.0, None, None, "1,00", "1,00 i 2015", specialised=False),
    Industry("Jordbruk", 0.25, 0.5, None, None, "0,50", "0,50 i 2015", specialised=False),
]


def drawn():
    return profile(
        ROWS, LIGHT, "som i EU", "spesialisert", 1.5, {0.5: "0,5", 1.0: "1", 1.5: "1,5", 2.0: "2", 100: "100"}
    )


def dots(figure):
    return next(t for t in figure["data"] if t.get("customdata"))


def test_half_and_double_lie_as_far_from_the_eu():
    x = dots(drawn())["x"]
    assert x[1] == 0
    assert x[2] == pytest.approx(-1 / 3)
    assert x[0] == pytest.approx((2.6 - 1) / 3.6)


def test_the_axis_names_quotients_and_only_those_in_sight():
    axis = drawn()["layout"]["xaxis"]
    assert axis["ticktext"] == ["0,5", "1", "1,5", "2"]
    assert axis["tickvals"] == pytest.approx([-1 / 3, 0, 0.2, 1 / 3])


def test_an_interval_is_drawn_where_there_is_one():
    bands = [t for t in drawn()["data"] if t.get("line", {}).get("color") == LIGHT.focus_soft]
    assert [t["x"] for t in bands] == [pytest.approx([1 / 3, 2.4 / 4.4])]


def test_a_specialised_industry_stands_out_by_more_than_its_place():
    figure = drawn()
    sizes = dots(figure)["marker"]["size"]
    assert sizes[0] > sizes[1] == sizes[2]
    labels = [label["text"] for label in figure["layout"]["annotations"]]
    assert labels[0] == "<b>2,60</b>"
    assert "<b>" not in labels[1]


def test_the_upright_lines_do_not_strike_through_the_labels():
    assert {label["bgcolor"] for label in drawn()["layout"]["annotations"]} == {LIGHT.background}


def test_contributions_point_to_their_side_and_say_their_sign():
    figure = contributions([Contribution("Bygg", 20.0, "+20", "x"), Contribution("Handel", -25.0, "−25", "y")], LIGHT)
    bars = next(t for t in figure["data"] if t["type"] == "bar")
    assert bars["x"] == [20.0, -25.0]
    assert bars["marker"]["color"] == [LIGHT.better, LIGHT.worse]
    labels = next(t for t in figure["data"] if t.get("textposition") == ["middle right", "middle left"])
    assert [text.strip("\u00a0") for text in labels["text"]] == ["+20", "−25"]
    low, high = figure["layout"]["xaxis"]["range"]
    assert low < -25
    assert high > 20
