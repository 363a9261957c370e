"""How far a region is from its peers and how sure that is: a row a figure, the surest band on top, each named.

A row holds one point only, so its name has the whole of the other half to stand in and lies on nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import room
from components.theme import SIZE_SMALL, SIZE_TEXT, Palette, layout

_ROW = 27
_LEAST = 1.0  # the axis reaches at least this far to each side
_SYMBOLS = {
    "strength": "triangle-up",
    "weakness": "triangle-down",
    "good_tendency": "triangle-up-open",
    "bad_tendency": "triangle-down-open",
    "other": "circle",
}


@dataclass(frozen=True)
class Judged:
    """One figure.

    Attributes:
        name: as the reader knows it.
        distance: from the peers' middle in standard deviations, above 0 is better.
        kind: "strength", "weakness", "good_tendency", "bad_tendency" or "other".
        hover: the rest in words.
    """

    name: str
    distance: float
    kind: str
    hover: str


@dataclass(frozen=True)
class Wording:
    """What stands on the chart: at its left, middle and right, and under it."""

    worse: str
    between: str
    better: str
    axis: str


def matrix(
    bands: Mapping[str, Sequence[Judged]], near: float, limit: float, wording: Wording, colours: Palette
) -> dict[str, Any]:
    """A Plotly figure.

    Args:
        bands: figures by how sure they are, the surest band first; each has its heading.
        near: distance that still counts as being in line; shaded.
        limit: distance from which a difference may be a strength or weakness; a dotted line.
        wording: texts.
        colours: palette.
    """
    colour = {
        "strength": colours.better,
        "good_tendency": colours.better,
        "weakness": colours.worse,
        "bad_tendency": colours.worse,
        "other": colours.peer,
    }
    annotations: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    rows: list[tuple[float, Judged]] = []
    at = 0.0
    edges: list[float] = []
    headings: list[float] = []
    for heading, figures in bands.items():
        if not figures:
            continue
        shapes.append(_line(at - 0.5, colours))
        annotations.append(_heading(at, heading, colours))
        headings.append(at)
        edges.append(at - 0.5)
        at += 1
        for judged in sorted(figures, key=lambda j: -j.distance):
            rows.append((at, judged))
            if at - 1 not in headings:
                edges.append(at - 0.5)
            at += 1
    reach = max([_LEAST, *(abs(j.distance) for _, j in rows)]) * 1.12
    data = [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [j.distance for _, j in rows],
            "y": [y for y, _ in rows],
            "marker": {
                "size": [13 if j.kind != "other" else 10 for _, j in rows],
                "symbol": [_SYMBOLS[j.kind] for _, j in rows],
                "color": [colour[j.kind] for _, j in rows],
                "opacity": 1,
                "line": {"width": 2, "color": [colour[j.kind] for _, j in rows]},
            },
            "cliponaxis": False,
            "customdata": [[j.name, j.hover] for _, j in rows],
            "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
        }
    ]
    annotations += [_name(y, judged, colours) for y, judged in rows]
    annotations += [
        _above(-reach, wording.worse, "left", colours.worse),
        _above(0, wording.between, "center", colours.muted_text),
        _above(reach, wording.better, "right", colours.better),
    ]
    shapes += [
        {
            "type": "rect",
            "layer": "below",
            "yref": "paper",
            "x0": -near,
            "x1": near,
            "y0": 0,
            "y1": 1,
            "fillcolor": colours.surface,
            "line": {"width": 0},
        },
        _upright(0, "solid", colours),
        *(_upright(x, "dot", colours) for x in (-limit, limit)),
    ]
    return {
        "data": data,
        "layout": layout(
            colours,
            height=round(_ROW * at + 86),
            meta=room.rows([*edges, at - 0.5], _ROW, 86, least=18.5, headings=headings),
            margin={"l": 8, "r": 8, "t": 30, "b": 8},
            hovermode="closest",
            xaxis={
                "range": [-reach, reach],
                "showgrid": False,
                "nticks": 5,
                "title": {
                    "text": wording.axis,
                    "font": {"size": SIZE_SMALL, "color": colours.muted_text},
                    "standoff": 8,
                },
            },
            yaxis={"visible": False, "range": [at - 0.5, -0.6]},
            annotations=annotations,
            shapes=shapes,
        ),
    }


def _name(y: float, judged: Judged, colours: Palette) -> dict[str, Any]:
    """A figure's name, on the side of its point where there is more room."""
    plain = judged.kind == "other"
    right = judged.distance < 0
    return {
        "x": judged.distance,
        "y": y,
        "text": judged.name if plain else f"<b>{judged.name}</b>",
        "showarrow": False,
        "xanchor": "left" if right else "right",
        "xshift": 10 if right else -10,
        "font": {"size": SIZE_SMALL, "color": colours.muted_text if plain else colours.text},
    }


def _heading(y: float, text: str, colours: Palette) -> dict[str, Any]:
    return {
        "x": 0,
        "xref": "paper",
        "y": y,
        "text": text,
        "showarrow": False,
        "xanchor": "left",
        "font": {"size": SIZE_SMALL, "color": colours.muted_text},
    }


def _above(x: float, text: str, anchor: str, colour: str) -> dict[str, Any]:
    return {
        "x": x,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": text,
        "showarrow": False,
        "xanchor": anchor,
        "font": {"size": SIZE_TEXT if anchor != "center" else SIZE_SMALL, "color": colour},
    }


def _line(y: float, colours: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": y,
        "y1": y,
        "line": {"width": 1, "color": colours.line},
    }


def _upright(x: float, dash: str, colours: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "yref": "paper",
        "x0": x,
        "x1": x,
        "y0": 0,
        "y1": 1,
        "line": {"width": 1, "color": colours.line, "dash": dash},
    }
