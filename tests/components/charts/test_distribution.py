from itertools import combinations

import pytest

from components.charts.distribution import HEIGHT, AxisDot, distribution
from components.theme import DARK, LIGHT


def kind(k):
    return "focus" if k == 200 else "marked" if k == 10 else "peer" if k % 30 == 0 else "other"


DOTS = [AxisDot(f"R{k}", (k % 97) ** 1.5, kind(k)) for k in range(330)]


def points(figure):
    return [
        (x, y, trace["marker"]["size"]) for trace in figure["data"] for x, y in zip(trace["x"], trace["y"], strict=True)
    ]


def test_every_region_is_a_dot_at_its_own_value():
    figure = distribution(DOTS, LIGHT, str)
    assert sorted(x for x, _, _ in points(figure)) == sorted(d.value for d in DOTS)
    names = [c[0] for trace in figure["data"] for c in trace["customdata"]]
    assert sorted(names) == sorted(d.name for d in DOTS)


def test_dots_keep_clear_of_each_other_on_a_usual_screen():
    figure = distribution(DOTS, LIGHT, str)
    spread = max(d.value for d in DOTS) - min(d.value for d in DOTS)
    size = min(size for _, _, size in points(figure))
    for (x, y, _), (u, v, _) in combinations(points(figure), 2):
        assert ((x - u) / spread * 1080) ** 2 + (y - v) ** 2 >= (size - 0.05) ** 2


def test_osloregionen_is_named_first_and_in_its_colour():
    for colours in (LIGHT, DARK):
        first, *others = distribution(DOTS, colours, str)["layout"]["annotations"]
        assert first["text"] == "<b>R200</b>"
        assert first["font"]["color"] == colours.focus
        assert "<b>R10</b>" in [a["text"] for a in others]
        assert all(a["text"].strip("<b>/") in {d.name for d in DOTS if d.kind != "other"} for a in others)


@pytest.mark.parametrize("dots", [DOTS, DOTS[:20], [AxisDot("A", 5.0, "focus"), AxisDot("B", 5.0, "peer")]])
def test_the_height_never_changes(dots):
    layout = distribution(dots, LIGHT, str)["layout"]
    assert layout["height"] == HEIGHT
    low, high = layout["yaxis"]["range"]
    assert all(low <= y <= high for _, y, _ in points(distribution(dots, LIGHT, str)))
    assert all(a["ay"] + 20 <= high for a in layout["annotations"])
