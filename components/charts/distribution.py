"""All of Europe's regions as dots along one axis, stacked where they are many; some of them named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from components.theme import SIZE_SMALL, SIZE_TEXT, Palette, layout

_BINS = 70
_DOT = 7


@dataclass(frozen=True)
class Dot:
    """A region on the axis; `kind` is "focus", "peer" or "other"."""

    name: str
    value: float
    kind: str


def distribution(dots: Sequence[Dot], colours: Palette, say: Callable[[float], str]) -> dict[str, Any]:
    """A Plotly figure: a dot a region, stacked upwards in narrow bins, the focus region named.

    Args:
        dots: regions in any order.
        colours: palette.
        say: a value as text in the reader's language.
    """
    values = np.array([d.value for d in dots])
    low, high = float(values.min()), float(values.max())
    width = (high - low) / _BINS or 1.0
    bins = np.minimum(((values - low) / width).astype(int), _BINS - 1)
    # The focus region and the peers lie at the bottom of their stacks, where they are easy to find.
    importance = {"focus": 0, "peer": 1, "other": 2}
    heights = np.zeros(len(dots))
    filled: dict[int, int] = {}
    for position in sorted(range(len(dots)), key=lambda k: (importance[dots[k].kind], values[k])):
        heights[position] = filled.get(int(bins[position]), 0)
        filled[int(bins[position])] = int(heights[position]) + 1
    colour = {"focus": colours.focus, "peer": colours.reference, "other": colours.other}
    data = []
    for kind, size in (("other", _DOT), ("peer", _DOT + 1), ("focus", _DOT + 6)):
        chosen = [k for k, d in enumerate(dots) if d.kind == kind]
        data.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [low + (bins[k] + 0.5) * width for k in chosen],
                "y": [heights[k] + 0.5 for k in chosen],
                "marker": {
                    "size": size,
                    "color": colour[kind],
                    "line": {"width": 0 if kind == "other" else 1, "color": colours.background},
                },
                "customdata": [[dots[k].name, say(dots[k].value)] for k in chosen],
                "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
            }
        )
    highest = max(filled.values(), default=1)
    annotations = [
        {
            "x": low + (bins[k] + 0.5) * width,
            "y": highest + 1.5,
            "text": f"<b>{d.name}</b> {say(d.value)}",
            "showarrow": True,
            "arrowhead": 0,
            "arrowcolor": colours.focus,
            "ax": 0,
            "ay": 0,
            "ayref": "y",
            "axref": "x",
            "font": {"size": SIZE_TEXT, "color": colours.focus},
        }
        for k, d in enumerate(dots)
        if d.kind == "focus"
    ]
    for label in annotations:
        label.update({"ax": label["x"], "ay": highest + 1.5, "y": 1.2, "yanchor": "bottom"})
        label["xanchor"] = (
            "left"
            if label["x"] < low + 0.15 * (high - low)
            else "right"
            if label["x"] > high - 0.15 * (high - low)
            else "center"
        )
    return {
        "data": data,
        "layout": layout(
            colours,
            height=max(180, min(360, 12 * highest + 90)),
            hovermode="closest",
            margin={"l": 8, "r": 8, "t": 8, "b": 8},
            xaxis={"showgrid": False, "nticks": 6, "tickfont": {"size": SIZE_SMALL, "color": colours.muted_text}},
            yaxis={"visible": False, "range": [0, highest + 3]},
            annotations=annotations,
        ),
    }
