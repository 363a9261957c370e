"""Titles of rankings and trends, as written from the figures in the store."""

import pytest

from tests.truth.sentences import never, plain, title_of

TITLES = [
    ("gdp_per_inhabitant_pps", "ranking", "Osloregionen er nr. 7 av 11; Dublin er best"),
    (
        "gdp_per_inhabitant_pps",
        "trend",
        "Osloregionen, BRP mot EU-snittet: ned fra 162 i 2008 til 148 i 2021, men ujevnt",
    ),
    ("gerd_pct_gdp", "ranking", "Osloregionen er nr. 7 av 9; Göteborg er best"),
    ("coe_share_k_n", "ranking", "Osloregionen er nr. 10 av 11; Amsterdam er best"),
    ("high_tech_employment", "ranking", "Osloregionen er nr. 9 av 12, et sted mellom 8 og 10 med feilmarginen"),
    ("high_tech_employment", "trend", "Osloregionen: 7,8 % i 2023 og 7,5 % i 2022, innenfor feilmarginen"),
    (
        "cultural_employment_share",
        "trend",
        "Osloregionen: 6,4 % i 2022; brudd i serien i 2021, så eldre tall kan ikke sammenlignes",
    ),
    ("adult_learning_25_64", "trend", "Osloregionen: 20,0 % i 2021 (pandemi), ingen år å sammenligne med"),
    (
        "early_leavers",
        "ranking",
        "Osloregionen er nr. 12 av 12, et sted mellom 10 og 12 med feilmarginen (2021, pandemi)",
    ),
    ("early_leavers", "trend", "Osloregionen: 13,4 % i 2021 (pandemi), ingen år å sammenligne med"),
    ("unemployment_rate_15_74", "ranking", "Osloregionen er nr. 5 av 12, et sted mellom 3 og 6 med feilmarginen"),
    (
        "unemployment_rate_15_74",
        "trend",
        "Osloregionen: opp fra 3,9 % i 2022 til 5,0 % i 2025",
    ),
    ("unemployment_rate_15plus", "trend", "Osloregionen: 3,9 % i 2023 og 3,8 % i 2022, innenfor feilmarginen"),
    ("neet_15_29", "trend", "Osloregionen: 6,5 % i 2025 og 6,2 % i 2022, innenfor feilmarginen"),
    ("homicide_rate", "ranking", "Osloregionen: 1,1 per 100 000, 0,3 per 100 000 over midten av 3 andre regioner"),
    (
        "rail_density",
        "ranking",
        "Osloregionen: 40 km per 1000 km², 19 km per 1000 km² under midten av 7 andre regioner",
    ),
    (
        "rail_density",
        "trend",
        "Osloregionen: 40 km per 1000 km² i 2021; definisjonen er endret, så eldre tall kan ikke sammenlignes",
    ),
    (
        "life_expectancy",
        "ranking",
        "Osloregionen er nr. 4 av 12, et sted mellom 4 og 5 med feilmarginen (tall for 2023, 10 av de andre for 2024)",
    ),
    ("life_expectancy_female", "ranking", "Osloregionen: 84,9 år, 1,7 år over den andre regionen med tall"),
    ("nights_foreign_per_1000", "ranking", "Osloregionen er nr. 10 av 12; Amsterdam er best"),
    ("nights_domestic_per_1000", "ranking", "Osloregionen er nr. 6 av 12; Hamburg er best"),
    ("gender_employment_gap_20_64", "ranking", "Osloregionen er nr. 4 av 12, et sted mellom 1 og 6 med feilmarginen"),
    (
        "gender_employment_gap_20_64",
        "trend",
        "Osloregionen: 3,1 prosentpoeng i 2025 og 4,9 prosentpoeng i 2022, innenfor feilmarginen",
    ),
    ("population_total", "ranking", "Osloregionen er nr. 7 av 12 fra toppen; München ligger høyest"),
    ("population_total", "trend", "Osloregionen: opp fra 1 842 751 personer i 2016 til 2 050 625 personer i 2025"),
    ("broadband_access", "trend", "Osloregionen: opp fra 74,0 % i 2008 til 98,0 % i 2021"),
    ("coe_lq_c", "ranking", "Osloregionen er nr. 11 av 11 fra toppen; München ligger høyest"),
    ("air_passengers", "trend", "Osloregionen: opp fra 27 346 tusen i 2017 til 28 472 tusen i 2019"),
    ("long_term_unemployment_rate", "trend", "Osloregionen: 0,9 % i 2022, for usikkert til å sammenligne"),
]


@pytest.mark.parametrize(("name", "kind", "title"), TITLES, ids=[f"{n}-{k}" for n, k, _ in TITLES])
def test_titles(figures, catalogue, name, kind, title):
    assert plain(title_of(figures, catalogue, name, kind, "nb")) == title
    assert never(title) == []


def test_in_english(figures, catalogue):
    assert plain(title_of(figures, catalogue, "gdp_per_inhabitant_pps", "trend", "en")) == (
        "The Oslo Region, GDP against the EU average: down from 162 in 2008 to 148 in 2021, but unevenly"
    )
    assert plain(title_of(figures, catalogue, "homicide_rate", "ranking", "en")) == (
        "The Oslo Region: 1.1 per 100,000, 0.3 per 100,000 above the middle of 3 other regions"
    )


def test_the_table_is_large(catalogue):
    assert len(TITLES) >= 25
    assert {name for name, *_ in TITLES} <= set(catalogue.indicators)
