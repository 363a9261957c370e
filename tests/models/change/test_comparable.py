"""Since when, and with what, a figure is comparable: one answer, on made-up series and on the published ones."""

import pandas as pd
import pytest

from models.change.comparable import breaks, comparable, newer, redefined, spoken_for, stand_in, year_told
from models.change.told import told
from models.change.trends import Line
from tests.models.made_up import figures_of

RATE = "unemployment_rate_15_74"  # Labour Force Survey: redesigned in 2021, 2020 and 2021 unusual
PLAIN = "population_growth_5y"


def line(values, flags=None, redefined=()):
    flags = flags or {}
    points = pd.DataFrame(
        {"value": list(values.values()), "flag": [flags.get(y, "") for y in values]}, index=list(values)
    )
    return Line("NO08", points, tuple(y for y, f in flags.items() if "b" in f), tuple(redefined))


@pytest.fixture
def rate(catalogue):
    return catalogue.indicators[RATE]


@pytest.fixture
def plain(catalogue):
    return catalogue.indicators[PLAIN]


@pytest.mark.parametrize(
    ("years", "flags", "expected"),
    [
        ((2016, 2017, 2018), {}, ((2016, 2017, 2018), None)),
        ((2016, 2017, 2018), {2017: "b"}, ((2017, 2018), None)),
        ((2016, 2017, 2018), {2018: "b"}, ((2018,), "break")),  # a break in the newest year counts
        ((2016, 2017, 2018), {2018: "u"}, ((2018,), "unreliable")),
        ((2016, 2017, 2018), {2016: "u"}, ((2017, 2018), None)),
        ((2018,), {}, ((2018,), "alone")),
    ],
)
def test_a_series_is_comparable_from_its_newest_break_on(plain, years, flags, expected):
    found = comparable(line(dict.fromkeys(years, 1.0), flags), plain)
    assert (found.years, found.why) == expected


def test_a_redesigned_survey_breaks_whether_flagged_or_not(rate):
    series = line(dict.fromkeys((2016, 2019, 2022, 2023), 1.0))
    assert breaks(series, rate) == (2022,)  # 2021 has no figure, so the break stands at the next one
    assert comparable(series, rate).years == (2022, 2023)
    assert comparable(line(dict.fromkeys((2019, 2022), 1.0)), rate).why == "break"


def test_a_survey_without_earlier_figures_has_no_break(rate):
    assert breaks(line(dict.fromkeys((2021, 2022), 1.0)), rate) == ()


def test_an_unusual_newest_year_gives_way_to_a_near_one_on_its_side_of_the_break(rate, catalogue):
    pay = catalogue.indicators["coe_share_k_n"]  # 2020 is unusual
    found = comparable(line(dict.fromkeys((2018, 2019, 2020), 1.0)), pay)
    assert (found.last, found.later) == (2019, 2020)
    far = comparable(line(dict.fromkeys((2017, 2021), 1.0)), rate)  # four years and a redesign
    assert (far.years, far.why) == ((2021,), "unusual")
    assert stand_in(2021, [2017, 2019], ()) == 2019
    assert stand_in(2021, [2017, 2019], (2020,)) == 2021


def test_a_jump_that_no_flag_explains_is_a_new_definition(catalogue):
    rail = catalogue.indicators["rail_density"]
    rows = [("rail_density", r, "2017", 100.0, "") for r in ("NO08", "DE60", "AT13", "SE11")]
    moved = [("rail_density", r, "2021", v, "") for r, v in (("NO08", 87.0), ("DE60", 154.0), ("AT13", 120.0))]
    assert redefined(figures_of([*rows, *moved]), rail) == (2021,)
    assert redefined(figures_of([*rows, *moved[:2]]), rail) == ()  # two may have built
    assert redefined(figures_of(rows), catalogue.indicators[PLAIN]) == ()


def test_the_published_railways_are_redefined_in_2021(figures, catalogue):
    assert redefined(figures, catalogue.indicators["rail_density"]) == (2021,)
    found = told(figures, catalogue, catalogue.indicators["rail_density"], "NO08", catalogue.members("alliance"))
    assert (found.change, found.comparable.why) == (None, "redefined")


def test_the_year_told_is_the_year_scored_by(figures, catalogue):
    for indicator in catalogue.scored:
        chosen = year_told(figures, indicator, "NO08", catalogue.reference_regions)
        assert chosen == indicator.score.periods[-1], indicator.id


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("early_leavers", "2021"),  # 13.4 %, not the 10.3 % of 2017
        ("labour_slack", "2021"),
        ("nights_total", "2024"),
        ("coe_lq_k_n", "2019"),  # 2020 is unusual and only a year newer
        ("unemployment_rate_15_74", "2025"),
        ("air_passengers", "2019"),
        ("population_total", "2025"),
        ("life_satisfaction", "2018"),
    ],
)
def test_the_newest_figure_goes_first(figures, catalogue, name, year):
    assert year_told(figures, catalogue.indicators[name], "NO08", catalogue.reference_regions) == year


def test_a_year_of_few_regions_is_not_one_to_compare_in(figures, catalogue):
    physicians = catalogue.indicators["physicians_per_100000"]
    assert year_told(figures, physicians, "NO08", catalogue.reference_regions) == "2020"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("unemployment_rate_15plus", "unemployment_rate_15_74"),
        ("employment_rate_15_64", "employment_rate_20_64"),
        ("youth_unemployment_15_24", "youth_unemployment_15_29"),
        ("life_expectancy_total", "life_expectancy"),
        ("arrivals_total", "nights_total"),
        ("gdp_per_inhabitant_eur", "gdp_per_inhabitant_pps"),  # of the same year: the scored one
    ],
)
def test_one_figure_speaks_for_a_concept(figures, catalogue, old, new):
    assert spoken_for(figures, catalogue, old, "NO08").id == new
    assert spoken_for(figures, catalogue, new, "NO08") is None


def test_an_older_year_of_the_same_figure_has_a_newer_one(figures, catalogue):
    indicator = catalogue.indicators["population_total"]
    assert newer(figures, catalogue, indicator, "2020", "NO08") is indicator
    assert newer(figures, catalogue, indicator, "2025", "NO08") is None
