"""Change of a region's own figure: over comparable years only, and no direction that the years do not carry."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy.stats import theilslopes

from models.own_change import WINDOW, own_change, up_to
from models.trends import Line

RATE = "unemployment_rate_15_74"  # 2020 and 2021 are unusual, one decimal


def line(values, breaks=()):
    points = pd.DataFrame({"value": list(values.values()), "flag": ""}, index=list(values))
    return Line("NO08", points, tuple(breaks))


@pytest.fixture
def rate(catalogue):
    return catalogue.indicators[RATE]


def test_two_years_give_a_difference_and_no_trend(rate):
    change = own_change(line({2022: 4.0, 2025: 5.5}), rate)
    assert (change.kind, change.first, change.last, change.years) == ("up", 2022, 2025, 2)
    assert change.yearly == pytest.approx(0.5)
    assert change.short


def test_five_years_give_the_slope_of_theil_and_sen(rate):
    values = {2015: 5.0, 2016: 4.8, 2017: 4.6, 2018: 4.4, 2019: 4.1}
    change = own_change(line(values), rate)
    found = theilslopes(list(values.values()), list(values), 0.95)
    assert (change.yearly, change.low, change.high) == pytest.approx((found.slope, found.low_slope, found.high_slope))
    assert change.kind == "down"
    assert not change.short


def test_a_figure_that_swings_has_no_direction(rate):
    change = own_change(line({2015: 4.0, 2016: 5.0, 2017: 3.9, 2018: 5.1, 2019: 4.1}), rate)
    assert change.kind == "unclear"
    assert change.low < 0 < change.high


def test_nothing_is_compared_across_a_break(rate):
    assert own_change(line({2016: 4.0, 2017: 4.1, 2025: 9.0}, breaks=(2025,)), rate) is None
    change = own_change(line({2016: 1.0, 2017: 4.1, 2018: 4.3}, breaks=(2017,)), rate)
    assert change.first == 2017


def test_unusual_years_count_for_nothing(rate):
    change = own_change(line({2019: 4.0, 2020: 9.0, 2021: 9.0, 2022: 4.2}), rate)
    assert (change.first, change.last, change.years) == (2019, 2022, 2)
    assert own_change(line({2019: 4.0, 2021: 9.0}), rate) is None
    assert own_change(line({2021: 9.0, 2022: 4.0}), rate) is None


def test_what_rounding_hides_is_no_change(rate):
    assert own_change(line({2022: 4.01, 2023: 4.04}), rate).kind == "same"
    assert own_change(line(dict.fromkeys(range(2010, 2020), 4.0)), rate).kind == "same"


def test_only_the_last_years_count(catalogue):
    values = {year: float(year) for year in range(1990, 2020)}
    change = own_change(line(values), catalogue.indicators["population_total"])
    assert change.first == 2019 - WINDOW + 1


def test_a_line_is_cut_with_its_breaks():
    cut = up_to(line({2017: 1.0, 2021: 2.0, 2025: 3.0}, breaks=(2017, 2025)), 2021)
    assert list(cut.points.index) == [2017, 2021]
    assert cut.breaks == (2017,)


@given(some.lists(some.floats(-1e3, 1e3), min_size=5, max_size=10))
def test_turned_upside_down_the_change_turns_round(catalogue, values):
    years = range(2010, 2010 + len(values))
    indicator = catalogue.indicators["population_growth_5y"]  # no unusual years
    one = own_change(line(dict(zip(years, values, strict=True))), indicator)
    other = own_change(line(dict(zip(years, (-v for v in values), strict=True))), indicator)
    turned = {"up": "down", "down": "up", "same": "same", "unclear": "unclear"}
    assert other.kind == turned[one.kind]
    assert other.yearly == pytest.approx(-one.yearly)
