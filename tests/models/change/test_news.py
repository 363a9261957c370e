import pandas as pd
import pytest

from models.change.news import News, news
from models.figures.revisions import Revisions, differences

NAMES = {  # scored, as published, computed, an amount, a bare series, Norwegian municipalities
    "tertiary_25_64": 40.0,
    "unemployment_rate_15_74": 5.0,
    "nights_foreign_share": 20.0,
    "nights_total": 1e7,
    "employed_15plus": 1000.0,
    "population": 7e5,
}


@pytest.fixture
def released():
    """Every indicator gets one figure revised, one new and one withdrawn in two regions."""

    def frame(*years):
        rows = [
            (name, region, year, value + shift, flag)
            for name, value in NAMES.items()
            for region in ("NO08", "SE11")
            for year, shift, flag in years
        ]
        return pd.DataFrame(rows, columns=["indicator", "region", "period", "value", "flag"])

    old = frame(("2020", 0, ""), ("2021", 0, "p"), ("2022", 0, ""))
    new = frame(("2021", 1, ""), ("2022", 0, ""), ("2023", 2, "e"), ("2024", 3, ""))
    return Revisions(1, 2, differences(old, new, ("indicator", "region", "period")))


def test_the_newest_figure_of_each_indicator_and_kind(released, catalogue):
    found = news(released, catalogue, "NO08")
    assert found["added"][0] == News("tertiary_25_64", "added", "2024", None, "", 43.0, "", others=1)
    assert found["revised"][0] == News("tertiary_25_64", "revised", "2021", 40.0, "p", 41.0, "", others=0)
    assert found["withdrawn"][0] == News("tertiary_25_64", "withdrawn", "2020", 40.0, "", None, "", others=0)


def test_the_most_telling_first_and_what_no_page_shows_left_out(released, catalogue):
    for kind in ("added", "revised", "withdrawn"):
        assert [item.indicator for item in news(released, catalogue, "NO08")[kind]] == [
            "tertiary_25_64",
            "unemployment_rate_15_74",
            "nights_total",
            "nights_foreign_share",
        ]


def test_no_news_for_a_region_without(released, catalogue):
    assert news(released, catalogue, "DK01") == {"added": (), "revised": (), "withdrawn": ()}
