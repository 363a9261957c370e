"""Where an axis ends, when a few values lie so far out that all others could not be told apart."""

from collections.abc import Sequence

BULK, FAR = 0.96, 2.5  # the share that must be seen apart; how many times its spread all may take before some are cut


def axis_end(values: Sequence[float], named: Sequence[float]) -> float | None:
    """The highest value that is drawn; None where all are.

    Args:
        values: all, at least one, in any order.
        named: those that must be drawn.
    """
    ordered = sorted(values)
    end = ordered[int(BULK * (len(ordered) - 1))]
    fits = ordered[-1] - ordered[0] <= FAR * (end - ordered[0])
    return None if fits or max(named, default=end) > end else end
