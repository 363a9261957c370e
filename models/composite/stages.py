"""The stages before aggregation: orient, treat, impute, normalise. Every one is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite.checks import row_name
from models.composite.errors import CompositeError
from models.composite.framework import Framework
from models.composite.impute import BY_PERIOD, IMPUTERS
from models.composite.normalise import NORMALISERS
from models.composite.orient import orient
from models.composite.spec import IndexSpec
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


def stages(figures: pd.DataFrame, framework: Framework, spec: IndexSpec) -> Stages:
    """Run the stages on checked figures (rows × leaves, in the framework's order)."""
    oriented = orient(figures.to_numpy(dtype=float), _directions(framework))
    if spec.impute_first:
        imputed = impute(oriented, figures.index, spec)
        treated, records = treat(imputed, framework, spec)
        return Stages(oriented, treated, records, imputed, normalise(treated, figures.index, framework, spec))
    treated, records = treat(oriented, framework, spec)
    imputed = impute(treated, figures.index, spec)
    return Stages(oriented, treated, records, imputed, normalise(imputed, figures.index, framework, spec))


def _directions(framework: Framework) -> Table:
    return np.array([leaf.direction for leaf in framework.leaves], dtype=float)


def treat(oriented: Table, framework: Framework, spec: IndexSpec) -> tuple[Table, dict[str, Treatment]]:
    """Treat each column as it was published (the log form knows an up and a down), then orient it again."""
    treated, records = oriented.copy(), {}
    for k, leaf in enumerate(framework.leaves):
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


def normalise(values: Table, index: pd.Index, framework: Framework, spec: IndexSpec) -> Table:
    """Scores of the indicators.

    Raises:
        CompositeError: figures too large to compute with.
    """
    method = NORMALISERS[spec.normaliser]
    scores = np.empty_like(values)
    for k, leaf in enumerate(framework.leaves):
        column = values[:, k]
        with np.errstate(over="ignore", invalid="ignore"):
            scores[:, k] = method(column, _goalposts(column, leaf.code, leaf.direction, spec), spec.scale)
        if (lost := ~np.isnan(column) & ~np.isfinite(scores[:, k])).any():
            row = row_name(index[int(np.flatnonzero(lost)[0])])
            raise CompositeError(f"'{leaf.code}' of {row} cannot be scored: its figures are too far apart")
    return scores


def _goalposts(column: Table, code: str, direction: int, spec: IndexSpec) -> tuple[float, float]:
    if code in spec.goalposts:
        low, high = sorted(end * direction for end in spec.goalposts[code])
        return low, high
    if spec.normaliser != "clipped":
        return float(np.nanmin(column)), float(np.nanmax(column))
    low, high = (float(p) for p in np.nanpercentile(column, spec.percentiles))
    if low < high:
        return low, high
    return float(np.nanmin(column)), float(np.nanmax(column))  # nearly all regions share one figure
