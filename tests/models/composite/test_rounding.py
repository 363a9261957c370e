"""Scores rounded as a spreadsheet rounds them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.composite.rounding import rounded


@pytest.mark.parametrize(
    ("score", "decimals", "shown"),
    [
        (2.675, 2, 2.68),  # in binary it lies below the half
        (-2.675, 2, -2.68),
        (0.5, 0, 1.0),
        (1.5, 0, 2.0),
        (2.5, 0, 3.0),  # not to the even one
        (1.005, 2, 1.01),
        (2.6749999, 2, 2.67),
        (1e15, 2, 1e15),
        (0.1 + 0.2, 12, 0.3),
    ],
)
def test_halves_go_away_from_zero_as_they_are_written(score, decimals, shown):
    assert rounded(np.array([score]), decimals).tolist() == [shown]


def test_what_is_missing_stays_missing_and_nothing_asked_leaves_all_as_it_is():
    scores = np.array([1.23456, np.nan])
    np.testing.assert_array_equal(rounded(scores, 1), [1.2, np.nan])
    assert rounded(scores, None) is scores


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
def test_never_further_than_half_a_step_and_the_same_again(score, decimals):
    once = rounded(np.array([score]), decimals)
    assert abs(once[0] - score) <= 0.5 * 10.0**-decimals + 1e-9
    assert rounded(once, decimals)[0] == once[0]
