"""Scores up the tree: indicators to groups, groups to the root."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite.checks import row_name
from models.composite.errors import CompositeError
from models.composite.framework import Framework, Node
from models.composite.spec import IndexSpec

Column = NDArray[np.float64]


def aggregate(normalised: NDArray[np.float64], index: pd.Index, framework: Framework, spec: IndexSpec) -> pd.DataFrame:
    """Scores of every node, rows × (indicators, then groups with the root last), NaN where there is none.

    Raises:
        CompositeError: a score of 0 or less under a geometric or harmonic mean.
    """
    scores: dict[str, Column] = {leaf.code: normalised[:, k] for k, leaf in enumerate(framework.leaves)}
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
        scores[group.code] = np.where(_enough(group, framework, scores), mean(below, weights), np.nan)
    return pd.DataFrame(scores, index=index)


def _enough(group: Node, framework: Framework, scores: Mapping[str, Column]) -> NDArray[np.bool_]:
    counted = framework.children[group.code] if group.counts == "children" else framework.leaves_under(group.code)
    present = np.sum([~np.isnan(scores[node.code]) for node in counted], axis=0)
    return np.asarray(present >= group.min_children)
