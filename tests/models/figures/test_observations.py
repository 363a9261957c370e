import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.figures.observations import Figures, ObservationError, check, normalise_flag, published, tidy

ROWS = {
    "indicator": ["b", "a", "a"],
    "region": ["NO08", "SE11", "NO08"],
    "period": ["2024", "2024", "2024-12"],
    "value": [1.0, 2.5, 3.0],
    "flag": ["", "bp", ""],
    "series": ["s1", "s2", "s2"],
}


def test_figures_are_found_by_indicator():
    figures = Figures.of(1, tidy(ROWS), None)
    assert figures.indicator("a")["region"].tolist() == ["NO08", "SE11"]
    assert figures.indicator("b")["value"].tolist() == [1.0]
    assert figures.indicator("unknown").empty
    assert "a" in figures
    assert "unknown" not in figures


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value": [1.0, float("nan"), 3.0]}, "1 values are not finite, first: a SE11 2024"),
        ({"value": [1.0, float("inf"), 3.0]}, "not finite"),
        ({"indicator": ["a", "a", "a"], "region": ["NO08"] * 3, "period": ["2024"] * 3}, "2 figures stand twice"),
        ({"period": ["2024", "2024-13", "2024"]}, "not a year or month: '2024-13'"),
        ({"flag": ["", "x", ""]}, "unknown flag letters: x"),
    ],
)
def test_refuses_what_is_not_tidy(changes, words):
    with pytest.raises(ObservationError, match=words):
        tidy({**ROWS, **changes})


def test_refuses_missing_columns():
    frame = tidy(ROWS).drop(columns=["flag", "series"])
    with pytest.raises(ObservationError, match="columns are missing: flag, series"):
        check(frame)


def test_flags_are_sets_of_lower_case_letters():
    assert normalise_flag("BD") == "bd"
    assert normalise_flag(" pb") == "bp"
    assert normalise_flag("") == ""


@pytest.mark.parametrize(("value", "text"), [(11904456.0, "11904456"), (0.0001, "0.0001"), (-3.3, "-3.3"), (0.0, "0")])
def test_values_print_as_published(value, text):
    assert published(value) == text


@given(st.decimals(-(10**9), 10**9, places=4, allow_nan=False))
def test_printing_loses_nothing(number):
    assert float(published(float(number))) == float(number)
