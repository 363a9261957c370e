import tracemalloc
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.composite import CompositeError, Framework, IndexSpec, Node, build
from models.composite.draws import draws
from models.composite.plan import DrawPlan, experiment
from models.composite.rank_draws import RankDraws
from tests.models.composite.test_index import TABLES, _nodes, _table
from tests.models.composite.worked_example import FIGURES, FRAMEWORK

CERTAIN = DrawPlan(normalisers=("minmax",), means=("arithmetic",), spread=0, dropped=0, completions=0)


def test_golden_rank_counts_over_the_full_factorial():
    methods = [
        {"scale": (1, 100)},
        {"scale": (1, 100), "aggregator": "geometric"},
        {"normaliser": "zscore"},
    ]
    ranks = []
    for impute, method, first in product(("none", "mean"), methods, (1, 2)):
        tree = Framework.of(_nodes(T1={"weight": first}))
        ranks.append(build(FIGURES, tree, IndexSpec(impute=impute, **method)).ranks("Index"))
    table = pd.DataFrame(ranks)
    counts = {region: [int((table[region] == k).sum()) for k in range(1, 6)] for region in table}
    assert counts == {
        "A": [0, 0, 0, 0, 12],
        "B": [2, 2, 5, 3, 0],
        "C": [2, 2, 4, 4, 0],
        "D": [4, 4, 2, 2, 0],
        "E": [4, 4, 2, 2, 0],
    }
    assert (table["D"] < table["E"]).sum() == 6
    means = {"A": 5, "B": 2.75, "C": 2.8333, "D": 2.1667, "E": 2.1667}
    assert table.mean().to_dict() == pytest.approx(means, abs=5e-5)  # shown rounded
    reach = {region: (table[region].min(), table[region].max()) for region in table}
    assert reach == {"A": (5, 5), "B": (1, 4), "C": (1, 4), "D": (1, 4), "E": (1, 4)}
    drawn = RankDraws(tuple(table), table.to_numpy(dtype=np.uint16), np.zeros(12, dtype=bool))
    assert drawn.above("D")["E"] == 0.5
    assert drawn.summary().loc["A", ["median", "p5", "p95"]].tolist() == [5, 5, 5]
    assert drawn.summary().loc["B", ["p5", "p95"]].tolist() == [1, 4]


def test_golden_tie_where_the_first_theme_counts_double():
    tree = Framework.of(_nodes(T1={"weight": 2}))
    result = build(FIGURES, tree, IndexSpec(scale=(1, 100)))
    assert result.total.tolist() == pytest.approx([38.95, 47.2, 47.2, 58.75, 68.65], abs=1e-9)
    assert result.ranks("Index").tolist() == [5, 3, 3, 2, 1]


def test_without_any_choice_every_draw_is_the_base_case():
    drawn = experiment(FIGURES, FRAMEWORK, IndexSpec(), CERTAIN).ranks(50, seed=1)["Index"]
    assert (drawn.ranks == build(FIGURES, FRAMEWORK).ranks("Index").to_numpy()).all()


@settings(max_examples=25, deadline=None)
@given(TABLES, st.integers(0, 2**31))
def test_each_draw_equals_an_index_built_with_its_choices(array, seed):
    """The vectorised arithmetic against `build`, draw by draw, with missing cells."""
    figures = _table(array)
    plan = DrawPlan(completions=0, dropped=0.3, leave_out=("F",))
    try:
        setting = experiment(figures, FRAMEWORK, IndexSpec(), plan)
    except CompositeError:  # an indicator is constant once F is left out
        return
    drawn = draws(setting.space, np.random.default_rng(seed).random((12, setting.space.columns)))
    ranks = setting.ranks(12, seed)["Index"].ranks
    for k in range(12):
        kept = [leaf.code for leaf, keep in zip(FRAMEWORK.leaves, drawn.keep[k], strict=True) if keep]
        weights = dict(zip(("T1", "T2"), drawn.weights[k], strict=True))
        nodes = [
            Node(n.code, n.parent, n.direction, weights.get(n.code, n.weight))
            for n in FRAMEWORK.nodes
            if n.code in kept or any(leaf.parent == n.code and leaf.code in kept for leaf in FRAMEWORK.leaves)
        ]
        tree = Framework.of([Node("Index", None), *nodes])
        spec = IndexSpec(
            normaliser=plan.normalisers[drawn.normaliser[k]],
            aggregator=plan.means[drawn.mean[k]],
            scale=plan.scale,
        )
        table = figures.drop(index="F") if drawn.region_set[k] else figures
        expected = build(table, tree, spec).ranks("Index").reindex(figures.index).fillna(0)
        known = build(figures, FRAMEWORK).total.notna()  # who has a score is settled by all indicators
        assert ranks[k].tolist() == expected.where(known, 0).astype(int).tolist()


