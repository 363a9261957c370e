"""Means: scores of children to the score of their group, missing ones left out (weights renormalised).

All three are quasi-arithmetic means f⁻¹(Σw·f(x)/Σw): f is x, log x or 1/x (Hardy, Littlewood and Pólya,
Inequalities, 1934, ch. III). The vectorised draws use the same f.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.composite.errors import CompositeError

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Mean:
    """A weighted mean; call it with scores (regions × children, NaN where missing) and a weight for each child.

    Attributes:
        name: as in a specification.
        forward: f.
        backward: f⁻¹.
        leverage: λ(x, score) such that score = Σ(wλ)x / Σ(wλ): what a child's weight comes to in points.
        positive: refuses scores of 0 and less.
    """

    name: str
    forward: Callable[[Array], Array]
    backward: Callable[[Array], Array]
    leverage: Callable[[Array, float], Array]
    positive: bool

    def __call__(self, scores: Array, weights: Array) -> Array:
        """One score a region, never outside its children's; NaN where no child with a weight has one.

        Raises:
            CompositeError: a score of 0 or less, where the mean needs positive ones; scores too large or too small.
        """
        if (bad := self.refused(scores, weights)) is not None:
            raise CompositeError(f"the {self.name} mean needs scores above 0 (got {scores[bad]:g})")
        present = ~np.isnan(scores) & (weights > 0)
        total = present @ weights
        with np.errstate(over="ignore", invalid="ignore"):
            summed = np.where(present, self.forward(np.where(present, scores, 1.0)), 0.0) @ weights
        if not np.isfinite(summed).all():
            raise CompositeError(f"the {self.name} mean cannot be computed: its scores are too large or too small")
        means: Array = np.divide(summed, total, out=np.full(len(scores), np.nan), where=total > 0)
        means[total > 0] = self.backward(means[total > 0])
        lowest = np.where(present, scores, np.inf).min(axis=1, initial=np.inf)
        highest = np.where(present, scores, -np.inf).max(axis=1, initial=-np.inf)
        return np.where(total > 0, np.clip(means, lowest, highest), np.nan)  # exp(log(100)) is a little over 100

    def refused(self, scores: Array, weights: Array) -> tuple[int, int] | None:
        """Row and column of the first score that the mean refuses; children without weight do not count."""
        if not self.positive:
            return None
        places = np.argwhere((scores <= 0) & (weights > 0))
        return (int(places[0][0]), int(places[0][1])) if len(places) else None

    def effective_weights(self, scores: Array, weights: Array, score: float) -> Array:
        """Weights that sum to 1 and with which the plain weighted sum of a region's scores is its `score`.

        Args:
            scores: one region's children, NaN where missing (their weight is 0).
            weights: their nominal weights.
            score: the mean of them.
        """
        present = ~np.isnan(scores) & (weights > 0)
        raw = np.where(present, weights * self.leverage(np.where(present, scores, 1.0), score), 0.0)
        return np.asarray(raw / raw.sum())


def _logarithmic_mean_inverse(x: Array, score: float) -> Array:
    """1/L(x, g) with L = (x − g)/(ln x − ln g): Σw(ln x − ln g) = 0 then reads Σ(w/L)(x − g) = 0."""
    log = np.log(x / score)
    near = np.abs(log) < 1e-12
    safe = np.where(near, 1.0, log)
    return np.asarray(np.where(near, 1.0, safe / np.expm1(safe)) / score)


arithmetic = Mean(
    name="arithmetic",
    forward=lambda x: x,
    backward=lambda x: x,
    leverage=lambda x, _: np.ones_like(x),
    positive=False,
)
geometric = Mean(name="geometric", forward=np.log, backward=np.exp, leverage=_logarithmic_mean_inverse, positive=True)
harmonic = Mean(
    name="harmonic", forward=np.reciprocal, backward=np.reciprocal, leverage=lambda x, _: 1 / x, positive=True
)

AGGREGATORS: dict[str, Mean] = {mean.name: mean for mean in (arithmetic, geometric, harmonic)}
