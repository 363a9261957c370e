"""How sure places are: a line over the likely places, a dot at the median."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.rank_range import TALL_ROW, RankDot, rank_range
from components.theme import DARK, LIGHT, ROW

PLACES = [
    RankDot("Stockholm", 1, 1, 2, "nr. 1 (1–2)"),
    RankDot("Osloregionen", 5, 3, 8, "nr. 5 (3–8)", "focus"),
    RankDot("Wien", 9, 9, 9, "nr. 9", "marked"),
    RankDot("Praha", 11, 10, 12, "nr. 11 (10–12)"),
]


def spans(figure):
    """Best and worst likely place, by row."""
    found = {}
    for trace in figure["data"]:
        if trace["mode"] == "lines":
            for at in range(0, len(trace["x"]), 3):
                assert (trace["x"][at + 2], trace["y"][at + 2]) == (None, None)  # rows are not joined
                assert trace["y"][at] == trace["y"][at + 1]
                found[trace["y"][at]] = (trace["x"][at], trace["x"][at + 1])
    return found


def medians(figure):
    """Median place, by row."""
    dots = [trace for trace in figure["data"] if trace["mode"] == "markers"]
    return {y: x for trace in dots for x, y in zip(trace["x"], trace["y"], strict=True)}


def test_each_region_has_its_range_and_its_median():
    figure = rank_range(PLACES, LIGHT, "Plass")
    assert spans(figure) == {0: (1, 2), 1: (3, 8), 2: (9, 9), 3: (10, 12)}
    assert medians(figure) == {0: 1, 1: 5, 2: 9, 3: 11}


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_ours_is_larger_bold_and_drawn_last(colours):
    figure = rank_range(PLACES, colours, "Plass")
    dots = {trace["marker"]["color"]: trace for trace in figure["data"] if trace["mode"] == "markers"}
    assert list(dots) == [colours.peer, colours.warning, colours.focus]
    assert dots[colours.focus]["marker"]["size"] > dots[colours.warning]["marker"]["size"]
    assert dots[colours.focus]["customdata"] == [["Osloregionen", "nr. 5 (3–8)"]]
    assert figure["layout"]["yaxis"]["ticktext"] == ["Stockholm", "<b>Osloregionen</b>", "Wien", "Praha"]
    assert figure["layout"]["meta"]["rows"]["focus"] == 1


def test_the_first_row_is_on_top_and_the_axis_is_named():
    layout = rank_range(PLACES, LIGHT, "Plass blant 12")["layout"]
    bottom, top = layout["yaxis"]["range"]
    assert bottom > 3 > 0 > top
    assert layout["xaxis"]["title"]["text"] == "Plass blant 12"


def test_names_of_two_lines_get_higher_rows():
    plain, broken = ([RankDot(name, 1, 1, 2, "")] * 3 for name in ("Oslo", "Oslo<br>i tankene"))
    low, high = (rank_range(rows, LIGHT, "")["layout"] for rows in (plain, broken))
    assert high["height"] - low["height"] == 3 * (TALL_ROW - ROW)
    assert high["meta"]["rows"]["least"] > low["meta"]["rows"]["least"]


@given(st.integers(1, 330))
def test_the_axis_counts_from_the_first_place_in_a_handful_of_whole_places(worst):
    axis = rank_range([RankDot("A", 1, 1, worst, "")], LIGHT, "")["layout"]["xaxis"]
    assert axis["tickvals"][0] == 1
    assert axis["tickvals"] == sorted(set(axis["tickvals"]))
    assert len(axis["tickvals"]) <= 9
    assert axis["ticktext"] == [str(tick) for tick in axis["tickvals"]]
    assert axis["range"][0] < 1 <= worst < axis["range"][1]


def test_no_region_at_all_is_an_empty_picture():
    figure = rank_range([], LIGHT, "")
    assert spans(figure) == medians(figure) == {}
