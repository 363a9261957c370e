"""What differs with the room a picture gets: names that stay apart at every height, rows that can be parted."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from components.charts import room
from components.charts.labels.end_labels import apart, at_heights, end_label
from components.charts.matrix import Judged, Wording, matrix
from components.charts.panels import Panel, PanelLine, panels
from components.charts.ranking import Bar, ranking
from components.theme import LIGHT

VALUES = st.lists(st.floats(-50, 50).map(lambda value: round(value, 6)), min_size=2, max_size=4)  # as published


def labels(values):
    return [end_label(2024, value, f"R{k}", LIGHT.text, bold=False) for k, value in enumerate(values)]


def places(found, span, height):
    """Where names stand, pixels from the axis' zero upwards."""
    pixels = (height - 60) / ((max(span) - min(span)) or 1.0)
    return sorted(label["y"] * pixels + label.get("yshift", 0) for label in found)


@given(VALUES, st.floats(1, 2.5))
def test_names_at_the_ends_stay_apart_at_their_height_and_above(values, more):
    found = apart(labels(values), values, 200)
    for height in (200, 200 * more):
        assert all(b - a >= 18 - 1e-6 for a, b in pairwise(places(found, values, height)))


@given(VALUES)
def test_each_height_has_its_own_shifts_and_the_last_is_the_charts_own(values):
    found = at_heights(labels(values), values, 380)
    heights = [high for _, high, _ in found]
    assert heights[0] == 0  # something stands at any height
    assert heights == sorted(heights)
    assert found[-1][1:] == (380, apart(labels(values), values, 380))


def test_rows_begin_where_the_axis_does_and_the_focus_region_is_known():
    figure = ranking([Bar(f"R{k}", k, str(k), kind="focus" if k == 2 else "peer") for k in range(5)], LIGHT)
    rows = figure["layout"]["meta"]["rows"]
    assert rows["edges"] == [-0.5, 0.5, 1.5, 2.5, 3.5, 4.5]
    assert figure["layout"]["yaxis"]["range"] == [rows["edges"][-1], rows["edges"][0]]
    assert figure["layout"]["height"] == rows["pixels"] * 5 + rows["around"]
    assert rows["focus"] == 2
    assert room.position(["peer", "peer"]) is None


def test_a_heading_is_never_parted_from_the_row_under_it():
    judged = [Judged(f"I{k}", k / 3 - 1, "other", "") for k in range(6)]
    figure = matrix({"sure": judged[:4], "none": [], "less": judged[4:]}, 0.5, 0.8, Wording("a", "b", "c", "d"), LIGHT)
    rows = figure["layout"]["meta"]["rows"]
    assert rows["headings"] == [0, 5]
    assert rows["edges"] == [-0.5, 1.5, 2.5, 3.5, 4.5, 6.5, 7.5]
    assert not {heading + 0.5 for heading in rows["headings"]} & set(rows["edges"])


def test_each_panel_says_how_high_its_title_is():
    line = [PanelLine("x", [2020, 2021], [1, 2], "focus")]
    long = "Et navn som er så langt at det trenger linjer"
    meta = panels([Panel("Kort", "1", line), Panel(long, "2", line)], LIGHT, lambda _, v: str(v), shared=True)
    assert meta["layout"]["meta"]["panels"]["lines"][0] == 2
    assert meta["layout"]["meta"]["panels"]["lines"][1] > 2
