"""Where an axis ends: only where a few values squeeze all others, and never before one that is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.comparison.far import axis_end

NEAR = [float(k) for k in range(97)]


def test_a_few_far_out_are_left_out():
    assert axis_end([*NEAR, 5000.0, 6000.0, 9000.0], [50.0]) == 95.0


@pytest.mark.parametrize(("values", "named"), [([*NEAR, 200.0], []), ([*NEAR, 9000.0], [9000.0]), ([3.0], [])])
def test_all_are_drawn_where_they_fit_or_are_named(values, named):
    assert axis_end(values, named) is None


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=80))
def test_at_most_a_twentieth_is_left_out_and_nothing_named(values):
    named = values[:2]
    end = axis_end(values, named)
    if end is not None:
        assert max(named) <= end
        assert sum(value > end for value in values) <= 0.04 * len(values) + 1
