"""A thought experiment: a region's figures changed, everything else as it is. Never a forecast.

The goalposts, the weights and all other regions stay; only the region's own cells change, and its scores and places
are worked out anew by the same model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np
import pandas as pd

from models.composite import CompositeError, build
from models.index.attractiveness import Attractiveness

Target = Literal["middle", "quarter", "peer"]
TARGETS: tuple[Target, ...] = get_args(Target)
FEWEST_FOR_A_QUARTER = 4


@dataclass(frozen=True)
class Aim:
    """A level to reach in one indicator.

    Attributes:
        value: the region's figure, as published.
        level: the figure to reach: the peers' median, the edge of their best quarter, or one peer's figure.
        gap: value minus level, as published.
        reached: whether the region is there already, or past it.
    """

    value: float
    level: float
    gap: float
    reached: bool

    def part(self, share: float) -> float:
        """The figure after a share (0–1) of the way; the region's own where it is there already."""
        return self.value if self.reached else self.value - share * self.gap


def aim(
    figures: pd.Series, sign: int, focus: str, peers: Sequence[str], target: Target, peer: str | None = None
) -> Aim | None:
    """How far it is to a level.

    Args:
        figures: region → figure as published, NaN or absent where missing.
        sign: -1 where lower is better.
        focus: the region.
        peers: codes; the region itself never counts.
        target: "middle" the peers' median, "quarter" the 75th percentile on the good side, "peer" one region.
        peer: which one.

    Returns:
        None where the region, or what it is compared with, has too few figures.
    """
    known = figures.dropna().astype(float)
    if focus not in known.index:
        return None
    value = float(known[focus])
    others = known.reindex([p for p in dict.fromkeys(peers) if p != focus]).dropna().to_numpy() * sign
    if target == "peer":
        if peer is None or peer not in known.index:
            return None
        level = float(known[peer])
    elif len(others) < (FEWEST_FOR_A_QUARTER if target == "quarter" else 1):
        return None
    else:
        level = float(np.median(others) if target == "middle" else np.quantile(others, 0.75)) * sign
    return Aim(value, level, value - level, (value - level) * sign >= 0)


def what_if(index: Attractiveness, focus: str, changes: Mapping[str, float]) -> Attractiveness:
    """The index as it would be if the region's figures were others.

    Args:
        index: today's, with the regions wanted.
        focus: the only region whose figures change.
        changes: indicator id → figure, in the indicator's unit.

    Raises:
        CompositeError: an unknown region, or an indicator that is not in the index or has no figure to change.
    """
    values = index.table.values.copy()
    if focus not in values.index:
        raise CompositeError(f"unknown region '{focus}'")
    for indicator, figure in changes.items():
        if indicator not in values.columns:
            raise CompositeError(f"'{indicator}' is not in the index")
        if pd.isna(values.at[focus, indicator]):
            raise CompositeError(f"'{focus}' has no figure for '{indicator}' to change")
        values.at[focus, indicator] = figure
    result = build(values, index.result.framework, index.result.spec)
    return replace(index, result=result, table=replace(index.table, values=values))
