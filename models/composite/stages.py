"""The stages before aggregation: orient, treat, impute, normalise. Every one is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite.checks import row_name
from models.composite.errors import CompositeError
from models.composite.framework import Node
from models.composite.impute import BY_PERIOD, IMPUTERS
from models.composite.normalise import NORMALISERS
from models.composite.orient import orient
from models.composite.spec import IndexSpec
from models.composite.transform import Transform, transformed
from models.composite.treat import TREATMENTS, Treatment

Table = NDArray[np.float64]


@dataclass(frozen=True)
class Stages:
    """Tables of rows × indicators after each stage, and the record of what was treated."""

    oriented: Table
    treated: Table
    treatments: Mapping[str, Treatment]
    imputed: Table
    normalised: Table


def stages(figures: pd.DataFrame, leaves: Sequence[Node], spec: IndexSpec) -> Stages:
    """Run the stages on the figures of a basis (rows × leaves)."""
    oriented = orient(_transformed(figures, leaves, spec), _directions(leaves))
    if spec.impute_first:
        imputed = impute(oriented, figures.index, spec)
        treated, records = treat(imputed, leaves, spec)
        return Stages(oriented, treated, records, imputed, normalise(treated, figures.index, leaves, spec))
    treated, records = treat(oriented, leaves, spec)
    imputed = impute(treated, figures.index, spec)
    return Stages(oriented, treated, records, imputed, normalise(imputed, figures.index, leaves, spec))


def _directions(leaves: Sequence[Node]) -> Table:
    return np.array([leaf.direction for leaf in leaves], dtype=float)


def _transformed(figures: pd.DataFrame, leaves: Sequence[Node], spec: IndexSpec) -> Table:
    values: Table = figures.to_numpy(dtype=float)
    if not spec.transforms:
        return values
    columns = [transformed(values[:, k], spec.transforms.get(leaf.code)) for k, leaf in enumerate(leaves)]
    for leaf, before, after in zip(leaves, values.T, columns, strict=True):
        if leaf.code in spec.transforms:
            _check_kept(leaf.code, spec.transforms[leaf.code], before, after, figures.index)
    table: Table = np.column_stack(columns)
    return table


def _check_kept(code: str, how: Transform, before: Table, after: Table, index: pd.Index) -> None:
    """Refuse a transform that makes figures infinite, or different figures the same.

    Raises:
        CompositeError: naming the indicator, and the first such figure.
    """
    made = "as logarithms" if isinstance(how, str) else f"to the power of {how:g}"
    if (lost := np.isinf(after)).any():
        row = int(np.flatnonzero(lost)[0])
        raise CompositeError(f"'{code}' of {row_name(index[row])} is {before[row]:g}: too large {made}")
    known = ~np.isnan(before)
    if np.unique(after[known]).size == 1 < np.unique(before[known]).size:
        raise CompositeError(f"the figures of '{code}' cannot be told apart {made}: they are too small or too alike")


def treat(oriented: Table, leaves: Sequence[Node], spec: IndexSpec) -> tuple[Table, dict[str, Treatment]]:
    """Treat each column as it was published (the log form knows an up and a down), then orient it again."""
    treated, records = oriented.copy(), {}
    for k, leaf in enumerate(leaves):
        method = TREATMENTS["none" if leaf.code in spec.goalposts else spec.treat]
        column, records[leaf.code] = method(oriented[:, k] * leaf.direction)
        treated[:, k] = column * leaf.direction
    return treated, records


def impute(values: Table, index: pd.Index, spec: IndexSpec) -> Table:
    """Fill in by the spec; means look at one period of a panel at a time, nearness and regressions at all."""
    regions = index.get_level_values(0)
    groups = np.array([spec.groups.get(region, "") for region in regions], dtype=str)
    imputer = IMPUTERS[spec.impute]
    if index.nlevels == 1 or spec.impute not in BY_PERIOD:
        return imputer(values, groups)
    filled = values.copy()
    periods = index.get_level_values(1)
    for period in periods.unique():
        rows = np.flatnonzero(periods == period)
        filled[rows] = imputer(values[rows], groups[rows])
    return filled


def normalise(values: Table, index: pd.Index, leaves: Sequence[Node], spec: IndexSpec) -> Table:
    """Scores of the indicators.

    Raises:
        CompositeError: figures too large to compute with.
    """
    method = NORMALISERS[spec.normaliser]
    scores = np.empty_like(values)
    for k, leaf in enumerate(leaves):
        column = values[:, k]
        with np.errstate(over="ignore", invalid="ignore"):
            scores[:, k] = method(column, _goalposts(column, leaf.code, leaf.direction, spec), spec.scale)
        if (lost := ~np.isnan(column) & ~np.isfinite(scores[:, k])).any():
            row = row_name(index[int(np.flatnonzero(lost)[0])])
            raise CompositeError(f"'{leaf.code}' of {row} cannot be scored: its figures are too far apart")
    return scores


def _goalposts(column: Table, code: str, direction: int, spec: IndexSpec) -> tuple[float, float]:
    if code in spec.goalposts:
        ends = transformed(np.array(spec.goalposts[code], dtype=float), spec.transforms.get(code))
        low, high = sorted(float(end) * direction for end in ends)
        return low, high
    if spec.normaliser != "clipped":
        return float(np.nanmin(column)), float(np.nanmax(column))
    low, high = (float(p) for p in np.nanpercentile(column, spec.percentiles))
    if low < high:
        return low, high
    return float(np.nanmin(column)), float(np.nanmax(column))  # nearly all regions share one figure
