"""Scores up the tree: indicators to groups, groups to the root."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite.checks import row_name
from models.composite.errors import CompositeError
from models.composite.framework import Framework, Node
from models.composite.rounding import rounded
from models.composite.spec import IndexSpec

Column = NDArray[np.float64]
Mask = NDArray[np.bool_]


def aggregate(
    normalised: NDArray[np.float64],
    index: pd.Index,
    framework: Framework,
    spec: IndexSpec,
    published: NDArray[np.bool_],
) -> pd.DataFrame:
    """Scores of every node, rows × (indicators, then groups with the root last), NaN where there is none.

    Args:
        normalised: scores of the indicators, in the framework's order.
        index: the rows.
        framework: the tree.
        spec: means and rounding.
        published: which of the indicators' scores rest on a published figure, not on one filled in.

    Raises:
        CompositeError: a score of 0 or less under a geometric or harmonic mean, or scores too large to add.
    """
    decimals = spec.decimals
    scores: dict[str, Column] = {}
    for k, leaf in enumerate(framework.leaves):
        scores[leaf.code] = rounded(normalised[:, k], decimals.get(leaf.code))
    rests = {leaf.code: published[:, k] for k, leaf in enumerate(framework.leaves)}
    for group in framework.groups:
        children = framework.children[group.code]
        below = np.column_stack([scores[child.code] for child in children])
        weights = np.array([child.weight for child in children])
        mean = spec.mean_of(group.code)
        if bad := mean.refused(below, weights):
            raise CompositeError(
                f"the {mean.name} mean of '{group.code}' needs scores above 0; '{children[bad[1]].code}' of "
                f"{row_name(index[bad[0]])} has {below[bad]:g} (a range from 1 to 100 keeps min-max above 0)"
            )
        means = rounded(mean(below, weights), decimals.get(group.code))
        scores[group.code] = np.where(_enough(group, framework, scores, rests), means, np.nan)
        rests[group.code] = np.any([rests[child.code] for child in children], axis=0)
    return pd.DataFrame(scores, index=index)


def _enough(group: Node, framework: Framework, scores: Mapping[str, Column], rests: Mapping[str, Mask]) -> Mask:
    children = [child for child in framework.children[group.code] if child.weight > 0]
    counted = children if group.counts == "children" else framework.leaves_under(group.code)
    present = np.sum([~np.isnan(scores[node.code]) & rests[node.code] for node in counted], axis=0)
    return np.asarray(present >= group.min_children)
