"""Lines over years: one region against the usual range of its peers; breaks and unusual years are marked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import mean
from typing import Any

from components.charts import room
from components.charts.labels.end_labels import at_heights, end_label
from components.theme import SIZE_SMALL, Palette, layout


@dataclass(frozen=True)
class Series:
    """A line: years, values and what to say at each point.

    Attributes:
        name: stands at the line's last point.
        kind: "focus", "older" (another territory of the same name) or "marked".
        breaks: years whose figure is not comparable with the one before; the line is interrupted there.
    """

    name: str
    years: Sequence[int]
    values: Sequence[float]
    kind: str
    notes: Sequence[str] = ()
    breaks: Sequence[int] = ()


@dataclass(frozen=True)
class Band:
    """The usual range of the peers: lower quartile, median and upper quartile by year."""

    name: str
    median_name: str
    years: Sequence[int] = ()
    low: Sequence[float] = ()
    median: Sequence[float] = ()
    high: Sequence[float] = ()


@dataclass(frozen=True)
class UnusualYears:
    """Years that are no normal level, and why."""

    years: Sequence[int] = ()
    reasons: Mapping[int, str] = field(default_factory=dict)
    label: str = ""


def _with_gaps(series: Series) -> tuple[list[int | float], list[float | None], list[str]]:
    """Points with an empty one before each break, so that the line is not joined over it."""
    x: list[int | float] = []
    y: list[float | None] = []
    notes: list[str] = []
    for position, (year, value) in enumerate(zip(series.years, series.values, strict=True)):
        if year in series.breaks and x:
            x.append(year - 0.5)
            y.append(None)
            notes.append("")
        x.append(year)
        y.append(value)
        notes.append(series.notes[position] if series.notes else "")
    return x, y, notes


def _line(series: Series, colours: Palette, say: Callable[[float], str]) -> list[dict[str, Any]]:
    colour = {"focus": colours.focus, "older": colours.reference, "marked": colours.warning}[series.kind]
    x, y, notes = _with_gaps(series)
    traces: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": x,
            "y": y,
            "connectgaps": False,
            "line": {
                "color": colour,
                "width": 3 if series.kind == "focus" else 2,
                "dash": "dot" if series.kind == "older" else "solid",
            },
            "marker": {"size": 7 if series.kind == "focus" else 5, "color": colour},
            "customdata": [[say(v) if v is not None else "", n] for v, n in zip(y, notes, strict=True)],
            "hovertemplate": f"<b>{series.name}</b>, %{{x}}: %{{customdata[0]}}%{{customdata[1]}}<extra></extra>",
        }
    ]
    if marks := [year for year in series.breaks if year != series.years[0]]:
        at = dict(zip(series.years, series.values, strict=True))
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": marks,
                "y": [at[year] for year in marks],
                "marker": {"symbol": "line-ns", "size": 18, "line": {"width": 2, "color": colour}},
                "hoverinfo": "skip",
            }
        )
    return traces


def trend(
    lines: Sequence[Series],
    band: Band,
    unusual: UnusualYears,
    colours: Palette,
    say: Callable[[float], str],
    *,
    height: int = 380,
) -> dict[str, Any]:
    """A Plotly figure of lines over the peers' band.

    Args:
        lines: the focus region first.
        band: the peers' usual range; may be empty.
        unusual: years to shade.
        colours: palette.
        say: a value as text in the reader's language.
        height: pixels.
    """
    data: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    if band.years:
        data += [
            {
                "type": "scatter",
                "mode": "lines",
                "x": list(band.years),
                "y": list(band.low),
                "line": {"width": 0},
                "hoverinfo": "skip",
            },
            {
                "type": "scatter",
                "mode": "lines",
                "x": list(band.years),
                "y": list(band.high),
                "line": {"width": 0},
                "fill": "tonexty",
                "fillcolor": colours.peer_soft,
                "hoverinfo": "skip",
            },
            {
                "type": "scatter",
                "mode": "lines",
                "x": list(band.years),
                "y": list(band.median),
                "line": {"color": colours.peer, "width": 2},
                "customdata": [
                    [say(lo), say(m), say(hi)] for lo, m, hi in zip(band.low, band.median, band.high, strict=True)
                ],
                "hovertemplate": f"{band.median_name}, %{{x}}: %{{customdata[1]}}<br>"
                f"{band.name}: %{{customdata[0]}} – %{{customdata[2]}}<extra></extra>",
            },
        ]
        annotations.append(end_label(band.years[-1], band.median[-1], band.median_name, colours.muted_text, bold=False))
    older = []
    for series in lines:
        data += _line(series, colours, say)
        if series.kind == "older":
            older.append(series)
            continue
        colour = {"focus": colours.focus, "marked": colours.warning}[series.kind]
        annotations.append(
            end_label(series.years[-1], series.values[-1], series.name, colour, bold=series.kind == "focus")
        )
    every = [y for s in lines for y in s.years] + list(band.years)
    first, last = (min(every), max(every)) if every else (0, 1)
    beside = [_label_beside(series, band, first, last, colours) for series in older]
    step = max(1, -(-(last - first) // 4))  # five years at most have room on a phone
    ticks = list(range(last, first - 1, -step))[::-1]
    span = [v for s in lines for v in s.values] + list(band.low) + list(band.high)
    sizes = at_heights(annotations, span, height)
    return {
        "data": data,
        "layout": layout(
            colours,
            height=height,
            margin={"l": 8, "r": 130, "t": 24, "b": 8},
            hovermode="closest",
            xaxis={
                "tickvals": ticks,
                "ticktext": [str(t) for t in ticks],
                "tickangle": 0,
                "showgrid": False,
                "range": [first - 0.5, last + 0.3],
            },
            yaxis={"nticks": 5, "rangemode": "normal"},
            meta=room.sizes(*sizes),
            annotations=[*sizes[-1][-1], *beside, *_unusual_label(unusual, first, last, colours)],
            shapes=[
                {
                    "type": "rect",
                    "xref": "x",
                    "yref": "paper",
                    "x0": year - 0.5,
                    "x1": year + 0.5,
                    "y0": 0,
                    "y1": 1,
                    "fillcolor": colours.surface,
                    "line": {"width": 0},
                    "layer": "below",
                }
                for year in unusual.years
                if first <= year <= last
            ],
        ),
    }


def _unusual_label(unusual: UnusualYears, first: int, last: int, colours: Palette) -> list[dict[str, Any]]:
    shown = [year for year in unusual.years if first <= year <= last]
    if not shown:
        return []
    return [
        {
            "x": (min(shown) + max(shown)) / 2,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "text": unusual.label,
            "showarrow": False,
            "font": {"size": SIZE_SMALL, "color": colours.muted_text},
        }
    ]


def _label_beside(series: Series, band: Band, first: int, last: int, colours: Palette) -> dict[str, Any]:
    """The name of a line that ends long before the others, where the peers' line is not.

    It stands over the highest point of a line above theirs, under the lowest of another.
    """
    above = bool(band.median) and mean(series.values) > mean(band.median)
    point = (max if above else min)(range(len(series.values)), key=lambda k: series.values[k])
    at = (series.years[point] - first) / ((last - first) or 1)
    return {
        "x": series.years[point],
        "y": series.values[point],
        "text": series.name,
        "showarrow": False,
        "xanchor": "left" if at < 0.25 else "right" if at > 0.75 else "center",
        "yanchor": "bottom" if above else "top",
        "yshift": 8 if above else -8,
        "font": {"size": SIZE_SMALL, "color": colours.muted_text},
    }
