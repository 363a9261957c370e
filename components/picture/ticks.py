"""Round numbers along an axis."""

from dataclasses import dataclass
from math import ceil, floor, isclose, log10

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Axis:
    """An axis from `low` to `high` with marks at `at`, which are called `text`."""

    low: float
    high: float
    at: tuple[float, ...]
    text: tuple[str, ...]


def round_numbers(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """The round numbers around and between two, evenly apart: the first is ≤ `low`, the last ≥ `high`.

    Args:
        low: the lowest figure, finite.
        high: the highest, ≥ `low`; where they are equal there is some room on either side.
        most: of them, about.
    """
    if isclose(low, high, rel_tol=1e-9, abs_tol=1e-12):
        room = abs(low) * 0.1 or 1.0
        low, high = low - room, high + room
    raw = (high - low) / max(most - 1, 1)
    power = 10.0 ** floor(log10(raw))
    step = next((s * power for s in _STEPS if s * power >= raw * (1 - 1e-9)), 10.0 * power)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    decimals = max(2 - floor(log10(step)), 0)  # two more than the step has, however small it is
    return tuple(round(n * step, decimals) for n in range(first, last + 1))


def decimals_of(numbers: tuple[float, ...]) -> int:
    """How many decimals tell evenly spaced numbers apart."""
    return next((d for d in range(6) if all(isclose(round(n, d), n, abs_tol=1e-9) for n in numbers)), 6)
