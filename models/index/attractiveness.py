"""The product's own index of attractiveness: one frozen specification of the composite model.

Fixed goalposts from the reference set, one reference year an indicator, weight groups, no theme score under a
number of scored indicators, no total under a number of themes (`catalogue/index.toml`).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from models.catalogue import Catalogue, Indicator, Theme
from models.composite import CompositeError, Framework, IndexResult, IndexSpec, Node, build
from models.figures.observations import Figures
from models.figures.read_only import read_only
from models.figures.territories import counted_once
from models.index.reference_year import ScoreTable, check_years, score_table

ROOT = "index"
MEANS = ("arithmetic", "geometric")
SCALES = ("clipped", "minmax")


@dataclass(frozen=True)
class Method:
    """What may be chosen of how the index is computed while the goalposts stay fixed.

    Normalisers that depend on who is compared (z-score, rank) are no choice: a score must not change with the peers.

    Attributes:
        mean: between themes. The geometric mean lets a weak theme weigh more; inside a theme it is never used, since
            the worst indicator would decide everything there.
        scale: "clipped" stops figures beyond the goalposts at 0 and 100, "minmax" lets them score below and above.

    Raises:
        CompositeError: the geometric mean without the clipped scale, which alone is sure to be above 0.
    """

    mean: str = MEANS[0]
    scale: str = SCALES[0]

    def __post_init__(self) -> None:
        if self.mean not in MEANS or self.scale not in SCALES:
            raise CompositeError(f"unknown method '{self.mean}', '{self.scale}'")
        if self.mean == "geometric" and self.scale != "clipped":
            raise CompositeError("the geometric mean needs the clipped scale, where every score is above 0")

    @property
    def lowest(self) -> float:
        """The lowest score of the scale: 1 where a score of 0 would have no logarithm."""
        return 1.0 if self.mean == "geometric" else 0.0


def usual(catalogue: Catalogue) -> Method:
    """The index's own method."""
    return Method(scale=catalogue.rules.scale)


@dataclass(frozen=True, eq=False)  # it may be a key of caches
class Attractiveness:
    """Scores of regions with the figures behind them.

    Attributes:
        result: every stage of the index; nodes are `index`, theme ids, weight groups and indicator ids.
        table: the figures that entered, with the year and flag of each.
        catalogue_version: which rules and goalposts were used.
    """

    result: IndexResult
    table: ScoreTable
    catalogue_version: str

    @cached_property
    def _scores(self) -> dict[str, dict[str, float]]:
        """Scores by node and region: pages ask for hundreds at each click, and a frame is slow for one at a time."""
        return {str(node): column.dropna().to_dict() for node, column in self.result.scores.items()}

    def score(self, node: str, region: str) -> float | None:
        """Score of a region, or None where it has none."""
        return self._scores.get(node, {}).get(region)


def scored_themes(catalogue: Catalogue) -> list[Theme]:
    """The themes that have enough scored indicators for a score."""
    counts = Counter(i.theme for i in catalogue.scored)
    return [t for t in catalogue.themes.values() if counts[t.id] >= catalogue.rules.min_indicators]


def gives_points(catalogue: Catalogue, indicator: Indicator) -> bool:
    """Whether an indicator gives points: it is meant to, and its theme has enough like it for a score."""
    return indicator.role == "score" and indicator.theme in {theme.id for theme in scored_themes(catalogue)}


def framework(catalogue: Catalogue, weights: Mapping[str, float] | None = None) -> Framework:
    """Index → themes → weight groups → indicators, for the themes that have enough scored indicators.

    Args:
        catalogue: themes, scored indicators and their weights.
        weights: a reader's own theme weights, by theme id, instead of the catalogue's.

    Raises:
        CompositeError: weights that are negative, not finite, or all 0.
    """
    rules = catalogue.rules
    themes = {theme: (weights or {}).get(theme.id, theme.weight) for theme in scored_themes(catalogue)}
    weighing = sum(weight > 0 for weight in themes.values())
    nodes = [Node(ROOT, None, min_children=weighing if rules.min_themes is None else rules.min_themes)]
    for theme, weight in themes.items():
        scored = [i for i in catalogue.scored if i.theme == theme.id]
        nodes.append(Node(theme.id, ROOT, weight=weight, min_children=rules.min_indicators, counts="leaves"))
        groups = dict.fromkeys(i.score.group for i in scored if i.score)
        nodes += [Node(group, theme.id, weight=rules.group_weights.get(group, 1.0)) for group in groups]
        nodes += [Node(i.id, i.score.group, -1 if i.sign < 0 else 1, i.score.weight) for i in scored if i.score]
    return Framework.of(nodes)


