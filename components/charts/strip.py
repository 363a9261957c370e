"""Regions and their parts: a row a region, a dot a part, the highest and lowest named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import room
from components.theme import SIZE_SMALL, SIZE_TEXT, Palette, layout

_ROW = 62  # pixels: dots, the name of the highest above them and that of the lowest below
_EDGE = 0.3  # of the axis: names of dots as near to an end as this run away from it


@dataclass(frozen=True)
class PartDot:
    """A part of a region: its name and value."""

    name: str
    value: float


@dataclass(frozen=True)
class StripRow:
    """A region with its parts, highest first; `kind` is "focus" or "peer"."""

    name: str
    parts: Sequence[PartDot]
    kind: str


def strip(rows: Sequence[StripRow], colours: Palette, say: Callable[[float], str]) -> dict[str, Any]:
    """A Plotly figure: for each region a line from its lowest to its highest part, with a dot for each.

    Args:
        rows: in the order to show, the first on top.
        colours: palette.
        say: a value as text in the reader's language.
    """
    values = [part.value for row in rows for part in row.parts]
    low, high = min(values, default=0.0), max(values, default=1.0)
    span = (high - low) or 1.0
    data: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    for position, row in enumerate(rows):
        colour = colours.focus if row.kind == "focus" else colours.reference
        data += _marks(row, position, colour, colours, say)
        annotations += _names(row, position, colour, low, span)
    return {
        "data": data,
        "layout": layout(
            colours,
            height=_ROW * len(rows) + 44,
            hovermode="closest",
            meta=room.steps(len(rows), _ROW, 44, least=52, focus=room.position([row.kind for row in rows])),
            annotations=annotations,
            xaxis={"range": [low - 0.12 * span, high + 0.12 * span], "nticks": 5, "showgrid": True},
            yaxis={
                "tickmode": "array",
                "tickvals": list(range(len(rows))),
                "ticktext": [f"<b>{row.name}</b>" if row.kind == "focus" else row.name for row in rows],
                "range": [len(rows) - 0.5, -0.7],
                "showgrid": False,
                "tickfont": {"size": SIZE_TEXT, "color": colours.text},
                "ticklabelstandoff": 6,
            },
        ),
    }


def _marks(
    row: StripRow, position: int, colour: str, colours: Palette, say: Callable[[float], str]
) -> list[dict[str, Any]]:
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [row.parts[-1].value, row.parts[0].value],
            "y": [position, position],
            "line": {"color": colour, "width": 2},
            "opacity": 0.4,
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": [part.value for part in row.parts],
            "y": [position] * len(row.parts),
            "marker": {
                "size": 12 if row.kind == "focus" else 9,
                "color": colour,
                "line": {"width": 1, "color": colours.background},
            },
            "customdata": [[part.name, say(part.value)] for part in row.parts],
            "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
        },
    ]


def _names(row: StripRow, position: int, colour: str, low: float, span: float) -> list[dict[str, Any]]:
    """Names of the highest part above its dot and of the lowest below, so that they cannot lie on each other."""

    def anchor(value: float) -> str:
        at = (value - low) / span
        return "left" if at < _EDGE else "right" if at > 1 - _EDGE else "center"

    return [
        {
            "x": part.value,
            "y": position,
            "yshift": shift,
            "text": part.name,
            "showarrow": False,
            "xanchor": anchor(part.value),
            "font": {"size": SIZE_SMALL, "color": colour},
        }
        for part, shift in ((row.parts[-1], -16), (row.parts[0], 16))
    ]
