import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.map_classes import breaks, class_of

figures = st.lists(st.floats(-1e6, 1e6).map(lambda x: round(x, 3)), min_size=1, max_size=60)


def test_bounds_are_round_and_fill_the_classes_evenly():
    assert breaks(range(101)) == (20, 40, 60, 80)
    assert breaks([x + 0.37 for x in range(101)]) == (20, 40, 60, 80)
    skewed = [1.01**k for k in range(500)]  # 1 to 143
    found = breaks(skewed)
    assert len(found) == 4
    counts = np.bincount([class_of(v, found) for v in skewed])
    assert counts.min() >= 40


def test_a_figure_on_a_bound_belongs_above_it():
    bounds = (20.0, 40.0)
    assert [class_of(v, bounds) for v in (19.9, 20, 39.9, 40, 1000)] == [0, 1, 1, 2, 2]


def test_few_different_figures_have_few_classes():
    assert breaks([]) == ()
    assert breaks([5, 5, 5]) == ()
    assert len(breaks([1, 2])) == 1
    assert len(breaks([0] * 90 + list(range(1, 11)))) <= 1


def test_decimals_are_those_of_the_step():
    assert all(len(str(b)) <= 5 for b in breaks(np.linspace(0.01, 0.09, 50)))


@given(figures)
def test_every_class_has_members(values):
    bounds = breaks(values)
    assert list(bounds) == sorted(set(bounds))
    assert len(bounds) <= 4
    if bounds:
        assert {class_of(v, bounds) for v in values} == set(range(len(bounds) + 1))


@pytest.mark.parametrize("scale", [1e-6, 1, 1e6])
def test_the_unit_changes_nothing_but_the_numbers(scale):
    values = np.arange(1, 301) ** 1.5
    assert breaks(values * scale) == pytest.approx([b * scale for b in breaks(values)])
