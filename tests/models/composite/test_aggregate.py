import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from models.composite import CompositeError, Framework, IndexSpec, Node, build
from models.composite.aggregate import AGGREGATORS, arithmetic, geometric, harmonic
from tests.models.composite.worked_example import FIGURES, FRAMEWORK

POSITIVE = hnp.arrays(float, (4, 3), elements=st.floats(0.01, 1e4) | st.just(float("nan")))
WEIGHTS = hnp.arrays(float, 3, elements=st.just(0.0) | st.floats(0.001, 10)).filter(lambda w: w.sum() > 0.1)


def test_means_by_hand():
    scores, weights = np.array([[1.0, 100.0]]), np.array([1.0, 1.0])
    assert arithmetic(scores, weights)[0] == 50.5
    assert geometric(scores, weights)[0] == pytest.approx(10)
    assert harmonic(scores, weights)[0] == pytest.approx(2 / 1.01)


@given(POSITIVE, WEIGHTS)
def test_harmonic_geometric_arithmetic_in_this_order(scores, weights):
    h, g, a = (mean(scores, weights) for mean in (harmonic, geometric, arithmetic))
    known = ~np.isnan(a)
    assert (h[known] <= g[known] * (1 + 1e-9)).all()
    assert (g[known] <= a[known] * (1 + 1e-9)).all()
    np.testing.assert_array_equal(np.isnan(h), np.isnan(a))


@given(st.floats(0.01, 1e4), WEIGHTS)
def test_equal_scores_are_their_own_mean(score, weights):
    for mean in AGGREGATORS.values():
        assert mean(np.full((1, 3), score), weights)[0] == pytest.approx(score)


@given(hnp.arrays(float, (2, 3), elements=st.floats(0.1, 100)), WEIGHTS)
def test_a_region_that_dominates_never_scores_below(scores, weights):
    scores[0] = scores.max(axis=0)
    for mean in AGGREGATORS.values():
        top, other = mean(scores, weights)
        assert top >= other - 1e-9


@pytest.mark.parametrize("mean", [geometric, harmonic])
@pytest.mark.parametrize("score", [0.0, -1.0])
def test_positive_means_refuse_other_scores(mean, score):
    with pytest.raises(CompositeError, match=f"the {mean.name} mean needs scores above 0"):
        mean(np.array([[5.0, score]]), np.array([1.0, 1.0]))
    assert mean(np.array([[5.0, score]]), np.array([1.0, 0.0]))[0] == pytest.approx(5)  # it weighs nothing


def test_the_refusal_names_region_indicator_and_group():
    with pytest.raises(CompositeError, match="geometric mean of 'T1' needs scores above 0; 'x1' of region 'A' has 0"):
        build(FIGURES, FRAMEWORK, IndexSpec(aggregator="geometric"))


def test_a_mean_of_its_own_between_themes():
    scores = build(FIGURES, FRAMEWORK, IndexSpec(aggregator={"Index": "geometric"})).scores
    assert scores.loc["A", "T1"] == pytest.approx(50)
    assert scores.loc["A", "Index"] == pytest.approx(np.sqrt(50 * 15))


def test_a_mean_for_an_unknown_group_is_refused():
    with pytest.raises(CompositeError, match="the spec gives a mean for 'T9'"):
        build(FIGURES, FRAMEWORK, IndexSpec(aggregator={"T9": "geometric"}))


def test_a_tree_may_be_deep_and_uneven():
    chain = [Node("g0", None), *(Node(f"g{k}", f"g{k - 1}") for k in range(1, 2000))]
    tree = Framework.of([*chain, Node("x1", "g1999"), Node("x2", "g1000")])
    total = build(FIGURES, tree).total
    assert total["A"] == pytest.approx(50)
    assert tree.groups[-1].code == "g0"
    assert tree.groups[0].code == "g1999"
