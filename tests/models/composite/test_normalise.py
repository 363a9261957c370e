import numpy as np
import pandas as pd
import pytest

from models.composite import CompositeError, IndexSpec, build
from models.composite.normalise import NORMALISERS
from tests.models.composite.worked_example import FIGURES, FRAMEWORK

GOLDEN = {  # region: geometric, harmonic, z-score, rank
    "A": (8.379790671, 2.154473670, -0.502772869291, 2.05),
    "B": (48.098040065, 44.235378380, -0.004973476134, 2.80),
    "C": (44.135550631, 42.357491857, -0.126491106407, 2.80),
    "D": (29.452802560, 3.871133689, 0.461203140422, 3.75),
    "E": (22.101814365, 3.241700547, 0.173034311410, 3.10),
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("minmax", [0, 25, 50, 75, 100]),
        ("clipped", [0, 25, 50, 75, 100]),
        ("zscore", [-1.264911064, -0.632455532, 0, 0.632455532, 1.264911064]),
        ("rank", [1, 2, 3, 4, 5]),
        ("none", [10, 20, 30, 40, 50]),
    ],
)
def test_golden_scores_of_one_column(name, expected):
    column = np.array([10.0, 20.0, np.nan, 30.0, 40.0, 50.0])
    scores = NORMALISERS[name](column, (10.0, 50.0), (0.0, 100.0))
    assert np.isnan(scores[2])
    assert np.delete(scores, 2).tolist() == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("column", "spec"),
    [
        (0, IndexSpec(scale=(1, 100), aggregator="geometric")),
        (1, IndexSpec(scale=(1, 100), aggregator="harmonic")),
        (2, IndexSpec(normaliser="zscore")),
        (3, IndexSpec(normaliser="rank")),
    ],
)
def test_golden_normalisers_and_means(column, spec):
    total = build(FIGURES, FRAMEWORK, spec).total
    assert total.to_dict() == pytest.approx({region: row[column] for region, row in GOLDEN.items()}, abs=1e-9)


def test_golden_scores_by_hand():
    assert build(FIGURES, FRAMEWORK, IndexSpec(normaliser="zscore")).scores.loc["E", "x1"] == pytest.approx(
        20 / np.sqrt(250), abs=1e-9
    )
    geometric = IndexSpec(scale=(1, 100), aggregator="geometric")
    assert build(FIGURES, FRAMEWORK, geometric).scores.loc["A", "T1"] == pytest.approx(10, abs=1e-9)


def test_rank_scores_of_ties_share_the_lower():
    scores = build(FIGURES.assign(x1=[1, 1, 2, 3, 3]), FRAMEWORK, IndexSpec(normaliser="rank")).scores
    assert scores["x1"].tolist() == [1, 1, 3, 4, 4]


def test_clipped_stops_at_percentiles():
    figures = pd.DataFrame({"x1": np.r_[np.arange(100.0), 1e6]}).join(pd.Series(np.arange(101.0), name="x2"))
    figures = figures.assign(x3=figures["x2"], x4=figures["x2"])
    scores = build(figures, FRAMEWORK, IndexSpec(normaliser="clipped")).scores["x1"]
    assert scores.iloc[[0, 5, 50, 95, 100]].tolist() == [0, 0, 50, 100, 100]


def test_clipped_by_fixed_goalposts():
    spec = IndexSpec(normaliser="clipped", goalposts={"x1": (20, 40)})
    assert build(FIGURES, FRAMEWORK, spec).scores["x1"].tolist() == [0, 0, 50, 100, 100]


def test_clipped_falls_back_on_the_extremes():
    figures = pd.DataFrame({"x1": np.r_[np.zeros(99), 5.0], **{f"x{k}": np.arange(100.0) for k in (2, 3, 4)}})
    assert build(figures, FRAMEWORK, IndexSpec(normaliser="clipped")).scores["x1"].iloc[-1] == 100


def test_figures_too_far_apart_are_refused_in_words():
    with pytest.raises(CompositeError, match="'x1' of region 'E' cannot be scored"):
        build(FIGURES.assign(x1=[-1e308, 0, 0, 0, 1e308]), FRAMEWORK)


@pytest.mark.parametrize("name", ["zscore", "rank"])
def test_goalposts_need_a_normaliser_that_uses_them(name):
    with pytest.raises(CompositeError, match="fixed goalposts have no meaning"):
        IndexSpec(normaliser=name, goalposts={"x1": (0, 1)})


def test_a_panel_is_normalised_over_all_periods_together():
    later = FIGURES + 10
    panel = pd.concat({"2023": FIGURES, "2024": later}).swaplevel()
    panel.index.names = ["region", "period"]
    result = build(panel, FRAMEWORK)
    assert result.scores.loc[("A", "2023"), "x1"] == 0
    assert result.scores.loc[("E", "2023"), "x1"] == pytest.approx(40 / 50 * 100)
    assert result.scores.loc[("E", "2024"), "x1"] == 100


def test_a_panel_ranks_and_imputes_each_period_by_itself():
    panel = pd.concat({"2023": FIGURES, "2024": FIGURES * 2}).swaplevel()
    result = build(panel, FRAMEWORK, IndexSpec(impute="mean"))
    assert result.imputed.loc[("C", "2024"), "x2"] == pytest.approx(6.5)
    ranks = result.ranks("x1")
    assert ranks[("A", "2023")] == ranks[("A", "2024")] == 5
    among = result.ranks("x1", ["A", "E"])
    assert among[("A", "2024")] == 2
    assert len(among) == 4
    with pytest.raises(CompositeError, match="region 'A' in 2023 stands twice"):
        build(pd.concat([panel, panel.iloc[[0]]]), FRAMEWORK)
