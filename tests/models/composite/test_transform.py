"""A figure's own scale changed: golden numbers, what is refused, and the order that is kept."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.composite.errors import CompositeError
from models.composite.transform import check_transforms, refused, transformed

X = np.array([1.0, np.e, 100.0, np.nan])


def test_a_logarithm_a_root_and_nothing():
    np.testing.assert_allclose(transformed(X, "log"), [0.0, 1.0, 4.605170186, np.nan], rtol=1e-9)
    np.testing.assert_allclose(transformed(np.array([0.0, 9.0, np.nan]), 0.5), [0.0, 3.0, np.nan])
    assert transformed(X, None) is X


@pytest.mark.parametrize(("how", "wrong"), [("log", [True, True, False, False]), (0.5, [True, False, False, False])])
def test_figures_that_it_cannot_take(how, wrong):
    assert refused(np.array([-1.0, 0.0, 1.0, np.nan]), how).tolist() == wrong


def test_too_large_a_power_is_infinite_and_told_by_who_asks():
    assert np.isinf(transformed(np.array([1e200]), 2.0)).all()


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("ln", "unknown transform 'ln' of 'x1'; known: log, or a power as a number"),
        (0.0, r"the power of 'x1' must be above 0 \(got 0\)"),
        (-0.5, r"the power of 'x1' must be above 0 \(got -0.5\)"),
        (float("nan"), r"the power of 'x1' must be above 0 \(got nan\)"),
        (float("inf"), r"the power of 'x1' must be above 0 \(got inf\)"),
    ],
)
def test_what_is_neither_is_refused_by_name(how, words):
    with pytest.raises(CompositeError, match=words):
        check_transforms({"x0": "log", "x1": how})


@given(st.lists(st.floats(1e-3, 1e6), min_size=2, max_size=20), st.sampled_from(["log", 0.25, 0.5, 2.0]))
def test_the_order_of_the_regions_is_kept(values, how):
    x = np.sort(np.array(values))
    assert (np.diff(transformed(x, how)) >= 0).all()
