"""Age and coverage of figures: circles with the number of indicators in each place."""

import pytest

from components.charts.quality import Group, quality
from components.theme import LIGHT


def test_circles_of_one_place_stand_aside():
    groups = [Group(5, 90, ["a", "b"], True), Group(5, 90, ["c"], False), Group(1, 100, ["d"] * 20, True)]
    words = {"age": "alder", "share": "andel", "percent": " %", "more": "og {n} til"}
    bad, good = quality(groups, 10, LIGHT, words)["data"]
    assert good["x"] == [4.67, 1.0]
    assert bad["x"] == [5.33]
    assert good["text"] == ["2", "20"]
    assert good["customdata"][1].endswith("og 8 til")
    assert bad["marker"]["color"] == LIGHT.background  # hollow, so that colour is not alone


WORDS = {"age": "alder", "share": "andel", "percent": " %", "more": "og {n} til"}


def test_circles_stand_by_age_and_share_and_grow_with_their_number():
    groups = [Group(0, 100, ["a"] * 16, True), Group(2, 60, ["b"] * 9, True), Group(3, 50, ["c"], True)]
    _, good = quality(groups, 10, LIGHT, WORDS)["data"]
    assert list(zip(good["x"], good["y"], strict=True)) == [(0, 100), (2, 60), (3, 50)]
    largest, middle, smallest = good["marker"]["size"]
    assert (middle / largest) ** 2 == pytest.approx(9 / 16)
    assert smallest > largest * (1 / 16) ** 0.5  # a number still has room


def test_the_oldest_stand_together_and_the_axis_says_so():
    axis = quality([Group(1, 90, ["a"], True), Group(10, 40, ["b"], False)], 10, LIGHT, WORDS)["layout"]["xaxis"]
    assert axis["tickvals"] == list(range(1, 11))
    assert axis["ticktext"] == [*map(str, range(1, 10)), "10+"]
    assert axis["range"][0] < 1 < 10 < axis["range"][1]
    assert axis["title"]["text"] == "alder"


def test_shares_are_said_with_their_per_cent_and_no_circle_is_cut():
    layout = quality([Group(1, 100, ["a"], True), Group(1, 0, ["b"], True)], 10, LIGHT, WORDS)["layout"]
    assert layout["yaxis"]["ticktext"] == ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]
    low, high = layout["yaxis"]["range"]
    assert low < 0 < 100 < high
    assert [note["text"] for note in layout["annotations"]] == ["andel"]


def test_no_figures_at_all_is_an_empty_picture():
    assert [trace["x"] for trace in quality([], 10, LIGHT, WORDS)["data"]] == [[], []]
