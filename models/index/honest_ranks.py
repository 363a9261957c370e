"""How firm the ranks of the product's own index are: median rank and range over defensible choices.

Drawn over: theme weights ± 25 %, a tenth of the indicators left out, with and without peers that are a city's
border rather than a region (`city_bounded` in the catalogue). The goalposts stay fixed, so a draw never changes
what an indicator's score means; normalisers that depend on who is compared (z-score, rank) are therefore no choice
here. The definition of Osloregionen and the set of peers are the reader's choice: compare results, never mix them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from models.composite import CompositeError
from models.composite.checks import FEWEST_REGIONS
from models.composite.draws import Space
from models.composite.kernel import SharedScores
from models.composite.plan import eligible, means_by_group, number_dropped
from models.composite.rank_draws import RankDraws
from models.composite.uncertainty import Experiment
from models.index.attractiveness import Attractiveness

DRAWS, SPREAD, DROPPED = 10_000, 0.25, 0.10
NORMALISERS = ("minmax", "clipped")  # clipped: whoever is outside the goalposts gets 0 or 100


@dataclass(frozen=True)
class FieldRank:
    """Ranks as drawn, in one field: all peers, or without those left out."""

    count: int
    median: int
    low: int
    high: int


@dataclass(frozen=True)
class HonestRank:
    """The place of the focus region in one theme or the total.

    Attributes:
        node: theme id or "index".
        base: rank in the base case.
        median: the headline, a place among `count`.
        low, high: the places between which 90 % of the draws lie (5–95 %).
        count: regions ranked, the focus region included.
        top_quartile: share of the draws in the best quarter of those compared.
        above: for each peer with a score, the share of the draws in which the focus region ranks above it.
        fields: the same apart, all peers first, then without the city-bounded ones: what `median` brings together.
        draws: the draws themselves.
    """

    node: str
    base: int
    median: int
    low: int
    high: int
    count: int
    top_quartile: float
    above: Mapping[str, float]
    fields: tuple[FieldRank, ...]
    draws: RankDraws


def experiment(
    index: Attractiveness,
    focus: str,
    peers: Sequence[str],
    city_bounded: Collection[str] = (),
    normalisers: Sequence[str] = ("minmax",),
) -> Experiment:
    """The draws' setting, for ranks and for Sobol shares (`Experiment.shares`).

    Half of the draws leave out the city-bounded peers, unless fewer than three regions would remain.

    Args:
        index: the computed index, with all regions wanted.
        focus: never left out.
        peers: regions to compare with.
        city_bounded: codes of regions that are a city's border, peers or not.
        normalisers: of `NORMALISERS`.

    Raises:
        CompositeError: unknown regions or normalisers, fewer than three regions.
    """
    result = index.result
    regions = tuple(dict.fromkeys([focus, *peers]))
    if unknown := [region for region in regions if region not in result.scores.index]:
        raise CompositeError(f"unknown region '{unknown[0]}'")
    if len(regions) < FEWEST_REGIONS:
        raise CompositeError(f"ranks need at least {FEWEST_REGIONS} regions, there are {len(regions)}")
    if bad := [name for name in normalisers if name not in NORMALISERS]:
        raise CompositeError(f"'{bad[0]}' has no meaning with fixed goalposts; known: {', '.join(NORMALISERS)}")
    tree = result.framework
    everyone = np.arange(len(regions))
    remaining = np.array([k for k, code in enumerate(regions) if code == focus or code not in city_bounded])
    sets = [everyone]
    if FEWEST_REGIONS <= len(remaining) < len(regions):
        sets.append(remaining)
    scores = result.scores.loc[list(regions)]
    points = result.normalised.loc[list(regions)].to_numpy(dtype=float)
    chosen = {"minmax": points, "clipped": np.clip(points, *result.spec.scale)}
    tables = {
        (s, 0, n): SharedScores(rows, chosen[name][rows], eligible(scores.iloc[rows], tree))
        for s, rows in enumerate(sets)
        for n, name in enumerate(normalisers)
    }
    space = Space(
        weights=tuple(theme.weight for theme in tree.children[tree.root.code]),
        spread=SPREAD,
        indicators=len(tree.leaves),
        dropped=number_dropped(DROPPED, len(tree.leaves)),
        normalisers=len(normalisers),
        region_sets=len(sets),
    )
    return Experiment(tree, regions, tables, [means_by_group(tree, result.spec)], space)


def honest_ranks(
    index: Attractiveness,
    focus: str,
    peers: Sequence[str],
    city_bounded: Collection[str] = (),
    *,
    normalisers: Sequence[str] = ("minmax",),
    draws: int = DRAWS,
    seed: int = 1,
) -> dict[str, HonestRank]:
    """Median rank and range of `focus` in the total and each theme in which it has a score, the total first.

    Args: as for `experiment`; the same seed gives the same ranks.

    Raises:
        CompositeError: as `experiment`.
    """
    setting = experiment(index, focus, peers, city_bounded, normalisers)
    tree = index.result.framework
    themes = [theme.code for theme in tree.children[tree.root.code]]
    drawn = setting.ranks(draws, seed, [tree.root.code, *themes])
    return {
        node: _honest(index, node, focus, ranks)
        for node, ranks in drawn.items()
        if index.score(node, focus) is not None
    }


def _honest(index: Attractiveness, node: str, focus: str, ranks: RankDraws) -> HonestRank:
    median, low, high, top_quartile = _row(ranks, focus)
    base = index.result.ranks(node, list(ranks.regions))
    above = ranks.above(focus, [region for region in base.index if region != focus])
    return HonestRank(
        node=node,
        base=int(base[focus]),
        median=int(median),
        low=int(low),
        high=int(high),
        count=len(base),
        top_quartile=top_quartile,
        above={str(code): float(share) for code, share in above.items()},
        fields=tuple(
            _field(ranks.subset(chosen), focus) for chosen in (~ranks.left_out, ranks.left_out) if chosen.any()
        ),
        draws=ranks,
    )


def _field(ranks: RankDraws, focus: str) -> FieldRank:
    median, low, high, _ = _row(ranks, focus)
    return FieldRank(ranks.field, int(median), int(low), int(high))


def _row(ranks: RankDraws, focus: str) -> list[float]:
    """Median, 5 %, 95 % and the share in the top quartile."""
    return [float(value) for value in ranks.summary().loc[[focus]].to_numpy(dtype=float)[0]]
