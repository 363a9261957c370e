"""A score taken apart: the children that entered, with the weights that make the sum exact."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.composite.errors import CompositeError
from models.composite.framework import Framework
from models.composite.spec import IndexSpec


@dataclass(frozen=True)
class ScoreShare:
    """A child's share in a score.

    Attributes:
        code: the child.
        score: its score; None where it has none (then it weighs nothing).
        weight: effective weight, the parts' weights sum to 1.
        contribution: weight · score; the contributions sum to the score.
    """

    code: str
    score: float | None
    weight: float
    contribution: float


@dataclass(frozen=True)
class Explanation:
    """A region's score in a node and what it is made of; without a score there are parts but no weights."""

    region: str | tuple[str, str]
    node: str
    score: float | None
    parts: tuple[ScoreShare, ...]

    def __str__(self) -> str:
        terms = " + ".join(f"{p.weight:.2f} · {p.code} {p.score:.1f}" for p in self.parts if p.score is not None)
        score = "no score" if self.score is None else f"{self.score:.1f}"
        return f"{self.node} {score} = {terms}" if terms and self.score is not None else f"{self.node} {score}"


def explain(
    framework: Framework, spec: IndexSpec, scores: pd.DataFrame, region: str | tuple[str, str], node: str
) -> Explanation:
    """Take a score apart.

    Under a geometric or harmonic mean a low child weighs more than its nominal weight; the effective weights say
    how much (`Mean.leverage`), so that the plain sum is the score.

    Raises:
        CompositeError: an unknown region or node.
    """
    if region not in scores.index:
        raise CompositeError(f"unknown region '{region}'")
    if node not in scores.columns:
        raise CompositeError(f"unknown indicator or group '{node}'")
    row = scores.loc[[region]]  # a list, so that a panel's (region, period) finds one row
    score = float(row[node].iloc[0])
    children = framework.children[node]
    values = row[[child.code for child in children]].to_numpy(dtype=float)[0]
    weights = np.zeros(len(children))
    if children and not np.isnan(score):
        nominal = np.array([child.weight for child in children])
        weights = spec.mean_of(node).effective_weights(values, nominal, score)
    parts = tuple(
        ScoreShare(child.code, None, 0.0, 0.0)
        if np.isnan(value)
        else ScoreShare(child.code, float(value), float(weight), float(weight * value))
        for child, value, weight in zip(children, values, weights, strict=True)
    )
    return Explanation(region, node, None if np.isnan(score) else score, parts)
