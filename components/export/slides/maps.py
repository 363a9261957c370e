"""A map of Europe's regions, read as its classes, and as the ranking of those that are compared."""

from itertools import pairwise
from typing import Any

from components.charts.areas import OUTLINES
from components.exhibit import Exhibit
from components.export.slides.drawn import Areas, Bar, Bars
from components.export.slides.words import plain
from components.theme import LIGHT
from components.words.text import Speaker

FOCUS = LIGHT.focus


def areas(exhibit: Exhibit, say: Speaker) -> Areas:
    """What the map shows, and the figures of the regions that it points out."""
    figure: dict[str, Any] = exhibit.figure or {}
    traces = [t for t in figure["data"] if t["type"] == "choropleth" and t["geojson"] == OUTLINES]
    fills: list[tuple[str, str]] = []
    outlined: list[tuple[str, str, float]] = []
    labels: dict[str, tuple[str, str]] = {}
    legend: list[tuple[str, str]] = []
    unit = ""
    for trace in traces:
        clear = trace["colorscale"][0][1].startswith("rgba")
        if clear:
            line = trace["marker"]["line"]
            outlined += [(code, line["color"], float(line["width"])) for code in trace["locations"]]
            continue
        labels |= {code: (n, v) for code, (n, v) in zip(trace["locations"], trace["customdata"], strict=True)}
        steps = [colour for _, colour in trace["colorscale"][::2]]
        fills += [(code, steps[int(z)]) for code, z in zip(trace["locations"], trace["z"], strict=True)]
        if bar := trace.get("colorbar"):
            unit, legend = plain(bar["title"]["text"]), _classes(steps, bar["ticktext"])
    focus = {t["locations"][0]: t["textfont"]["color"] for t in figure["data"] if t["type"] == "scattergeo"}
    chosen = {code for code, colour, _ in outlined if colour != LIGHT.background} | set(focus)
    at = {name: k for k, name in enumerate(exhibit.rows.columns)}
    values = {str(row[at["region"]]): row[at["value"]] for row in exhibit.rows.cells}
    bars = [
        Bar(plain(labels[code][0]), float(value), plain(labels[code][1]), focus.get(code, LIGHT.peer), code in focus)
        for code in chosen
        if code in labels and isinstance(value := values.get(code), int | float)
    ]
    bars.sort(key=lambda bar: (-bar.value, say.sort_key(bar.name)))
    low, high = min([0.0, *(b.value for b in bars)]), max([0.0, *(b.value for b in bars)])
    return Areas(fills, outlined, legend, unit, Bars(bars[:24], low, 1.3 * high))


def _classes(colours: list[str], bounds: list[str]) -> list[tuple[str, str]]:
    """Each colour with the figures that it stands for: "under 20", "20–30", "over 30"."""
    ends = [f"< {bounds[0]}", *(f"{a}–{b}" for a, b in pairwise(bounds)), f"≥ {bounds[-1]}"]
    return list(zip(colours, ends, strict=True)) if bounds else []
