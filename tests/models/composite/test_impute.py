import numpy as np
import pytest

from models.composite import CompositeError, IndexSpec, build
from models.composite.completions import complete, distances
from models.composite.impute import IMPUTERS
from tests.models.composite.worked_example import FIGURES, FRAMEWORK

GROUPS = {"A": "north", "B": "north", "C": "south", "D": "south", "E": "south"}


def test_golden_mean_imputation():
    result = build(FIGURES, FRAMEWORK, IndexSpec(impute="mean"))
    assert result.imputed.loc["C", "x2"] == pytest.approx(3.25, abs=1e-9)
    assert result.scores.loc["C", "x2"] == pytest.approx(56.25, abs=1e-9)
    assert result.scores.loc["C", "T1"] == pytest.approx(53.125, abs=1e-9)
    expected = {"A": 32.5, "B": 51.25, "C": 46.5625, "D": 68.75, "E": 58.75}
    assert result.total.to_dict() == pytest.approx(expected, abs=1e-9)


def test_group_mean_is_of_the_regions_own_group():
    result = build(FIGURES, FRAMEWORK, IndexSpec(impute="group_mean", groups=GROUPS))
    assert result.imputed.loc["C", "x2"] == pytest.approx(2.5)


def test_a_group_without_any_figure_stays_missing():
    alone = GROUPS | {"C": "nowhere"}
    result = build(FIGURES, FRAMEWORK, IndexSpec(impute="group_mean", groups=alone))
    assert np.isnan(result.imputed.loc["C", "x2"])
    assert not result.was_imputed.loc["C", "x2"]


def test_a_region_without_a_group_is_refused():
    with pytest.raises(CompositeError, match="region 'E' has no group"):
        build(FIGURES, FRAMEWORK, IndexSpec(impute="group_mean", groups=dict.fromkeys("ABCD", "g")))


@pytest.mark.parametrize("name", [n for n in IMPUTERS if n != "none"])
def test_only_missing_cells_change_and_stay_marked(name):
    spec = IndexSpec(impute=name, groups=GROUPS if name == "group_mean" else {})
    result = build(FIGURES, FRAMEWORK, spec)
    marked = result.was_imputed.stack()
    assert marked[marked].index.tolist() == [("C", "x2")]
    assert 1 <= result.imputed.loc["C", "x2"] <= 5
    kept = ~result.was_imputed
    np.testing.assert_array_equal(result.imputed.where(kept), result.oriented.where(kept))


def test_coverage_counts_published_cells_only():
    result = build(FIGURES, FRAMEWORK, IndexSpec(impute="mean", min_coverage=0.8))
    assert result.coverage["C"] == pytest.approx(0.75)
    assert np.isnan(result.total["C"])


def test_knn_takes_the_nearest_whatever_the_units():
    figures = FIGURES.copy()
    figures["x4"] *= 1e6
    same = build(FIGURES, FRAMEWORK, IndexSpec(impute="knn")).imputed.loc["C", "x2"]
    assert build(figures, FRAMEWORK, IndexSpec(impute="knn")).imputed.loc["C", "x2"] == pytest.approx(same)


def test_completions_draw_published_figures_and_repeat_by_seed():
    values = FIGURES.to_numpy(dtype=float)
    tables = complete(values, 20, seed=7)
    filled = {table[2, 1] for table in tables}
    assert len(tables) == 20
    assert len(filled) > 1
    assert filled <= {5.0, 3.0, 1.0, 4.0}
    for one, other in zip(tables, complete(values, 20, seed=7), strict=True):
        np.testing.assert_array_equal(one, other)
    assert np.isnan(values[2, 1])


def test_complete_figures_need_one_completion():
    assert len(complete(FIGURES.drop(index="C").to_numpy(dtype=float), 20, seed=1)) == 1


def test_regions_that_share_no_indicator_are_infinitely_apart():
    apart = distances(np.array([[1.0, np.nan], [np.nan, 2.0], [2.0, 3.0]]))
    assert np.isinf(apart[0, 1])
    assert apart[0, 2] > 0
