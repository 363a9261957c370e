"""Golden numbers of the worked example §7 and §8, and what holds for any amounts."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.industries.clusters import (
    ClusterError,
    diversity,
    location_quotients,
    sampling_interval,
    shift_share,
    specialised,
    symmetric,
)

SECTORS = ["S1", "S2", "S3"]
REGION, EUROPE = pd.Series([60.0, 30, 10], SECTORS), pd.Series([300.0, 500, 200], SECTORS)
BEFORE, EUROPE_BEFORE = pd.Series([50.0, 32, 8], SECTORS), pd.Series([250.0, 480, 170], SECTORS)
AMOUNTS = st.lists(st.floats(1, 1e6), min_size=4, max_size=4)


def _series(values):
    return pd.Series(values, list("abcd"))


def test_location_quotients_and_their_symmetric_form():
    quotients = location_quotients(REGION, EUROPE)
    assert quotients.tolist() == pytest.approx([2.0, 0.6, 0.5], abs=1e-9)
    assert symmetric(quotients).tolist() == pytest.approx([1 / 3, -1 / 4, -1 / 3], abs=1e-9)


def test_sampling_interval():
    interval = sampling_interval(REGION, EUROPE).loc["S1"]
    assert interval.tolist() == pytest.approx([1.6606436, 2.4087047], abs=1e-7)
    assert np.log(interval["high"] / 2) / 1.96 == pytest.approx(0.0948683298, abs=1e-9)


def test_shift_share():
    found = shift_share(BEFORE, REGION, EUROPE_BEFORE, EUROPE)
    assert found["national"].tolist() == pytest.approx([5.555555556, 3.555555556, 0.888888889], abs=1e-9)
    assert found["mix"].tolist() == pytest.approx([4.444444444, -2.222222222, 0.522875817], abs=1e-9)
    assert found["regional"].tolist() == pytest.approx([0, -3.333333333, 0.588235294], abs=1e-9)
    assert found["change"].tolist() == [10, -2, 2]


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_shift_share_sums_to_the_change(a, b, c, d):
    found = shift_share(*map(_series, (a, b, c, d)))
    terms = found[["national", "mix", "regional"]]
    # Terms of 10¹¹ that cancel to 10⁶ leave what their last binary digits hold.
    rounding = 16 * np.finfo(float).eps * terms.abs().to_numpy().sum()
    parts = terms.sum(axis=1)
    assert parts.to_numpy() == pytest.approx(found["change"].to_numpy(), abs=1e-6 + rounding)
    assert parts.sum() == pytest.approx(sum(b) - sum(a), abs=1e-6 + rounding)


@given(st.lists(AMOUNTS, min_size=2, max_size=5))
def test_quotients_weighed_by_the_regions_sum_to_one(regions):
    table = pd.DataFrame(regions, columns=list("abcd"))
    base = table.sum()
    weights = table.sum(axis=1) / table.sum().sum()
    quotients = table.apply(lambda row: location_quotients(row, base), axis=1)
    assert quotients.mul(weights, axis=0).sum().to_numpy() == pytest.approx(np.ones(4))


@given(AMOUNTS)
def test_diversity_lies_between_none_and_even(values):
    assert -1e-12 <= diversity(_series(values)) <= 1 - 1 / 4 + 1e-12


def test_diversity_of_one_sector_and_of_even_ones():
    assert diversity(pd.Series([1.0, 0, 0])) == 0
    assert diversity(pd.Series([5.0, 5, 5, 5])) == pytest.approx(0.75)


def test_specialised_needs_a_high_quotient_and_a_usual_share():
    quotients = pd.Series({"a": 2.0, "b": 2.0, "c": 1.4})
    shares, usual = pd.Series({"a": 0.2, "b": 0.01, "c": 0.5}), pd.Series({"a": 0.1, "b": 0.02, "c": 0.3})
    assert specialised(quotients, shares, usual).to_dict() == {"a": True, "b": False, "c": False}


@pytest.mark.parametrize(
    ("region", "message"),
    [
        (pd.Series([1.0, 2], ["S1", "S2"]), "'S3' is known for only one"),
        (pd.Series([1.0, np.nan, 2], SECTORS), "'S2' has no figure"),
        (pd.Series([1.0, -1, 2], SECTORS), "'S2' is below 0"),
        (pd.Series([0.0, 0, 0], SECTORS), "all sectors are 0"),
    ],
)
def test_refusals_name_the_sector(region, message):
    with pytest.raises(ClusterError, match=message):
        location_quotients(region, EUROPE)


def test_a_sector_that_the_base_lacks_is_refused():
    with pytest.raises(ClusterError, match="'S1' is 0"):
        location_quotients(REGION, EUROPE * pd.Series([0.0, 1, 1], SECTORS))
