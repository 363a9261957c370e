"""Scores of many draws at once: the arithmetic of `tree.aggregate`, vectorised over draws.

A draw changes weights of groups and leaves indicators out; draws that share a table of normalised scores and the
means are computed together, indicators by one matrix product a group.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.composite.aggregate import Mean
from models.composite.framework import Framework

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Table:
    """Normalised scores that some draws share.

    Attributes:
        rows: which of all regions the rows are.
        scores: those regions × indicators (in the framework's order), NaN where missing.
        eligible: for each group, which of those regions may have a score at all: the rules on coverage and on the
            fewest indicators speak of the figures that exist, not of those a draw leaves out.
    """

    rows: NDArray[np.intp]
    scores: Array
    eligible: Mapping[str, Mask]


@dataclass(frozen=True)
class _Column:
    """Scores of a node, draws × regions; `present` is None where every one exists."""

    values: Array
    present: Mask | None


def group_scores(
    table: Table,
    framework: Framework,
    means: Mapping[str, Mean],
    weights: Mapping[str, Array],
    keep: Array,
) -> dict[str, Array]:
    """Scores of every group in every draw.

    Args:
        table: the normalised scores.
        framework: the tree; its weights hold where `weights` says nothing.
        means: the mean of each group.
        weights: drawn weights (draws,) of some nodes.
        keep: draws × indicators, 1.0 where the indicator takes part and 0.0 where it is left out.

    Returns:
        Draws × the table's regions for each group, NaN where there is no score.
    """
    made: dict[str, _Column] = {}
    position = {leaf.code: k for k, leaf in enumerate(framework.leaves)}
    for group in framework.groups:
        mean = means[group.code]
        children = framework.children[group.code]
        columns = [position[child.code] for child in children if child.code in position]
        total: Array = np.zeros((len(keep), 1))
        summed: Array = np.zeros((len(keep), 1))
        if columns:
            base = np.stack(
                [weights.get(c.code, np.full(len(keep), c.weight)) for c in children if c.code in position], axis=1
            )
            summed, total = _leaf_sums(table.scores[:, columns], base * keep[:, columns], mean)
        for child in children:
            if child.code not in position:
                weight = weights.get(child.code, np.full(len(keep), child.weight))[:, None]
                summed, total = _add(summed, total, made[child.code], weight, mean)
        made[group.code] = _mean(summed, total, mean, table.eligible[group.code])
    return {
        code: column.values if column.present is None else np.where(column.present, column.values, np.nan)
        for code, column in made.items()
    }


def _leaf_sums(scores: Array, weights: Array, mean: Mean) -> tuple[Array, Array]:
    """Σw·f(x) and Σw over the indicators directly under a group."""
    present = ~np.isnan(scores)
    if present.all():
        return weights @ mean.forward(scores).T, weights.sum(axis=1, keepdims=True)
    # f(1) is finite for every mean; the zero weight then keeps the missing cell out.
    filled = np.where(present, mean.forward(np.where(present, scores, 1.0)), 0.0)
    return weights @ filled.T, weights @ present.T.astype(float)


def _add(summed: Array, total: Array, child: _Column, weight: Array, mean: Mean) -> tuple[Array, Array]:
    term = mean.forward(child.values) * weight
    if child.present is None:
        term += summed
        return term, total + weight
    term *= child.present
    term += summed
    return term, total + weight * child.present


def _mean(summed: Array, total: Array, mean: Mean, eligible: Mask) -> _Column:
    if eligible.all() and (total > 0).all():
        return _Column(mean.backward(summed / total), None)
    present = (total > 0) & eligible
    # Every f and f⁻¹ takes 1, so that places without a score pass through the next mean without warnings.
    quotient = np.divide(summed, total, out=np.ones(present.shape), where=present)
    return _Column(np.where(present, mean.backward(quotient), 1.0), present)
