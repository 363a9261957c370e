"""Figures of points, read as they are drawn in the browser: marks, lines, and words that stand at points."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from components.export.slides.drawn import Dots, Drawn, Label, Points, Scale
from components.export.slides.native import NUMBERS, nice
from components.export.slides.words import is_strong, plain
from components.theme import LIGHT
from components.words.text import NBSP

_GAP = 3 * NBSP
_HAIR = 0.015
_UNDER = 0.35
_OVER = 20  # pixels over the field from which on words stand there
_HIGH = 430  # pixels of the screen that a slide has room for
_SQUEEZED = 0.8  # of the height of a row that a slide may leave it
_WIDE = 1100  # pixels across that a slide stands for
_POINT = 0.75  # points a pixel
_TEXT = LIGHT.text
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


Cut = tuple[float, float, float, float, Sequence[float]]  # from, to, head, where rows begin, headings


def _ends(axis: dict[str, Any]) -> tuple[float, float]:
    """Where an axis begins and ends: at round numbers where it bears numbers."""
    start, end = (float(v) for v in axis["range"])
    if axis.get("visible", True) is False or "ticktext" in axis:
        return start, end
    hair = _HAIR * abs(end - start)  # the room that a picture leaves at its edges needs no further number
    low, high, _ = nice(min(start, end) + hair, max(start, end) - hair, NUMBERS)
    return (low, high) if start < end else (high, low)


class _Frame:
    """Where a picture's points stand on a slide."""

    def __init__(self, layout: dict[str, Any], cut: Cut | None, high: float) -> None:
        self.x = _ends(layout["xaxis"])
        bottom, top = _ends(layout["yaxis"])
        self.cut = cut
        self.heading: float | None = None
        if cut is not None:
            first, last, head, begin, headings = cut
            top, bottom = first - head, last
            before = [h for h in headings if h < first]
            if first > begin and before and not any(first <= h < first + 1 for h in headings):
                self.heading, top = before[-1], first - 1.0
        self.y = (bottom, top)
        margin = layout.get("margin", {})
        inner = high - margin.get("t", 8) - margin.get("b", 8)
        self.across = (self.x[1] - self.x[0]) / _WIDE  # of the axis, a pixel
        self.up = (self.y[1] - self.y[0]) / max(1.0, inner)
        # Words over the field get a place inside the axis: what stands outside is cut off by some programs.
        over = margin.get("t", 8) if margin.get("t", 8) > _OVER else 0
        self.shown = (self.y[0], self.y[1] + over * self.up)

    def place(self, y: float) -> float | None:
        """Where a height stands on this slide; None where it stands on another."""
        if self.cut is None:
            return y
        first, last, head, begin, _ = self.cut
        if y < begin:  # words that hold for every row
            return y - begin + first if head else (y if first == begin else None)
        if self.heading is not None and y == self.heading:
            return first - 0.5
        return y if first <= y < last else None


def _part(figure: dict[str, Any], cut: Cut | None, high: float) -> Points:
    layout = figure["layout"]
    frame = _Frame(layout, cut, high)
    own, free = _words_of(layout, frame, figure["data"])
    found: list[Dots] = []
    for trace in figure["data"]:
        if "lines" in trace.get("mode", ""):
            found += _lines(trace, frame)
        if "markers" in trace.get("mode", ""):
            found += _marks(trace, frame, own)
        if trace.get("mode") == "text":
            found += _texts(trace, frame)
    found += free
    return Points(found, _scale(layout["xaxis"], frame.x), _scale(layout["yaxis"], frame.shown), high)


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


def _lines(trace: dict[str, Any], frame: _Frame) -> list[Dots]:
    line = trace["line"]
    pieces: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        at = None if x is None or y is None else frame.place(float(y))
        if at is None:
            pieces.append([])
        else:
            pieces[-1].append((float(x), at))
    dashed = line.get("dash", "solid") != "solid"
    # Which of two lines lies on top differs from program to program: what lies under others is thin.
    width = float(line["width"]) * _POINT * (_UNDER if line["color"] == LIGHT.peer_soft else 1)
    return [Dots("", piece, str(line["color"]), line=width, dashed=dashed) for piece in pieces if len(piece) > 1]


def _each(value: Any, count: int) -> list[Any]:  # noqa: ANN401 - Plotly takes one for all or one each
    return list(value) if isinstance(value, list | tuple) else [value] * count


