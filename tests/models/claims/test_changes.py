import pandas as pd
import pytest

from models.advantages import GapTrend
from models.claims import Claim, Speaker, change_claim, trend_claim
from models.trends import Line

POINTS = pd.DataFrame(
    {"value": [5.0, 5.04, 6.0, 7.0, 8.0, 9.0], "flag": ["", "", "b", "", "u", "p"]},
    index=[2012, 2013, 2016, 2019, 2022, 2023],
)
LINE = Line("NO08", POINTS, (2016,))


@pytest.fixture
def speaker(catalogue):
    return Speaker(catalogue)


@pytest.fixture
def indicator(catalogue):
    return catalogue.indicators["cultural_employment_share"]


def test_a_change_after_the_break(speaker, indicator):
    claim = change_claim(speaker, indicator, LINE, 2016, 2023)
    assert isinstance(claim, Claim)
    assert (claim.figure, claim.other, claim.other_figure, claim.year) == (9.0, "2016", 6.0, "2016–2023")
    assert [c.code for c in claim.caveats] == ["provisional"]


@pytest.mark.parametrize(
    ("first", "last", "code", "detail"),
    [
        (2012, 2023, "break", "2016"),
        (2016, 2022, "flagged", "u"),
        (2016, 2021, "unusual_year", "2021"),
        (2014, 2023, "missing", "NO08"),
        (2012, 2013, "same", ""),
    ],
)
def test_changes_that_may_not_be_said(speaker, indicator, first, last, code, detail):
    refusal = change_claim(speaker, indicator, LINE, first, last)
    assert (refusal.code, refusal.detail) == (code, detail)


def test_an_older_territory_is_refused(speaker, indicator):
    assert change_claim(speaker, indicator, Line("NO01", POINTS, ()), 2016, 2023).code == "older_territory"


def test_trends_only_if_clear(speaker, indicator):
    clear = GapTrend("closing", True, -1.0, -1.5, -0.5, 2010, 2019, 10, 20, 3.0)
    claim = trend_claim(speaker, indicator, "NO08", clear)
    assert (claim.figure, claim.other_figure, claim.year) == (-1.0, 3.0, "2010–2019")
    unclear = GapTrend("unclear", True, -1.0, -1.5, 0.5, 2010, 2019, 10, 20, 3.0)
    assert trend_claim(speaker, indicator, "NO08", unclear).code == "unclear_trend"
    assert trend_claim(speaker, indicator, "NO01", clear).code == "older_territory"
