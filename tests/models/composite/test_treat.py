import numpy as np
import pytest

from models.composite.treat import coinr, excess_kurtosis, log_form, skewness, winsorise, within_limits

OUTLIER = np.array([*range(1, 10), 100], dtype=float)
SKEWED = np.array([1.0] * 8 + [50, 60, 1000])


def test_golden_skewness_and_kurtosis():
    assert skewness(OUTLIER) == pytest.approx(3.118895745, abs=1e-9)
    assert excess_kurtosis(OUTLIER) == pytest.approx(9.799244716, abs=1e-9)
    assert skewness(SKEWED) == pytest.approx(3.285270156, abs=1e-9)
    assert excess_kurtosis(SKEWED) == pytest.approx(10.84427846, abs=5e-9)  # shown to eight decimals


def test_golden_winsorising():
    treated, record = coinr(OUTLIER)
    assert treated.tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9, 9]
    assert (record.method, record.points, record.passes) == ("winsorised", 1, True)
    assert record.skew == pytest.approx(3.118895745, abs=1e-9)
    assert skewness(treated) == pytest.approx(-0.1514631071, abs=1e-9)
    assert excess_kurtosis(treated) == pytest.approx(-1.356984912, abs=1e-9)


def test_golden_log_form():
    expected = [2.301584593] * 8 + [4.077367938, 4.233961567, 6.916705110]
    np.testing.assert_allclose(log_form(SKEWED), expected, atol=1e-9)


def test_low_extremes_are_winsorised_upwards():
    treated, record = coinr(-OUTLIER)
    assert treated.tolist() == [-1, -2, -3, -4, -5, -6, -7, -8, -9, -9]
    assert record.points == 1


def test_tied_extremes_move_together_and_earlier_points_count_again():
    column = np.r_[np.arange(1.0, 41), 500.0, 500.0, 400.0]
    treated, points = winsorise(column)
    assert points == 3
    assert treated[-3:].tolist() == [40, 40, 40]


def test_the_log_form_of_the_original_where_five_points_do_not_suffice():
    column = np.r_[np.linspace(0, 1, 60), 40.0, 60.0, 90.0, 130.0, 200.0, 300.0, 500.0, 900.0]
    assert not within_limits(winsorise(column)[0])
    treated, record = coinr(column)
    assert (record.method, record.points) == ("log", 68)
    np.testing.assert_array_equal(treated, log_form(column))


def test_one_figure_apart_from_a_constant_is_never_made_constant():
    treated, record = coinr(np.r_[np.zeros(9), 100.0])
    assert record.method == "log"
    assert not record.passes
    assert np.unique(treated).size == 2


def test_missing_cells_stay_missing_and_do_not_count():
    treated, record = coinr(np.r_[OUTLIER, np.nan])
    assert np.isnan(treated[-1])
    assert record.skew == pytest.approx(3.118895745, abs=1e-9)


def test_too_few_figures_to_judge_are_left_alone():
    treated, record = coinr(np.array([1.0, 2.0, 900.0]))
    assert treated.tolist() == [1, 2, 900]
    assert (record.method, record.skew, record.passes) == ("none", None, False)
