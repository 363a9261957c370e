"""What the figures say, in words."""

import pytest

from components.judgements import amount_words, call_words, chance_words, level_words, trend_words
from components.text import Speaker
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
    assert "39" in chance_words(NB, 6.44, 39)
    assert "6,4" in chance_words(NB, 6.44, 39)
