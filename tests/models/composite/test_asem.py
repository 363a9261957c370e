"""Against COINr 1.1.14: its example of 51 countries and 49 indicators, stage by stage."""

import os
import subprocess
import sys
from pathlib import Path

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


def test_the_command_gives_the_index_from_the_inputs_through_files_alone(asem, read, tmp_path):
    """Figures with their gaps, framework and choices as files in; the index and every group out."""
    figures, _, spec = asem
    rows = read("framework")
    rows = rows[rows["Type"].isin(["Indicator", "Aggregate"])]
    columns = {"iCode": "code", "Parent": "parent", "Direction": "direction", "Weight": "weight"}
    rows[list(columns)].rename(columns=columns).to_csv(tmp_path / "framework.csv", index=False)
    figures.to_csv(tmp_path / "figures.csv", index_label="region")
    groups = "\n".join(f'{region} = "{group}"' for region, group in spec.groups.items())
    (tmp_path / "spec.toml").write_text(
        f'treat = true\nimpute = "group_mean"\nimpute_first = true\n[groups]\n{groups}\n'
    )
    words = [sys.executable, "-m", "models.composite", "figures.csv", "framework.csv", "--spec", "spec.toml"]
    words += ["--out", "scores.csv", "--ranks", "ranks.csv", "--draws", "50"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert int(figures.isna().sum().sum()) == 65
    scores = pd.read_csv(tmp_path / "scores.csv", keep_default_na=False).set_index(["region", "code"])["score"]
    expected = read("step_Aggregated").set_index("uCode")[list(rows["iCode"])]
    table = scores.astype(float).unstack().loc[expected.index, expected.columns]
    np.testing.assert_allclose(table, expected.to_numpy(dtype=float), rtol=1e-9, atol=1e-9)
    assert len(pd.read_csv(tmp_path / "ranks.csv")) == len(expected)
