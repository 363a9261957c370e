"""Classes of a map: a few groups of regions, about as many in each, between round numbers."""

from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from math import floor, log10

import numpy as np

CLASSES = 5
_LEAST = 0.4  # a class holds at least this part of an equal share


def _steps(spread: float) -> Iterator[tuple[float, int]]:
    """Round steps from coarse to fine, each with the decimals that it needs: 1, 0.5, 0.2, 0.1 and so on."""
    start = floor(log10(spread))
    for power in count(start, -1):
        for digit in (5, 2, 1):
            yield digit * 10.0**power, max(0, -power)


def breaks(values: Sequence[float], classes: int = CLASSES) -> tuple[float, ...]:
    """The bounds between classes, lowest first: quantiles moved to the roundest numbers that keep the classes filled.

    A value on a bound belongs to the class above. Where values repeat so often that `classes` cannot be told apart,
    there are fewer; values that are all the same have no bound.

    Args:
        values: finite figures, in any order.
        classes: how many at most.
    """
    ordered = np.sort(np.asarray(values, dtype=float))
    if len(ordered) == 0 or ordered[0] == ordered[-1]:
        return ()
    for number in range(min(classes, len(np.unique(ordered))), 1, -1):
        wanted = np.quantile(ordered, np.arange(1, number) / number)
        least = _LEAST * len(ordered) / number
        for step, decimals in _steps(ordered[-1] - ordered[0]):
            bounds = [round(float(np.round(q / step) * step), decimals) for q in wanted]
            filled = [0, *np.searchsorted(ordered, bounds, side="left"), len(ordered)]
            if all(b - a >= max(1, least) for a, b in pairwise(filled)) and all(a < b for a, b in pairwise(bounds)):
                return tuple(bounds)
            if step < (ordered[-1] - ordered[0]) / 1000:
                break
    return ()


def class_of(value: float, bounds: Sequence[float]) -> int:
    """Which class a value belongs to, 0 the lowest."""
    return int(np.searchsorted(bounds, value, side="right"))