def _counted_once(table: ScoreTable, catalogue: Catalogue) -> ScoreTable:
    """The table without figures whose territory another code stands for too."""
    doubled = pd.DataFrame(False, index=table.values.index, columns=table.values.columns)
    for name, column in table.values.items():
        known = [str(code) for code in column.index[column.notna()]]
        doubled.loc[sorted(set(known) - set(counted_once(catalogue, known))), name] = True
    if not doubled.to_numpy().any():
        return table
    return ScoreTable(table.values.mask(doubled), table.periods.mask(doubled, ""), table.flags.mask(doubled, ""))


def attractiveness(
    figures: Figures,
    catalogue: Catalogue,
    regions: list[str],
    weights: Mapping[str, float] | None = None,
    method: Method | None = None,
) -> Attractiveness:
    """Scores of `regions` by the catalogue's rules; the choice of regions never changes a score.

    Regions that no longer exist have no score: their figures are of another territory and an older year. A figure
    that stands by an old and a new code counts for the new one.

    Args:
        figures: a release.
        catalogue: themes, indicators, rules and goalposts.
        regions: codes.
        weights: a reader's own theme weights instead of the catalogue's.
        method: a reader's own mean and scale instead of the catalogue's.
    """
    regions = [region for region in regions if region not in catalogue.tags["historical"]]
    tree = framework(catalogue, weights)
    leaves = tuple(catalogue.indicators[leaf.code] for leaf in tree.leaves)
    table = score_table(figures, leaves, regions, catalogue.rules.year_tolerance)
    return from_table(_counted_once(table, catalogue), catalogue, weights, method)


def from_table(
    table: ScoreTable, catalogue: Catalogue, weights: Mapping[str, float] | None = None, method: Method | None = None
) -> Attractiveness:
    """Scores by the catalogue's rules from figures at hand.

    Args:
        table: figures by region and scored indicator, with the period of each.
        catalogue: rules, goalposts and weights.
        weights: a reader's own theme weights, by theme id.
        method: a reader's own mean and scale.

    Raises:
        MixedYears: a figure is of another year than its indicator's reference year allows.
        CompositeError: figures or weights that make no index.
    """
    tree = framework(catalogue, weights)
    check_years(table, tuple(catalogue.indicators[leaf.code] for leaf in tree.leaves), catalogue.rules.year_tolerance)
    method = method or usual(catalogue)
    spec = IndexSpec(
        goalposts=catalogue.goalposts,
        min_coverage=catalogue.rules.min_coverage,
        normaliser=method.scale,
        scale=(method.lowest, 100.0),
        aggregator={ROOT: method.mean},
    )
    made = build(table.values, tree, spec)
    return Attractiveness(
        replace(made, figures=read_only(made.figures), scores=read_only(made.scores)),
        replace(table, values=read_only(table.values)),
        catalogue.rules.version,
    )


def reference_goalposts(figures: Figures, catalogue: Catalogue) -> dict[str, tuple[float, float]]:
    """What gives 0 and 100 points: the lowest and highest figure of the reference set in the reference years.

    A post that the catalogue states (`Score.low`, `Score.high`) goes before.
    """
    table = score_table(
        figures, catalogue.scored, list(catalogue.reference_regions), catalogue.rules.year_tolerance
    ).values
    stated = {i.id: i.score for i in catalogue.scored if i.score}

    def post(stated: float | None, extreme: float) -> float:
        return float(extreme) if stated is None else stated

    return {
        name: (post(stated[name].low, table[name].min()), post(stated[name].high, table[name].max()))
        for name in table.columns
    }
