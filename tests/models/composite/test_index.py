import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
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


@pytest.mark.parametrize("normaliser", ["minmax", "zscore", "rank"])
@settings(max_examples=40)
@given(array=TABLES, shift=st.floats(-100, 100), stretch=st.floats(0.01, 100))
def test_affine_changes_leave_scores(normaliser, array, shift, stretch):
    table, spec = _table(array), IndexSpec(normaliser=normaliser)
    changed = table.assign(x1=shift + stretch * table["x1"])
    # Figures that rounding has merged into ties were not changed affinely.
    assume(changed["x1"].rank().equals(table["x1"].rank()))
    before, after = build(table, FRAMEWORK, spec).scores, build(changed, FRAMEWORK, spec).scores
    np.testing.assert_allclose(after, before, atol=1e-6)


@pytest.mark.parametrize("normaliser", ["minmax", "zscore", "rank"])
@settings(max_examples=40)
@given(array=TABLES)
def test_a_mirrored_indicator_with_flipped_direction_scores_the_same(normaliser, array):
    table, spec = _table(array), IndexSpec(normaliser=normaliser)
    flipped = Framework.of(_nodes(x1={"direction": -1}))
    after = build(table.assign(x1=-table["x1"]), flipped, spec).scores
    np.testing.assert_allclose(after, build(table, FRAMEWORK, spec).scores, atol=1e-9)


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


@pytest.mark.parametrize("mean", ["arithmetic", "geometric", "harmonic"])
@settings(max_examples=40)
@given(
    array=hnp.arrays(float, (6, 4), elements=st.floats(0, 100).map(lambda x: round(x, 2))).filter(
        lambda a: all(np.unique(c).size > 1 for c in a.T)
    ),
    weights=st.lists(st.just(0.0) | st.floats(0.01, 10), min_size=6, max_size=6),
)
def test_a_region_that_dominates_never_ranks_below(mean, array, weights):
    changes = {code: {"weight": w} for code, w in zip(("T1", "T2", "x1", "x2", "x3", "x4"), weights, strict=True)}
    for pair in (("T1", "T2"), ("x1", "x2"), ("x3", "x4")):
        assume(any(changes[code]["weight"] for code in pair))
    table = _table(array)
    table.loc["A"] = np.maximum(table.loc["A"], table.loc["B"])
    assume(all(table[c].nunique() > 1 for c in table))
    published = table.assign(x3=-table["x3"])  # lower is better there
    spec = IndexSpec(scale=(1, 100), aggregator=mean)
    ranks = build(published, Framework.of(_nodes(**changes)), spec).ranks("Index")
    assert ranks["A"] <= ranks["B"]


@pytest.mark.parametrize("normaliser", ["minmax", "clipped", "zscore", "rank"])
@settings(max_examples=40)
@given(array=TABLES)
def test_nothing_is_ever_silently_missing(normaliser, array):
    """A region has a score in a group if and only if one of its children has, and never a 0 for want of figures."""
    table = _table(array)
    scores = build(table, FRAMEWORK, IndexSpec(normaliser=normaliser)).scores
    for group, children in (("T1", ["x1", "x2"]), ("T2", ["x3", "x4"]), ("Index", ["T1", "T2"])):
        assert (scores[group].notna() == scores[children].notna().any(axis=1)).all()
    assert (scores[list(table)].notna() == table.notna()).all().all()
