"""The median slope and its interval: worked by hand, and as SciPy has them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import theilslopes

from models.change.slope import theil_sen

SHOWN = st.floats(-1e4, 1e4).map(lambda value: round(value, 1))  # as published, so that some are tied


@given(st.lists(st.tuples(st.integers(1990, 2030), SHOWN), min_size=2, max_size=30, unique_by=lambda point: point[0]),
       st.sampled_from([0.9, 0.95, 0.99]))  # fmt: skip
def test_it_is_scipys(points, confidence):
    years, values = (np.array(side, dtype=float) for side in zip(*points, strict=True))
    ours, theirs = theil_sen(values, years, confidence), theilslopes(values, years, confidence)
    assert (ours.slope, ours.low, ours.high) == pytest.approx(
        (theirs.slope, theirs.low_slope, theirs.high_slope), rel=1e-12, abs=1e-12
    )


def test_by_hand():
    """Six pairs of four years: 1, 1 and 2 from one year to the next, 1 and 3/2 over two, 4/3 over three."""
    found = theil_sen(np.array([1.0, 2.0, 3.0, 5.0]), np.array([2020.0, 2021.0, 2022.0, 2023.0]), 0.95)
    assert found.slope == pytest.approx((1 + 4 / 3) / 2)
    assert (found.low, found.high) == (1.0, 2.0)


def test_one_odd_year_does_not_move_it():
    years = np.arange(2010.0, 2021.0)
    values = 2 * (years - 2010)
    values[5] = 1e6
    assert theil_sen(values, years, 0.95).slope == pytest.approx(2, abs=0.01)


def test_a_level_line_is_level_for_sure():
    found = theil_sen(np.full(8, 7.2), np.arange(8.0), 0.95)
    assert (found.slope, found.low, found.high) == (0, 0, 0)


def test_the_order_of_the_years_does_not_matter():
    years, values = np.arange(2000.0, 2012.0), np.arange(12.0) ** 1.5
    mixed = np.random.default_rng(1).permutation(12)
    assert theil_sen(values[mixed], years[mixed], 0.95) == theil_sen(values, years, 0.95)
