"""Titles of rankings and trends, as written from the figures in the store (`titles.csv`)."""

import csv
from pathlib import Path

import pytest

from tests.truth.sentences import never, plain, title_of

with (Path(__file__).parent / "titles.csv").open(encoding="utf-8", newline="") as handle:
    TABLE = list(csv.DictReader(handle))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['indicator']}-{row['kind']}")
def test_titles(figures, catalogue, row):
    assert plain(title_of(figures, catalogue, row["indicator"], row["kind"], "nb")) == row["nb"]
    assert never(row["nb"]) == []


def test_in_english(figures, catalogue):
    assert plain(title_of(figures, catalogue, "gdp_per_inhabitant_pps", "trend", "en")) == (
        "The Oslo Region, GDP against the EU average: down from 162 in 2008 to 148 in 2021, but unevenly"
    )
    assert plain(title_of(figures, catalogue, "homicide_rate", "ranking", "en")) == (
        "The Oslo Region: 1.1 per 100,000, 0.3 per 100,000 above the middle of 3 other regions"
    )


def test_the_table_is_large(catalogue):
    assert len(TABLE) >= 25
    assert {row["indicator"] for row in TABLE} <= set(catalogue.indicators)
