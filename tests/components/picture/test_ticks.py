"""Round numbers hold what they must hold, whatever the figures are."""

from itertools import pairwise
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.picture.ticks import decimals_of, round_numbers

FINITE = st.floats(-1e9, 1e9, allow_nan=False)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (41.8, 59.6, (40.0, 45.0, 50.0, 55.0, 60.0)),
        (0.0, 9006.0, (0.0, 2000.0, 4000.0, 6000.0, 8000.0, 10000.0)),
        (5.0, 5.0, (4.4, 4.6, 4.8, 5.0, 5.2, 5.4, 5.6)),
        (-7.2, 29.4, (-10.0, 0.0, 10.0, 20.0, 30.0)),
        (0.0, 1.13e-12, (0.0, 2.5e-13, 5e-13, 7.5e-13, 1e-12, 1.25e-12)),
    ],
)
def test_known_axes(low, high, expected):
    assert round_numbers(low, high) == expected


@given(FINITE, FINITE)
def test_hold_the_figures_evenly_and_few(one, other):
    low, high = sorted((one, other))
    found = round_numbers(low, high)
    room = 1e-6 * max(abs(low), abs(high), 1e-9)
    assert found[0] <= low + room
    assert found[-1] >= high - room
    assert 2 <= len(found) <= 9
    steps = [b - a for a, b in pairwise(found)]
    assert all(isclose(step, steps[0], rel_tol=1e-3, abs_tol=1e-9) for step in steps)


def test_decimals_tell_numbers_apart():
    assert decimals_of((0.0, 2.5, 5.0)) == 1
    assert decimals_of((0.0, 20.0)) == 0
    assert decimals_of((0.25, 0.5)) == 2
