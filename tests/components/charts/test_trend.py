import pytest

from components.charts.trend import Band, Series, UnusualYears, trend
from components.theme import LIGHT


@pytest.mark.parametrize("first", [2000, 2010, 2016, 2021, 2024])
def test_years_on_the_axis_have_room_side_by_side_and_end_with_the_last(first):
    years = list(range(first, 2025))
    line = Series("Osloregionen", years, [float(year) for year in years], "focus")
    axis = trend([line], Band("Midterste halvdel", "Midten"), UnusualYears(), LIGHT, str)["layout"]["xaxis"]
    assert axis["tickangle"] == 0
    assert len(axis["tickvals"]) <= 5
    assert axis["tickvals"][-1] == 2024
