"""Two sentences on two regions, by hand."""

import pandas as pd
import pytest

from components.words.text import Speaker
from components.words.two_regions import Two, reasons_sentence, standing_sentence
from models.comparison.parting import parting
from models.comparison.scorecard import scorecard
from models.index.rank_ranges import RankRanges
from tests.models.made_up import figures_of

NB, EN = Speaker("nb"), Speaker("en")
PEERS = ("SE11", "DK01", "FI1B")
ROWS = {
    "high_tech_employment": (8.0, 12.0, 9.0, 10.0),
    "pm25": (6.0, 9.0, 7.0, 8.0),
    "gerd_pct_gdp": (2.9, 3.6, 3.0, 2.8),
}


def two(say, theme=" på investeringer"):
    names = {"nb": ("Osloregionen", "Stockholm"), "en": ("the Oslo Region", "Stockholm")}[say.language]
    return Two("NO08", "SE11", *names, theme)


def found(catalogue, rows=ROWS):
    regions = ("NO08", *PEERS)
    made = [(n, code, "2021", v, "") for n, values in rows.items() for code, v in zip(regions, values, strict=True)]
    return parting(scorecard(figures_of(made), catalogue, "NO08", PEERS).strips, "SE11")


def ranges(above, count=11):
    rows = pd.DataFrame({"median": [1, 6], "low": [1, 4], "high": [1, 7]}, index=["SE11", "NO08"])
    return RankRanges("index", "NO08", count, rows, {"SE11": above}, None, 100)


def plain(_indicator, value):
    return NB.number(value, 1)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (0.02, "Stockholm ligger foran Osloregionen på investeringer: nr. 1 mot nr. 6 (4–7)"),
        (0.3, "Stockholm ligger trolig foran Osloregionen på investeringer: nr. 1 mot nr. 6 (4–7)"),
        (0.5, "Osloregionen og Stockholm ligger omtrent likt på investeringer: nr. 6 (4–7) og nr. 1"),
        (0.95, "Osloregionen ligger foran Stockholm på investeringer: nr. 6 (4–7) mot nr. 1"),
    ],
)
def test_who_stands_higher_and_how_surely(catalogue, above, expected):
    assert (
        standing_sentence(NB, two(NB), found(catalogue), ranges(above))
        == f"{expected} av 11 regioner, etter metodevalg."
    )


def test_among_few_regions_figures_are_counted_and_no_place_is_told(catalogue):
    told = standing_sentence(NB, two(NB), found(catalogue), ranges(0.02, count=8))
    assert told == "Stockholm ligger foran Osloregionen på investeringer: på 2 av 3 tall."
    assert standing_sentence(EN, two(EN, ""), found(catalogue), None) == (
        "Stockholm is ahead of the Oslo Region: on 2 of 3 figures."
    )
    even = {name: ROWS[name] for name in ("high_tech_employment", "pm25")}
    assert standing_sentence(NB, two(NB, ""), found(catalogue, even), None) == (
        "Osloregionen og Stockholm ligger likt: foran på 1 av 2 tall hver."
    )


def test_what_parts_them_names_the_better_region_first(catalogue):
    assert reasons_sentence(NB, two(NB), found(catalogue), plain) == (
        "Mest skiller sysselsatte i høyteknologi (12,0 mot 8,0 i 2021) "
        "og utgifter til forskning og utvikling (3,6 mot 2,9 i 2021), der Stockholm er best, "
        "og svevestøv i lufta (6,0 mot 9,0 i 2021), der Osloregionen er best."
    )
    alone = found(catalogue, {"high_tech_employment": ROWS["high_tech_employment"]})
    assert reasons_sentence(EN, two(EN), alone, plain) == (
        "What parts them most is employment in high technology (12,0 against 8,0 in 2021), where Stockholm is better."
    )
