"""When a publisher came with new years so far, and when it usually does: only what was seen, nothing guessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

ENOUGH = 2  # years seen to come in the same month make a habit


@dataclass(frozen=True)
class Arrival:
    """A period whose figures were seen to come.

    Attributes:
        period: year or month that the figures are for.
        day: when their publisher changed the data set that brought them.
    """

    period: str
    day: date


def usual_month(arrivals: Iterable[Arrival]) -> int | None:
    """The month in which new years come: the same one for all years seen, and at least two of them.

    None where too few were seen, where they came in different months, or where figures come more often than yearly.
    """
    found = list(arrivals)
    yearly = all(len(one.period) == len("2024") for one in found)
    months = {one.day.month for one in found}
    years = {one.day.year for one in found}
    return months.pop() if yearly and len(months) == 1 and len(years) >= ENOUGH else None


def last_seen(arrivals: Iterable[Arrival]) -> Arrival | None:
    """The newest period that was seen to come."""
    return max(arrivals, key=lambda one: (one.period, one.day), default=None)
