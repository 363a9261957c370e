"""What the figures say, in words."""

import pytest

from components.words.judgements import (
    against_chance,
    amount_words,
    call_words,
    chance_words,
    level_words,
    ordinary_words,
    trend_words,
)
from components.words.text import Speaker
from models.advantages import Call, GapTrend

NB, EN = Speaker("nb"), Speaker("en")


@pytest.mark.parametrize(
    ("amount", "nb", "en"),
    [
        (0, "0", "0"),
        (7, "7", "7"),
        (811, "810", "810"),
        (-17438, "17 000", "17,000"),
        (41234, "41 000", "41,000"),
        (999_600, "1,0 mill.", "1.0 million"),
        (1_843_082, "1,8 mill.", "1.8 million"),
        (988_733_380, "990 mill.", "990 million"),
        (3_921_042_301, "3,9 mrd.", "3.9 billion"),
    ],
)
def test_computed_counts_have_two_digits(amount, nb, en):
    assert amount_words(NB, amount).replace("\u00a0", " ") == nb
    assert amount_words(EN, amount) == en


@pytest.mark.parametrize(
    ("amount", "money", "half", "said"),
    [
        (41_000, False, False, "Samme nivå som Stockholm ville vært 41 000 flere leger."),
        (-41_000, False, False, "Samme nivå som Stockholm ville vært 41 000 færre leger."),
        (2e9, True, False, "Samme nivå som Stockholm ville vært 2,0 mrd. euro mer leger."),
        (-2e9, True, True, "Halvveis til Stockholm ville vært 2,0 mrd. euro mindre leger."),
    ],
)
def test_a_gap_in_things(amount, money, half, said):
    words = level_words(NB, "Stockholm", amount, "leger", money=money, half=half)
    assert words.replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("kind", "ahead", "begins"),
    [
        ("closing", False, "Etterslepet minker: 2"),
        ("widening", False, "Etterslepet øker: 2"),
        ("closing", True, "Forspranget minker: 2"),
        ("widening", True, "Forspranget øker: 2"),
        ("unclear", True, "Ingen sikker endring i avstanden 2010–2020 (mellom −3 og −1"),
    ],
)
def test_trends(kind, ahead, begins):
    found = GapTrend(kind, ahead, -2.0, -3.0, -1.0, 2010, 2020, 11, 9, 5.0)
    words = trend_words(NB, found, lambda value: NB.number(value))
    assert words.startswith(begins)
    if kind != "unclear":
        assert words.endswith("(mellom 1 og 3).")


def test_no_trend_says_why():
    assert trend_words(NB, None, str) == "For få sammenlignbare år til å si om avstanden øker eller minker."


def test_calls_and_chance():
    assert call_words(NB, Call("tendency", -1, -0.4, ())) == "Tendens til svakhet"
    assert call_words(EN, Call("strength", 1, 0.7, ())) == "Strength"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (6, "Omtrent som en vanlig region (6,4)."),
        (8, "Omtrent som en vanlig region (6,4)."),  # 1.56 more; the root of 6.44 is 2.54
        (9, "Flere enn en vanlig region (6,4)."),  # 2.56 more
        (3, "Færre enn en vanlig region (6,4)."),
    ],
)
def test_counts_against_what_chance_gives(found, expected):
    assert chance_words(NB, found, 6.44) == expected


def test_of_rare_things_a_difference_of_one_is_none():
    assert [against_chance(n, 0.3) for n in (0, 1, 2)] == [0, 0, 1]


@pytest.mark.parametrize(
    ("strengths", "weaknesses", "expected"),
    [
        (0, 0, "omtrent som en vanlig region"),
        (1, 0, "bedre enn en vanlig region"),
        (0, 1, "svakere enn en vanlig region"),
        (-1, 0, "svakere enn en vanlig region"),
        (1, 1, "mer ujevn enn en vanlig region"),
        (-1, -1, "jevnere enn en vanlig region"),
    ],
)
def test_a_region_against_an_ordinary_one(strengths, weaknesses, expected):
    assert ordinary_words(NB, strengths, weaknesses) == expected
