"""A region's industries: how much each weighs against the EU, then and now, and what its growth adds.

Names stand above their rows, not beside them, so that a phone shows the same chart as a projector.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import room
from components.theme import SIZE_SMALL, SIZE_TEXT, Palette, layout

_ROW, _NAME, _TRACK = 54, 14, 37  # pixels: a row, and from its upper edge the name and the dots or the bar
_HEAD, _FOOT = 26, 28
_BAR, _REACH = 15, 13
_SPACE = "\u00a0" * 4  # between a dot or bar and its label


@dataclass(frozen=True)
class Industry:
    """An industry's location quotient.

    Attributes:
        name: as the reader knows it.
        before, now: quotients of the first and the last year.
        low, high: the interval of the last one; None where there is no sample.
        label: what stands at the dot.
        hover: the same in more words.
        specialised: whether the dot stands out.
    """

    name: str
    before: float
    now: float
    low: float | None
    high: float | None
    label: str
    hover: str
    specialised: bool


@dataclass(frozen=True)
class Contribution:
    """What an industry adds: an amount with its sign, and as text."""

    name: str
    value: float
    label: str
    hover: str


def _symmetric(quotient: float) -> float:
    """RSCA = (LQ − 1)/(LQ + 1), where half and double lie as far from 1."""
    return (quotient - 1) / (quotient + 1)


def _words(xs: Sequence[float], ys: Sequence[float], texts: Sequence[str], **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - Plotly's own keys
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(xs),
        "y": list(ys),
        "text": list(texts),
        "cliponaxis": False,
        "hoverinfo": "skip",
        **changes,
    }


def _rows(count: int) -> list[float]:
    return [_HEAD + _ROW * position + _TRACK for position in range(count)]


def _names(names: Sequence[str], tracks: Sequence[float], left: float, colours: Palette) -> dict[str, Any]:
    ys = [y - _TRACK + _NAME for y in tracks]
    font = {"size": SIZE_TEXT, "color": colours.text}
    return _words([left] * len(names), ys, names, textposition="middle right", textfont=font)


def _frame(count: int, colours: Palette, xaxis: dict[str, Any]) -> dict[str, Any]:
    high = _HEAD + _ROW * count
    edges = [_HEAD + _ROW * position for position in range(count + 1)]
    return layout(
        colours,
        height=high + _FOOT,
        meta=room.rows(edges, 1, _FOOT, least=0.9, head=_HEAD),
        hovermode="closest",
        margin={"l": 2, "r": 8, "t": 0, "b": _FOOT},
        xaxis={"automargin": False, **xaxis},
        yaxis={"visible": False, "automargin": False, "range": [high, 0]},
    )


def _upright(x: float, tracks: Sequence[float], line: dict[str, Any]) -> dict[str, Any]:
    """A line across the rows that leaves the names free."""
    ys = [value for y in tracks for value in (y - _REACH, y + _REACH, None)]
    return {"type": "scatter", "mode": "lines", "x": [x] * len(ys), "y": ys, "line": line, "hoverinfo": "skip"}


def profile(
    industries: Sequence[Industry],
    colours: Palette,
    equal: str,
    specialised: str,
    limit: float,
    numbers: dict[float, str],
) -> dict[str, Any]:
    """A Plotly figure of quotients on a symmetric axis, in the order given.

    Args:
        industries: the rows.
        colours: palette.
        equal: names the line where the share is the EU's.
        specialised: names the line of `limit`.
        limit: the quotient from which an industry may be called specialised.
        numbers: quotients that the axis may name, as text.
    """
    tracks = _rows(len(industries))
    every = [q for one in industries for q in (one.before, one.now, one.low, one.high) if q is not None and q > 0]
    low, high = min(map(_symmetric, [*every, 1.0])), max(map(_symmetric, [*every, limit]))
    low, high = low - 0.04, high + 0.14 * (high - low)
    ticks = [q for q in numbers if low <= _symmetric(q) <= high]
    line = {"color": colours.reference, "width": 1}
    data = [
        _upright(0, tracks, line),
        _upright(_symmetric(limit), tracks, {**line, "dash": "dot"}),
    ]
    for y, one in zip(tracks, industries, strict=True):
        if one.low is not None and one.high is not None:
            data.append(_line([one.low, one.high], y, {"color": colours.focus_soft, "width": 9}))
        data.append(_line([one.before, one.now], y, {"color": colours.peer, "width": 2}))
    data += [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [_symmetric(one.before) for one in industries],
            "y": tracks,
            "marker": {"size": 10, "color": colours.background, "line": {"width": 2, "color": colours.peer}},
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": [_symmetric(one.now) for one in industries],
            "y": tracks,
            "marker": {
                "size": [17 if one.specialised else 13 for one in industries],
                "opacity": 1,
                "color": colours.focus,
                "line": {"width": 1, "color": colours.background},
            },
            "customdata": [[one.name, one.hover] for one in industries],
            "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
        },
        _names([one.name for one in industries], tracks, low, colours),
        _words(
            [0, _symmetric(limit)],
            [10, 10],
            [f"{equal} ", specialised],
            textposition=["middle left", "middle center"],
            textfont={"size": SIZE_SMALL, "color": colours.muted_text},
        ),
    ]
    xaxis = {
        "range": [low, high],
        "tickvals": [_symmetric(q) for q in ticks],
        "ticktext": [numbers[q] for q in ticks],
        "showgrid": False,
        "tickangle": 0,
    }
    labels = [_label(one, y, colours) for y, one in zip(tracks, industries, strict=True)]
    return {"data": data, "layout": {**_frame(len(industries), colours, xaxis), "annotations": labels}}


def _label(one: Industry, y: float, colours: Palette) -> dict[str, Any]:
    """The quotient to the right of its dots; the background keeps the upright lines from striking it through."""
    return {
        "x": _symmetric(max(one.now, one.before, one.high or 0)),
        "y": y,
        "text": f"<b>{one.label}</b>" if one.specialised else one.label,
        "showarrow": False,
        "xanchor": "left",
        "xshift": 11,
        "borderpad": 1,
        "bgcolor": colours.background,
        "font": {"size": SIZE_SMALL, "color": colours.focus},
    }


def _line(quotients: Sequence[float], y: float, line: dict[str, Any]) -> dict[str, Any]:
    xs = [_symmetric(q) for q in quotients]
    return {"type": "scatter", "mode": "lines", "x": xs, "y": [y] * len(xs), "line": line, "hoverinfo": "skip"}


def contributions(parts: Sequence[Contribution], colours: Palette) -> dict[str, Any]:
    """A Plotly figure of bars to both sides of nothing, in the order given."""
    tracks = _rows(len(parts))
    low, high = min(0.0, *(p.value for p in parts)), max(0.0, *(p.value for p in parts))
    beyond = 0.22 * ((high - low) or 1.0)  # for the labels beyond the bars' ends
    low, high = (low - beyond if low < 0 else -beyond / 6), high + beyond
    colour = [colours.better if p.value >= 0 else colours.worse for p in parts]
    data = [
        _upright(0, tracks, {"color": colours.reference, "width": 1}),
        {
            "type": "bar",
            "orientation": "h",
            "x": [p.value for p in parts],
            "y": tracks,
            "width": _BAR,
            "marker": {"color": colour},
            "customdata": [[p.name, p.hover] for p in parts],
            "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
        },
        _names([p.name for p in parts], tracks, low, colours),
        _words(
            [p.value for p in parts],
            tracks,
            [_SPACE + p.label if p.value >= 0 else p.label + _SPACE for p in parts],
            textposition=["middle right" if p.value >= 0 else "middle left" for p in parts],
            textfont={"size": SIZE_SMALL, "color": colours.text},
        ),
    ]
    return {"data": data, "layout": _frame(len(parts), colours, {"visible": False, "range": [low, high]})}
