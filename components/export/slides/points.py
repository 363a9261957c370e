"""Figures of points, read as they are drawn in the browser: marks, lines, and words that stand at points."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from components.export.slides.annotations import words_of
from components.export.slides.drawn import Dots, Drawn, Label, Points, Scale
from components.export.slides.field import POINT, Cut, Field
from components.export.slides.words import is_strong, plain
from components.theme import LIGHT
from components.words.text import NBSP

_GAP = 3 * NBSP
_UNDER = 0.35
_HIGH = 430  # pixels of the screen that a slide has room for
_SQUEEZED = 0.8  # of the height of a row that a slide may leave it
_LARGER = 1.25  # words of rows, which have a line to themselves
# Signs that PowerPoint's charts do not have, written as letters.
_LETTERS = {"triangle-up": "▲", "triangle-up-open": "△", "triangle-down": "▼", "triangle-down-open": "▽"}


def points(figure: dict[str, Any]) -> tuple[Drawn, ...]:
    """The picture, parted between its rows where it has more than a slide has room for."""
    rows = (figure["layout"].get("meta") or {}).get("rows")
    if rows is None:
        return (_part(figure, None, float(figure["layout"]["height"])),)
    edges = rows["edges"]
    pixels = max(rows["least"], _SQUEEZED * rows["pixels"])
    most = (_HIGH - rows["around"]) / pixels - rows["head"]
    slides = max(1, -(-int(edges[-1] - edges[0]) // max(1, int(most))))
    cuts, target = [0], (edges[-1] - edges[0]) / slides
    while cuts[-1] < len(edges) - 1:
        start = cuts[-1]
        fitting = [k for k in range(start + 1, len(edges)) if edges[k] - edges[start] <= min(most, target * 1.08)]
        cuts.append(fitting[-1] if fitting else start + 1)
    found = []
    for first, last in pairwise(cuts):
        high = (edges[last] - edges[first] + rows["head"]) * rows["pixels"] + rows["around"]
        found.append(_part(figure, (edges[first], edges[last], rows["head"], edges[0], rows["headings"]), high))
    return tuple(found)


def _part(figure: dict[str, Any], cut: Cut | None, high: float) -> Points:
    layout = figure["layout"]
    field = Field(layout, cut, high)
    own, free = words_of(layout, field, figure["data"])
    found: list[Dots] = []
    for trace in figure["data"]:
        if "lines" in trace.get("mode", ""):
            found += _lines(trace, field)
        if "markers" in trace.get("mode", ""):
            found += _marks(trace, field, own)
        if trace.get("mode") == "text":
            found += _texts(trace, field)
    found += free
    scales = _scale(layout["xaxis"], field.x), _scale(layout["yaxis"], field.shown)
    return Points(found, *scales, high, _LARGER if cut else 1.0)


def _scale(axis: dict[str, Any], ends: tuple[float, ...]) -> Scale:
    title = plain((axis.get("title") or {}).get("text", ""))
    if axis.get("visible", True) is False:
        return Scale(ends[0], ends[1], title=title)
    if "ticktext" not in axis:
        return Scale(ends[0], ends[1], title=title, numbers=True)
    low, high = min(ends), max(ends)
    pairs = zip(axis["tickvals"], axis["ticktext"], strict=True)
    ticks = tuple((float(at), plain(text), is_strong(text)) for at, text in pairs if low <= at <= high)
    return Scale(ends[0], ends[1], ticks, title)


def _lines(trace: dict[str, Any], field: Field) -> list[Dots]:
    line = trace["line"]
    pieces: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        at = None if x is None or y is None else field.place(float(y))
        if at is None:
            pieces.append([])
        else:
            pieces[-1].append((float(x), at))
    dashed = line.get("dash", "solid") != "solid"
    # Which of two lines lies on top differs from program to program: what lies under others is thin.
    width = float(line["width"]) * POINT * (_UNDER if line["color"] == LIGHT.peer_soft else 1)
    return [Dots("", piece, str(line["color"]), line=width, dashed=dashed) for piece in pieces if len(piece) > 1]


def _each(value: Any, count: int) -> list[Any]:  # noqa: ANN401 - Plotly takes one for all or one each
    return list(value) if isinstance(value, list | tuple) else [value] * count


def _marks(trace: dict[str, Any], field: Field, own: dict[tuple[float, float], Label]) -> list[Dots]:
    """Marks by their look: what has the same colour and sign is one series."""
    marker, count = trace["marker"], len(trace["x"])
    if marker.get("opacity") == 0:
        return []
    colours = _each(marker.get("color", marker.get("line", {}).get("color", "#000000")), count)
    edges = _each(marker.get("line", {}).get("color", ""), count)
    symbols = _each(marker.get("symbol", "circle"), count)
    sizes = _each(marker.get("size", 6), count)
    texts = _each(trace.get("text", "") if "text" in trace["mode"] else "", count)
    names = [_name(one) for one in trace.get("customdata") or [""] * count]
    series: dict[tuple[str, str, bool], list[tuple[float, float, float, Label | None, str]]] = {}
    found: list[Dots] = []
    font = trace.get("textfont", {})
    for k in range(count):
        at = field.place(float(trace["y"][k]))
        if at is None:
            continue
        point, symbol = (float(trace["x"][k]), at), str(symbols[k])
        hollow = colours[k] == LIGHT.background
        colour = str(edges[k] if hollow or symbol == "line-ns" else colours[k])
        label = own.pop(point, None)
        if texts[k]:
            label = Label(plain(texts[k]), "center", font["color"], font["size"] * POINT)
        if symbol == "line-ns":
            half = sizes[k] / 2 * field.up
            found.append(Dots("", [(point[0], at - half), (point[0], at + half)], colour, line=1.5))
        elif symbol in _LETTERS:
            sign = Label(_LETTERS[symbol], "center", colour, sizes[k])
            if label is not None:  # a letter keeps no distance, as a mark does
                label = replace(label, text=f"{label.text}{_GAP}" if label.side == "left" else f"{_GAP}{label.text}")
            found += [Dots(names[k], [point], colour, labels=[one]) for one in (sign, label) if one]
        else:
            look = (colour, "diamond" if symbol == "diamond" else "circle", not hollow)
            series.setdefault(look, []).append((*point, float(sizes[k]) * POINT, label, names[k]))
    for (colour, symbol, filled), marks in series.items():
        spots = [(x, y) for x, y, *_ in marks]
        labels = [label for *_, label, _ in marks]
        name = marks[0][-1] if len(marks) == 1 else ""
        found.append(Dots(name, spots, colour, [size for _, _, size, *_ in marks], symbol, filled, labels=labels))
    return found


def _name(data: Any) -> str:  # noqa: ANN401 - a text or a list of them
    return plain(str(data[0] if isinstance(data, list | tuple) else data))


def _texts(trace: dict[str, Any], field: Field) -> list[Dots]:
    count = len(trace["x"])
    sides = _each(trace.get("textposition", "middle center"), count)
    font = trace["textfont"]
    found = []
    for k in range(count):
        at = field.place(float(trace["y"][k]))
        if at is None or not plain(trace["text"][k]):
            continue
        side = sides[k].split(" ")[-1]
        label = Label(plain(trace["text"][k]), side, font["color"], font["size"] * POINT, is_strong(trace["text"][k]))
        found.append(((float(trace["x"][k]), at), label))
    return [Dots("", [p for p, _ in found], font["color"], labels=[one for _, one in found])] if found else []
