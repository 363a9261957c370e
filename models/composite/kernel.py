"""Scores of many draws at once: the arithmetic of `tree.aggregate`, vectorised over draws.

A draw changes weights of groups and leaves indicators out. Draws that share a table of normalised scores and the
means are computed together, the indicators of a group by one matrix product.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.composite.aggregate import Mean
from models.composite.framework import Framework

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class SharedScores:
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
    """A group's scores with f applied, draws × regions; `present` is None where all exist, else missing ones hold f(1).

    Groups that share a mean pass f on as it is: exp and log between them would cancel out.
    """

    transformed: Array
    mean: Mean
    present: Mask | None

    def scores(self) -> Array:
        """The scores themselves, NaN where there is none."""
        values = self.mean.backward(self.transformed)
        return values if self.present is None else np.where(self.present, values, np.nan)

    def under(self, mean: Mean) -> Array:
        """The scores as the mean of the parent needs them, f applied."""
        return self.transformed if mean is self.mean else mean.forward(self.mean.backward(self.transformed))


@dataclass(frozen=True)
class _Group:
    """What a group needs in every draw: f of its indicators' scores (indicators × regions) and who has them."""

    code: str
    mean: Mean
    leaves: tuple[str, ...]
    leaf_weights: Array
    columns: NDArray[np.intp]
    transformed: Array
    present: Array | None
    groups: tuple[str, ...]
    group_weights: Array
    eligible: Mask | None


class Kernel:
    """The tree over one table and one choice of means.

    Args:
        table: the normalised scores.
        framework: the tree; its weights hold where a draw says nothing.
        means: the mean of each group.
    """

    def __init__(self, table: SharedScores, framework: Framework, means: Mapping[str, Mean]) -> None:
        position = {leaf.code: k for k, leaf in enumerate(framework.leaves)}
        self._groups = []
        for group in framework.groups:
            children = framework.children[group.code]
            leaves = [child for child in children if child.code in position]
            groups = [child for child in children if child.code not in position]
            columns = np.array([position[leaf.code] for leaf in leaves], dtype=np.intp)
            scores = table.scores[:, columns].T
            present = ~np.isnan(scores)
            # f(1) is finite for every mean; a missing cell then enters as 0 and weighs nothing.
            transformed = np.where(present, means[group.code].forward(np.where(present, scores, 1.0)), 0.0)
            eligible = table.eligible[group.code]
            self._groups.append(
                _Group(
                    code=group.code,
                    mean=means[group.code],
                    leaves=tuple(leaf.code for leaf in leaves),
                    leaf_weights=np.array([leaf.weight for leaf in leaves], dtype=float),
                    columns=columns,
                    transformed=transformed,
                    present=None if present.all() else present.astype(float),
                    groups=tuple(child.code for child in groups),
                    group_weights=np.array([child.weight for child in groups], dtype=float),
                    eligible=None if eligible.all() else eligible,
                )
            )

    def scores(self, weights: Mapping[str, Array], keep: Array, nodes: Sequence[str]) -> dict[str, Array]:
        """Scores of some groups in every draw.

        Args:
            weights: drawn weights (draws,) of some nodes.
            keep: draws × indicators, 1.0 where the indicator takes part and 0.0 where it is left out.
            nodes: the groups wanted.

        Returns:
            Draws × the table's regions for each group, NaN where there is no score.
        """
        made: dict[str, _Column] = {}
        for group in self._groups:
            of_leaves = _drawn(group.leaves, group.leaf_weights, weights, len(keep)) * keep[:, group.columns]
            of_groups = _drawn(group.groups, group.group_weights, weights, len(keep))
            children = [made[code] for code in group.groups]
            made[group.code] = _whole(group, of_leaves, of_groups, children) or _partial(
                group, of_leaves, of_groups, children
            )
        return {node: made[node].scores() for node in nodes}


def _drawn(codes: tuple[str, ...], base: Array, weights: Mapping[str, Array], draws: int) -> Array:
    """Draws × children: the nominal weights, or drawn ones where there are any."""
    table = np.empty((draws, len(codes)))
    table[:] = base
    for k, code in enumerate(codes):
        if code in weights:
            table[:, k] = weights[code]
    return table


def _whole(group: _Group, of_leaves: Array, of_groups: Array, children: list[_Column]) -> _Column | None:
    """The mean where nothing is missing: weights are made to sum to 1 first, which is far less to divide."""
    if group.eligible is not None or group.present is not None or any(c.present is not None for c in children):
        return None
    total = (of_leaves.sum(axis=1) + of_groups.sum(axis=1))[:, None]
    if not (total > 0).all():
        return None
    summed = (of_leaves / total) @ group.transformed if group.leaves else None
    shares = of_groups / total
    for k, child in enumerate(children):
        term = child.under(group.mean) * shares[:, k, None]
        summed = term if summed is None else np.add(summed, term, out=summed)
    return None if summed is None else _Column(summed, group.mean, None)


def _partial(group: _Group, of_leaves: Array, of_groups: Array, children: list[_Column]) -> _Column:
    """The mean over whatever each region has in each draw."""
    summed = of_leaves @ group.transformed
    total = of_leaves.sum(axis=1, keepdims=True) if group.present is None else of_leaves @ group.present
    for k, child in enumerate(children):
        weight = of_groups[:, k, None] if child.present is None else of_groups[:, k, None] * child.present
        summed += child.under(group.mean) * weight
        total = total + weight
    present = np.broadcast_to(total > 0, summed.shape)
    if group.eligible is not None:
        present = present & group.eligible
    # Every f takes 1, so that places without a score pass through the next mean without warnings.
    filler = np.full(summed.shape, group.mean.forward(np.ones(1)))
    return _Column(np.divide(summed, total, out=filler, where=present), group.mean, present)
