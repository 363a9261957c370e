from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.labels.swarm import fitting, flags, swarm

positions = st.lists(st.floats(0, 1000).map(lambda x: round(x, 1)), max_size=120).map(tuple)


@given(positions, st.sampled_from([4.0, 7.5, 10.0]))
def test_no_two_dots_overlap_and_none_leaves_its_place(along, diameter):
    across = swarm(along, diameter)
    assert len(across) == len(along)
    for (x, y), (u, v) in combinations(zip(along, across, strict=True), 2):
        assert (x - u) ** 2 + (y - v) ** 2 >= diameter**2 - 1e-3


def test_lone_dots_lie_on_the_axis_and_crowds_on_both_sides_of_it():
    assert swarm((0.0, 100.0, 50.0), 10) == (0.0, 0.0, 0.0)
    crowd = swarm((5.0, 5.0, 5.0), 10)
    assert crowd == (0.0, 10.0, -10.0)
    assert swarm((5.0, 5.0, 5.0), 10) == crowd


def test_the_dots_shrink_until_the_swarm_fits():
    along = tuple(float(x % 20) for x in range(200))
    diameter, across = fitting(along, (10.0, 6.0, 3.0), 120)
    assert diameter == 3.0
    assert max(across) - min(across) + diameter <= 120
    assert fitting((0.0, 50.0), (10.0, 6.0), 120)[0] == 10.0
    assert fitting(along, (10.0,), 5)[0] == 10.0  # nothing smaller: it stays too high
    assert fitting((), (10.0,), 5) == (10.0, ())


def boxes(placed, masts, widths):
    """Lane, left and right edge, and mast of each name."""
    for flag in placed:
        mast, width = masts[flag.name], widths[flag.name]
        yield flag.lane, *((mast - width, mast) if flag.leftwards else (mast, mast + width)), mast


@given(
    st.lists(st.tuples(st.floats(0, 700), st.floats(20, 160)), min_size=1, max_size=16),
    st.integers(1, 8),
    st.sampled_from([1.0, 1.3, 2.5]),
)
def test_no_name_lies_on_another_or_on_a_mast_however_wide_the_chart(names, lanes, stretch):
    masts, widths = [m for m, _ in names], [w for _, w in names]
    placed = flags(masts, widths, 700, lanes)
    wide = [m * stretch for m in masts]
    for (lane, left, right, mast), (other, start, end, theirs) in combinations(boxes(placed, wide, widths), 2):
        if lane == other:
            assert right <= start + 1e-6 or end <= left + 1e-6
        elif lane < other:
            assert not left + 1e-6 < theirs < right - 1e-6
        else:
            assert not start + 1e-6 < mast < end - 1e-6
    for flag, (lane, left, right, mast) in zip(placed, boxes(placed, masts, widths), strict=True):
        assert lane < lanes
        if flag.name:
            assert left >= 0
            assert right <= 700
        else:
            assert flag.leftwards == (mast > 350)


def test_the_first_name_always_stands():
    names = [350.0] * 20
    assert flags(names, [400.0] * 20, 700, 1)[0].name == 0


def test_names_spread_to_both_sides():
    placed = flags([340, 310, 320, 330], [100] * 4, 700, 8)
    assert len(placed) == 4
    assert {flag.leftwards for flag in placed} == {True, False}
    assert max(flag.lane for flag in placed) == 1


def test_where_room_is_short_the_first_names_stay():
    placed = flags([340, 330, 331, 332], [100] * 4, 700, 1)
    assert [flag.name for flag in placed] == [0, 1]


@pytest.mark.parametrize(("mast", "leftwards"), [(0, False), (700, True)])
def test_at_the_ends_names_point_inwards(mast, leftwards):
    (flag,) = flags([mast], [100], 700, 3)
    assert flag.leftwards == leftwards
