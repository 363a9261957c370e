import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.change.seasons import Season, season, years_with_months
from models.figures.observations import Figures, tidy


def made(months, region="NO08", indicator="nights"):
    """Figures by month: pairs of period and value."""
    count = len(months)
    frame = tidy(
        {
            "indicator": [indicator] * count,
            "region": [region] * count,
            "period": [period for period, _ in months],
            "value": [float(value) for _, value in months],
            "flag": [""] * count,
            "series": ["s"] * count,
        }
    )
    return Figures.of(1, frame, pd.DataFrame())


def year(number, values):
    return [(f"{number}-{month:02}", value) for month, value in enumerate(values, start=1)]


def test_the_months_of_the_oslo_region_are_the_publishers(figures):
    found = season(figures, "nights_international_monthly", "NO08")
    assert found.year == "2024"
    assert (found.peak, found.low) == (8, 1)
    assert found.values[7] == pytest.approx(0.553709)
    assert found.share(8) == pytest.approx(0.553709 / 3.825, abs=1e-3)
    rows = figures.indicator("nights_foreign")
    whole = rows.loc[(rows["region"] == "NO08") & (rows["period"] == "2024"), "value"].item()
    assert 1e6 * found.total == pytest.approx(whole, rel=0.03)  # published by two tables


def test_only_one_year_has_months(figures):
    assert years_with_months(figures, "nights_international_monthly") == ("2024",)
    assert years_with_months(figures, "nights_total") == ()


def test_the_newest_whole_year_counts():
    figures = made(year(2022, range(1, 13)) + year(2023, [5] * 12) + year(2024, [9] * 11))
    found = season(figures, "nights", "NO08")
    assert found.year == "2023"
    assert found.shares == pytest.approx([1 / 12] * 12)
    assert (found.peak, found.low) == (1, 1)


@pytest.mark.parametrize("months", [year(2024, [1] * 11), year(2024, [0] * 12), [("2024", 100)]])
def test_without_twelve_months_and_guests_there_is_no_season(months):
    assert season(made(months), "nights", "NO08") is None
    assert season(made(months), "nights", "SE11") is None


@given(st.lists(st.floats(0.001, 1e6), min_size=12, max_size=12))
def test_shares_are_parts_of_the_year(values):
    found = Season("NO08", "2024", tuple(values))
    assert sum(found.shares) == pytest.approx(1)
    assert found.share(found.peak) == max(found.shares)
    assert found.share(found.low) == min(found.shares)
