"""What a hand-out is made of, as values: every text ready for the reader."""

from dataclasses import dataclass

from components.picture.shapes import Shape


@dataclass(frozen=True)
class Heading:
    """The name of a part; `level` 2 or 3, the paper's title being 1."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """Running text; `small` for what is only to be known."""

    text: str
    small: bool = False


@dataclass(frozen=True)
class Bullets:
    """Items of a list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class KeyNumbers:
    """A few numbers to be read first, each with what it is."""

    numbers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Grid:
    """A table, or a part of one: `of` tells how many rows there are in all.

    Attributes:
        numeric: for each column whether it holds numbers, which are set to the right.
        told: "Viser 14 av 219.", empty where all are here.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    told: str = ""


@dataclass(frozen=True)
class Figure:
    """An exhibit: finding, measure, what is drawn, and what must be known of it.

    Attributes:
        shape: what is drawn; None where there is nothing, and `alt` says why.
        alt: the picture in words.
        said: sentences with the numbers that may be quoted, each with what must be known of it.
        notes: what the reader must know.
        source: publisher, data sets, years.
        wide: whether it needs the whole width.
    """

    finding: str
    measure: str
    shape: Shape | None
    alt: str
    said: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    source: str
    wide: bool = False


Block = Heading | Paragraph | Bullets | KeyNumbers | Grid | Figure
