"""Numbers in a formula that a reader may check with a calculator."""

from collections.abc import Sequence

from components.text import MINUS, Speaker

_FINEST = 6  # decimals


def _points(value: float, worst: float, best: float) -> float | None:
    return None if best == worst else 100 * (value - worst) / (best - worst)


def points_formula(say: Speaker, value: float, ends: Sequence[float], score: float, decimals: int) -> str:
    """How a figure becomes points, with as many decimals as it takes for the numbers shown to give the points.

    Args:
        say: the reader's language.
        value: the figure.
        ends: the worst and the best figure.
        score: the points.
        decimals: the fewest to show.
    """
    exact, points = (value, *ends), say.number(score, 1)
    for count in range(decimals, _FINEST + 1):
        found = _points(*(round(number, count) for number in exact))
        if found is not None and say.number(found, 1) == points:
            break
    own, worst, best = (_in_formula(say.number(number, count)) for number in exact)
    return f"100 × ({own} − {worst}) / ({best} − {worst}) = {points}"


def _in_formula(number: str) -> str:
    """A number below zero in brackets, so that no two signs stand together."""
    return f"({number})" if number.startswith(MINUS) else number
