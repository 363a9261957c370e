"""What a page shows, as a value: its parts in rows, columns and folds, and the choices between them.

A page fills an `Arrangement`; `components/screen` draws it in Streamlit and `components/html` as plain HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from components.exhibit import Exhibit

Align = Literal["top", "center", "bottom"]
Gap = Literal["none", "xxsmall", "xsmall", "small", "medium", "large"]


@dataclass(frozen=True)
class Html:
    """A piece of HTML that is safe already."""

    text: str


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
    width: int = 300
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
    width: int = 220


@dataclass(frozen=True)
class Typed:
    """A field for words that narrow what is shown."""

    label: str
    name: str
    chosen: str
    placeholder: str
    width: int = 240


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


class PageColumn:
    """One of several places side by side; `with` it, parts go into it."""

    def __init__(self, opened: list[list[_Kept]]) -> None:
        self._opened = opened
        self.kept: list[_Kept] = []

    def __enter__(self) -> PageColumn:
        self._opened.append(self.kept)
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.pop()


@dataclass(frozen=True)
class _Filling:
    """Columns that are still being filled."""

    widths: tuple[int, ...]
    gap: Gap
    places: tuple[PageColumn, ...]


_Kept = Part | _Filling


def _made(kept: Sequence[_Kept]) -> tuple[Part, ...]:
    return tuple(
        Columns(one.widths, one.gap, tuple(_made(place.kept) for place in one.places))
        if isinstance(one, _Filling)
        else one
        for one in kept
    )


class Arrangement:
    """Collects the parts of a page in order. `with` a box, a column or a fold, what is added goes into it.

    Attributes:
        passing: whether what is shown may soon be another without a new release: then nobody keeps it.
    """

    def __init__(self) -> None:
        self.passing = False
        self._opened: list[list[_Kept]] = [[]]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything added so far."""
        return _made(self._opened[0])

    def add(self, part: Part) -> None:
        """Put a part where the last `with` opened a place."""
        self._opened[-1].append(part)

    def html(self, text: str) -> None:
        """Add HTML that is safe already."""
        if text:
            self.add(Html(text))

    def exhibit(self, exhibit: Exhibit) -> None:
        """Add an exhibit."""
        self.add(Shown(exhibit))

    def tools(self, exhibit: Exhibit) -> None:
        """Add the tools of an exhibit whose figures stand on the page already."""
        self.add(Shown(exhibit, bare=True))

    @contextmanager
    def _filled(self) -> Iterator[list[_Kept]]:
        kept: list[_Kept] = []
        self._opened.append(kept)
        yield kept
        self._opened.pop()

    @contextmanager
    def box(
        self,
        key: str,
        *,
        gap: Gap = "small",
        horizontal: bool = False,
        align: Align = "top",
        border: bool = False,
    ) -> Iterator[None]:
        """What is added inside belongs together."""
        with self._filled() as kept:
            yield
        self.add(Box(key, _made(kept), gap, horizontal, align, border))

    @contextmanager
    def fold(self, label: str, *, opened: bool = False, key: str = "", aside: bool = False) -> Iterator[None]:
        """What is added inside is closed until the reader opens it."""
        with self._filled() as kept:
            yield
        self.add(Fold(label, _made(kept), opened, key, aside))

    def columns(self, widths: int | Sequence[int], gap: Gap = "small") -> tuple[PageColumn, ...]:
        """Places side by side, each to be filled `with` it."""
        each = (1,) * widths if isinstance(widths, int) else tuple(widths)
        places = tuple(PageColumn(self._opened) for _ in each)
        self._opened[-1].append(_Filling(each, gap, places))
        return places


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
