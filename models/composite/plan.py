"""From figures to an experiment: which choices are drawn over, and the tables that the draws share."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite.aggregate import Mean
from models.composite.checks import check_figures
from models.composite.completions import MOST_COMPLETIONS, complete
from models.composite.draws import Space
from models.composite.errors import CompositeError
from models.composite.framework import Framework
from models.composite.index import build
from models.composite.kernel import Mask, Table
from models.composite.normalise import WITH_GOALPOSTS
from models.composite.spec import IndexSpec
from models.composite.stages import normalise, stages, treat
from models.composite.tree import aggregate
from models.composite.uncertainty import Experiment


@dataclass(frozen=True)
class Plan:
    """What is drawn over.

    Attributes:
        normalisers: names to pick from. All but the z-score are above 0 on `scale`.
        scale: of min-max, above 0 so that every mean can follow.
        means: names, or names by group, to pick from.
        spread: theme weights vary by ± this share.
        dropped: this share of the indicators is left out of each draw.
        completions: stochastic completions to pick from where cells are missing; 0 keeps the spec's imputation.
        leave_out: regions that half of the draws leave out altogether.
    """

    normalisers: tuple[str, ...] = ("minmax", "clipped", "rank")
    scale: tuple[float, float] = (1.0, 100.0)
    means: tuple[str | Mapping[str, str], ...] = ("arithmetic", "geometric")
    spread: float = 0.25
    dropped: float = 0.10
    completions: int = MOST_COMPLETIONS
    leave_out: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.normalisers or not self.means:
            raise CompositeError("a plan needs at least one normaliser and one mean")
        if not 0 <= self.spread < 1:
            raise CompositeError(f"weights vary by a share from 0 to below 1 (got {self.spread:g})")
        if not 0 <= self.dropped < 1:
            raise CompositeError(f"the share of indicators left out is from 0 to below 1 (got {self.dropped:g})")
        if self.completions < 0:
            raise CompositeError(f"completions cannot be negative (got {self.completions})")

    @classmethod
    def around(cls, spec: IndexSpec) -> "Plan":
        """The choices of a specification among others of its kind."""
        if spec.normaliser == "zscore":  # z-scores lie around 0: only the arithmetic mean can follow
            return cls(normalisers=("minmax", "zscore", "rank"), means=("arithmetic",))
        means: tuple[str | Mapping[str, str], ...] = ("arithmetic", "geometric")
        return cls(means=means if spec.aggregator in means else (*means, spec.aggregator))


def number_dropped(share: float, indicators: int) -> int:
    """How many indicators a draw leaves out: the share rounded, never all of them."""
    return min(round(share * indicators), indicators - 1)


def means_by_group(framework: Framework, spec: IndexSpec) -> dict[str, Mean]:
    """The mean of every group under a specification."""
    return {group.code: spec.mean_of(group.code) for group in framework.groups}


def eligible(scores: pd.DataFrame, framework: Framework) -> dict[str, Mask]:
    """Which regions have a score in each group of a built index."""
    return {group.code: scores[group.code].notna().to_numpy() for group in framework.groups}


def experiment(
    figures: pd.DataFrame, framework: Framework, spec: IndexSpec, plan: Plan | None = None, seed: int = 1
) -> Experiment:
    """Prepare draws around a specification.

    A set of regions left out is left out of everything: treatment, imputation and normalisation are done anew
    without it, unless goalposts are fixed.

    Args:
        figures: regions × indicators as published, as for `build`; one period.
        framework: the tree.
        spec: the base case: it decides who has a score at all.
        plan: what is drawn over.
        seed: of the stochastic completions.

    Raises:
        CompositeError: whatever `build` refuses; a panel; unknown regions to leave out; a mean that a normaliser
            cannot serve.
    """
    plan = plan or Plan.around(spec)
    if figures.index.nlevels > 1:
        raise CompositeError("ranks are drawn for one period at a time")
    if unknown := [region for region in plan.leave_out if region not in figures.index]:
        raise CompositeError(f"unknown region '{unknown[0]}' to leave out")
    base = build(figures, framework, spec)
    everyone = np.arange(len(figures))
    sets = [everyone]
    if plan.leave_out:
        sets.append(everyone[~figures.index.isin(plan.leave_out)])
    filled = [_completed(base.figures.iloc[rows], framework, spec, plan, seed) for rows in sets]
    completions = max(len(tables) for tables in filled)
    specs = [_normalising(spec, name, plan) for name in plan.normalisers]
    means = [means_by_group(framework, spec.replace(aggregator=mean)) for mean in plan.means]
    tables = {}
    for (s, rows), c, (n, choice) in product(enumerate(sets), range(completions), enumerate(specs)):
        index = figures.index[rows]
        values = filled[s][c % len(filled[s])]
        scores = normalise(values, index, framework, choice)
        if c == 0:
            for mean in plan.means:  # refuses scores that the mean cannot take, in words
                aggregate(scores, index, framework, choice.replace(aggregator=mean))
        tables[s, c, n] = Table(rows, scores, eligible(base.scores.iloc[rows], framework))
    themes = framework.children[framework.root.code]
    space = Space(
        weights=tuple(theme.weight for theme in themes),
        spread=plan.spread,
        indicators=len(framework.leaves),
        dropped=number_dropped(plan.dropped, len(framework.leaves)),
        normalisers=len(specs),
        means=len(means),
        completions=completions,
        region_sets=len(sets),
    )
    return Experiment(framework, tuple(str(region) for region in figures.index), tables, means, space)


def _normalising(spec: IndexSpec, name: str, plan: Plan) -> IndexSpec:
    goalposts = spec.goalposts if name in WITH_GOALPOSTS else {}
    return spec.replace(normaliser=name, scale=plan.scale, goalposts=goalposts)


def _completed(
    figures: pd.DataFrame, framework: Framework, spec: IndexSpec, plan: Plan, seed: int
) -> list[NDArray[np.float64]]:
    """The tables to normalise: stochastic completions, or the one that the spec's own imputation gives."""
    check_figures(figures, framework, spec)
    made = stages(figures, framework, spec)
    if not plan.completions or not np.isnan(made.oriented).any():
        return [made.treated if spec.impute_first else made.imputed]
    if spec.impute_first:
        return [treat(t, framework, spec)[0] for t in complete(made.oriented, plan.completions, seed)]
    return complete(made.treated, plan.completions, seed)
