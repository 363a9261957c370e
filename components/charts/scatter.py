"""Two figures against each other: a circle a region, as large as its population, the important ones named.

The axes are the same for all years, so that stepping through them shows regions moving, not the axes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from components.charts import room
from components.charts.labels.label_places import Named, Rectangle, place
from components.theme import SIZE_SMALL, SIZE_TEXT, Palette, layout

_HEIGHT, _LEFT, _RIGHT = 432, 62, 14  # of the field between the axes, and beside it
_PHONE = (250.0, 660.0)
# Height of the field, and the widths for which names have a place: in a window where all type is large, and on pages on
# a phone, a tablet and a screen.
_PLACINGS: tuple[tuple[float, tuple[float, float]], ...] = (
    *((high, (430.0, 740.0)) for high in (110.0, 150.0)),
    *((high, (560.0, 1100.0)) for high in (225.0, 310.0)),
    *((_HEIGHT, widths) for widths in (_PHONE, (600.0, 930.0), (900.0, 1800.0))),
)
_YEAR_WIDE, _YEAR_HIGH = 110, 60
_LARGEST = 44  # diameter of the most populous region's circle, pixels
_SMALLEST = 6
_LINE, _LINE_HIGH = 44, 17  # letters of an axis title that a phone has room for
_MOST_NAMES = 26


@dataclass(frozen=True)
class Point:
    """A region.

    Attributes:
        name: stands at the circle where the region is named.
        x, y: the figures.
        size: population; None where it is not known.
        hover: the figures in words.
        kind: "focus", "marked", "peer" or "other"; others are not named.
    """

    name: str
    x: float
    y: float
    size: float | None
    hover: str
    kind: str


@dataclass(frozen=True)
class Axis:
    """An axis: what it measures, and the lowest and highest figure of all years."""

    title: str
    low: float
    high: float

    @property
    def range(self) -> tuple[float, float]:
        """With room around, so that no circle is cut."""
        room = 0.06 * (self.high - self.low) or 1.0
        return self.low - room, self.high + room


def _diameters(points: Sequence[Point], largest: float) -> list[float]:
    """Areas follow the population; a region without one gets the smallest circle."""
    return [max(_SMALLEST, _LARGEST * ((p.size or 0.0) / largest) ** 0.5) for p in points]


def _names(
    points: Sequence[Point],
    diameters: Sequence[float],
    x: Axis,
    y: Axis,
    colours: Palette,
    high: float,
    widths: tuple[float, float],
    *,
    falling: bool,
) -> list[dict[str, Any]]:
    """The names that have room beside the year; one that stands away from its circle hangs by a thread."""
    corner = 0 if falling else high - _YEAR_HIGH
    year = Rectangle(1.0, -_YEAR_WIDE, 0.0, corner, corner + _YEAR_HIGH)
    shrunk = high / _HEIGHT  # lower pictures have smaller circles
    order = {"focus": 0, "marked": 1, "peer": 2}
    chosen = sorted((k for k, p in enumerate(points) if p.kind in order), key=lambda k: (order[points[k].kind], k))
    chosen = chosen[:_MOST_NAMES]
    (x_low, x_high), (y_low, y_high) = x.range, y.range
    named = [
        Named(
            (points[k].x - x_low) / (x_high - x_low),
            (1 - (points[k].y - y_low) / (y_high - y_low)) * high,
            max(_SMALLEST, diameters[k] * shrunk) / 2,
            points[k].name,
        )
        for k in chosen
    ]
    colour = {"focus": colours.focus, "marked": colours.warning, "peer": colours.muted_text}
    anchor = {1: "left", 0: "center", -1: "right"}
    names = []
    for at in place(named, widths, high, [year]):
        point, radius = points[chosen[at.point]], named[at.point].radius
        name: dict[str, Any] = {
            "x": point.x,
            "y": point.y,
            "text": f"<b>{point.name}</b>" if point.kind == "focus" else point.name,
            "font": {"size": SIZE_SMALL, "color": colour[point.kind]},
            "xanchor": anchor[at.right],
            "yanchor": "middle",
            "borderpad": 0,
        }
        if abs(at.below) < 2:
            name |= {"showarrow": False, "xshift": at.x, "yshift": -at.y}
        else:
            name |= {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": colours.peer}
            name |= {"ax": at.x, "ay": at.y, "standoff": radius}
        names.append(name)
    return names


def scatter(
    points: Sequence[Point],
    path: Sequence[tuple[float, float]],
    x: Axis,
    y: Axis,
    largest: float,
    period: str,
    colours: Palette,
    *,
    falling: bool = False,
) -> dict[str, Any]:
    """A Plotly figure.

    Args:
        points: the regions of the year shown.
        path: the focus region's figures in the years before, oldest first, ending in the year shown.
        x: the axis across.
        y: the axis upwards.
        largest: the greatest population of all years, for the circles' sizes.
        period: the year, written large behind the circles.
        colours: palette.
        falling: whether the one figure falls as the other rises, over all years: then the upper corner is free.
    """
    colour = {"focus": colours.focus, "marked": colours.warning, "peer": colours.reference, "other": colours.other}
    diameters = _diameters(points, largest)
    data: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [a for a, _ in path],
            "y": [b for _, b in path],
            "line": {"color": colours.focus, "width": 2, "dash": "dot"},
            "opacity": 0.6,
            "hoverinfo": "skip",
        }
    ]
    for kind in ("other", "peer", "marked", "focus"):
        chosen = [k for k, p in enumerate(points) if p.kind == kind]
        data.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [points[k].x for k in chosen],
                "y": [points[k].y for k in chosen],
                "marker": {
                    "size": [diameters[k] for k in chosen],
                    "color": colour[kind],
                    "opacity": 0.55 if kind == "other" else 0.85,
                    "line": {"width": 1, "color": colours.background},
                },
                "customdata": [[points[k].name, points[k].hover] for k in chosen],
                "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
            }
        )
    text = {"showarrow": False, "xref": "paper", "yref": "paper"}
    muted = {"size": SIZE_SMALL, "color": colours.muted_text}
    x_title, y_title = wrap(x.title, _LINE), wrap(y.title, _LINE)
    top, bottom = 10 + _LINE_HIGH * max(len(y_title), 1), 30 + _LINE_HIGH * max(len(x_title), 1)
    sizes = [
        (
            widths[0] + _LEFT + _RIGHT if widths != _PHONE else 0,
            high + top + bottom,
            _names(points, diameters, x, y, colours, high, widths, falling=falling),
        )
        for high, widths in _PLACINGS
    ]
    fields = {"field": _HEIGHT, "fields": sorted({high for high, _ in _PLACINGS}), "least": _SMALLEST}
    ticks = {"nticks": 6, "automargin": False, "tickfont": muted}
    return {
        "data": data,
        "layout": layout(
            colours,
            height=_HEIGHT + top + bottom,
            hovermode="closest",
            meta={**room.sizes(*sizes), "circles": {**fields, "line": _LINE_HIGH}},
            margin={"l": _LEFT, "r": _RIGHT, "t": top, "b": bottom},
            xaxis={**ticks, "range": list(x.range)}
            | {"title": {"text": "<br>".join(x_title), "font": muted, "standoff": 6}},
            yaxis={**ticks, "range": list(y.range)},
            annotations=[
                *sizes[-1][-1],
                {**text, "x": 0, "xshift": 8 - _LEFT, "y": 1, "yshift": 6, "xanchor": "left", "yanchor": "bottom"}
                | {"text": "<br>".join(y_title), "align": "left", "font": muted},
                {**text, "x": 1, "y": int(falling), "xshift": -8, "xanchor": "right"}
                | {"yanchor": "top" if falling else "bottom"}
                | {"text": period, "font": {"size": 3 * SIZE_TEXT, "color": colours.reference}},
            ],
        ),
    }
