"""A scorecard: for each indicator a strip from the worst to the best region, the better always to the right.

Names stand above their strips, not beside them, so that a phone shows the same chart as a projector. All text is drawn
as traces: as annotations, a page of strips would take the browser ten times as long.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import room
from components.theme import SIZE_SMALL, SIZE_TEXT, Palette, layout

_HEAD = 26  # pixels above the first strip, for the ends' names
_NAME, _LABEL, _TRACK, _BELOW = 12, 33, 51, 70  # pixels from a row's upper edge
_ROW, _ROW_OF_TWO = 70, 90
_EDGE = 0.27  # a label nearer to an end than this grows inwards, so that a phone does not cut it off


@dataclass(frozen=True)
class StripDot:
    """A region on a strip.

    Attributes:
        position: 0 is the worst of those compared, 1 the best.
        label: what stands at a pointed-out region's dot; what hovering says of any.
    """

    position: float
    label: str


@dataclass(frozen=True)
class ScorecardRow:
    """A strip.

    Attributes:
        name: the indicator.
        place: the focus region's place in words.
        focus: its dot.
        other: a second region's dot; None where there is none, or no figure of it.
        peers: the others.
        median: position of the peers' middle figure.
    """

    name: str
    place: str
    focus: StripDot
    other: StripDot | None
    peers: Sequence[StripDot]
    median: float


def _text(
    points: Sequence[tuple[float, float, str, str]], colour: str, size: int = SIZE_SMALL, *, bold: bool = False
) -> dict[str, Any]:
    """A trace of words: x, y, text, and on which side of the point it stands."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, *_ in points],
        "y": [y for _, y, *_ in points],
        "text": [f"<b>{words}</b>" if bold else words for *_, words, _ in points],
        "textposition": [side for *_, side in points],
        "textfont": {"size": size, "color": colour},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _dots(dots: Sequence[tuple[float, StripDot]], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [dot.position for _, dot in dots],
        "y": [y for y, _ in dots],
        "marker": marker,
        "customdata": [dot.label for _, dot in dots],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _side(position: float, height: str) -> str:
    return f"{height} {'right' if position < _EDGE else 'left' if position > 1 - _EDGE else 'center'}"


def scorecard(rows: Sequence[ScorecardRow], colours: Palette, worst: str, best: str) -> dict[str, Any]:
    """A Plotly figure of strips in the order given, the first on top.

    Args:
        rows: the strips; all should be compared with the same second region, if any.
        colours: palette.
        worst: name of the left end.
        best: name of the right end.
    """
    step = _ROW_OF_TWO if any(row.other for row in rows) else _ROW
    tops = [_HEAD + step * position for position in range(len(rows))]
    tracks = [top + _TRACK for top in tops]
    pairs = list(zip(tracks, rows, strict=True))
    seconds = [(y, row.other) for y, row in pairs if row.other]
    line = {"width": 1, "color": colours.background}
    data: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for _ in rows for x in (0, 1, None)],
            "y": [value for y in tracks for value in (y, y, None)],
            "line": {"color": colours.line, "width": 2},
            "hoverinfo": "skip",
        },
        _dots(
            [(y, dot) for y, row in pairs for dot in row.peers],
            {"size": 9, "color": colours.peer, "line": line, "opacity": 0.85},
        ),
        {
            "type": "scatter",
            "mode": "markers",
            "x": [row.median for row in rows],
            "y": tracks,
            "marker": {"symbol": "line-ns", "size": 14, "line": {"width": 2, "color": colours.text}},
            "hoverinfo": "skip",
            "cliponaxis": False,
        },
        _dots(seconds, {"size": 13, "symbol": "diamond", "color": colours.warning, "line": line}),
        _dots([(y, row.focus) for y, row in pairs], {"size": 15, "color": colours.focus, "line": line}),
        _text(
            [(0, top + _NAME, row.name, "middle right") for top, row in zip(tops, rows, strict=True)],
            colours.text,
            SIZE_TEXT,
        ),
        _text(
            [(1, top + _NAME, row.place, "middle left") for top, row in zip(tops, rows, strict=True)],
            colours.muted_text,
        ),
        _text(
            [
                (row.focus.position, top + _LABEL, row.focus.label, _side(row.focus.position, "middle"))
                for top, row in zip(tops, rows, strict=True)
            ],
            colours.focus,
            bold=True,
        ),
        _text(
            [
                (row.other.position, top + _BELOW, row.other.label, _side(row.other.position, "middle"))
                for top, row in zip(tops, rows, strict=True)
                if row.other
            ],
            colours.warning,
        ),
        _text([(0, 8, worst, "middle right"), (1, 8, best, "middle left")], colours.muted_text),
    ]
    height = _HEAD + step * len(rows)
    hidden = {"visible": False, "automargin": False}
    return {
        "data": data,
        "layout": layout(
            colours,
            height=height,
            hovermode="closest",
            margin={"l": 10, "r": 10, "t": 0, "b": 0},
            meta=room.rows([*tops, height], 1, 0, least=0.9, head=_HEAD),
            xaxis={**hidden, "range": [0, 1]},
            yaxis={**hidden, "range": [height, 0]},
        ),
    }
