import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from models.composite import CompositeError, Framework, IndexSpec, Node, build
from models.composite.index import rank
from tests.models.composite.worked_example import FIGURES, FRAMEWORK


def test_golden_scores_and_ranks():
    result = build(FIGURES, FRAMEWORK)
    expected = pd.DataFrame(
        {
            "x1": [0, 25, 50, 75, 100],
            "x2": [100, 50, np.nan, 0, 75],
            "x3": [25, 75, 50, 100, 0],
            "x4": [0, 50, 25, 100, 75],
            "T1": [50, 37.5, 50, 37.5, 87.5],
            "T2": [15, 65, 40, 100, 30],
            "Index": [32.5, 51.25, 45, 68.75, 58.75],
        },
        index=list("ABCDE"),
        dtype=float,
    )
    pd.testing.assert_frame_equal(result.scores, expected, check_exact=False, atol=1e-9, rtol=0)
    assert result.ranks("Index").to_dict() == {"A": 5, "B": 3, "C": 4, "D": 1, "E": 2}


def test_figures_are_kept_as_published():
    assert build(FIGURES, FRAMEWORK).figures.loc["A", "x3"] == 8


def test_goalposts_decide_scores_whoever_is_compared():
    spec = IndexSpec(goalposts={"x1": (0, 100), "x2": (1, 5), "x3": (2, 10), "x4": (100, 500)})
    all_five, three = build(FIGURES, FRAMEWORK, spec), build(FIGURES.loc[["A", "B", "D"]], FRAMEWORK, spec)
    pd.testing.assert_frame_equal(three.scores, all_five.scores.loc[["A", "B", "D"]])
    assert all_five.scores.loc["B", "x1"] == pytest.approx(20)


def test_goalposts_of_a_lower_better_indicator_are_given_as_published():
    spec = IndexSpec(goalposts={"x3": (0, 20)})
    assert build(FIGURES, FRAMEWORK, spec).scores.loc["D", "x3"] == pytest.approx(90)


def test_history_may_leave_the_scale():
    spec = IndexSpec(goalposts={"x1": (20, 40)})
    assert build(FIGURES, FRAMEWORK, spec).scores.loc["E", "x1"] == pytest.approx(150)


def test_ties_share_the_better_rank():
    assert rank(np.array([38.95, 47.2, 47.2 + 5e-10, 58.75, 68.65])).tolist() == [5, 3, 3, 2, 1]


def test_ranks_among_some():
    result = build(FIGURES, FRAMEWORK)
    assert result.ranks("Index", ["A", "B", "E", "unknown"]).to_dict() == {"A": 3, "B": 2, "E": 1}


def _nodes(**changes):
    return [
        Node(
            **{
                "code": n.code,
                "parent": n.parent,
                "direction": n.direction,
                "weight": n.weight,
                **changes.get(n.code, {}),
            }
        )
        for n in FRAMEWORK.nodes
    ]


def test_no_theme_score_under_the_smallest_number_of_indicators():
    result = build(FIGURES, Framework.of(_nodes(T1={"min_children": 2, "counts": "leaves"})))
    assert np.isnan(result.scores.loc["C", "T1"])
    assert result.scores.loc["C", "Index"] == pytest.approx(40)  # T2 alone


def test_no_total_under_the_smallest_number_of_themes():
    result = build(FIGURES, Framework.of(_nodes(T1={"min_children": 2}, Index={"min_children": 2})))
    assert np.isnan(result.scores.loc["C", "Index"])
    assert "C" not in result.ranks("Index")


def test_no_total_under_the_smallest_coverage():
    result = build(FIGURES, FRAMEWORK, IndexSpec(min_coverage=0.8))
    assert np.isnan(result.total["C"])
    assert result.coverage["C"] == pytest.approx(0.75)


def test_a_theme_without_figures_is_missing_never_zero():
    figures = FIGURES.copy()
    figures.loc["A", ["x3", "x4"]] = np.nan
    scores = build(figures, FRAMEWORK).scores
    assert np.isnan(scores.loc["A", "T2"])
    assert scores.loc["A", "Index"] == scores.loc["A", "T1"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"x1": 7.0}, "'x1' is the same for every region"),
        ({"x2": np.nan}, "'x2' has no figure for any region"),
        ({"x4": [1, 2, np.inf, 4, 5]}, "'x4' of region 'C' is infinite"),
    ],
)
def test_refuses_figures_that_cannot_rank(changes, words):
    with pytest.raises(CompositeError, match=words):
        build(FIGURES.assign(**changes), FRAMEWORK)


def test_refuses_doubled_regions():
    with pytest.raises(CompositeError, match="region 'A' stands twice"):
        build(pd.concat([FIGURES, FIGURES.loc[["A"]]]), FRAMEWORK)


def test_refuses_a_missing_column():
    with pytest.raises(CompositeError, match="no figures for 'x4'"):
        build(FIGURES.drop(columns="x4"), FRAMEWORK)


# --- properties on random data with missing cells

_CELLS = st.floats(-1e6, 1e6).map(lambda x: round(x, 3)) | st.just(float("nan"))
TABLES = hnp.arrays(float, (6, 4), elements=_CELLS).filter(
    lambda a: all(np.unique(c[~np.isnan(c)]).size > 1 for c in a.T)
)


def _table(array):
    return pd.DataFrame(array, index=list("ABCDEF"), columns=["x1", "x2", "x3", "x4"])


@given(TABLES, st.floats(-100, 100), st.floats(0.01, 100))
def test_affine_changes_leave_scores(array, shift, stretch):
    table = _table(array)
    changed = table.assign(x1=shift + stretch * table["x1"])
    before, after = build(table, FRAMEWORK).scores, build(changed, FRAMEWORK).scores
    np.testing.assert_allclose(after, before, atol=1e-6)


@given(TABLES)
def test_a_mirrored_indicator_with_flipped_direction_scores_the_same(array):
    table = _table(array)
    flipped = Framework.of(_nodes(x1={"direction": -1}))
    after = build(table.assign(x1=-table["x1"]), flipped).scores
    np.testing.assert_allclose(after, build(table, FRAMEWORK).scores, atol=1e-9)


@given(TABLES, st.permutations(list("ABCDEF")))
def test_permuting_regions_permutes_results(array, regions):
    table = _table(array)
    pd.testing.assert_frame_equal(
        build(table.loc[regions], FRAMEWORK).scores, build(table, FRAMEWORK).scores.loc[regions]
    )


@given(TABLES)
def test_permuting_indicators_changes_nothing(array):
    table = _table(array)
    shuffled = Framework.of(sorted(FRAMEWORK.nodes, key=lambda n: n.code[::-1]))
    after = build(table[["x4", "x2", "x1", "x3"]], shuffled).scores
    np.testing.assert_allclose(after[list(build(table, FRAMEWORK).scores)], build(table, FRAMEWORK).scores, atol=1e-12)


@given(
    hnp.arrays(float, (6, 4), elements=st.floats(0, 100).map(lambda x: round(x, 2))).filter(
        lambda a: all(np.unique(c).size > 1 for c in a.T)
    )
)
def test_a_region_that_dominates_never_ranks_below(array):
    table = _table(array)
    table["x3"] = -table["x3"]  # x3 is lower_better: mirrored, so that greater means better throughout
    table.loc["A"] = np.r_[np.maximum(table.loc["A"], table.loc["B"])]
    mirrored = table.assign(x3=-table["x3"])
    if any(mirrored[c].nunique() < 2 for c in mirrored):
        return
    ranks = build(mirrored, FRAMEWORK).ranks("Index")
    assert ranks["A"] <= ranks["B"]
