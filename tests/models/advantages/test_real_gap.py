"""A gap as a count, by hand: a share of what, of which year, and times how many."""

import pytest

from models.advantages.real_gap import RealGap, is_money, real_gap
from tests.models.made_up import figures_of


def gap(catalogue, rows, name, period, difference):
    figures = figures_of([(indicator, "NO08", year, value, "") for indicator, year, value in rows])
    return real_gap(figures, catalogue, catalogue.indicators[name], "NO08", period, difference)


def test_two_percent_of_a_million_employed_are_twenty_thousand_people(catalogue):
    # Employed are published in thousands.
    found = gap(catalogue, [("employed_15plus", "2023", 1000.0)], "high_tech_employment", "2023", -2.0)
    assert found == RealGap(pytest.approx(20_000.0), "denominator", "employed_15plus", "2023")
    assert not is_money(catalogue, found)


def test_a_percent_of_the_product_is_money(catalogue):
    found = gap(catalogue, [("gdp_million_eur", "2021", 80_000.0)], "gerd_pct_gdp", "2021", -0.5)
    assert found == RealGap(pytest.approx(400e6), "denominator", "gdp_million_eur", "2021")
    assert is_money(catalogue, found)


def test_a_rate_counts_its_own_things_and_a_lead_is_negative(catalogue):
    rows = [("population_total", "2024", 2_000_000.0)]
    found = gap(catalogue, rows, "nights_foreign_per_1000", "2024", 150.0)
    assert found == RealGap(pytest.approx(-300_000.0), "own", "population_total", "2024")
    assert not is_money(catalogue, found)


@pytest.mark.parametrize(
    ("known", "taken"),
    [({"2022", "2023", "2024"}, "2023"), ({"2022", "2024"}, "2022"), ({"2024"}, "2024"), ({"2021", "2025"}, None)],
)
def test_the_denominators_own_year_goes_first_then_the_one_before_then_the_next(catalogue, known, taken):
    rows = [("employed_15plus", year, 1000.0) for year in sorted(known)]
    found = gap(catalogue, rows, "high_tech_employment", "2023", -1.0)
    assert (found and found.period) == taken


def test_growth_is_a_share_of_what_there_was(catalogue):
    rows = [("population_total", "2019", 1_900_000.0), ("population_total", "2024", 2_000_000.0)]
    found = gap(catalogue, rows, "population_growth_5y", "2024", -1.0)
    assert found == RealGap(pytest.approx(19_000.0), "denominator", "population_total", "2019")


def test_a_window_of_years_is_counted_in_its_last(catalogue):
    rows = [("employed_15plus", "2025", 1000.0)]
    assert gap(catalogue, rows, "high_tech_employment", "2022–2025", -1.0).period == "2025"


@pytest.mark.parametrize("name", ["unemployment_rate_15_74", "nights_total"])
def test_what_is_no_share_of_a_known_denominator_is_not_counted(catalogue, name):
    assert gap(catalogue, [("employed_15plus", "2023", 1000.0)], name, "2023", -1.0) is None
