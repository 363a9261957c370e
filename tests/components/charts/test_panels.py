"""Small multiples: two beside each other, each with its title, on one scale or on their own."""

import pytest

from components.charts.panels import Panel, PanelLine, panels
from components.theme import LIGHT


def drawn(*values, shared=True):
    shown = [
        Panel(f"p{n}", "label", [PanelLine(f"line {n}", [2001, 2002, 2003], list(v), "part")])
        for n, v in enumerate(values)
    ]
    return panels(shown, LIGHT, lambda n, v: f"{n}: {v}", shared=shared)


def ranges(figure):
    return [axis["range"] for name, axis in figure["layout"].items() if name.startswith("yaxis")]


def test_a_shared_scale_is_the_same_in_every_panel():
    figure = drawn([0, 1, 2], [10, 20, 30], [5, 5, 5])
    assert len({tuple(r) for r in ranges(figure)}) == 1
    low, high = ranges(figure)[0]
    assert low < 0 < 30 < high
    assert len({tuple(r) for r in ranges(drawn([0, 1, 2], [10, 20, 30], shared=False))}) == 2


def test_panels_stand_two_in_a_row_and_never_on_each_other():
    figure = drawn(*([0, 1, 2] for _ in range(5)))
    axes = figure["layout"]
    boxes = [(*axes[f"xaxis{n}"]["domain"], *axes[f"yaxis{n}"]["domain"]) for n in ("", "2", "3", "4", "5")]
    for left, right, bottom, top in boxes:
        assert 0 <= left < right <= 1
        assert 0 <= bottom < top <= 1
    for n, (l0, r0, b0, t0) in enumerate(boxes):
        for l1, r1, b1, t1 in boxes[n + 1 :]:
            assert r0 <= l1 or r1 <= l0 or t0 <= b1 or t1 <= b0
    assert [axes[f"xaxis{n}"]["showticklabels"] for n in ("", "2", "3", "4", "5")] == [False, False, False, True, True]


def test_every_panel_is_named_and_every_point_says_its_value():
    figure = drawn([0, 1, 2], [10, None, 30])
    assert [a["text"] for a in figure["layout"]["annotations"]] == ["<b>p0</b><br>label", "<b>p1</b><br>label"]
    assert figure["data"][1]["customdata"] == ["1: 10", "", "1: 30"]
    assert figure["data"][1]["connectgaps"] is False


def test_long_titles_are_broken_between_words_and_get_the_height_they_need():
    lines = [PanelLine("line", [2001, 2002], [1, 2], "focus")]
    short = Panel("Folketall", "7,8 % (2023)", lines)
    long = Panel("Andel: finans og forretning", "3\u00a0824\u00a0802\u00a0overnattinger (2024)", lines)
    figures = [panels(shown, LIGHT, lambda n, v: f"{n}: {v}", shared=False) for shown in ([short] * 3, [short, long])]
    assert figures[1]["layout"]["annotations"][1]["text"] == (
        "<b>Andel: finans og</b><br><b>forretning</b><br>3\u00a0824\u00a0802\u00a0overnattinger<br>(2024)"
    )
    heights = [figure["layout"]["height"] for figure in figures]
    assert heights[0] / 2 < heights[1] < heights[0]


@pytest.mark.parametrize("values", [[[None, None, None]], [[1, None, None]]])
def test_nothing_to_draw_breaks_nothing(values):
    figure = drawn(*values)
    assert drawn()["data"] == []
    assert figure["layout"]["height"] > 0
    assert all(low < high for low, high in ranges(figure))
