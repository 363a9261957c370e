"""How an index is computed: one frozen specification, changed only by `replace`."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

import numpy as np

from models.composite.aggregate import AGGREGATORS, Mean
from models.composite.errors import CompositeError
from models.composite.impute import IMPUTERS
from models.composite.normalise import NORMALISERS, WITH_GOALPOSTS
from models.composite.rounding import MOST_DECIMALS
from models.composite.transform import Transform, check_transforms, refused
from models.composite.treat import TREATMENTS

CONSTANT = ("refuse", "drop", "lowest")


@dataclass(frozen=True)
class IndexSpec:
    """The choices behind an index.

    Attributes:
        treat: a name in `TREATMENTS`. Indicators with goalposts are never treated: their scale is fixed.
        impute: a name in `IMPUTERS`.
        impute_first: impute before treating, as COINr's example does; the method's own order is to treat first.
        groups: the group of each region, for the group mean.
        normaliser: a name in `NORMALISERS`.
        scale: the lowest and highest score of min-max.
        percentiles: the goalposts of `clipped` for indicators without fixed ones; the extremes where they coincide.
        transforms: "log" (natural) or the exponent of a power, by indicator; goalposts are given before it.
        constant: what becomes of an indicator that is the same for every region: "refuse" the index, "drop" it, or
            give everyone the "lowest" score.
        aggregator: a name in `AGGREGATORS`, or names by group (others arithmetic):
            `{"index": "geometric"}` uses the geometric mean only between themes.
        goalposts: fixed lowest and highest figure an indicator, as published (before orienting); indicators
            without an entry take the lowest and highest of the regions given.
        min_coverage: share of the indicators with any weight that a region needs published for a score at the root.
        decimals: to how many decimals the scores of a node are rounded before they go into the next level.

    Raises:
        CompositeError: an unknown name, a scale or percentiles that do not rise, choices that exclude each other.
    """

    treat: str = "none"
    impute: str = "none"
    impute_first: bool = False
    groups: Mapping[str, str] = field(default_factory=dict)
    normaliser: str = "minmax"
    scale: tuple[float, float] = (0.0, 100.0)
    percentiles: tuple[float, float] = (5.0, 95.0)
    aggregator: str | Mapping[str, str] = "arithmetic"
    goalposts: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    min_coverage: float = 0.0
    transforms: Mapping[str, Transform] = field(default_factory=dict)
    constant: str = CONSTANT[0]
    decimals: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _known("treatment", self.treat, TREATMENTS)
        _known("imputation", self.impute, IMPUTERS)
        _known("normaliser", self.normaliser, NORMALISERS)
        names = [self.aggregator] if isinstance(self.aggregator, str) else self.aggregator.values()
        for name in names:
            _known("aggregator", name, AGGREGATORS)
        if not (self.scale[0] < self.scale[1] and all(map(isfinite, self.scale))):
            raise CompositeError(f"the scale must rise (got {self.scale[0]:g} to {self.scale[1]:g})")
        if not 0 <= self.percentiles[0] < self.percentiles[1] <= 100:
            raise CompositeError(f"percentiles rise from 0 to 100 (got {self.percentiles})")
        if not 0 <= self.min_coverage <= 1:
            raise CompositeError(f"the smallest coverage is a share from 0 to 1 (got {self.min_coverage:g})")
        if self.goalposts and self.normaliser not in WITH_GOALPOSTS:
            raise CompositeError(f"fixed goalposts have no meaning for '{self.normaliser}'")
        for code, (low, high) in self.goalposts.items():
            if not (isfinite(low) and isfinite(high) and low < high):
                raise CompositeError(f"the goalposts of '{code}' must rise (got {low:g} to {high:g})")
        if self.constant not in CONSTANT:
            raise CompositeError(f"unknown choice '{self.constant}' for constant; known: {', '.join(CONSTANT)}")
        check_transforms(self.transforms)
        for code, (low, _) in self.goalposts.items():
            if code in self.transforms and refused(np.array(low), self.transforms[code]):
                raise CompositeError(f"the goalpost {low:g} of '{code}' has no {self.transforms[code]}")
        for code, count in self.decimals.items():
            if not 0 <= count <= MOST_DECIMALS:
                raise CompositeError(f"'{code}' is rounded to 0 to {MOST_DECIMALS} decimals (got {count})")
        if self.impute == "group_mean" and not self.groups:
            raise CompositeError("the group mean needs the group of each region")

    @property
    def lowest_score(self) -> float:
        """What a region at the bottom gets; the z-score of an indicator without spread is that of the mean."""
        if self.normaliser in WITH_GOALPOSTS:
            return self.scale[0]
        return 1.0 if self.normaliser == "rank" else 0.0

    def mean_of(self, group: str) -> Mean:
        """The mean that aggregates into a group."""
        name = self.aggregator if isinstance(self.aggregator, str) else self.aggregator.get(group, "arithmetic")
        return AGGREGATORS[name]

    def replace(self, **changes: Any) -> "IndexSpec":  # noqa: ANN401 - the fields' own types are checked
        """A copy with some choices changed."""
        return dataclasses.replace(self, **changes)


def _known(what: str, name: str, names: Mapping[str, object]) -> None:
    if name not in names:
        raise CompositeError(f"unknown {what} '{name}'; known: {', '.join(names)}")