def _marks(trace: dict[str, Any], frame: _Frame, own: dict[tuple[float, float], Label]) -> list[Dots]:
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
        at = frame.place(float(trace["y"][k]))
        if at is None:
            continue
        point, symbol = (float(trace["x"][k]), at), str(symbols[k])
        hollow = colours[k] == LIGHT.background
        colour = str(edges[k] if hollow or symbol == "line-ns" else colours[k])
        label = own.pop(point, None)
        if texts[k]:
            label = Label(plain(texts[k]), "center", font["color"], font["size"] * _POINT)
        if symbol == "line-ns":
            half = sizes[k] / 2 * frame.up
            found.append(Dots("", [(point[0], at - half), (point[0], at + half)], colour, line=1.5))
        elif symbol in _LETTERS:
            sign = Label(_LETTERS[symbol], "center", colour, sizes[k])
            if label is not None:  # a letter keeps no distance, as a mark does
                label = replace(label, text=f"{label.text}{_GAP}" if label.side == "left" else f"{_GAP}{label.text}")
            found += [Dots(names[k], [point], colour, labels=[one]) for one in (sign, label) if one]
        else:
            look = (colour, "diamond" if symbol == "diamond" else "circle", not hollow)
            series.setdefault(look, []).append((*point, float(sizes[k]) * _POINT, label, names[k]))
    for (colour, symbol, filled), marks in series.items():
        spots = [(x, y) for x, y, *_ in marks]
        labels = [label for *_, label, _ in marks]
        name = marks[0][-1] if len(marks) == 1 else ""
        found.append(Dots(name, spots, colour, [size for _, _, size, *_ in marks], symbol, filled, labels=labels))
    return found


def _name(data: Any) -> str:  # noqa: ANN401 - a text or a list of them
    return plain(str(data[0] if isinstance(data, list | tuple) else data))


def _texts(trace: dict[str, Any], frame: _Frame) -> list[Dots]:
    count = len(trace["x"])
    sides = _each(trace.get("textposition", "middle center"), count)
    font = trace["textfont"]
    found = []
    for k in range(count):
        at = frame.place(float(trace["y"][k]))
        if at is None or not plain(trace["text"][k]):
            continue
        side = sides[k].split(" ")[-1]
        label = Label(plain(trace["text"][k]), side, font["color"], font["size"] * _POINT, is_strong(trace["text"][k]))
        found.append(((float(trace["x"][k]), at), label))
    return [Dots("", [p for p, _ in found], font["color"], labels=[one for _, one in found])] if found else []


_SIDES = {"left": "right", "right": "left", "center": "center"}


def _words_of(
    layout: dict[str, Any], frame: _Frame, data: Sequence[dict[str, Any]]
) -> tuple[dict[tuple[float, float], Label], list[Dots]]:
    """The layout's words: those of a mark, by its point, and those that stand by themselves."""
    marked = {
        (float(x), float(y))
        for trace in data
        if "markers" in trace.get("mode", "")
        for x, y in zip(trace["x"], trace["y"], strict=True)
    }
    own: dict[tuple[float, float], Label] = {}
    free: list[Dots] = []
    for note in layout.get("annotations", ()):
        text, paper = plain(note["text"]), (note.get("xref") == "paper", note.get("yref") == "paper")
        if not text:
            continue
        if all(paper):
            free += _corner(note, frame, text)
            continue
        y = frame.y[0] + (frame.y[1] - frame.y[0]) * note["y"] if paper[1] else frame.place(float(note["y"]))
        if y is None:
            continue
        x = frame.x[0] + (frame.x[1] - frame.x[0]) * note["x"] if paper[0] else float(note["x"])
        font, side = note.get("font", {}), _SIDES[note.get("xanchor", "center")]
        label = Label(text, side, font.get("color", _TEXT), font.get("size", 14) * _POINT, is_strong(note["text"]))
        lifted = note.get("yshift", 0)
        if note.get("showarrow"):
            free += _flag(note, frame, (x, y), label)
        elif not lifted and side != "center" and (x, float(note["y"])) in marked and (x, y) not in own:
            own[x, y] = label
        else:
            shifted = x + note.get("xshift", 0) * frame.across if paper[0] else x
            lifted += _lift(note) if paper[1] else 0
            free.append(Dots("", [(shifted, y + lifted * frame.up)], label.colour, labels=[label]))
    return own, free


def _flag(note: dict[str, Any], frame: _Frame, point: tuple[float, float], label: Label) -> list[Dots]:
    """Words away from their point, and the thread between."""
    if note.get("axref") == "x":
        end = float(note["ax"]), float(note["ay"])
    else:
        end = point[0] + note.get("ax", 0) * frame.across, point[1] - note.get("ay", 0) * frame.up
    width = note.get("arrowwidth", 1) * _POINT
    thread = Dots("", [point, end], note.get("arrowcolor", label.colour), line=width)
    return [thread, Dots("", [end], label.colour, labels=[label])]


def _corner(note: dict[str, Any], frame: _Frame, text: str) -> list[Dots]:
    """What a figure says in a corner: the year behind its circles, the name of the axis upwards."""
    x = frame.x[0] + (frame.x[1] - frame.x[0]) * note["x"]
    y = frame.y[0] + (frame.y[1] - frame.y[0]) * note["y"]
    font = note.get("font", {})
    label = Label(text, _SIDES[note.get("xanchor", "center")], font["color"], font.get("size", 14) * _POINT)
    return [Dots("", [(x, y + _lift(note) * frame.up)], label.colour, labels=[label])]


def _lift(note: dict[str, Any]) -> float:
    """How far the middle of words stands over their place, pixels."""
    size = float(note.get("font", {}).get("size", 14))
    return {"top": -0.6, "bottom": 0.6}.get(note.get("yanchor", ""), 0.0) * size
