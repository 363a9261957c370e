import json
import shutil

import numpy as np
import pandas as pd
import pytest

from data_sources import snapshot
from data_sources.errors import SnapshotError
from data_sources.snapshot.build import joined, read_figures, read_sources
from data_sources.snapshot.outlines import wound_clockwise
from models.catalogue.formulas import inputs, is_formula
from models.figures.derivations import evaluate
from models.figures.observations import published
from tests.conftest import PROJECT

FOLDER = PROJECT / "data_sources" / "snapshot"


@pytest.fixture
def copy(tmp_path):
    """A copy of the snapshot that a test may damage."""
    for name in (snapshot.FIGURES, snapshot.SERIES, snapshot.PROVENANCE, snapshot.MANIFEST):
        shutil.copy(FOLDER / name, tmp_path / name)
    return tmp_path


FILES = ("figures/observations.csv.gz", "figures/municipal_observations.csv.gz", "more/observations.csv.gz")
KEY = ["indicator", "region", "period"]


def test_every_value_equals_the_source_figures(shared, figures):
    ours, compiled = figures.frame, shared / "data" / "figures"
    parts = [read_figures(shared / "data" / name) for name in FILES]
    given = joined(pd.concat(parts[:2]), parts[2], read_sources(shared / "data")["last_changed"])
    known = set(ours["region"].astype(str))
    given = given.loc[given["region"].isin(known)]  # groups of regions (NUTS 1) are left out
    key = KEY
    derived = ~ours["indicator"].isin(given["indicator"].unique())
    both = ours.loc[~derived].astype(dict.fromkeys(key, str)).merge(given, on=key, how="left", suffixes=("", "_given"))
    assert len(both) == (~derived).sum()
    assert both["value_given"].notna().all()
    assert (both["value"] == both["value_given"]).all()
    assert (both["flag"].astype(str) == both["flag_given"]).all()
    omitted = set(pd.read_csv(compiled / "omitted.csv")["indicator"])
    assert set(given["indicator"]) - set(both["indicator"]) == omitted
    assert len(both) == (~given["indicator"].isin(omitted)).sum()


def test_every_figure_found_later_equals_its_row(shared, catalogue, figures):
    found = read_figures(shared / "data" / "more" / "observations.csv.gz")
    found = found.loc[found["region"].isin(catalogue.regions)]
    ours = figures.frame.astype(dict.fromkeys(KEY, str))
    both = found.merge(ours, on=KEY, how="left", suffixes=("", "_ours"))
    assert both["value_ours"].notna().all()
    apart = both.loc[both["value"] != both["value_ours"]]
    # Where an extract of a later day has the same cell, or (expenditure on research) one of the same edition for all.
    assert set(apart["indicator"]) <= {
        "air_passengers",
        "air_passengers_per_inhabitant",
        "establishments",
        "gerd_pct_gdp",
        "unemployment_rate_15_74",
    }
    new = set(found["indicator"]) - set(pd.read_csv(shared / "data" / "figures" / "observations.csv.gz")["indicator"])
    assert len(new) == 42
    assert not set(apart["indicator"]) & new
    origin = figures.series.loc[
        ours.set_index(KEY).loc[[("tertiary_25_64", "NO08", "2024")], "series"].iloc[0], "origin"
    ]
    assert origin == "H01"


def test_of_two_extracts_the_later_one_holds():
    def rows(*values):
        return pd.DataFrame(values, columns=[*KEY, "value", "origin"])

    first = rows(
        ("a", "NO08", "2021", 1.0, "OLD"), ("a", "NO08", "2022", 2.0, "NEWEST"), ("a", "SE11", "2021", 3.0, "OLD")
    )
    later = rows(
        ("a", "NO08", "2021", 1.5, "NEW"), ("a", "NO08", "2022", 2.5, "NEW"), ("a", "NO08", "2023", 4.0, "NEW")
    )
    changed = pd.Series({"OLD": "2024-01-01", "NEW": "2025-01-01", "NEWEST": "2026-01-01"})
    made = joined(first, later, changed).set_index(KEY)["value"].to_dict()
    assert made == {
        ("a", "NO08", "2021"): 1.5,
        ("a", "NO08", "2022"): 2.0,
        ("a", "NO08", "2023"): 4.0,
        ("a", "SE11", "2021"): 3.0,
    }
    gaps = joined(first.assign(indicator="gerd_pct_gdp"), later.assign(indicator="gerd_pct_gdp"), changed)
    assert sorted(gaps["value"]) == [1.0, 2.0, 3.0, 4.0]


