from models.advantages.years import judged_years
from models.change.comparable import year_told


def _periods(figures, catalogue, name, peers="reference"):
    indicator = catalogue.indicators[name]
    told = year_told(figures, indicator, "NO08", catalogue.reference_regions)
    return [y.period for y in judged_years(figures, indicator, "NO08", catalogue.members(peers), 1, 5, told)]


def test_the_year_told_and_the_one_before(figures, catalogue):
    assert _periods(figures, catalogue, "gdp_per_inhabitant_pps") == ["2021", "2020"]
    assert _periods(figures, catalogue, "gender_employment_gap_20_64") == ["2025", "2023"]


def test_unusual_years_are_passed_over(figures, catalogue):
    assert _periods(figures, catalogue, "cultural_employment_share") == ["2022", "2019"]


def test_years_far_back_are_left_out(figures, catalogue):
    indicator = catalogue.indicators["gdp_per_inhabitant_pps"]
    peers = catalogue.members("reference")
    near = judged_years(figures, indicator, "NO08", peers, 1, 5, "2021")
    far = judged_years(figures, indicator, "NO08", peers, 1, 0, "2021")
    assert ([y.period for y in near], [y.period for y in far]) == (["2021", "2020"], ["2021"])


def test_a_region_without_figures_has_no_year(figures, catalogue):
    assert _periods(figures, catalogue, "tertiary_30_34") == []


def test_an_unusual_year_that_is_scored_by_is_known_as_one(figures, catalogue):
    indicator = catalogue.indicators["adult_learning_25_64"]
    newest, *_ = judged_years(figures, indicator, "NO08", catalogue.reference_regions, 1, 5, "2021")
    assert newest.unusual
