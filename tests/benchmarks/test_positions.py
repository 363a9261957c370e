import pytest

from benchmarks.positions import compare


def test_what_moved_most_at_any_time_counts_and_what_is_in_one_only_is_told():
    early = {"h1": (16.0, 100.0), "chart a": (16.0, 300.0), "tools a": (16.0, 700.0)}
    late = {**early, "chart a": (16.0, 310.0)}
    settled = {"h1": (18.0, 100.0), "chart a": (16.0, 311.0), "chart b": (16.0, 900.0)}
    moved = compare("talent", (360, 780), [early, late], settled)
    assert (moved.pixels, moved.element, moved.number) == (11.0, "chart a", 2)
    assert moved.lost == ("chart b", "tools a")
    assert moved.each == {"h1": (2.0, 0.0), "chart a": (0.0, 1.0)}


@pytest.mark.parametrize("remembered", [[], [{"chart gone": (0.0, 0.0)}]])
def test_a_page_without_first_view_never_passes(remembered):
    assert compare("talent", (360, 780), remembered, {"h1": (0.0, 0.0)}).pixels == float("inf")
