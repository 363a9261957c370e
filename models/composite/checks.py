"""What the index refuses before it computes anything: the message names region, indicator and cause."""

from collections.abc import Hashable

import numpy as np
import pandas as pd

from models.composite.errors import CompositeError
from models.composite.framework import Framework
from models.composite.spec import IndexSpec

FEWEST_REGIONS = 3


def row_name(label: Hashable) -> str:
    """A row in words: "region 'A'", in a panel "region 'A' in 2023"."""
    if isinstance(label, tuple):
        region, period = label
        return f"region '{region}' in {period}"
    return f"region '{label}'"


def check_figures(figures: pd.DataFrame, framework: Framework, spec: IndexSpec) -> None:
    """Refuse figures that cannot make an index.

    Raises:
        CompositeError: a missing column, doubled regions, infinite figures, regions or groups that the spec does
            not know.
    """
    if figures.index.nlevels > 2:
        raise CompositeError("rows are regions, or regions and periods")
    if missing := [leaf.code for leaf in framework.leaves if leaf.code not in figures.columns]:
        raise CompositeError(f"no figures for '{missing[0]}'")
    if figures.index.has_duplicates:
        raise CompositeError(f"{row_name(figures.index[figures.index.duplicated()][0])} stands twice")
    if figures.columns.has_duplicates:
        raise CompositeError(f"indicator '{figures.columns[figures.columns.duplicated()][0]}' stands twice")
    _check_finite(figures[[leaf.code for leaf in framework.leaves]])
    regions = figures.index.get_level_values(0)
    if spec.impute == "group_mean" and (lost := [r for r in regions if r not in spec.groups]):
        raise CompositeError(f"region '{lost[0]}' has no group for the group mean")
    if not isinstance(spec.aggregator, str):
        groups = {group.code for group in framework.groups}
        if unknown := [code for code in spec.aggregator if code not in groups]:
            raise CompositeError(f"the spec gives a mean for '{unknown[0]}', which is no group of the framework")


def _check_finite(figures: pd.DataFrame) -> None:
    values = figures.to_numpy(dtype=float)
    if np.isinf(values).any():
        row, column = np.argwhere(np.isinf(values))[0]
        raise CompositeError(f"'{figures.columns[column]}' of {row_name(figures.index[row])} is infinite")
