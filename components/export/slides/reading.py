"""An exhibit read into what stands on slides: one value a slide, more where there are more rows than can be read."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from components.exhibit import Exhibit
from components.export.slides import maps, points
from components.export.slides.drawn import (
    Bar,
    Bars,
    Drawn,
    Line,
    Lines,
    Nothing,
    Panel,
    Panels,
    Range,
    Ranges,
    Table,
)
from components.export.slides.table_text import table_of
from components.export.slides.words import is_strong, plain
from components.words.text import Speaker

_BARS = 24  # that can be read on a slide
_PANELS = 12
_LINES = 10  # of a table
_TABLES = 6  # slides that a table may take
_MUNICIPALITIES = 16


def drawn(exhibit: Exhibit, say: Speaker) -> tuple[Drawn, ...]:
    """What stands on the slides of an exhibit, in their order."""
    if exhibit.map is not None:
        return _largest(exhibit, say)
    figure = exhibit.figure
    if figure is None:
        return _tables(exhibit) if exhibit.body and exhibit.table else (Nothing(exhibit.alt),)
    kinds = {trace["type"] for trace in figure["data"]}
    meta = figure["layout"].get("meta") or {}
    if "choropleth" in kinds:
        return (maps.areas(exhibit, say),)
    if "bar" in kinds:
        return _bars(figure, exhibit)
    if "panels" in meta:
        return _panels(figure)
    if kinds != {"scatter"}:
        return _tables(exhibit)
    if _is_ranges(figure):
        return (_ranges(figure),)
    if _is_lines(meta):
        return (_lines(figure, say),)
    return points.points(figure)


def parted(count: int, most: int) -> list[tuple[int, int]]:
    """Where a row of things is parted so that no slide has more than can be read, and all about the same."""
    slides = max(1, -(-count // most))
    edges = [round(k * count / slides) for k in range(slides + 1)]
    return list(pairwise(edges))


def _names(figure: dict[str, Any]) -> list[str]:
    """What stands beside each row."""
    axis = figure["layout"]["yaxis"]
    if "ticktext" in axis:
        return list(axis["ticktext"])
    words = [t for t in figure["data"] if t.get("mode") == "text"]
    by_height = sorted(zip(words[0]["y"], words[0]["text"], strict=True))
    return [text for _, text in by_height]


def _bars(figure: dict[str, Any], exhibit: Exhibit) -> tuple[Drawn, ...]:
    trace = next(t for t in figure["data"] if t["type"] == "bar")
    names = _names(figure)
    texts = trace.get("text") or [t for t in figure["data"] if t.get("mode") == "text"][1]["text"]
    colours = trace["marker"]["color"]
    base = _base(trace["x"], exhibit)
    found = [
        Bar(plain(name), float(value) + base, plain(text), colour, is_strong(name), "<i>" in name)
        for name, value, text, colour in zip(names, trace["x"], texts, colours, strict=True)
    ]
    low, high = min([base, *(b.value for b in found)]), max([base, *(b.value for b in found)])
    room = (high - low or 1.0) * min(0.3, max(0.08, 0.012 * max((len(b.label) for b in found), default=0)))
    ends = low - (room if low < base else 0), high + (room if high > base else 0)
    return tuple(Bars(found[first:last], *ends, base) for first, last in parted(len(found), _BARS))


def _base(drawn_values: Sequence[float], exhibit: Exhibit) -> float:
    """The figure from which bars run to either side: what all are drawn shorter than their numbers."""
    columns = list(exhibit.rows.columns)
    if "value" not in columns or len(exhibit.rows.cells) != len(drawn_values):
        return 0.0
    numbers = [row[columns.index("value")] for row in exhibit.rows.cells]
    apart = {round(float(n) - float(v), 6) for n, v in zip(numbers, drawn_values, strict=True) if n is not None}
    return apart.pop() if len(apart) == 1 else 0.0


def _segments(trace: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """The pieces of a line between its gaps."""
    found: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None or y is None:
            found.append([])
        else:
            found[-1].append((float(x), float(y)))
    return [piece for piece in found if piece]


def _is_ranges(figure: dict[str, Any]) -> bool:
    """Whether each row is one line across with one mark on it."""
    if "ticktext" not in figure["layout"]["yaxis"]:
        return False
    rows = len(figure["layout"]["yaxis"]["ticktext"])
    modes = {trace.get("mode") for trace in figure["data"]}
    marks = [y for t in figure["data"] if t.get("mode") == "markers" for y in t["y"]]
    return modes == {"lines", "markers"} and sorted(marks) == list(range(rows))


def _ranges(figure: dict[str, Any]) -> Drawn:
    names, found = _names(figure), {}
    for lines, marks in zip(figure["data"][::2], figure["data"][1::2], strict=True):
        medians = dict(zip(marks["y"], marks["x"], strict=True))
        for (low, y), (high, _) in _segments(lines):
            row = int(y)
            name, colour = names[row], marks["marker"]["color"]
            found[row] = Range(plain(name), int(low), int(medians[row]), int(high), colour, is_strong(name))
    axis = figure["layout"]["xaxis"]
    return Ranges([found[row] for row in sorted(found)], plain(axis["title"]["text"]), int(axis["range"][1]))


def _is_lines(meta: dict[str, Any]) -> bool:
    return "sizes" in meta and not {"swarm", "circles"} & set(meta)


def _shade(trace: dict[str, Any]) -> str:
    return str(trace["line"]["color"])


def _lines(figure: dict[str, Any], say: Speaker) -> Drawn:
    data, layout = figure["data"], figure["layout"]
    marks = [t for t in data if t.get("mode") == "markers"]
    band = [t for t in data if t.get("line", {}).get("width") == 0]
    curves = [t for t in data if "lines" in t.get("mode", "") and t not in band and t not in marks]
    twelve = layout["xaxis"]["range"] == [0.7, 12.2]
    xs = [x for t in (*band, *curves) for x in t["x"] if float(x).is_integer()]
    first, last = (1, 12) if twelve else (int(min(xs)), int(max(xs)))
    span = range(first, last + 1)
    named = {(n["x"], n["y"]): n["text"] for n in layout.get("annotations", ()) if "showarrow" in n}

    def on(points: Sequence[tuple[float, float]]) -> tuple[float | None, ...]:
        at = dict(points)
        return tuple(at.get(float(x)) for x in span)

    found = []
    for curve in curves:
        pieces = _segments(curve)
        name = next((named[p] for piece in pieces for p in piece if p in named), "")
        width = float(curve["line"]["width"])
        marker = curve.get("marker", {}).get("size", 0.0)
        size = float(min(marker)) if isinstance(marker, list) else float(marker)
        for piece in pieces:
            ends = piece is pieces[-1]
            dashed = curve["line"].get("dash", "solid") != "solid"
            found.append(
                Line(plain(name) if ends else "", on(piece), _shade(curve), width, size, dashed, is_strong(name))
            )
    low, high = [on([p for piece in _segments(t) for p in piece]) for t in band] or [(), ()]
    places = [say.month_name(n, short=True) for n in span] if twelve else [str(x) for x in span]
    found.sort(key=lambda line: (line.strong, line.width))
    floor = layout["yaxis"].get("range", [None])[0]
    return Lines(places, found, low, high, say("Midterste halvdel") if band else "", floor)


def _panels(figure: dict[str, Any]) -> tuple[Drawn, ...]:
    layout = figure["layout"]
    found = []
    for number, title in enumerate(layout["annotations"]):
        of = "" if number == 0 else str(number + 1)
        traces = [t for t in figure["data"] if t["xaxis"] == f"x{of}"]
        first, last = layout[f"xaxis{of}"]["tickvals"]
        span = range(int(first), int(last) + 1)
        lines = []
        for trace in traces:
            for piece in _segments(trace):
                at = dict(piece)
                values = tuple(at.get(float(x)) for x in span)
                alone = 6.0 if len(piece) == 1 else 0.0
                lines.append(Line("", values, _shade(trace), float(trace["line"]["width"]), alone))
        bold = [one for one in title["text"].split("<br>") if is_strong(one)]
        rest = [one for one in title["text"].split("<br>") if not is_strong(one)]
        low, high = layout[f"yaxis{of}"]["range"]
        both = plain(" ".join(bold)), plain(" ".join(rest))
        found.append(Panel(*both, Lines([str(x) for x in span], lines), float(low), float(high)))
    return tuple(Panels(found[first:last]) for first, last in parted(len(found), _PANELS))


def _tables(exhibit: Exhibit) -> tuple[Drawn, ...]:
    whole = table_of(exhibit.table)
    pieces = parted(len(whole.rows), _LINES)[:_TABLES]
    return tuple(
        Table(
            whole.heads,
            whole.numeric,
            whole.rows[first:last],
            frozenset(n - first for n in whole.marked if first <= n < last),
        )
        for first, last in pieces
    )


def _largest(exhibit: Exhibit, say: Speaker) -> tuple[Drawn, ...]:
    """The longest bars of a map with layers; its table otherwise."""
    rows = exhibit.rows
    if "works_in_oslo" not in rows.columns:
        return _tables(exhibit)
    name, people = (_column(rows.columns, rows.cells, one) for one in ("name", "works_in_oslo"))
    pairs = sorted(((float(p), str(n)) for n, p in zip(name, people, strict=True) if p), reverse=True)
    most = pairs[:_MUNICIPALITIES]
    bars = [Bar(plain(n), p, say.number(p), maps.FOCUS) for p, n in most]
    return (Bars(bars, 0.0, 1.12 * most[0][0]),) if most else _tables(exhibit)


def _column(columns: Sequence[str], cells: Sequence[Sequence[Any]], name: str) -> list[Any]:
    at = list(columns).index(name)
    return [row[at] for row in cells]
