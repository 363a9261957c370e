"""From figures to an experiment: which choices are drawn over, and the tables that the draws share."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite.aggregate import Mean
from models.composite.basis import Basis, basis
from models.composite.checks import check_figures
from models.composite.completions import MOST_COMPLETIONS, complete
from models.composite.draws import Space
from models.composite.errors import CompositeError
from models.composite.framework import Framework
from models.composite.index import build
from models.composite.kernel import Mask, SharedScores
from models.composite.normalise import WITH_GOALPOSTS
from models.composite.spec import IndexSpec
from models.composite.stages import normalise, stages, treat
from models.composite.tree import aggregate
from models.composite.uncertainty import Experiment


@dataclass(frozen=True)
class DrawPlan:
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
    def around(cls, spec: IndexSpec) -> "DrawPlan":
        """The choices of a specification among others of its kind, all of which its scores allow."""
        if spec.normaliser == "zscore":  # z-scores lie around 0: only the arithmetic mean can follow
            return cls(normalisers=("minmax", "zscore", "rank"), means=("arithmetic",))
        if spec.goalposts and spec.normaliser == "minmax":  # beyond the goalposts scores may be below 0
            return cls(means=(spec.aggregator,))
        means: tuple[str | Mapping[str, str], ...] = ("arithmetic", "geometric")
        if spec.normaliser == "none":  # scores as they are: whether another mean could follow depends on them
            return cls(normalisers=("none",), means=_with(means[:1], spec.aggregator))
        normalisers = ("clipped", "rank") if spec.goalposts else cls.normalisers
        return cls(normalisers=normalisers, means=_with(means, spec.aggregator))


def _with(
    means: tuple[str | Mapping[str, str], ...], own: str | Mapping[str, str]
) -> tuple[str | Mapping[str, str], ...]:
    return means if own in means else (*means, own)


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
    figures: pd.DataFrame, framework: Framework, spec: IndexSpec, plan: DrawPlan | None = None, seed: int = 1
) -> Experiment:
    """Prepare draws around a specification.

    A set of regions left out is left out of everything: treatment, imputation and normalisation are done anew
    without it, unless goalposts are fixed. Scores are not rounded in the draws.

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
    if figures.index.nlevels > 1:
        raise CompositeError("ranks are drawn for one period at a time")
    (one,) = experiments(figures, framework, spec, plan, seed).values()
    return one


def experiments(
    figures: pd.DataFrame, framework: Framework, spec: IndexSpec, plan: DrawPlan | None = None, seed: int = 1
) -> dict[str, Experiment]:
    """The same for each period of a panel, whose figures are normalised over all periods together.

    Returns:
        An experiment a period, in order of appearance; without periods one, under "".

    Raises:
        CompositeError: as `experiment`.
    """
    plan = plan or DrawPlan.around(spec)
    base = build(figures, framework, spec)
    regions, periods = _regions_and_periods(figures.index)
    if unknown := [region for region in plan.leave_out if region not in set(regions)]:
        raise CompositeError(f"unknown region '{unknown[0]}' to leave out")
    sets = [np.arange(len(figures))]
    if plan.leave_out:
        sets.append(np.flatnonzero(~regions.isin(plan.leave_out)))
    filled = [_completed(base.figures.iloc[rows], framework, spec, plan, seed) for rows in sets]
    completions = max(len(tables) for tables, _ in filled)
    specs = [_normalising(spec, name, plan) for name in plan.normalisers]
    whole = {}
    for (s, rows), c, (n, choice) in product(enumerate(sets), range(completions), enumerate(specs)):
        tables, known = filled[s]
        normalised = normalise(tables[c % len(tables)], known.figures.index, known.leaves, choice)
        scores = known.scores(normalised, choice)
        if c == 0:
            for mean in plan.means:  # refuses scores that the mean cannot take, in words
                choice_of_mean = choice.replace(aggregator=mean)
                aggregate(scores, figures.index[rows], framework, choice_of_mean, known.published().to_numpy())
        whole[s, c, n] = scores
    themes = framework.children[framework.root.code]
    space = Space(
        weights=tuple(theme.weight for theme in themes),
        spread=plan.spread,
        indicators=len(framework.leaves),
        dropped=number_dropped(plan.dropped, len(framework.leaves)),
        normalisers=len(specs),
        means=len(plan.means),
        completions=completions,
        region_sets=len(sets),
    )
    means = [means_by_group(framework, spec.replace(aggregator=mean)) for mean in plan.means]
    by_period = {}
    for period in dict.fromkeys(periods):
        own = np.flatnonzero(periods == period)
        tables_of = {
            (s, c, n): _of_rows(scores, sets[s], own, base.scores, framework) for (s, c, n), scores in whole.items()
        }
        by_period[period] = Experiment(framework, tuple(str(r) for r in regions[own]), tables_of, means, space)
    return by_period


def _regions_and_periods(index: pd.Index) -> tuple[pd.Index, pd.Index]:
    """Region and period of each row; without periods "" for each."""
    if index.nlevels == 1:
        return index, pd.Index([""] * len(index))
    return index.get_level_values(0), index.get_level_values(1)


def _of_rows(
    scores: NDArray[np.float64],
    rows: NDArray[np.intp],
    own: NDArray[np.intp],
    base: pd.DataFrame,
    framework: Framework,
) -> SharedScores:
    """The part of normalised scores (of the figures' `rows`) that belongs to one period's rows `own`."""
    both = np.isin(rows, own)
    chosen = rows[both]
    return SharedScores(np.searchsorted(own, chosen), scores[both], eligible(base.iloc[chosen], framework))


def _normalising(spec: IndexSpec, name: str, plan: DrawPlan) -> IndexSpec:
    goalposts = spec.goalposts if name in WITH_GOALPOSTS else {}
    return spec.replace(normaliser=name, scale=plan.scale, goalposts=goalposts)


def _completed(
    figures: pd.DataFrame, framework: Framework, spec: IndexSpec, plan: DrawPlan, seed: int
) -> tuple[list[NDArray[np.float64]], Basis]:
    """The tables to normalise: stochastic completions, or the one that the spec's own imputation gives."""
    check_figures(figures, framework, spec)
    known = basis(figures, framework, spec)
    made = stages(known.figures, known.leaves, spec)
    if not plan.completions or not np.isnan(made.oriented).any():
        return [made.treated if spec.impute_first else made.imputed], known
    if spec.impute_first:
        return [treat(t, known.leaves, spec)[0] for t in complete(made.oriented, plan.completions, seed)], known
    return complete(made.treated, plan.completions, seed), known
