"""Where a picture's points stand on a slide."""

from collections.abc import Sequence
from typing import Any

from components.export.slides.native import NUMBERS, nice

POINT = 0.75  # points a pixel
_HAIR = 0.015
_OVER = 20  # pixels over the field from which on words stand there
_WIDE = 1100  # pixels across that a slide stands for

Cut = tuple[float, float, float, float, Sequence[float]]  # from, to, head, where rows begin, headings


def _ends(axis: dict[str, Any]) -> tuple[float, float]:
    """Where an axis begins and ends: at a round number where it bears numbers, and with the picture."""
    start, end = (float(v) for v in axis["range"])
    if axis.get("visible", True) is False or "ticktext" in axis:
        return start, end
    hair = _HAIR * abs(end - start)  # the room that a picture leaves at its edges needs no further number
    low, _, _ = nice(min(start, end) + hair, max(start, end) - hair, NUMBERS)
    return (low, end) if start < end else (start, low)


class Field:
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
