"""A region beside its peers in one year, every measure at once; golden numbers by hand."""

import numpy as np
import pandas as pd
import pytest

from models.advantages.measured import measured
from models.advantages.years import YearFigures

PEERS = list("BCDEFGHI")
VALUES = dict(zip("ABCDEFGHI", [30.0, 10.0, 12.0, 14.0, 16.0, 20.0, 24.0, 26.0, 40.0], strict=True))


def year(**changed):
    values = pd.Series({**VALUES, **changed})
    return YearFigures("2023", values, pd.Series("", values.index).where(values.index != "A", "p"), unusual=False)


@pytest.fixture(scope="module")
def higher(catalogue):
    return catalogue.indicators["tertiary_25_64"]


@pytest.fixture(scope="module")
def lower(catalogue):
    return catalogue.indicators["neet_15_29"]


def of(indicator, figures=None, peers=PEERS, min_peers=8):
    return measured(figures or year(), indicator, "A", peers, min_peers, true_zero=True)


def test_where_more_is_better(higher):
    found = of(higher)
    assert (found.period, found.value, found.flag, found.count) == ("2023", 30.0, "p", 8)
    assert (found.rank, found.median, found.gap, found.better) == (2, 18.0, 12.0, True)
    # The mean of the eight is 20.25, their standard deviation (n − 1) 9.765098.
    assert found.z == pytest.approx(0.99845386, abs=1e-6)
    # Distances from 18: 8 6 4 2 2 6 8 22, in the middle 6; 12 / (1.4826 · 6).
    assert found.robust_z == pytest.approx(1.34898152, abs=1e-6)
    assert found.relative_gap == pytest.approx(200 / 3)


def test_where_less_is_better_the_signs_turn_and_the_figures_do_not(lower):
    found = of(lower)
    assert (found.rank, found.median, found.gap, found.better) == (8, 18.0, 12.0, False)
    assert found.z == pytest.approx(-0.99845386, abs=1e-6)
    assert found.relative_gap == pytest.approx(-200 / 3)


def test_a_figure_as_the_middle_is_neither_better_nor_worse(higher):
    found = of(higher, year(A=18.0))
    assert (found.gap, found.better, found.rank) == (0.0, None, 5)


def test_with_too_few_peers_there_is_a_rank_and_a_gap_and_no_z(higher):
    found = of(higher, peers=PEERS[:5])
    assert (found.count, found.rank, found.median, found.gap) == (5, 1, 14.0, 16.0)
    assert (found.z, found.robust_z) == (None, None)


def test_peers_that_are_all_the_same_are_no_yardstick(higher):
    found = of(higher, year(**dict.fromkeys(PEERS, 10.0)))
    assert (found.z, found.robust_z, found.gap) == (None, None, 20.0)


def test_the_region_itself_a_peer_twice_and_one_without_a_figure_do_not_count(higher):
    found = of(higher, year(I=np.nan), peers=["A", "B", *PEERS])
    assert found.count == 7
    assert found.median == 16.0


def test_alone_it_is_first_with_nothing_to_compare(higher):
    found = of(higher, peers=[])
    assert (found.count, found.rank, found.median, found.gap, found.better) == (0, 1, None, None, None)
