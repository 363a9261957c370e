"""What a page shows, as a value: a page fills an `Arrangement` part by part.

`components/screen` draws it in Streamlit and `components/html` as plain HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from markupsafe import Markup, escape

from components.exhibit import Exhibit
from components.parts import Align, Box, Columns, Fold, Gap, Html, Part, Shown


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

    def html(self, text: Markup) -> None:
        """Add HTML; what is plain text all the same comes out escaped."""
        if text:
            self.add(Html(escape(text)))

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