def test_the_same_seed_gives_the_same_ranks_and_another_does_not():
    setting = experiment(FIGURES, FRAMEWORK, IndexSpec())
    one, again, other = (setting.ranks(300, seed)["Index"].ranks for seed in (5, 5, 6))
    np.testing.assert_array_equal(one, again)
    assert (one != other).any()
    fresh = experiment(FIGURES, FRAMEWORK, IndexSpec()).ranks(300, 5)["Index"].ranks
    np.testing.assert_array_equal(one, fresh)


def test_fewer_draws_are_the_first_of_more():
    setting = experiment(FIGURES, FRAMEWORK, IndexSpec())
    np.testing.assert_array_equal(setting.ranks(9000, 2)["Index"].ranks[:100], setting.ranks(100, 2)["Index"].ranks)


def test_weights_stay_within_the_spread_and_a_tenth_is_left_out():
    tree = Framework.of([Node("r", None), *(Node(f"x{k}", "r") for k in range(20))])
    rng = np.random.default_rng(1)
    figures = pd.DataFrame(rng.normal(size=(6, 20)), columns=[f"x{k}" for k in range(20)])
    space = experiment(figures, tree, IndexSpec()).space
    drawn = draws(space, rng.random((2000, space.columns)))
    assert 0.75 <= drawn.weights.min() < 0.76
    assert 1.24 < drawn.weights.max() <= 1.25
    assert (drawn.keep.sum(axis=1) == 18).all()
    assert drawn.keep.mean(axis=0) == pytest.approx(np.full(20, 0.9), abs=0.03)


def test_completions_never_give_a_score_that_the_figures_do_not():
    figures = FIGURES.copy()
    figures.loc["A", ["x3", "x4"]] = np.nan
    spec = IndexSpec(min_coverage=0.6)
    drawn = experiment(figures, FRAMEWORK, spec).ranks(100, 1, ["T2", "Index"])
    assert (drawn["T2"].ranks[:, 0] == 0).all()
    assert (drawn["Index"].ranks[:, 0] == 0).all()
    assert drawn["Index"].summary().loc["A"].isna().all()


def test_regions_left_out_have_no_rank_and_places_are_read_in_the_full_field():
    plan = DrawPlan(
        spread=0, dropped=0, normalisers=("minmax",), means=("arithmetic",), completions=0, leave_out=("D",)
    )
    drawn = experiment(FIGURES, FRAMEWORK, IndexSpec(), plan).ranks(400, 1)["Index"]
    with_all, without = drawn.subset(~drawn.left_out), drawn.subset(drawn.left_out)
    assert 150 < drawn.left_out.sum() < 250
    assert (without.ranks[:, 3] == 0).all()
    assert (with_all.field, without.field, drawn.field) == (5, 4, 5)
    assert (with_all.ranks[:, 0] == 5).all()
    assert (without.ranks[:, 0] == 4).all()
    assert (drawn.places()[:, 0] == 5).all()  # last of four is last of five
    assert drawn.summary().loc["A", "median"] == 5


