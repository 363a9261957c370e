import pytest

from models.comparison.pairs import opening_year, pairs
from tests.models.made_up import figures_of

REGIONS = ("NO08", "SE11", "DK01", "FI1B")
X, Y, SIZE = "gdp_per_inhabitant_pps", "neet_15_29", "population_total"


@pytest.fixture
def made(catalogue):
    def of(rows):
        figures = figures_of([(*row, "") for row in rows])
        return pairs(figures, catalogue.indicators[X], catalogue.indicators[Y], REGIONS, SIZE)

    return of


def year(period, regions, value=1.0):
    return [
        (
            name,
            region,
            period,
            value + k,
        )
        for name in (X, Y)
        for k, region in enumerate(regions)
    ]


def test_both_figures_are_of_the_same_year(made):
    found = made(
        [*year("2019", REGIONS), *[(X, r, "2020", 1.0) for r in REGIONS], *[(Y, r, "2021", 1.0) for r in REGIONS]]
    )
    assert found.periods == ("2019",)
    assert list(found.of("2019").index) == sorted(REGIONS)
    assert found.of("2020").empty


def test_years_with_few_regions_are_no_step_in_time(made):
    found = made([*year("2018", REGIONS), *year("2019", REGIONS[:2])])
    assert found.periods == ("2018",)


def test_nothing_in_common_is_no_error(made):
    found = made([(X, "NO08", "2019", 1.0), (Y, "NO08", "2021", 1.0)])
    assert found.periods == ()
    assert opening_year(found, "NO08") == ""


def test_the_size_is_the_nearest_years(made):
    sizes = [(SIZE, "NO08", "2010", 5.0), (SIZE, "NO08", "2017", 7.0)]
    found = made([*year("2018", REGIONS), *year("2011", REGIONS), *sizes])
    assert found.of("2018").at["NO08", "size"] == 7.0
    assert found.of("2011").at["NO08", "size"] == 5.0
    assert found.of("2018")["size"].isna().sum() == 3


def test_the_opening_year_has_the_focus_region_and_is_usual(made, catalogue):
    assert catalogue.indicators[Y].unusual_reason("2020")
    found = made([*year("2018", REGIONS), *year("2019", REGIONS[1:]), *year("2020", REGIONS)])
    assert opening_year(found, "NO08") == "2018"
    # Where there is no other, the unusual one is better than none.
    assert opening_year(made(year("2020", REGIONS)), "NO08") == "2020"


def test_the_path_of_a_region(made):
    found = made([*year("2018", REGIONS), *year("2019", REGIONS, 5.0)])
    assert found.path("NO08")["x"].to_dict() == {"2018": 1.0, "2019": 5.0}
    assert found.path("AT13").empty


def test_real_figures_stand_as_published(figures, catalogue):
    found = pairs(figures, catalogue.indicators[X], catalogue.indicators[Y], catalogue.members("europe"), SIZE)
    rows = found.of(opening_year(found, "NO08"))
    assert len(rows) > 200
    raw = figures.indicator(X)
    raw = raw.loc[raw["period"] == opening_year(found, "NO08")].set_index("region")["value"]
    assert rows["x"].to_dict() == {code: raw[code] for code in rows.index}
