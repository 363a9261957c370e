"""Every region against the others: the own value never counts, and regions outside the set never matter."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.advantages.measures import robust_z, z_score
from models.advantages.scenarios import pool_scenario, pool_scenarios
from models.advantages.years import YearFigures

NAMES = [f"R{n:02d}" for n in range(12)]
SET = tuple(NAMES[1:10])
VALUES = st.lists(st.floats(-1e3, 1e3, width=32), min_size=12, max_size=12)


def _year(values):
    series = pd.Series(values, NAMES[: len(values)], dtype=float)
    return YearFigures("2023", series, pd.Series("", series.index), unusual=False)


def _z(values, statistic="mean", sign=1, focus="R00", members=SET):
    return pool_scenario(_year(values), sign, "set", members, focus, statistic, 8).z


@given(VALUES, st.sampled_from([1, -1]))
def test_the_focus_is_set_against_the_members(values, sign):
    peers = np.array(values[1:10]) * sign
    assume(np.std(peers) > 1e-2)
    assert _z(values, sign=sign)["R00"] == pytest.approx(z_score(values[0] * sign, peers), rel=1e-6, abs=1e-6)
    mad = np.median(np.abs(peers - np.median(peers)))
    assume(mad > 1e-2)
    assert _z(values, "median", sign)["R00"] == pytest.approx(robust_z(values[0] * sign, peers), rel=1e-6, abs=1e-6)


@given(VALUES)
def test_each_member_is_set_against_the_focus_and_the_other_members(values):
    others = [values[0], *values[1:4], *values[5:10]]
    assume(np.std(others) > 1e-2)
    assert _z(values)["R04"] == pytest.approx(z_score(values[4], others), rel=1e-6, abs=1e-6)


@given(VALUES, st.floats(-1e6, 1e6))
def test_regions_outside_the_set_never_matter(values, other):
    assert _z(values)["R00"] == pytest.approx(_z([*values[:10], other, -other])["R00"], nan_ok=True)


@given(VALUES)
def test_the_own_value_never_enters_the_peers_mean(values):
    peers = np.array(values[1:10])
    assume(np.std(peers) > 1e-2)
    step = _z([values[0] + 1, *values[1:]])["R00"] - _z(values)["R00"]
    assert step == pytest.approx(1 / peers.std(ddof=1), rel=1e-3, abs=1e-9)


def test_too_few_peers_no_spread_and_a_missing_figure_have_names():
    values = [1.0, *([2.0] * 9), 3.0, 4.0]
    assert pool_scenario(_year(values), 1, "set", SET, "R00", "mean", 8).of("R00", 8).problem == "no_spread"
    few = pool_scenario(_year(values), 1, "set", SET[:7], "R00", "mean", 8).of("R00", 8)
    assert (few.problem, few.count, few.z) == ("too_few_peers", 7, None)
    values[0] = np.nan
    assert pool_scenario(_year(values), 1, "set", SET, "R00", "mean", 8).of("R00", 8).problem == "missing"


def test_scenarios_are_sets_times_years_times_two():
    made = pool_scenarios([_year(range(12)), _year(range(12))], 1, {"a": SET, "b": NAMES}, "R00", 8)
    assert len(made) == 2 * 2 * 2
    assert {s.statistic for s in made} == {"mean", "median"}
