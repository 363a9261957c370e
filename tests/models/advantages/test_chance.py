"""What chance alone gives: each region in turn takes ours, and the mean number of calls is counted."""

import numpy as np
import pandas as pd
import pytest

from models.advantages.chance import expected
from models.advantages.scenarios import PoolScenario
from models.advantages.years import YearFigures

REGIONS = ["A", "B", "C", "D"]


def scenario(z, *, peer_set="own", flags=("", "", "", ""), unusual=False):
    year = YearFigures("2023", pd.Series([1.0] * 4, REGIONS), pd.Series(list(flags), REGIONS), unusual)
    return PoolScenario(peer_set, year, "mean", pd.Series(z, REGIONS), pd.Series([8] * 4, REGIONS))


def rated(found):
    return {kind: n for kind, n in found.items() if n}


def test_four_regions_give_a_quarter_of_a_call_each():
    assert rated(expected([[scenario([1.0, -1.0, 0.2, 0.6])]])) == {
        "strength": 0.5,
        "weakness": 0.25,
        "in_line": 0.25,
    }


def test_several_indicators_add_up():
    one, other = scenario([1.0, -1.0, 0.2, 0.6]), scenario([0.0, 0.0, 0.0, 2.0])
    assert rated(expected([[one], [other]])) == {"strength": 0.75, "weakness": 0.25, "in_line": 1.0}


def test_a_region_without_a_figure_takes_no_part():
    found = expected([[scenario([1.0, np.nan, np.nan, -1.0])]])
    assert rated(found) == {"strength": 0.5, "weakness": 0.5}


def test_an_indicator_that_nobody_can_be_rated_by_counts_nothing():
    assert rated(expected([[scenario([np.nan] * 4)], []])) == {}


def test_a_doubtful_figure_is_a_tendency_at_most():
    assert rated(expected([[scenario([1.0, 1.0, 1.0, 1.0], flags=("b", "u", "p", ""))]])) == {
        "strength": 0.5,
        "tendency": 0.5,
    }
    assert rated(expected([[scenario([1.0] * 4, unusual=True)]])) == {"tendency": 1.0}


def test_another_set_can_lower_a_call_and_never_rates_alone():
    own, other = scenario([1.0, 1.0, np.nan, -1.0]), scenario([1.0, -1.0, 2.0, -1.0], peer_set="nordic")
    found = expected([[own, other]])
    assert found["strength"] == pytest.approx(1 / 3)
    assert found["tendency"] == pytest.approx(1 / 3)
    assert found["weakness"] == pytest.approx(1 / 3)


def test_a_distance_within_the_sampling_error_is_in_line():
    near = pd.Series([True, False, True, False], REGIONS)
    assert rated(expected([[scenario([1.0] * 4)]], within_error=[near])) == {"strength": 0.5, "in_line": 0.5}


def test_what_is_rated_sums_to_the_number_of_indicators():
    dice = np.random.default_rng(7)
    drawn = [[scenario(dice.normal(size=4)), scenario(dice.normal(size=4), peer_set="nordic")] for _ in range(20)]
    assert sum(expected(drawn).values()) == pytest.approx(20.0)
    assert "not_rated" not in expected(drawn)
