"""Build an index: every stage from published figures to ranks, kept for explanation."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite.aggregate import AGGREGATORS
from models.composite.errors import CompositeError
from models.composite.framework import Framework, Node
from models.composite.normalise import NORMALISERS
from models.composite.orient import orient
from models.composite.spec import IndexSpec

TIE = 1e-9  # scores closer than this share a rank


@dataclass(frozen=True)
class IndexResult:
    """Every stage of an index.

    Attributes:
        framework: the tree with its weights.
        spec: the choices made.
        figures: regions × indicators as published, NaN where missing.
        scores: regions × nodes (indicators normalised, then groups up to the root), NaN where there is none.
        coverage: share of the indicators that each region has.
    """

    framework: Framework
    spec: IndexSpec
    figures: pd.DataFrame
    scores: pd.DataFrame
    coverage: pd.Series

    @property
    def total(self) -> pd.Series:
        """The score of the root."""
        return self.scores[self.framework.root.code]

    def ranks(self, code: str, among: list[str] | None = None) -> pd.Series:
        """Ranks (1 = best) of a node, by default of all regions; regions without a score are left out."""
        scores = (
            self.scores[code] if among is None else self.scores.loc[[r for r in among if r in self.scores.index], code]
        )
        scores = scores.dropna()
        return pd.Series(rank(scores.to_numpy()), index=scores.index, name=code)


def rank(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """1 + the number of scores greater by more than 1e-9: ties share the better rank. No NaN."""
    greater = scores[None, :] > scores[:, None] + TIE
    places: NDArray[np.int64] = 1 + greater.sum(axis=1)
    return places


def _refuse_bad_figures(figures: pd.DataFrame, framework: Framework, spec: IndexSpec) -> None:
    if missing := [leaf.code for leaf in framework.leaves if leaf.code not in figures.columns]:
        raise CompositeError(f"no figures for '{missing[0]}'")
    if figures.index.has_duplicates:
        raise CompositeError(f"region '{figures.index[figures.index.duplicated()][0]}' stands twice")
    values = figures.to_numpy(dtype=float)
    if np.isinf(values).any():
        row, column = np.argwhere(np.isinf(values))[0]
        raise CompositeError(f"'{figures.columns[column]}' of region '{figures.index[row]}' is infinite")
    for leaf in framework.leaves:
        present = figures[leaf.code].dropna()
        if present.empty:
            raise CompositeError(f"'{leaf.code}' has no figure for any region")
        if leaf.code not in spec.goalposts and present.min() == present.max():
            raise CompositeError(
                f"'{leaf.code}' is the same for every region ({present.iloc[0]:g}); it cannot rank them"
            )


def _normalised(leaf: Node, column: NDArray[np.float64], spec: IndexSpec) -> NDArray[np.float64]:
    if leaf.code in spec.goalposts:
        ends = np.array(spec.goalposts[leaf.code]) * leaf.direction
        posts = (float(ends.min()), float(ends.max()))
    else:
        posts = (float(np.nanmin(column)), float(np.nanmax(column)))
    return NORMALISERS[spec.normaliser](column, posts, spec.scale)


def build(figures: pd.DataFrame, framework: Framework, spec: IndexSpec | None = None) -> IndexResult:
    """Compute an index.

    Args:
        figures: regions × indicators as published, NaN where missing; a column for every leaf.
        framework: the tree, with directions and weights.
        spec: the choices; by default min-max 0–100 and weighted arithmetic means.

    Raises:
        CompositeError: figures that are infinite, constant or wholly missing; doubled regions.
    """
    spec = spec or IndexSpec()
    codes = [leaf.code for leaf in framework.leaves]
    _refuse_bad_figures(figures, framework, spec)
    table = figures[codes].astype(float)
    oriented = orient(table.to_numpy(), np.array([leaf.direction for leaf in framework.leaves], dtype=float))
    scores = {leaf.code: _normalised(leaf, oriented[:, k], spec) for k, leaf in enumerate(framework.leaves)}
    mean = AGGREGATORS[spec.aggregator]
    for group in framework.groups:
        children = framework.children[group.code]
        below = np.column_stack([scores[child.code] for child in children])
        counted = (
            below
            if group.counts == "children"
            else np.column_stack([scores[leaf.code] for leaf in framework.leaves_under(group.code)])
        )
        enough = (~np.isnan(counted)).sum(axis=1) >= group.min_children
        means = mean(below, np.array([child.weight for child in children]))
        scores[group.code] = np.where(enough, means, np.nan)
    coverage = (~np.isnan(oriented)).mean(axis=1)
    root = framework.root.code
    scores[root] = np.where(coverage >= spec.min_coverage, scores[root], np.nan)
    order = [*codes, *(group.code for group in framework.groups)]
    return IndexResult(
        framework=framework,
        spec=spec,
        figures=table,
        scores=pd.DataFrame({code: scores[code] for code in order}, index=table.index),
        coverage=pd.Series(coverage, index=table.index, name="coverage"),
    )
