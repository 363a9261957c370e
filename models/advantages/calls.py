"""From scenarios to a call: strength, weakness, tendency, in line, unsettled, not rated."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from models.advantages.thresholds import BASE, Thresholds

Kind = Literal["strength", "weakness", "tendency", "in_line", "unsettled", "not_rated"]
ReasonCode = Literal[
    "agreement",
    "in_line",
    "flagged",
    "unusual_year",
    "one_year",
    "missing",
    "too_few_peers",
    "no_spread",
    "capped",
    "lowered_by_set",
    "lowered_by_year",
    "within_error",
]
_ROUNDING = 1e-9  # 9 of 10 is 90 %


@dataclass(frozen=True)
class Reason:
    """Why a call is what it is, or what to know about it.

    Attributes:
        code: agreement (n of m scenarios with the call's sign), in_line (n of m with a small z), flagged
            (the publisher's letters in `detail`), unusual_year, one_year (no previous usable year), missing,
            too_few_peers (n of m needed), no_spread, capped (would be a strength or weakness but for the figure),
            lowered_by_set (would be one but for another peer set, its id in `detail`), lowered_by_year (but for the
            year in `detail`), within_error (the distance to the median is smaller than a sample can tell).
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
        median_z: median over the reader's own scenarios; None where not rated.
        reasons: see `Reason`.
    """

    kind: Kind
    side: Literal[1, 0, -1]
    median_z: float | None
    reasons: tuple[Reason, ...]


def call(
    own: Sequence[float] | NDArray[np.float64],
    thresholds: Thresholds = BASE,
    others: Sequence[float] | NDArray[np.float64] = (),
    *,
    doubtful: bool = False,
    within_error: bool = False,
) -> Call:
    """The call of the reader's own peer set; the other sets can only lower it.

    In this order: not rated without a scenario of its own; in line if |z| is small in ≥ 80 % of its own, or if the
    distance to the median is within the sampling error; strength or
    weakness if its own median |z| ≥ 0.5 and ≥ 90 % of all scenarios have its sign; tendency if only the first holds, or
    if ≥ 90 % agree and its own median |z| ≥ 0.3; else unsettled. A z below 0.1 has no sign but counts among all.
    In line goes before tendency, as in `worked_example` §6 of the method (z = 0.44 in the only scenario is in line).

    Args:
        own: oriented distances against the reader's own set, one for each scenario that could be computed.
        thresholds: see `Thresholds`.
        others: the same against the sets that vote beside it.
        within_error: the distance to the median of the reader's own set is smaller than a sample can tell.
        doubtful: the figure is flagged b or u, or from an unusual year: a strength or weakness becomes a tendency.
    """
    if not len(own):
        return Call("not_rated", 0, None, ())
    z = np.asarray(own, dtype=float)
    every = np.concatenate([z, np.asarray(others, dtype=float)])
    median = float(np.median(z))
    side: Literal[1, 0, -1] = 1 if median > 0 else -1 if median < 0 else 0
    same = int((every * side >= thresholds.sign).sum()) if side else 0
    small = int((np.abs(z) < thresholds.in_line).sum())
    if small >= thresholds.in_line_agreement * len(z) - _ROUNDING:
        return Call("in_line", side, median, (Reason("in_line", small, len(z)),))
    if within_error:
        return Call("in_line", side, median, (Reason("within_error"),))
    agreement = Reason("agreement", same, len(every))
    agreed = same >= thresholds.agreement * len(every) - _ROUNDING and side != 0
    firm = abs(median) >= thresholds.strength
    if firm and agreed and not doubtful:
        return Call("strength" if side > 0 else "weakness", side, median, (agreement,))
    if firm and agreed:
        return Call("tendency", side, median, (agreement, Reason("capped")))
    if firm or (agreed and abs(median) >= thresholds.tendency):
        return Call("tendency", side, median, (agreement,))
    return Call("unsettled", side, median, (agreement,))
