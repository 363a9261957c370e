"""What stands on a slide, as values: bars, ranges, lines, points, small panels, a table, areas of a map.

A figure that is drawn in the browser is read into one of these (`reading.py`), and one of these is written as a native
chart (`bars.py`, `lines.py`, `points.py`, `tables.py`). Colours are "#rrggbb"; sizes of type and marks are points.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """A bar: its name and value, the value in words, its colour, whether it is Osloregionen's, and whether apart."""

    name: str
    value: float
    label: str
    colour: str
    strong: bool = False
    apart: bool = False


@dataclass(frozen=True)
class Bars:
    """Bars from top to bottom; `low` and `high` are the ends of their axis on each slide, `base` where bars begin."""

    bars: Sequence[Bar]
    low: float
    high: float
    base: float = 0.0


@dataclass(frozen=True)
class Range:
    """A region's place: the median and the range around it, 1 is best."""

    name: str
    low: int
    median: int
    high: int
    colour: str
    strong: bool = False


@dataclass(frozen=True)
class Ranges:
    """Places from top to bottom, the name of their axis, and the last place that it shows."""

    ranges: Sequence[Range]
    axis: str
    worst: int


@dataclass(frozen=True)
class Line:
    """A line: a value for each place on the axis, None where there is none; `name` is empty where it is not named."""

    name: str
    values: Sequence[float | None]
    colour: str
    width: float
    marker: float = 0.0
    dashed: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Lines:
    """Lines over years or months, with the middle half of the peers behind them.

    Attributes:
        places: what stands under the axis, one a place.
        lines: the most important last.
        low, high: ends of the middle half at each place; empty where there is none.
        band: what the middle half is called.
        floor: a number that the axis upwards holds too; None where it may begin anywhere.
    """

    places: Sequence[str]
    lines: Sequence[Line]
    low: Sequence[float | None] = ()
    high: Sequence[float | None] = ()
    band: str = ""
    floor: float | None = None


@dataclass(frozen=True)
class Panel:
    """A small chart of a slide: its title and what stands under it."""

    title: str
    label: str
    lines: Lines
    floor: float
    ceiling: float


@dataclass(frozen=True)
class Panels:
    """Small charts beside and under each other."""

    panels: Sequence[Panel]


@dataclass(frozen=True)
class Dots:
    """Points of one look, or the ends of a line.

    Attributes:
        name: of the series; empty for what only helps to read.
        points: across and upwards.
        sizes: diameter of each, one for all, or none for a line.
        colour: of marks or line.
        symbol: as PowerPoint names it.
        filled: whether the mark is filled.
        line: width of the line that joins the points; 0 for none.
        dashed: whether that line is.
        labels: what stands at each point; empty for nothing.
    """

    name: str
    points: Sequence[tuple[float, float]]
    colour: str
    sizes: Sequence[float] = ()
    symbol: str = "circle"
    filled: bool = True
    line: float = 0.0
    dashed: bool = False
    labels: Sequence["Label | None"] = ()


@dataclass(frozen=True)
class Label:
    """Words at a point: on which side, and how they look."""

    text: str
    side: str
    colour: str
    size: float
    strong: bool = False


@dataclass(frozen=True)
class Scale:
    """An axis.

    Attributes:
        start, end: its left or lower end, and the other; the first may be the greater.
        ticks: places with what stands there, and whether it is Osloregionen's; an axis without has its numbers or none.
        title: its name.
        numbers: whether it bears its numbers.
    """

    start: float
    end: float
    ticks: Sequence[tuple[float, str, bool]] = ()
    title: str = ""
    numbers: bool = False


@dataclass(frozen=True)
class Points:
    """Points on two axes.

    Attributes:
        high: how many pixels of the screen the picture takes.
        larger: how much larger its words may be than on the screen without lying on each other.
    """

    dots: Sequence[Dots]
    x: Scale
    y: Scale
    high: float
    larger: float = 1.0


@dataclass(frozen=True)
class Table:
    """A table in words: headings, which of them are of numbers, rows, and which rows are Osloregionen's."""

    heads: Sequence[str]
    numeric: Sequence[bool]
    rows: Sequence[Sequence[str]]
    marked: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Areas:
    """A map: the colour of each area by code, the outlined ones, the legend, and the ranking that stands beside it."""

    fills: Sequence[tuple[str, str]]
    outlined: Sequence[tuple[str, str, float]]
    legend: Sequence[tuple[str, str]]
    unit: str
    bars: Bars


@dataclass(frozen=True)
class Nothing:
    """There is nothing to draw, and why."""

    reason: str


Drawn = Bars | Ranges | Lines | Panels | Points | Table | Areas | Nothing
