"""The parts that a page is made of, as values: HTML, exhibits, boxes, columns, folds, and the choices between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from components.exhibit import Exhibit

Align = Literal["top", "center", "bottom"]
Gap = Literal["none", "xxsmall", "xsmall", "small", "medium", "large"]


@dataclass(frozen=True)
class Html:
    """A piece of HTML."""

    text: Markup


@dataclass(frozen=True)
class Shown:
    """An exhibit in its place.

    Attributes:
        bare: only its tools are drawn; what it holds stands on the page already.
    """

    exhibit: Exhibit
    bare: bool = False


@dataclass(frozen=True)
class Box:
    """Parts that belong together: under each other, or in a row that wraps.

    Attributes:
        key: name for the style sheet.
        horizontal: in a row.
        align: how the parts of a row stand to each other.
        border: with a line around.
    """

    key: str
    parts: tuple[Part, ...]
    gap: Gap = "small"
    horizontal: bool = False
    align: Align = "top"
    border: bool = False


@dataclass(frozen=True)
class Columns:
    """Parts side by side; under each other where the screen is narrow."""

    widths: tuple[int, ...]
    gap: Gap
    parts: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True)
class Fold:
    """Parts under a line that opens and closes them."""

    label: str
    parts: tuple[Part, ...]
    opened: bool = False
    key: str = ""
    aside: bool = False


@dataclass(frozen=True)
class Choice:
    """A drop-down for one part of the view.

    Attributes:
        label: what is chosen, in the reader's language.
        name: key in the address.
        codes: what may be chosen.
        words: what the reader sees for each code.
        chosen: the code of this view.
        width: pixels, less where the screen is narrower.
        resets: parts of the view that fall back to their default when this one changes.
    """

    label: str
    name: str
    codes: tuple[str, ...]
    words: tuple[str, ...]
    chosen: str
    placeholder: str
    width: int
    resets: tuple[str, ...] = ()

    def says(self, code: str) -> str:
        """What the reader sees for a code."""
        return self.words[self.codes.index(code)] if code in self.codes else code


@dataclass(frozen=True)
class Several:
    """A list of regions that the reader puts together."""

    label: str
    codes: tuple[str, ...]
    words: tuple[str, ...]
    chosen: tuple[str, ...]
    placeholder: str
    width: int = 420


@dataclass(frozen=True)
class Steps:
    """A slider over a few steps, for one part of the view."""

    label: str
    name: str
    codes: tuple[str, ...]
    words: tuple[str, ...]
    chosen: str
    width: int


@dataclass(frozen=True)
class Typed:
    """A field for words that narrow what is shown."""

    label: str
    name: str
    chosen: str
    placeholder: str
    width: int


@dataclass(frozen=True)
class Live:
    """What only a session can draw.

    Attributes:
        draw: draws it in Streamlit.
        without: what stands in its place where there is no session.
    """

    draw: Callable[[], None]
    without: tuple[Part, ...] = ()


Widget = Choice | Several | Steps | Typed
Part = Html | Shown | Box | Columns | Fold | Widget | Live


def exhibits(parts: Sequence[Part]) -> Iterator[Exhibit]:
    """Every exhibit among parts, in the order in which they stand."""
    for part in parts:
        if isinstance(part, Shown):
            yield part.exhibit
        elif isinstance(part, Box | Fold):
            yield from exhibits(part.parts)
        elif isinstance(part, Columns):
            for column in part.parts:
                yield from exhibits(column)
        elif isinstance(part, Live):
            yield from exhibits(part.without)
