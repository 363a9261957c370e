"""Golden numbers of the worked example §6, the refusals, and what holds for any figures."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.advantages import NoSpread, TooFewPeers, frontier_gap, relative_gap, robust_z, z_score

# Direction applied, region D against B, C and E.
EXAMPLE = {
    "x1": (40.0, [20.0, 30, 50], 0.4364357805, 100 / 3),
    "x3": (-2.0, [-4.0, -6, -10], 1.5275252317, 200 / 3),
    "x4": (500.0, [300.0, 200, 400], 2.0, 200 / 3),
}
PEERS = st.lists(st.floats(-1e4, 1e4, width=32), min_size=8, max_size=20)


@pytest.mark.parametrize("name", EXAMPLE)
def test_worked_example(name):
    value, peers, z, gap = EXAMPLE[name]
    assert z_score(value, peers, min_peers=3) == pytest.approx(z, abs=1e-9)
    assert relative_gap(value, peers) == pytest.approx(gap, abs=1e-9)


def test_worked_example_with_a_missing_peer():
    peers = [3.0, np.nan, 4.0]
    assert z_score(1.0, peers, min_peers=2) == pytest.approx(-3.5355339059, abs=1e-9)
    assert relative_gap(1.0, peers) == pytest.approx(-500 / 7, abs=1e-9)
    with pytest.raises(TooFewPeers) as caught:
        z_score(1.0, peers, min_peers=3)
    assert (caught.value.present, caught.value.needed) == (2, 3)


def test_under_eight_peers_there_is_no_z():
    with pytest.raises(TooFewPeers):
        z_score(1.0, range(7))
    with pytest.raises(TooFewPeers):
        robust_z(1.0, range(7))
    assert z_score(1.0, range(8)) < 0


def test_peers_without_spread_are_no_yardstick():
    with pytest.raises(NoSpread):
        z_score(2.0, [0.1] * 8)
    with pytest.raises(NoSpread):
        robust_z(2.0, [1.0] * 5 + [2.0, 3.0, 4.0])


def test_robust_z_uses_median_and_mad():
    assert robust_z(10.0, [1.0, 2, 3, 4, 5, 6, 7, 8]) == pytest.approx((10 - 4.5) / (1.4826 * 2))


@pytest.mark.parametrize(
    ("value", "peers", "true_zero"),
    [
        (1.0, [0.5, 2, 3], False),
        (1.0, [-1.0, 2, 3], True),
        (-1.0, [1.0, 2, 3], True),
        (1.0, [0.0, 0, 30], True),
        (1.0, [], True),
    ],
)
def test_no_per_cent_where_they_mean_nothing(value, peers, true_zero):
    assert relative_gap(value, peers, true_zero=true_zero) is None


def test_no_per_cent_of_a_median_near_zero():
    assert relative_gap(5.0, [0.0, 0.1, 0.2, 50.0]) is None
    assert relative_gap(5.0, [4.0, 5.0, 6.0, 50.0]) is not None


def test_frontier_gap_is_to_the_best_quarter():
    assert frontier_gap(7.0, [1.0, 2, 3, 4, 5]) == 3
    assert frontier_gap(7.0, []) is None


@given(st.floats(-1e4, 1e4, width=32), PEERS, st.floats(0.1, 100), st.floats(-100, 100))
def test_units_do_not_change_z(value, peers, factor, shift):
    assume(np.std(peers) > 1e-2)
    moved = [p * factor + shift for p in peers]
    assert z_score(value * factor + shift, moved) == pytest.approx(z_score(value, peers), rel=1e-4, abs=1e-4)


@given(st.floats(-1e4, 1e4, width=32), PEERS)
def test_the_other_direction_changes_the_sign(value, peers):
    assume(np.std(peers) > 1e-2)
    assert z_score(-value, [-p for p in peers]) == pytest.approx(-z_score(value, peers), abs=1e-9)
