"""From scenarios to a call: strength, weakness, tendency, in line, unsettled, not rated."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from models.advantages.thresholds import BASE, Thresholds

Kind = Literal["strength", "weakness", "tendency", "in_line", "unsettled", "not_rated"]
ReasonCode = Literal[
    "agreement", "in_line", "flagged", "unusual_year", "one_year", "missing", "too_few_peers", "no_spread", "capped"
]
_ROUNDING = 1e-9  # 9 of 10 is 90 %


@dataclass(frozen=True)
class Reason:
    """Why a call is what it is, or what to know about it.

    Attributes:
        code: agreement (n of m scenarios with the call's sign), in_line (n of m with a small z), flagged
            (the publisher's letters in `detail`), unusual_year, one_year (no previous usable year), missing,
            too_few_peers (n of m needed), no_spread, capped (would be a strength or weakness but for the figure).
        n, of: numbers of the reason, 0 where it has none.
        detail: flag letters, a year, or "".
    """

    code: ReasonCode
    n: int = 0
    of: int = 0
    detail: str = ""


@dataclass(frozen=True)
class Call:
    """What the figures say of one indicator.

    Attributes:
        kind: the call.
        side: 1 better than the peers, -1 worse, 0 neither (always 0 where not rated).
        median_z: median over the scenarios; None where not rated.
        reasons: see `Reason`.
    """

    kind: Kind
    side: Literal[1, 0, -1]
    median_z: float | None
    reasons: tuple[Reason, ...]


def call(zs: Sequence[float] | NDArray[np.float64], thresholds: Thresholds = BASE, *, doubtful: bool = False) -> Call:
    """The call over scenarios.

    In this order: not rated without a scenario; in line if |z| is small in ≥ 80 % of them; strength or weakness if
    ≥ 90 % have the same sign and the median |z| ≥ 0.5; tendency if ≥ 90 % and ≥ 0.3; else unsettled. In line goes
    before tendency, as in `worked_example` §6 of the method (z = 0.44 in the only scenario is in line), so a
    tendency is a difference that a fifth or more of the scenarios find large.

    Args:
        zs: oriented distances, one for each scenario that could be computed.
        thresholds: see `Thresholds`.
        doubtful: the figure is flagged b or u, or from an unusual year: a strength or weakness becomes a tendency.
    """
    if not len(zs):
        return Call("not_rated", 0, None, ())
    z = np.asarray(zs, dtype=float)
    median = float(np.median(z))
    side: Literal[1, 0, -1] = 1 if median > 0 else -1 if median < 0 else 0
    same = int((np.sign(z) == side).sum()) if side else 0
    small = int((np.abs(z) < thresholds.in_line).sum())
    if small >= thresholds.in_line_agreement * len(z) - _ROUNDING:
        return Call("in_line", side, median, (Reason("in_line", small, len(z)),))
    agreement = Reason("agreement", same, len(z))
    agreed = same >= thresholds.agreement * len(z) - _ROUNDING and side != 0
    if agreed and abs(median) >= thresholds.strength:
        if doubtful:
            return Call("tendency", side, median, (agreement, Reason("capped")))
        return Call("strength" if side > 0 else "weakness", side, median, (agreement,))
    if agreed and abs(median) >= thresholds.tendency:
        return Call("tendency", side, median, (agreement,))
    return Call("unsettled", side, median, (agreement,))
