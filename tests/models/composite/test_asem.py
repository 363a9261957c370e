"""Against COINr 1.1.14: its example of 51 countries and 49 indicators, stage by stage."""

import numpy as np
import pandas as pd
import pytest

from models.composite import Framework, IndexSpec, Node, build

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def read(shared):
    def one(name):
        return pd.read_csv(shared / "data" / "asem" / f"{name}.csv")

    return one


@pytest.fixture(scope="module")
def asem(read):
    rows = read("framework")
    rows = rows[rows["Type"].isin(["Indicator", "Aggregate"])]
    tree = Framework.of(
        Node(r.iCode, None if pd.isna(r.Parent) else r.Parent, int(r.Direction), float(r.Weight))
        for r in rows.itertuples()
    )
    raw = read("inputs").set_index("uCode").sort_index()
    figures = raw[[leaf.code for leaf in tree.leaves]].astype(float)
    for row in rows.dropna(subset="Denominator").itertuples():
        figures[row.iCode] = raw[row.iCode] / raw[row.Denominator]
    spec = IndexSpec(treat="coinr", impute="group_mean", impute_first=True, groups=raw["EurAsia_group"].to_dict())
    return figures, tree, spec


def same(frame, expected):
    expected = expected.set_index("uCode").loc[frame.index, frame.columns]
    np.testing.assert_allclose(frame.to_numpy(), expected.to_numpy(dtype=float), rtol=1e-9, atol=1e-9)


def test_every_stage(asem, read):
    figures, tree, spec = asem
    result = build(figures, tree, spec)
    direction = np.array([leaf.direction for leaf in tree.leaves])
    same(figures, read("step_Denominated"))
    same(result.imputed * direction, read("step_Imputed"))
    same(result.treated * direction, read("step_Treated"))
    same(result.normalised, read("step_Normalised"))
    same(result.scores, read("step_Aggregated"))
    assert int(result.was_imputed.sum().sum()) == 65


def test_the_record_of_treatment(asem, read):
    figures, tree, spec = asem
    records = build(figures, tree, spec).treatments
    for row in read("treat_details").itertuples(index=False):
        code, passed, skew, kurtosis, points, *_ = row
        record = records[code]
        assert record.skew == pytest.approx(float(skew), abs=1e-9)
        assert record.kurtosis == pytest.approx(float(kurtosis), abs=1e-9)
        assert (record.method == "none") == passed
        assert record.points == (0 if pd.isna(points) else points)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("var_agg_minmax0_100_amean_notreat", {"treat": "none"}),
        ("var_agg_minmax1_100_gmean", {"scale": (1, 100), "aggregator": "geometric"}),
        ("var_agg_rank_amean", {"normaliser": "rank"}),
        ("var_agg_zscore0_1_amean", {"normaliser": "zscore"}),
    ],
)
def test_variants(asem, read, name, changes):
    figures, tree, spec = asem
    same(build(figures, tree, spec.replace(**changes)).scores, read(name))
