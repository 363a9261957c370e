"""Between which bounds figures are believed: by the catalogue, the unit, and the range so far."""

import numpy as np
import pandas as pd
import pytest

from data_sources.refresh.implausible import Implausible
from data_sources.refresh.plausible import limits_of, valid


def figures(*rows):
    frame = pd.DataFrame(rows, columns=["region", "period", "value", "flag"])
    return frame.astype({"region": str, "period": str, "value": float, "flag": str})


def limits(catalogue, name, new, last, **collecting):
    indicator = catalogue.indicators[name]
    if collecting:
        how = indicator.collecting.model_copy(update=collecting)
        indicator = indicator.model_copy(update={"collecting": how})
    found = limits_of(figures(*new), indicator, catalogue, figures(*last))
    return list(zip(found["low"], found["high"], strict=True))


LAST = [("NO08", "2022", 40.0, ""), ("SE11", "2022", 60.0, "")]
NEW = [("NO08", "2023", 41.0, "")]


def test_a_share_lies_between_nothing_and_all_and_within_the_range_so_far_widened(catalogue):
    # The span is 30, half of the highest: more than from 40 to 60.
    assert limits(catalogue, "tertiary_25_64", NEW, LAST) == [(10.0, 90.0)]
    near_all = [("NO08", "2022", 95.0, ""), ("SE11", "2022", 20.0, "")]
    assert limits(catalogue, "tertiary_25_64", NEW, near_all) == [(0.0, 100.0)]


def test_the_catalogues_own_bounds_go_first(catalogue):
    assert limits(catalogue, "tertiary_25_64", NEW, LAST, low=35.0) == [(35.0, 90.0)]
    assert limits(catalogue, "tertiary_25_64", NEW, LAST, low=-5.0, high=150.0) == [(-5.0, 150.0)]


def test_without_figures_so_far_a_share_is_still_a_share(catalogue):
    assert limits(catalogue, "tertiary_25_64", NEW, []) == [(0.0, 100.0)]
    assert limits(catalogue, "gdp_per_inhabitant_pps", NEW, []) == [(-np.inf, np.inf)]


def test_amounts_are_judged_among_regions_of_their_level(catalogue):
    last = [("NO08", "2022", 1000.0, ""), ("SE11", "2022", 3000.0, ""), ("NO081", "2022", 10.0, "")]
    new = [("NO08", "2023", 1.0, ""), ("NO081", "2023", 1.0, "")]
    # From 1000 to 3000 is a span of 2000; one figure of 10 has a span of 5.
    assert limits(catalogue, "nights_total", new, last) == [(0.0, 5000.0), (5.0, 15.0)]


def of(*rows, low=-np.inf, high=np.inf):
    frame = figures(*rows)
    return valid(frame, pd.DataFrame({"low": low, "high": high}, index=frame.index))


def test_figures_in_their_form_and_range_are_taken_as_they_are():
    taken = of(("NO08", "2023", 1.0, ""), ("NO08", "2024-01", 2.0, "bp"), low=1.0, high=2.0)
    assert taken["value"].tolist() == [1.0, 2.0]


@pytest.mark.parametrize(
    ("rows", "kind", "words"),
    [
        ([("NO08", "2023", 3.0, "")], "range", "1 figures are not between 0 and 2, first NO08 2023: 3."),
        ([("NO08", "2023", 1.0, ""), ("NO08", "2023", 1.5, "")], "double", "2 figures stand twice, first NO08 2023: 1"),
        ([("NO08", "23", 1.0, "")], "schema", "period is not a year or month: 23 (NO08 23: 1)."),
        ([("NO08", "2023-13", 1.0, "")], "schema", "period is not a year or month: 2023-13"),
        ([("NO08", "2023", np.inf, "")], "schema", "value is not a finite number: inf (NO08 2023: inf)."),
        ([("NO08", "2023", 1.0, "?")], "schema", "flag is not known flag letters: ? (NO08 2023: 1)."),
    ],
)
def test_what_is_wrong_is_named_with_its_first_places(rows, kind, words):
    with pytest.raises(Implausible) as caught:
        of(*rows, low=0.0, high=2.0)
    assert caught.value.kind == kind
    assert str(caught.value).startswith(words)
    assert ("collecting" in str(caught.value)) == (kind == "range")


def test_a_wrong_form_is_told_before_an_odd_value():
    with pytest.raises(Implausible) as caught:
        of(("NO08", "2023", 300.0, ""), ("SE11", "2O23", 1.0, ""), low=0.0, high=2.0)
    assert caught.value.kind == "schema"
