from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from models.composite import IndexSpec, build
from models.composite.reading import read_figures, read_framework

SPECIMEN = Path(__file__).parents[2] / "specimens" / "composite"


@pytest.mark.parametrize(
    ("name", "spec"),
    [("scores", IndexSpec()), ("scores_treated_imputed", IndexSpec(treat="coinr", impute="mean"))],
)
def test_scores_computed_apart(name, spec):
    result = build(read_figures(SPECIMEN / "figures.csv"), read_framework(SPECIMEN / "framework.csv"), spec)
    expected = pd.read_csv(SPECIMEN / f"{name}.csv", index_col="region")
    np.testing.assert_allclose(result.scores[expected.columns], expected, rtol=0, atol=1e-9)


def test_treatment_comes_before_imputation_unless_turned_round():
    figures, tree = read_figures(SPECIMEN / "figures.csv"), read_framework(SPECIMEN / "framework.csv")
    figures.loc["Kil", "c"] = np.nan
    spec = IndexSpec(treat="coinr", impute="mean")
    first = build(figures, tree, spec).imputed.loc["Kil", "c"]
    turned = build(figures, tree, spec.replace(impute_first=True)).imputed.loc["Kil", "c"]
    assert first == pytest.approx((1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 8) / 9)
    assert turned == pytest.approx((1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 200) / 9)
