"""The development of a figure: what the newest value may be compared with, and whether it went the wanted way."""

from models.comparison.developments import development
from tests.models.made_up import figures_of

RATE = "unemployment_rate_15_74"  # lower is better; 2020 and 2021 are unusual


def of(catalogue, values, flags=None, indicator=RATE):
    rows = [(indicator, "NO08", str(y), v, (flags or {}).get(y, "")) for y, v in values.items()]
    rows += [(indicator, p, str(y), v + 1, "") for p in ("SE11", "DK01") for y, v in values.items()]
    return development(figures_of(rows), catalogue, catalogue.indicators[indicator], "NO08", ("SE11", "DK01"))


def test_a_lower_rate_is_better_where_lower_is_wanted(catalogue):
    found = of(catalogue, {2017: 5.0, 2018: 4.0, 2019: 3.0})
    assert (found.year, found.told.change.first, found.value, found.better) == (2019, 2017, 3.0, True)
    assert found.comparison.rank == 1
    assert found.drawable
    assert of(catalogue, {2017: 3.0, 2019: 5.0}).better is False
    assert of(catalogue, {2017: 3.0, 2019: 3.0}).better is None
    assert of(catalogue, {2017: 3.0, 2019: 3.7}).better is None  # within the sampling error


def test_nothing_is_compared_across_a_break(catalogue):
    found = of(catalogue, {2016: 9.0, 2018: 4.0, 2019: 3.0}, {2018: "b"})
    assert (found.told.change.first, found.told.change.before) == (2018, 4.0)
    assert of(catalogue, {2018: 9.0, 2019: 3.0}, {2019: "b"}).told.change is None


def test_unusual_years_are_no_start_and_no_end(catalogue):
    assert catalogue.indicators[RATE].unusual_reason("2020")
    assert of(catalogue, {2020: 9.0, 2022: 4.0, 2023: 3.0}).told.change.first == 2022
    found = of(catalogue, {2018: 4.0, 2020: 9.0})  # two years are near enough for 2018 to be told instead
    assert (found.year, found.told.change, found.better) == (2018, None, None)
    assert of(catalogue, {2017: 4.0, 2020: 9.0}).year == 2020


def test_a_direction_without_good_or_bad_is_neither(catalogue):
    assert of(catalogue, {2017: 5.0, 2019: 9.0}, indicator="population_total").better is None


def test_no_line_for_few_figures_or_a_constant(catalogue):
    assert not of(catalogue, {2018: 1.0, 2019: 2.0}).drawable
    assert not of(catalogue, {2017: 1.0, 2018: 1.0, 2019: 1.0}).drawable


def test_without_figures(catalogue, figures):
    missing = next(i for i in catalogue.indicators.values() if i.id not in figures)
    found = development(figures, catalogue, missing, "NO08", ("SE11",))
    assert (found.year, found.told, found.value, found.better, found.comparison) == (None,) * 5
    assert not found.drawable


def test_published_population(catalogue, figures):
    indicator = catalogue.indicators["population_total"]
    found = development(figures, catalogue, indicator, "NO08", catalogue.members("alliance"))
    assert (found.year, found.told.change.first) == (2025, 2016)
    assert found.told.change.after - found.told.change.before == 2050625 - 1842751
