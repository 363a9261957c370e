"""How an index is computed: one frozen specification, changed only by `replace`."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from models.composite.aggregate import AGGREGATORS
from models.composite.errors import CompositeError
from models.composite.normalise import NORMALISERS


@dataclass(frozen=True)
class IndexSpec:
    """The choices behind an index.

    Attributes:
        normaliser: a name in `NORMALISERS`.
        scale: the lowest and highest score of min-max.
        aggregator: a name in `AGGREGATORS`.
        goalposts: fixed lowest and highest figure an indicator, as published (before orienting); indicators
            without an entry take the lowest and highest of the regions given.
        min_coverage: share of all indicators that a region needs to get a score at the root.
    """

    normaliser: str = "minmax"
    scale: tuple[float, float] = (0.0, 100.0)
    aggregator: str = "arithmetic"
    goalposts: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    min_coverage: float = 0.0

    def __post_init__(self) -> None:
        if self.normaliser not in NORMALISERS:
            raise CompositeError(f"unknown normaliser '{self.normaliser}'; known: {', '.join(NORMALISERS)}")
        if self.aggregator not in AGGREGATORS:
            raise CompositeError(f"unknown aggregator '{self.aggregator}'; known: {', '.join(AGGREGATORS)}")
        if not self.scale[0] < self.scale[1]:
            raise CompositeError(f"the scale must rise (got {self.scale[0]:g} to {self.scale[1]:g})")

    def replace(self, **changes: Any) -> "IndexSpec":  # noqa: ANN401 - the fields' own types are checked
        """A copy with some choices changed."""
        return dataclasses.replace(self, **changes)
