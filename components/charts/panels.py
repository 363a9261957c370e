"""Small multiples: a panel for each thing, two beside each other, so that a phone can show them too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from textwrap import wrap
from typing import Any

from components.theme import SIZE_SMALL, Palette, layout

COLUMNS = 2
_GAP = 0.16  # of the width, between the columns: the years under them need room
_PANEL, _LINE, _BELOW = 72, 20, 24  # pixels: a panel, a line of the title above it, the years under it
_BOLD, _PLAIN = 20, 22  # characters in a line of a title: what a phone has room for beside another panel


@dataclass(frozen=True)
class PanelLine:
    """A line in a panel.

    Attributes:
        name: for the hover text.
        years, values: points in order (a half year where a line is interrupted); a value of None interrupts the line.
        kind: "focus", "part" (a part of the focus region), "marked" or "peer".
    """

    name: str
    years: Sequence[float]
    values: Sequence[float | None]
    kind: str


@dataclass(frozen=True)
class Panel:
    """One of the small charts: its title, the newest value in words, and its lines, the most important last."""

    title: str
    label: str
    lines: Sequence[PanelLine]


def panels(
    shown: Sequence[Panel], colours: Palette, say: Callable[[int, float], str], *, shared: bool
) -> dict[str, Any]:
    """A Plotly figure of panels in rows.

    Args:
        shown: the panels in order.
        colours: palette.
        say: the value of a panel (by position) as text in the reader's language.
        shared: whether all panels have the same scale; else each has its own, and its lowest value need not be 0.
    """
    titles = [_title_lines(panel) for panel in shown]
    # As high as the longer of two titles needs; what stands below keeps the next row's title away from this panel.
    rows = [
        _LINE * max(map(len, titles[first : first + COLUMNS])) + _PANEL + _BELOW
        for first in range(0, len(shown), COLUMNS)
    ]
    height = sum(rows) or _BELOW
    ends = list(accumulate(rows))
    years = [year for panel in shown for line in panel.lines for year in line.years]
    first, last = (min(years), max(years)) if years else (0, 1)
    everything = _span(shown)
    data: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    for position, panel in enumerate(shown):
        row, column = divmod(position, COLUMNS)
        name = "" if position == 0 else str(position + 1)
        bottom = 1 - (ends[row] - _BELOW) / height
        top = bottom + _PANEL / height
        left = column * (1 + _GAP) / COLUMNS
        right = left + (1 - _GAP) / COLUMNS
        below = position + COLUMNS >= len(shown)
        axes[f"xaxis{name}"] = {
            **_axis(colours),
            "domain": [left, right],
            "anchor": f"y{name}",
            "range": [first - 0.5, last + 0.5],
            "tickvals": [first, last],
            "ticktext": [str(first), str(last)],
            "showticklabels": below,
            "showline": True,
        }
        axes[f"yaxis{name}"] = {
            **_axis(colours),
            "domain": [bottom, top],
            "anchor": f"x{name}",
            "range": everything if shared else _span([panel]),
            "visible": False,
        }
        data += [_trace(line, name, position, colours, say) for line in panel.lines]
        annotations.append(_title(panel, titles[position], left, top, colours))
    return {
        "data": data,
        "layout": layout(
            colours,
            height=height,
            margin={"l": 18, "r": 18, "t": 0, "b": 4},
            hovermode="closest",
            meta={
                "panels": {"lines": [len(lines) for lines in titles], "line": _LINE, "panel": _PANEL, "below": _BELOW}
            },
            annotations=annotations,
            **axes,
        ),
    }


def _axis(colours: Palette) -> dict[str, Any]:
    return {
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "linecolor": colours.line,
        "tickfont": {"size": SIZE_SMALL, "color": colours.muted_text},
    }


def _span(shown: Sequence[Panel]) -> list[float]:
    values = [v for panel in shown for line in panel.lines for v in line.values if v is not None]
    if not values:
        return [0.0, 1.0]
    low, high = min(values), max(values)
    room = 0.08 * ((high - low) or abs(high) or 1.0)
    return [low - room, high + room]


def _trace(
    line: PanelLine, axis: str, position: int, colours: Palette, say: Callable[[int, float], str]
) -> dict[str, Any]:
    colour = {"focus": colours.focus, "part": colours.text, "marked": colours.warning, "peer": colours.peer}[line.kind]
    alone = sum(v is not None for v in line.values) == 1
    return {
        "type": "scatter",
        "mode": "markers" if alone else "lines",
        "x": list(line.years),
        "y": list(line.values),
        "xaxis": f"x{axis}",
        "yaxis": f"y{axis}",
        "connectgaps": False,
        "line": {"color": colour, "width": 1.5 if line.kind == "peer" else 2.5},
        "marker": {"color": colour, "size": 7},
        "customdata": [say(position, v) if v is not None else "" for v in line.values],
        "hovertemplate": f"<b>{line.name}</b>, %{{x}}: %{{customdata}}<extra></extra>",
    }


def _title_lines(panel: Panel) -> list[str]:
    """The title and the value below it, broken so that they stay beside the neighbour's."""
    title, label = _broken(panel.title, _BOLD), _broken(panel.label, _PLAIN)
    return [*(f"<b>{line}</b>" for line in title), *label]


def _broken(text: str, width: int) -> list[str]:
    """As few lines as the width allows, broken between words only and about as long as each other."""
    lines = wrap(text, width, break_long_words=False, break_on_hyphens=False)
    evenly = wrap(text, len(text) // max(1, len(lines)) + 3, break_long_words=False, break_on_hyphens=False)
    return evenly if len(evenly) == len(lines) else lines


def _title(panel: Panel, lines: Sequence[str], left: float, top: float, colours: Palette) -> dict[str, Any]:
    marked = any(line.kind == "marked" for line in panel.lines)
    return {
        "xref": "paper",
        "yref": "paper",
        "x": left,
        "y": top,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "text": "<br>".join(lines),
        "font": {"size": SIZE_SMALL, "color": colours.warning if marked else colours.text},
    }
