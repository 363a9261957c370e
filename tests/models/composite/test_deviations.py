"""Deviations from the mean in a size that can be squared."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from models.composite.deviations import deviations, means


def test_by_hand():
    apart, centre, scale = deviations(np.array([[1.0, 10.0], [3.0, np.nan], [8.0, 30.0]]))
    assert centre.tolist() == [4.0, 20.0]
    np.testing.assert_allclose(apart * scale, [[-3.0, -10.0], [-1.0, np.nan], [4.0, 10.0]])
    assert np.log2(scale).tolist() == np.round(np.log2(scale)).tolist()  # powers of two


def test_a_column_without_a_figure_stays_without():
    apart, centre, _ = deviations(np.full((2, 1), np.nan))
    assert np.isnan(apart).all()
    assert np.isnan(centre).all()
    assert np.isnan(means(np.full((2, 1), np.nan))).all()


@pytest.mark.parametrize("size", [1e-200, 1e-150, 1.0, 1e150, 1e300])
def test_very_large_and_very_small_figures_can_be_squared(size):
    apart, centre, scale = deviations(np.array([[1.0], [2.0], [3.0]]) * size)
    assert centre[0] == pytest.approx(2.0 * size)
    np.testing.assert_allclose(apart[:, 0] * scale[0], [-size, 0.0, size])
    assert np.isfinite(np.square(apart)).all()
    assert np.square(apart).max() >= 0.25


@given(arrays(float, (5, 2), elements=st.floats(-1e9, 1e9)))
def test_the_largest_deviation_lies_between_a_half_and_two_and_the_sum_is_nothing(values):
    apart, centre, scale = deviations(values)
    for k in range(2):
        largest = np.abs(apart[:, k]).max()
        assert largest == 0 or 0.5 <= largest <= 2
    np.testing.assert_allclose(apart * scale + centre, values, atol=1e-6 * max(1.0, np.abs(values).max()))