def test_above_counts_only_draws_with_both():
    ranks = np.array([[1, 2, 3], [1, 0, 2], [2, 1, 3], [1, 1, 3]], dtype=np.uint16)
    drawn = RankDraws(("A", "B", "C"), ranks, np.zeros(4, dtype=bool))
    assert drawn.above("A").to_dict() == {"B": pytest.approx(1 / 3), "C": 1}
    assert drawn.above("A", ["C"]).to_dict() == {"C": 1}
    with pytest.raises(CompositeError, match="unknown region 'Z'"):
        drawn.above("Z")


def test_the_top_quartile_is_at_least_the_best():
    ranks = np.array([[1, 2, 3], [2, 1, 3]], dtype=np.uint16)
    drawn = RankDraws(("A", "B", "C"), ranks, np.zeros(2, dtype=bool))
    assert drawn.summary()["top_quartile"].tolist() == [0.5, 0.5, 0]
    assert drawn.summary()["median"].tolist() == [1, 1, 3]


def test_shares_say_which_choice_moves_a_region():
    setting = experiment(FIGURES, FRAMEWORK, IndexSpec(), DrawPlan(normalisers=("minmax",), dropped=0, completions=0))
    found = setting.shares("E", 2000, seed=1)
    assert list(found.index) == ["weights", "mean"]
    assert found["total"]["mean"] > found["total"]["weights"]
    with pytest.raises(CompositeError, match="no variance"):
        experiment(FIGURES, FRAMEWORK, IndexSpec(), CERTAIN).shares("E", 100, seed=1)
    with pytest.raises(CompositeError, match="unknown region 'Z'"):
        setting.shares("Z", 100, seed=1)


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ({"leave_out": ("Z",)}, "unknown region 'Z' to leave out"),
        ({"normalisers": ("zscore",)}, "geometric mean of 'T1' needs scores above 0"),
        ({"leave_out": ("A", "B", "C")}, "at least 3 regions"),
    ],
)
def test_refuses_plans_that_the_figures_cannot_carry(plan, words):
    with pytest.raises(CompositeError, match=words):
        experiment(FIGURES, FRAMEWORK, IndexSpec(), DrawPlan(**plan))


@pytest.mark.parametrize(
    "changes", [{"spread": 1}, {"spread": -0.1}, {"dropped": 1}, {"completions": -1}, {"normalisers": ()}]
)
def test_refuses_plans_without_meaning(changes):
    with pytest.raises(CompositeError):
        DrawPlan(**changes)


def test_refuses_no_draws_unknown_groups_and_panels():
    setting = experiment(FIGURES, FRAMEWORK, IndexSpec())
    with pytest.raises(CompositeError, match="at least one draw"):
        setting.ranks(0, 1)
    with pytest.raises(CompositeError, match="'x1' is no group"):
        setting.ranks(10, 1, ["x1"])
    with pytest.raises(CompositeError, match="one period"):
        experiment(pd.concat({"2023": FIGURES}).swaplevel(), FRAMEWORK, IndexSpec())


def test_plans_around_a_specification_hold_its_choices():
    assert DrawPlan.around(IndexSpec(normaliser="zscore")).means == ("arithmetic",)
    assert DrawPlan.around(IndexSpec(aggregator="harmonic", scale=(1, 100))).means[-1] == "harmonic"
    assert experiment(FIGURES, FRAMEWORK, IndexSpec(normaliser="zscore")).ranks(20, 1)["Index"].field == 5


def test_ten_thousand_draws_of_330_regions_stay_under_300_megabytes():
    tree = Framework.of(
        [Node("r", None), *(Node(f"t{k}", "r") for k in range(6))] + [Node(f"x{k}", f"t{k % 6}") for k in range(40)]
    )
    values = np.random.default_rng(1).normal(size=(330, 40))
    values[::17, ::5] = np.nan
    figures = pd.DataFrame(values, columns=[f"x{k}" for k in range(40)])
    tracemalloc.start()
    experiment(figures, tree, IndexSpec()).ranks(10_000, 1)["r"].summary()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 300e6
