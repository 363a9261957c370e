"""Change of a region's own figure: over comparable years only, and no direction that the years do not carry."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy.stats import theilslopes

from models.change.comparable import comparable
from models.change.own_change import own_change
from models.change.trends import Line

RATE = "unemployment_rate_15_74"  # 2020 and 2021 are unusual, one decimal


def change_of(found, indicator, **more):
    return own_change(found, indicator, comparable(found, indicator), **more)


def line(values, breaks=()):
    points = pd.DataFrame({"value": list(values.values()), "flag": ""}, index=list(values))
    return Line("NO08", points, tuple(breaks))


@pytest.fixture
def rate(catalogue):
    return catalogue.indicators[RATE]


def test_two_years_give_a_difference_and_no_trend(rate):
    change = change_of(line({2022: 4.0, 2025: 5.5}), rate)
    assert (change.kind, change.first, change.last, change.years) == ("up", 2022, 2025, 2)
    assert change.yearly == pytest.approx(0.5)
    assert change.short


def test_five_years_give_the_slope_of_theil_and_sen(rate):
    values = {2015: 5.0, 2016: 4.8, 2017: 4.6, 2018: 4.4, 2019: 4.1}
    change = change_of(line(values), rate)
    found = theilslopes(list(values.values()), list(values), 0.95)
    assert (change.yearly, change.low, change.high) == pytest.approx((found.slope, found.low_slope, found.high_slope))
    assert change.kind == "down"
    assert not change.short


def test_a_figure_that_swings_has_no_direction(rate):
    change = change_of(line({2015: 4.0, 2016: 5.0, 2017: 3.9, 2018: 5.1, 2019: 4.9}), rate)
    assert change.kind == "unclear"
    assert change.low < 0 < change.high


def test_nothing_is_compared_across_a_break(rate):
    assert change_of(line({2016: 4.0, 2017: 4.1, 2025: 9.0}, breaks=(2025,)), rate) is None
    change = change_of(line({2016: 1.0, 2017: 4.1, 2018: 5.3}, breaks=(2017,)), rate)
    assert change.first == 2017


def test_unusual_years_count_for_nothing(rate):
    change = change_of(line({2019: 4.0, 2020: 9.0, 2022: 5.2}), rate)
    assert change is None  # the survey was redesigned in 2021, so 2022 is alone
    assert change_of(line({2019: 4.0, 2021: 9.0}), rate) is None
    assert change_of(line({2021: 9.0, 2022: 4.0}), rate) is None
    assert change_of(line({2018: 4.0, 2019: 5.0, 2020: 9.0}), rate).last == 2019


def test_what_rounding_hides_is_no_change(catalogue):
    indicator = catalogue.indicators["population_growth_5y"]  # one decimal, no sample
    assert change_of(line({2022: 4.01, 2023: 4.04}), indicator).kind == "same"
    assert change_of(line(dict.fromkeys(range(2010, 2020), 4.0)), indicator).kind == "same"


def test_what_a_sample_cannot_tell_is_no_change(rate):
    assert rate.smallest_change.value == 0.8
    assert change_of(line({2022: 3.8, 2023: 3.9}), rate).kind == "within_error"
    assert change_of(line({2022: 3.8, 2023: 4.6}), rate).kind == "up"
    assert change_of(line({2022: 3.8, 2023: 3.9}), rate, smallest=False).kind == "up"


@given(some.lists(some.floats(-1e3, 1e3), min_size=5, max_size=10))
def test_turned_upside_down_the_change_turns_round(catalogue, values):
    years = range(2010, 2010 + len(values))
    indicator = catalogue.indicators["population_growth_5y"]  # no unusual years
    one = change_of(line(dict(zip(years, values, strict=True))), indicator)
    other = change_of(line(dict(zip(years, (-v for v in values), strict=True))), indicator)
    turned = {"up": "down", "down": "up"}
    assert other.kind == turned.get(one.kind, one.kind)
    assert other.yearly == pytest.approx(-one.yearly)
