"""One verdict a figure on every page, against the alliance's regions, as written from the figures in the store."""

import pytest

from components.words.judgements import call_words
from components.words.text import Speaker
from models.advantages import verdict
from models.strategy.readings import StrategyFigure, read

VERDICTS = [
    # id, year, figure, place, regions, verdict, median z against the alliance
    ("gdp_per_inhabitant_pps", "2021", 48400, 7, 11, "Tendens til svakhet", -0.53),
    ("gerd_pct_gdp", "2021", 2.94, 7, 9, "Tendens til svakhet", -0.66),
    ("coe_share_k_n", "2019", 19.37, 10, 11, "Svakhet", -1.51),
    ("cultural_employment_share", "2022", 6.35, 8, 12, "På linje", -0.52),  # 0.6 points part two figures
    ("high_tech_employment", "2023", 7.8, 9, 12, "Svakhet", -0.70),
    ("broadband_access", "2021", 98.0, 3, 11, "Styrke", 1.14),
    ("pm25", "2020", 7.2, 4, 11, "Styrke", 0.66),
    ("disposable_income_pps", "2020", 21000, 3, 11, "Tendens til styrke", 0.49),
    ("arope", "2021", 16.8, 6, 12, "På linje", 0.16),
    ("employment_rate_low_education", "2025", 58.9, 7, 12, "På linje", -0.17),
    ("gender_employment_gap_20_64", "2025", 3.1, 4, 12, "Tendens til styrke", 0.66),
    ("housing_cost_overburden", "2021", 12.2, 6, 10, "På linje", -0.15),
    ("life_expectancy", "2023", 83.35, 4, 12, "Tendens til styrke", 0.49),
    ("physicians_per_100000", "2020", 538.58, 2, 8, "Ikke vurdert", None),  # seven others
    ("working_age_growth_5y", "2025", 6.23, 3, 12, "Styrke", 0.86),
    ("adult_learning_25_64", "2021", 20.0, 8, 12, "På linje", -0.16),
    ("employed_tertiary_share", "2023", 52.93, 4, 12, "Styrke", 0.53),
    ("employment_rate_tertiary", "2025", 89.1, 5, 12, "På linje", 0.42),
    ("unemployment_rate_15_74", "2025", 5.0, 5, 12, "Styrke", 0.54),
    ("neet_15_29", "2025", 6.5, 4, 12, "På linje", 0.46),  # 1.6 points
    ("nights_domestic_per_1000", "2024", 3983.1, 6, 12, "På linje", 0.05),
    ("nights_foreign_per_1000", "2024", 1885.55, 10, 12, "Svakhet", -0.77),
    ("nights_seasonality_gini", "2024", 0.13, 8, 12, "På linje", 0.01),
    ("early_leavers", "2021", 13.4, 12, 12, "Tendens til svakhet", -1.39),  # an unusual year: no more than a tendency
    ("homicide_rate", "2021", 1.1, 3, 4, "Ikke vurdert", None),
]


@pytest.mark.parametrize(
    ("name", "year", "figure", "place", "count", "words", "median"), VERDICTS, ids=[v[0] for v in VERDICTS]
)
def test_verdicts(figures, catalogue, name, year, figure, place, count, words, median):
    found = verdict(figures, catalogue, catalogue.indicators[name], "NO08", catalogue.members("alliance"))
    measures = found.measures
    assert (measures.period, measures.rank, measures.count + 1) == (year, place, count)
    assert measures.value == pytest.approx(figure, abs=0.006 if figure < 1000 else 0.06)
    assert call_words(Speaker("nb"), found.call) == words
    assert found.call.median_z == (None if median is None else pytest.approx(median, abs=0.0051))


def test_the_strategy_says_the_same(figures, catalogue):
    peers, plan = catalogue.members("alliance"), catalogue.strategies["2021-2024"]
    colours = {"Styrke": "better", "Tendens til styrke": "better", "Svakhet": "worse", "Tendens til svakhet": "worse"}
    for name, year, *_, words, _ in VERDICTS:
        reading = read(figures, catalogue, plan, catalogue.indicators[name], "NO08", peers)
        if catalogue.indicators[name].id == "employed_tertiary_share":  # a newer figure speaks for it
            assert reading.why == "spoken_for"
            continue
        assert isinstance(reading, StrategyFigure)
        assert reading.period == year
        assert reading.place.verdict == colours.get(words), name


def test_the_table_is_large():
    assert len(VERDICTS) >= 20
