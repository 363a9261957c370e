"""Build an index: every stage from published figures to ranks, kept for explanation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.composite.basis import basis
from models.composite.checks import check_figures
from models.composite.explain import Explanation, explain
from models.composite.framework import Framework
from models.composite.ranking import TIE, rank
from models.composite.spec import IndexSpec
from models.composite.stages import stages
from models.composite.treat import Treatment
from models.composite.tree import aggregate

__all__ = ["TIE", "IndexResult", "build", "rank"]


@dataclass(frozen=True)
class IndexResult:
    """Every stage of an index. Rows are regions, in a panel (region, period).

    Attributes:
        framework: the tree with its weights.
        spec: the choices made.
        figures: rows × indicators as published, NaN where missing.
        oriented: the same, transformed where the spec asks, with higher always better.
        treated: after outlier treatment (and imputation, where the spec imputes first).
        treatments: what was done to each indicator.
        imputed: after imputation.
        was_imputed: which cells were filled in.
        scores: rows × nodes (indicators normalised, then groups up to the root), NaN where there is none.
        coverage: share of the indicators with any weight that each row has as published.
        dropped: indicators that tell nobody apart and were left out, with the reason.
    """

    framework: Framework
    spec: IndexSpec
    figures: pd.DataFrame
    oriented: pd.DataFrame
    treated: pd.DataFrame
    treatments: Mapping[str, Treatment]
    imputed: pd.DataFrame
    was_imputed: pd.DataFrame
    scores: pd.DataFrame
    coverage: pd.Series
    dropped: Mapping[str, str]

    @property
    def normalised(self) -> pd.DataFrame:
        """The scores of the indicators."""
        return self.scores[[leaf.code for leaf in self.framework.leaves]]

    @property
    def total(self) -> pd.Series:
        """The score of the root."""
        return self.scores[self.framework.root.code]

    def ranks(self, code: str, among: Sequence[str] | None = None) -> pd.Series:
        """Ranks (1 = best) of a node, by default of all regions; regions without a score are left out.

        In a panel each period is ranked by itself.
        """
        scores = self.scores[code]
        if self.scores.index.nlevels == 2:
            if among is not None:
                scores = scores[scores.index.get_level_values(0).isin(list(among))]
            scores = scores.dropna()
            by_period = scores.groupby(level=1, sort=False)
            return by_period.transform(lambda s: rank(s.to_numpy(dtype=float))).astype(np.int64)
        if among is not None:
            scores = scores.loc[[region for region in among if region in scores.index]]
        scores = scores.dropna()
        return pd.Series(rank(scores.to_numpy(dtype=float)), index=scores.index, name=code)

    def explain(self, region: str | tuple[str, str], node: str) -> Explanation:
        """Why a region has the score it has: the children's scores with effective weights, summing to it.

        Args:
            region: a row: a region, in a panel (region, period).
            node: a group, or an indicator (which has no parts).

        Raises:
            CompositeError: an unknown region or node.
        """
        return explain(self.framework, self.spec, self.scores, region, node)


def build(figures: pd.DataFrame, framework: Framework, spec: IndexSpec | None = None) -> IndexResult:
    """Compute an index.

    Args:
        figures: regions × indicators as published, NaN where missing; a column for every leaf. A panel has rows
            (region, period), treated and normalised over all periods together.
        framework: the tree, with directions and weights.
        spec: the choices; by default min-max 0–100 and weighted arithmetic means.

    Raises:
        CompositeError: figures, choices or weights that make no index; the message says which.
    """
    spec = spec or IndexSpec()
    check_figures(figures, framework, spec)
    table = figures[[leaf.code for leaf in framework.leaves]].astype(float)
    base = basis(table, framework, spec)
    made = stages(base.figures, base.leaves, spec)
    known = base.published()
    scores = aggregate(base.scores(made.normalised, spec), table.index, framework, spec, known.to_numpy())
    coverage = (
        known[[code for code in known if code in framework.weighing and code not in base.dropped]]
        .mean(axis=1)
        .rename("coverage")
    )
    root = framework.root.code
    scores[root] = scores[root].where((coverage >= spec.min_coverage) & (coverage > 0))
    return IndexResult(
        framework=framework,
        spec=spec,
        figures=table,
        oriented=base.whole(made.oriented),
        treated=base.whole(made.treated),
        treatments=made.treatments,
        imputed=base.whole(made.imputed),
        was_imputed=base.whole(np.isnan(made.oriented) & ~np.isnan(made.imputed), missing=False),
        scores=scores,
        coverage=coverage,
        dropped=base.dropped,
    )
