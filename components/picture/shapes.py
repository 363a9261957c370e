"""What a picture can show: a few shapes as values, every text in them ready for the reader.

They know nothing of rows, languages or typst; `read.py` makes them of rows, `card.typ` draws them.
"""

from dataclasses import dataclass

from components.picture.ticks import Axis

Point = tuple[float, float]


@dataclass(frozen=True)
class Bar:
    """One row of bars; `value` is None where there is no figure, and `text` says so.

    `outside` is what stands beside for comparison only, set in italics.
    """

    label: str
    value: float | None
    text: str
    focus: bool = False
    outside: bool = False


@dataclass(frozen=True)
class Bars:
    """Bars from a line at `base`, as many as were given, in their order; `own` where all are of the focus region."""

    rows: tuple[Bar, ...]
    base: float = 0.0
    own: bool = False


@dataclass(frozen=True)
class Line:
    """A line with its name at its end; parts between breaks are not joined.

    Attributes:
        label: at its end.
        parts: points from left to right, a part for each unbroken series.
        kind: "focus", "peer" or "middle" (of the peers).
    """

    label: str
    parts: tuple[tuple[Point, ...], ...]
    kind: str


@dataclass(frozen=True)
class Lines:
    """Lines over the years, and between `band`'s lowest and highest the middle half of the peers."""

    lines: tuple[Line, ...]
    band: tuple[tuple[float, float, float], ...]
    x: Axis
    y: Axis


@dataclass(frozen=True)
class Panel:
    """A small line with a scale of its own: its name, its newest figure, its parts between breaks."""

    title: str
    text: str
    parts: tuple[tuple[Point, ...], ...]
    ends: tuple[str, str]


@dataclass(frozen=True)
class Panels:
    """Small lines side by side, out of `of`."""

    panels: tuple[Panel, ...]
    of: int


@dataclass(frozen=True)
class RangeRow:
    """A row with dots on a line from the lowest to the highest."""

    label: str
    low: float
    high: float
    dots: tuple[float, ...]
    text: str
    focus: bool = False


@dataclass(frozen=True)
class Ranges:
    """Dots with ranges along one axis."""

    rows: tuple[RangeRow, ...]
    x: Axis


@dataclass(frozen=True)
class Dot:
    """A dot; `size` is a share of the largest dot's area, `label` is empty where it bears no name."""

    x: float
    y: float
    size: float
    label: str = ""
    kind: str = "other"


@dataclass(frozen=True)
class Dots:
    """Dots on a plane; without `y` they are piled on one line. `beyond` tells of those too far away to be shown."""

    dots: tuple[Dot, ...]
    x: Axis
    y: Axis | None = None
    x_title: str = ""
    y_title: str = ""
    beyond: str = ""


@dataclass(frozen=True)
class Number:
    """One figure in large type: the figure, what it is, and what must be known of it (year, rank)."""

    text: str
    label: str
    more: str = ""


@dataclass(frozen=True)
class Numbers:
    """Up to three figures in large type."""

    numbers: tuple[Number, ...]


@dataclass(frozen=True)
class SmallTable:
    """A few rows of texts; columns but the first are set to the right where they are numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


Shape = Bars | Lines | Panels | Ranges | Dots | Numbers | SmallTable
