"""Titles of rankings and trends, as written from the figures in the store (`titles.csv`)."""

import csv
import re
from pathlib import Path

import pytest

from components.words.findings import comparison_finding
from components.words.text import Speaker
from models.comparison.one_year import compare, years
from tests.truth.sentences import never, plain, title_of

with (Path(__file__).parent / "titles.csv").open(encoding="utf-8", newline="") as handle:
    TABLE = list(csv.DictReader(handle))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['indicator']}-{row['kind']}")
def test_titles(figures, catalogue, row):
    assert plain(title_of(figures, catalogue, row["indicator"], row["kind"], "nb")) == row["nb"]
    assert never(row["nb"]) == []


def _best(figures, indicator, codes):
    """Who has the best figure in a year, where no other looks the same; from the figures as they lie in the store."""
    rows = figures.indicator(indicator.id)
    rows = rows.loc[rows["region"].isin(codes)].astype({"region": str, "period": str})

    def of(period):
        values = rows.loc[rows["period"] == period].set_index("region")["value"]
        top = (min if indicator.direction == "lower_better" else max)(values)
        best = {code for code, value in values.items() if abs(value - top) <= 1e-9}
        shown = f"{top + 1e-9:.{indicator.decimals}f}"
        alike = {code for code, value in values.items() if f"{value + 1e-9:.{indicator.decimals}f}" == shown}
        return best if alike == best else set()

    return of


def test_who_is_said_to_be_best_has_the_best_figure_and_nobody_else_has(figures, catalogue):
    say, told, shared = Speaker("nb"), 0, 0
    focus, peers = "NO08", catalogue.members("alliance")
    for name, indicator in catalogue.indicators.items():
        best = _best(figures, indicator, {focus, *peers})
        for year in years(figures, indicator, focus, peers)[:5]:
            comparison = compare(figures, indicator, year, focus, peers, 0, catalogue)
            title = comparison_finding(say, "X", comparison, str, lambda value, _: str(value))
            first = re.search(r"; ([A-Z0-9 og]+) (?:er best|ligger høyest)", title)
            alone = re.match(r"X (?:er best|ligger høyest) av \d+(?: regioner)?(?:, likt med ([A-Z0-9 og]+))?", title)
            if first:
                assert set(first[1].split(" og ")) == best(year), (name, year, title)
            elif alone:
                assert {focus, *(alone[1] or focus).split(" og ")} == best(year), (name, year, title)
            told += bool(first or alone)
            shared += len(best(year)) > 1 and bool(first or alone)
    assert told > 200
    assert shared


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
