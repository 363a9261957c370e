"""Rounding as readers see it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.words.text import Speaker
from models.rounding import as_shown, shown_gap


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [(0.125, 2, 0.13), (83.35, 1, 83.4), (-0.125, 2, -0.13), (2.5, 0, 3.0), (1e16, 0, 1e16), (0.1297, 2, 0.13)],
)
def test_halves_go_away_from_zero(value, decimals, shown):
    assert as_shown(value, decimals) == shown


@given(st.floats(-1e9, 1e9, allow_nan=False), st.integers(0, 4))
def test_it_is_what_stands_in_the_text(value, decimals):
    say = Speaker("en")
    assert say.number(as_shown(value, decimals), decimals) == say.number(value, decimals)


@pytest.mark.parametrize(("one", "other", "gap"), [(19.44, 24.94, -5.5), (543.6, 544.4, 0.0), (83.35, 82.025, 1.4)])
def test_a_gap_is_that_of_the_figures_that_stand_beside_it(one, other, gap):
    assert shown_gap(one, other, 0 if one > 500 else 1) == gap