def test_derived_figures_follow_their_formula(catalogue, figures):
    formulas = {
        "nights_foreign_per_1000": "1000 * nights_foreign / population_total",
        "life_expectancy": "(life_expectancy_female + life_expectancy_male) / 2",
        "working_age_growth_5y": "100 * (population_15_64 / population_15_64[t-5] - 1)",
        "nights_domestic_per_1000": "1000 * nights_domestic / population_total",
    }
    for name, formula in formulas.items():
        assert catalogue.indicators[name].derivation == formula
        expected = evaluate(formula, {i: figures.indicator(i) for i in inputs(formula)}).set_index(["region", "period"])
        stored = figures.indicator(name).astype({"region": str, "period": str}).set_index(["region", "period"])
        assert len(stored) == len(expected) > 200
        np.testing.assert_allclose(stored["value"], expected["value"].reindex(stored.index), rtol=0, atol=1e-9)


# By another count of inhabitants.
OTHER_VINTAGE = {"births_per_1000_inhabitants", "rd_personnel_per_1000_inhabitants", "air_passengers_per_inhabitant"}


def test_every_formula_gives_the_embedded_figures(catalogue, figures):
    checked = 0
    for indicator in catalogue.indicators.values():
        if not is_formula(indicator.derivation) or indicator.id not in figures or indicator.id in OTHER_VINTAGE:
            continue
        parts = {i: figures.indicator(i) for i in inputs(indicator.derivation)}
        key = ["region", "period"]
        made = evaluate(indicator.derivation, parts).set_index(key)["value"]
        stored = figures.indicator(indicator.id).astype({"region": str, "period": str}).set_index(key)["value"]
        common = stored.index.intersection(made.index)
        assert len(common) >= 0.05 * len(stored), indicator.id  # some inputs are embedded for fewer years
        decimals = max(len(published(v).partition(".")[2]) for v in stored)
        apart = (made[common] - stored[common]).abs().max()
        assert apart <= 0.5 * 10.0**-decimals + 1e-9, indicator.id
        checked += 1
    assert checked > 40


def test_a_known_derived_figure(figures):
    rows = figures.indicator("nights_foreign_per_1000")
    row = rows.loc[(rows["region"] == "NO08") & (rows["period"] == "2024")]
    assert row["value"].item() == pytest.approx(1000 * 3903563 / 2035795, rel=0.05)


def test_every_series_has_provenance(figures):
    known = set(pd.read_csv(FOLDER / snapshot.PROVENANCE)["id"])
    for origin in figures.series["origin"]:
        assert set(origin.split("+")) <= known


@pytest.mark.parametrize("name", [snapshot.FIGURES, snapshot.SERIES, snapshot.MANIFEST])
def test_a_missing_file_is_named(copy, name):
    (copy / name).unlink()
    with pytest.raises(SnapshotError, match=f"are missing: .*{name}.*OSLOREGION_SNAPSHOT"):
        snapshot.load(copy)


@pytest.mark.parametrize("name", [snapshot.FIGURES, snapshot.SERIES])
def test_a_damaged_file_is_named(copy, name):
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 0xFF
    (copy / name).write_bytes(content)
    with pytest.raises(SnapshotError, match=f"are damaged: {name}"):
        snapshot.load(copy)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": {}}', "\x00"])
def test_a_damaged_manifest_is_a_clear_error(copy, text):
    (copy / snapshot.MANIFEST).write_text(text)
    with pytest.raises(SnapshotError, match="cannot be read"):
        snapshot.load(copy)


def test_outlines_are_wound_for_the_sphere():
    square = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]  # counter-clockwise
    collection = {"features": [{"geometry": {"type": "Polygon", "coordinates": [square]}}]}
    wound = wound_clockwise(collection)["features"][0]["geometry"]["coordinates"][0]
    assert wound == square[::-1]
    assert wound_clockwise(collection)["features"][0]["geometry"]["coordinates"][0] == square[::-1]


@pytest.mark.parametrize("name", ["nuts2_2021", "europe", "municipalities_2024"])
def test_outlines_are_embedded(name):
    features = json.loads((FOLDER / "outlines" / f"{name}.geojson").read_text())["features"]
    assert len(features) > 40
    assert all(f["properties"]["id"] for f in features)
