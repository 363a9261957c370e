from components.charts.months import Year, months
from components.theme import LIGHT

NAMES = [f"m{k}" for k in range(1, 13)]
OURS = Year("Osloregionen", [5, 6, 7, 6, 8, 10, 14, 15, 8, 7, 6, 8], "focus")
THEIRS = Year("København", [4, 5, 6, 7, 9, 10, 13, 14, 9, 8, 7, 8], "beside")


def drawn():
    return months([THEIRS, OURS], NAMES, 16, LIGHT, lambda v: f"{v} %", {0: "0 %", 10: "10 %"})


def test_each_region_is_a_line_from_january_to_december():
    theirs, ours = drawn()["data"]
    assert ours["x"] == theirs["x"] == list(range(1, 13))
    assert ours["y"] == list(OURS.values)
    assert ours["line"]["color"] == LIGHT.focus
    assert ours["marker"]["symbol"] != theirs["marker"]["symbol"]  # colour is not the only carrier


def test_the_highest_and_lowest_months_stand_out():
    sizes = drawn()["data"][1]["marker"]["size"]
    assert [k + 1 for k, size in enumerate(sizes) if size == max(sizes)] == [1, 8]


def test_names_at_the_same_end_are_moved_apart():
    first, second = drawn()["layout"]["annotations"]
    assert {first["text"], second["text"]} == {"København", "<b>Osloregionen</b>"}
    assert abs(first["yshift"] - second["yshift"]) >= 18


def test_the_axis_begins_at_nothing_and_is_the_one_asked_for():
    axis = drawn()["layout"]["yaxis"]
    assert axis["range"] == [0, 16]
    assert axis["ticktext"] == ["0 %", "10 %"]
