"""How unlike a region others are: for each a short track a side of structure, filled as far as they differ.

A full track means as different as two regions drawn at random. Names stand above their tracks, so that a phone shows
the same chart as a projector.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from components.charts import room
from components.theme import SIZE_SMALL, SIZE_TEXT, Palette, layout

_HEAD, _STEP, _NAME, _TRACK = 46, 54, 12, 34  # pixels
_NARROW = 12  # letters that a column has room for on a phone
_WIDE = 0.88  # of a column that a track takes


@dataclass(frozen=True)
class Alike:
    """A region beside the focus region.

    Attributes:
        name: as the reader knows it.
        note: what stands to the right of the name.
        parts: for each side of structure how different the two are, 1 as two regions at random; None where unknown.
        hover: the same in words.
    """

    name: str
    note: str
    parts: Sequence[float | None]
    hover: Sequence[str]


def _words(points: Sequence[tuple[float, float, str]], side: str, colour: str, size: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, *_ in points],
        "y": [y for _, y, _ in points],
        "text": [words for *_, words in points],
        "textposition": f"middle {side}",
        "textfont": {"size": size, "color": colour},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def likeness(rows: Sequence[Alike], sides: Sequence[str], colours: Palette, unknown: str) -> dict[str, Any]:
    """A Plotly figure, the most similar region on top.

    Args:
        rows: regions.
        sides: names of the sides of structure, as many as each row has parts.
        colours: palette.
        unknown: what stands where a part is not known.
    """
    edge = len(sides) - 1 + _WIDE  # where the last track ends
    tops = [_HEAD + _STEP * position for position in range(len(rows))]

    def lines(ends: Sequence[tuple[float, float, float]], colour: str) -> dict[str, Any]:
        return {
            "type": "scatter",
            "mode": "lines",
            "x": [x for start, end, _ in ends for x in (start, end, None)],
            "y": [value for *_, y in ends for value in (y, y, None)],
            "line": {"color": colour, "width": 9},
            "hoverinfo": "skip",
        }

    known = [
        (k, top + _TRACK, part, row.hover[k])
        for top, row in zip(tops, rows, strict=True)
        for k, part in enumerate(row.parts)
        if part is not None
    ]
    missing = [
        (float(k), top + _TRACK, unknown)
        for top, row in zip(tops, rows, strict=True)
        for k, part in enumerate(row.parts)
        if part is None
    ]
    height = _HEAD + _STEP * len(rows)
    hidden = {"visible": False, "automargin": False}
    return {
        "data": [
            lines([(k, k + _WIDE, y) for k, y, *_ in known], colours.peer_soft),
            lines([(k, k + _WIDE * min(part, 1.0), y) for k, y, part, _ in known], colours.reference),
            {
                "type": "scatter",
                "mode": "markers",
                "x": [k + _WIDE / 2 for k, *_ in known],
                "y": [y for _, y, *_ in known],
                "marker": {"size": 22, "opacity": 0},
                "customdata": [hover for *_, hover in known],
                "hovertemplate": "%{customdata}<extra></extra>",
            },
            _words(
                [(float(k), 20, "<br>".join(wrap(side, _NARROW))) for k, side in enumerate(sides)],
                "right",
                colours.muted_text,
                SIZE_SMALL,
            ),
            _words(
                [(0.0, top + _NAME, row.name) for top, row in zip(tops, rows, strict=True)],
                "right",
                colours.text,
                SIZE_TEXT,
            ),
            _words(
                [(edge, top + _NAME, row.note) for top, row in zip(tops, rows, strict=True)],
                "left",
                colours.muted_text,
                SIZE_SMALL,
            ),
            _words(missing, "right", colours.muted_text, SIZE_SMALL),
        ],
        "layout": layout(
            colours,
            height=height,
            hovermode="closest",
            margin={"l": 4, "r": 4, "t": 0, "b": 0},
            meta=room.rows([*tops, height], 1, 0, least=0.9, head=_HEAD),
            xaxis={**hidden, "range": [0, edge]},
            yaxis={**hidden, "range": [height, 0]},
        ),
    }
