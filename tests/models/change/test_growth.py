import pandas as pd
import pytest

from models.change.growth import GrowthError, growth
from models.change.trends import Line

VALUES, FLAGS = [100.0, 110.0, 50.0, 55.0, 60.5], ["", "", "b", "", "p"]
POINTS = pd.DataFrame({"value": VALUES, "flag": FLAGS}, index=range(2018, 2023))
LINE = Line("NO08", POINTS, (2020,))


def test_growth_after_the_break():
    found = growth(LINE, 2020, 2022, LINE.breaks)
    assert (found.change, found.percent, found.yearly) == pytest.approx((10.5, 21.0, 10.0))


@pytest.mark.parametrize(
    ("first", "last", "obstacle"),
    [(2019, 2020, "break"), (2018, 2022, "break"), (2017, 2022, "missing"), (2022, 2020, "order")],
)
def test_growth_is_refused(first, last, obstacle):
    with pytest.raises(GrowthError) as caught:
        growth(LINE, first, last, LINE.breaks)
    assert caught.value.obstacle == obstacle


def test_figures_of_zero_have_no_rate():
    line = Line("A", pd.DataFrame({"value": [0.0, 1.0], "flag": ["", ""]}, index=[2020, 2021]), ())
    with pytest.raises(GrowthError, match="0 or less"):
        growth(line, 2020, 2021, ())
