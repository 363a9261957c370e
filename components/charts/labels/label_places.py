"""Where names may stand beside points so that none lies on another, however wide and high the chart is drawn.

A chart does not know its size when it is made: a phone draws it 300 pixels wide, a projector 1800. Text keeps its size
while points move apart, so two names that are clear of each other at one size may collide at another. Positions are
linear in width and height, so the widths at which two boxes overlap form an interval, and so do the heights: both are
checked as a whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from components.theme import SIZE_SMALL

_WIDE, _HIGH = 0.56 * SIZE_SMALL, 1.3 * SIZE_SMALL  # of a letter and of a line, pixels
# Beside, above and below first: a name in a corner is harder to tie to its point, one some lines away needs a thread.
_NEAR = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
# Orders of choosing: position times stride, modulo a prime above any number of names.
_STRIDES, _PRIME = (1, 41, 17, 67, 29, 83, 11, 53, 71, 23), 101
_FAR = tuple((right, way * lines) for lines in range(2, 9) for way in (-1, 1) for right in (1, -1, 0))


class Named(NamedTuple):
    """A point with a name: where it is across (0–1), how far down in pixels, its radius, and the name."""

    across: float
    down: float
    radius: float
    name: str


@dataclass(frozen=True)
class LabelPlace:
    """Where a name stands.

    Attributes:
        point: position of the point among those given.
        right: 1 where the name begins at the point, −1 where it ends there, 0 where it is centred.
        below: lines of text below the point's edge (above it where negative); 0 is beside it.
        x, y: pixels from the point to where the name begins, ends or is centred, and to its middle line.
    """

    point: int
    right: int
    below: int
    x: float
    y: float


class Rectangle(NamedTuple):
    """A rectangle whose sides lie at `across`·width + `left` and + `right` pixels, and from `top` to `bottom`."""

    across: float
    left: float
    right: float
    top: float
    bottom: float


def _shift(point: Named, right: int, below: int) -> tuple[float, float]:
    reach = point.radius + 3
    if not below:
        return right * reach, 0.0
    way = 1 if below > 0 else -1
    return 0.0, way * (reach + _HIGH * (abs(below) - 0.5))


def box(point: Named, right: int, below: int) -> Rectangle:
    """The rectangle of a name on one side of its point."""
    width = _WIDE * len(point.name)
    x, y = _shift(point, right, below)
    left = x if right > 0 else x - width if right < 0 else x - width / 2
    return Rectangle(point.across, left, left + width, point.down + y - _HIGH / 2, point.down + y + _HIGH / 2)


def dot(point: Named) -> Rectangle:
    """The square around a point itself."""
    r = point.radius
    return Rectangle(point.across, -r, r, point.down - r, point.down + r)


def thread(point: Named, name: Rectangle, below: int) -> list[Rectangle]:
    """The line from a point to a name that stands lines away from it."""
    if abs(below) < 2:
        return []
    ends = (point.down + point.radius, name.top) if below > 0 else (name.bottom, point.down - point.radius)
    return [Rectangle(point.across, 0.0, 0.0, *ends)]


def meet(one: Rectangle, other: Rectangle, widths: tuple[float, float]) -> bool:
    """Whether two boxes overlap at any width between the two given."""
    if one.bottom <= other.top or other.bottom <= one.top:
        return False
    # They overlap where low < s·apart < high.
    apart, low, high = one.across - other.across, other.left - one.right, other.right - one.left
    ends = sorted(width * apart for width in widths)
    return ends[0] < high and ends[1] > low


def inside(held: Rectangle, widths: tuple[float, float], height: float) -> bool:
    """Whether a box stays within the chart at every width."""
    across = all(width * held.across + held.left >= 0 for width in widths)
    across = across and all(width * (1 - held.across) >= held.right for width in widths)
    return across and held.top >= 0 and held.bottom <= height


def place(
    points: Sequence[Named], widths: tuple[float, float], height: float, occupied: Sequence[Rectangle] = ()
) -> tuple[LabelPlace, ...]:
    """A side for every name that has room; the same points give the same sides.

    The first points choose first. Where some then find no room, other orders are tried, with the very first point
    still choosing first, and the first order that leaves the fewest without a name counts.

    Args:
        points: the named points, the most important first.
        widths: the narrowest and the widest that the chart is drawn, pixels.
        height: of the chart, pixels.
        occupied: where no name may stand.
    """
    best: list[LabelPlace] = []
    for stride in _STRIDES:
        order = sorted(range(len(points)), key=lambda number: number * stride % _PRIME)
        placed = _placed(points, order, widths, height, occupied)
        best = max(best, placed, key=len)
        if len(best) == len(points):
            break
    return tuple(sorted(best, key=lambda at: at.point))


def _placed(
    points: Sequence[Named],
    order: Sequence[int],
    widths: tuple[float, float],
    height: float,
    occupied: Sequence[Rectangle],
) -> list[LabelPlace]:
    """The same for one order."""
    dots = [dot(point) for point in points]
    names, threads = list(occupied), list[Rectangle]()
    places = []

    def free(one: Rectangle, others: Sequence[Rectangle]) -> bool:
        return not any(meet(one, other, widths) for other in others)

    for number in order:
        point, around = points[number], [*dots[:number], *dots[number + 1 :]]
        for right, below in (*_NEAR, *_FAR):
            candidate = box(point, right, below)
            line = thread(point, candidate, below)
            if (
                inside(candidate, widths, height)
                and free(candidate, [*around, *names, *threads])
                and all(free(part, names) for part in line)
            ):
                places.append(LabelPlace(number, right, below, *_shift(point, right, below)))
                names.append(candidate)
                threads += line
                break
    return places
