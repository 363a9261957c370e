"""What a draw decides: weights, normaliser, mean, completion, indicators left out, regions left out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Space:
    """What is drawn over; every factor takes its uniform numbers from columns of its own.

    Attributes:
        weights: nominal weights of the themes, or of whatever stands directly under the root.
        spread: a drawn weight is the nominal one times 1 ± spread, uniform.
        indicators: how many there are.
        dropped: how many of them each draw leaves out.
        normalisers, means, completions: how many of each there are to pick from.
        region_sets: 1 for all regions, 2 for all or without some.
    """

    weights: tuple[float, ...]
    spread: float
    indicators: int
    dropped: int
    normalisers: int = 1
    means: int = 1
    completions: int = 1
    region_sets: int = 1

    @property
    def factors(self) -> dict[str, slice]:
        """The columns of uniform numbers that belong to each factor, for factors with a choice."""
        sizes = {
            "weights": len(self.weights),
            "normaliser": 1,
            "mean": 1,
            "completion": 1,
            "regions": 1,
            "indicators": self.indicators,
        }
        varies = {
            "weights": self.spread > 0 and len(self.weights) > 1,
            "normaliser": self.normalisers > 1,
            "mean": self.means > 1,
            "completion": self.completions > 1,
            "regions": self.region_sets > 1,
            "indicators": self.dropped > 0,
        }
        ends = np.cumsum(list(sizes.values()))
        return {
            name: slice(int(end) - size, int(end))
            for (name, size), end in zip(sizes.items(), ends, strict=True)
            if varies[name]
        }

    @property
    def columns(self) -> int:
        """Uniform numbers a draw needs."""
        return len(self.weights) + 4 + self.indicators


@dataclass(frozen=True)
class Draws:
    """Draws, one a row.

    Attributes:
        weights: draws × themes.
        normaliser, mean, completion, region_set: which one each draw uses.
        keep: draws × indicators, 1.0 where the indicator takes part.
    """

    weights: Array
    normaliser: NDArray[np.intp]
    mean: NDArray[np.intp]
    completion: NDArray[np.intp]
    region_set: NDArray[np.intp]
    keep: Array


def draws(space: Space, uniform: Array) -> Draws:
    """Uniform numbers in [0, 1), draws × `space.columns`, to draws."""
    count = len(space.weights)
    choice = uniform[:, count : count + 4]
    sizes = np.array([space.normalisers, space.means, space.completions, space.region_sets])
    picked = (choice * sizes).astype(np.intp)
    keep = np.ones((len(uniform), space.indicators))
    if space.dropped:
        keys = uniform[:, count + 4 :]
        out = np.argpartition(keys, space.dropped - 1, axis=1)[:, : space.dropped]
        np.put_along_axis(keep, out, 0.0, axis=1)
    return Draws(
        weights=np.array(space.weights) * (1 + space.spread * (2 * uniform[:, :count] - 1)),
        normaliser=picked[:, 0],
        mean=picked[:, 1],
        completion=picked[:, 2],
        region_set=picked[:, 3],
        keep=keep,
    )
