"""Growth between two years of one territory, never across a break in the series (`models.change.comparable`)."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from models.change.trends import Line

Obstacle = Literal["missing", "break", "not_positive", "order"]


class GrowthError(ValueError):
    """No growth can be stated; `obstacle` says why: a missing year, a break, a figure that is 0 or less."""

    def __init__(self, obstacle: Obstacle, message: str) -> None:
        self.obstacle: Obstacle = obstacle
        super().__init__(message)


@dataclass(frozen=True)
class Growth:
    """Change of a figure.

    Attributes:
        first, last: years.
        change: last minus first, in the indicator's unit.
        percent: 100·(last/first − 1).
        yearly: 100·((last/first)^(1/years) − 1), the compound rate.
    """

    first: int
    last: int
    change: float
    percent: float
    yearly: float


def growth(line: Line, first: int, last: int, parted: Collection[int]) -> Growth:
    """Growth from one year to another.

    Args:
        line: the series.
        first: year.
        last: year.
        parted: years that are not comparable with the one before (`comparable.breaks`).

    Raises:
        GrowthError: a year is missing, the series is parted after `first`, up to `last`,
            the first year is not before the last, or a figure is 0 or less (no rate exists).
    """
    if first >= last:
        raise GrowthError("order", f"{first} is not before {last}")
    if absent := [y for y in (first, last) if y not in line.points.index]:
        raise GrowthError("missing", f"'{line.region}' has no figure for {absent[0]}")
    if crossed := [y for y in sorted(parted) if first < y <= last]:
        raise GrowthError("break", f"the series of '{line.region}' breaks in {crossed[0]}")
    start, end = (float(line.points.at[y, "value"]) for y in (first, last))
    if start <= 0 or end <= 0:
        raise GrowthError("not_positive", f"'{line.region}' has a figure of 0 or less; it has no growth rate")
    return Growth(first, last, end - start, 100 * (end / start - 1), 100 * ((end / start) ** (1 / (last - first)) - 1))
