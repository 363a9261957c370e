import pandas as pd
import pytest

from models.advantages import GapTrend
from models.change.told import told_of
from models.change.trends import Line
from models.claims import Claim, ClaimScope, change_claim, money_refusal, trend_claim

PLAIN = "population_growth_5y"  # no survey, one decimal
RATE = "unemployment_rate_15_74"  # Labour Force Survey


def series(values, flags=None, redefined=(), region="NO08"):
    flags = flags or {}
    points = pd.DataFrame(
        {"value": list(values.values()), "flag": [flags.get(y, "") for y in values]}, index=list(values)
    )
    return Line(region, points, tuple(y for y, f in flags.items() if "b" in f), tuple(redefined))


@pytest.fixture
def speaker(catalogue):
    return ClaimScope(catalogue)


def claim_of(catalogue, speaker, name, *arguments, **more):
    return change_claim(speaker, told_of(series(*arguments, **more), catalogue.indicators[name]))


def test_a_change_after_the_break(catalogue, speaker):
    claim = claim_of(catalogue, speaker, PLAIN, {2012: 5.0, 2016: 6.0, 2023: 9.0}, {2016: "b", 2023: "p"})
    assert isinstance(claim, Claim)
    assert (claim.figure, claim.other, claim.other_figure, claim.year) == (9.0, "2016", 6.0, "2016–2023")
    assert [c.code for c in claim.caveats] == ["provisional"]


def test_a_change_that_swings_says_so(catalogue, speaker):
    values = {2015: 4.0, 2016: 5.0, 2017: 3.9, 2018: 5.1, 2019: 4.5}
    assert [c.code for c in claim_of(catalogue, speaker, PLAIN, values).caveats] == ["uneven"]


@pytest.mark.parametrize(
    ("name", "values", "flags", "redefined", "code", "detail"),
    [
        (PLAIN, {2012: 5.0, 2016: 6.0}, {2016: "b"}, (), "break", "2016"),
        (PLAIN, {2012: 5.0, 2016: 6.0}, {2016: "u"}, (), "flagged", "u"),
        (PLAIN, {2012: 5.0, 2016: 6.0}, {}, (2016,), "redefined", "2016"),
        (PLAIN, {2012: 5.0, 2016: 5.04}, {}, (), "same", ""),
        (PLAIN, {2016: 6.0}, {}, (), "one_year", ""),
        (RATE, {2017: 5.0, 2021: 6.0}, {}, (), "unusual_year", "2021"),
        (RATE, {2017: 5.0, 2025: 6.0}, {}, (), "break", "2025"),
        (RATE, {2022: 3.8, 2023: 3.9}, {}, (), "within_error", ""),
    ],
)
def test_changes_that_may_not_be_said(catalogue, speaker, name, values, flags, redefined, code, detail):
    refusal = claim_of(catalogue, speaker, name, values, flags, redefined)
    assert (refusal.code, refusal.detail) == (code, detail)


def test_an_older_territory_is_refused(catalogue, speaker):
    assert claim_of(catalogue, speaker, PLAIN, {2012: 5.0, 2016: 6.0}, region="NO01").code == "older_territory"


def test_money_of_its_year_names_the_better_series(catalogue):
    money = catalogue.indicators["gdp_per_inhabitant_pps"]
    better = told_of(series({2020: 150.0, 2021: 148.0}), catalogue.indicators[money.told_by], "published")
    assert money_refusal(money, "NO08", "2021", better).detail == "gdp_per_inhabitant_pps_index"
    against = told_of(series({2020: 103.0, 2021: 102.0}), money, "peers")
    assert money_refusal(money, "NO08", "2021", against).detail == "peers"
    assert money_refusal(money, "NO08", "2021", None).detail == ""


def test_trends_only_if_clear(catalogue, speaker):
    indicator = catalogue.indicators["cultural_employment_share"]
    clear = GapTrend("closing", True, -1.0, -1.5, -0.5, 2010, 2019, 10, 20, 3.0)
    claim = trend_claim(speaker, indicator, "NO08", clear)
    assert (claim.figure, claim.other_figure, claim.year) == (-1.0, 3.0, "2010–2019")
    unclear = GapTrend("unclear", True, -1.0, -1.5, 0.5, 2010, 2019, 10, 20, 3.0)
    assert trend_claim(speaker, indicator, "NO08", unclear).code == "unclear_trend"
    assert trend_claim(speaker, indicator, "NO01", clear).code == "older_territory"
