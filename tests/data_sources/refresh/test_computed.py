"""What the inputs of computed figures are by now, and which computed figures may differ."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from data_sources.refresh.computed import FIGURE, after, among, missed
from data_sources.store.reader import Release
from data_sources.store.summary import NotTaken, Summary
from models.figures.revisions import KEY, Counts


def frame(*rows, **more):
    return pd.DataFrame(rows, columns=FIGURE).assign(**more)


def last(*rows):
    return frame(*rows).astype(dict.fromkeys(("region", "period", "flag"), "category"))


def test_without_a_change_the_figures_are_those_of_the_release():
    base = last(("NO08", "2023", 1.0, ""))
    assert after(base, None)[FIGURE].values.tolist() == [["NO08", "2023", 1.0, ""]]


def test_what_is_revised_withdrawn_and_new_takes_its_place():
    base = last(("NO08", "2022", 1.0, ""), ("NO08", "2023", 2.0, ""), ("SE11", "2023", 3.0, "p"))
    change = frame(
        ("NO08", "2023", 2.5, "p"),
        ("SE11", "2023", 3.0, "p"),
        ("DK01", "2023", 4.0, ""),
        kind=["revised", "withdrawn", "added"],
    )
    assert after(base, change).values.tolist() == [
        ["NO08", "2022", 1.0, ""],
        ["NO08", "2023", 2.5, "p"],
        ["DK01", "2023", 4.0, ""],
    ]


def release(number, *, refused=(), renewed=()):
    summary = Summary(
        "refresh", Counts(), refused={n: NotTaken("range", "No.") for n in refused}, renewed=tuple(renewed)
    )
    return Release(number, datetime(2026, 11, 1, tzinfo=UTC), summary)


@pytest.mark.parametrize(
    ("releases", "since"),
    [
        ([release(1), release(2)], None),
        ([release(1), release(2, refused=["i"])], 1),
        ([release(1), release(2, refused=["i"]), release(3, refused=["i"])], 1),
        ([release(1), release(2, refused=["i"]), release(3)], 1),  # nothing known of it since
        ([release(1), release(2, refused=["i"]), release(3, renewed=["i"])], None),
        ([release(1), release(2, refused=["i"]), release(3, renewed=["i"]), release(4, refused=["i"])], 3),
        ([release(1), release(2, refused=["other"])], None),
    ],
)
def test_changes_that_were_not_followed_begin_before_the_first_refusal(releases, since):
    assert missed(releases, "i") == since


def test_all_computed_figures_may_differ_unless_some_keys_are_named():
    made = frame(("NO08", "2023", 1.0, ""), ("SE11", "2023", 2.0, ""))
    base = last(("SE11", "2023", 9.0, ""), ("NO08", "2022", 8.0, ""))
    whole, speaks = among(made, base, None)
    assert whole is made
    assert speaks.tolist() == [True, True]
    part, speaks = among(made, base, frame(("SE11", "2023", 0.0, ""))[KEY])
    assert part.values.tolist() == [["SE11", "2023", 2.0, ""]]
    assert speaks.tolist() == [True, False]
