import pandas as pd
import pytest

from models.figures.revisions import Counts, Revisions, counts, differences, spoken_for


def frame(*rows, columns=("region", "period", "value", "flag")):
    return pd.DataFrame(rows, columns=list(columns))


OLD = frame(("NO08", "2023", 1.0, ""), ("NO08", "2024", 2.0, "p"), ("SE11", "2023", 3.0, ""), ("SE11", "2024", 4.0, ""))


def test_new_revised_and_withdrawn_figures_are_told_apart_and_the_same_left_out():
    new = frame(
        ("NO08", "2023", 1.0, ""), ("NO08", "2024", 2.0, ""), ("SE11", "2023", 3.5, ""), ("SE11", "2025", 5.0, "e")
    )
    found = differences(OLD, new)
    assert found[["region", "period", "kind"]].to_numpy().tolist() == [
        ["NO08", "2024", "revised"],  # only its flag
        ["SE11", "2023", "revised"],
        ["SE11", "2024", "withdrawn"],
        ["SE11", "2025", "added"],
    ]
    assert found["old_flag"].tolist() == ["p", "", "", ""]
    assert found["flag"].tolist() == ["", "", "", "e"]
    assert found["old_value"].fillna(-1).tolist() == [2.0, 3.0, 4.0, -1]
    assert found["value"].fillna(-1).tolist() == [2.0, 3.5, -1, 5.0]
    assert counts(found) == Counts(1, 2, 1)


def test_nothing_differs_from_itself():
    assert differences(OLD, OLD).empty
    assert differences(OLD.iloc[:0], OLD.iloc[:0]).empty
    assert set(differences(OLD.iloc[:0], OLD)["kind"]) == {"added"}


def test_a_difference_in_the_last_digit_is_one():
    new = OLD.assign(value=OLD["value"] * (1 + 2**-52))
    assert len(differences(OLD, new)) == len(OLD)


def test_a_figure_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="not a one-to-one merge"):
        differences(pd.concat([OLD, OLD]), OLD)


def test_an_answer_speaks_for_its_regions_from_their_first_year_on_and_for_its_years():
    old = frame(
        ("NO08", "2015", 1.0, ""),  # before the region's first year in the answer: kept
        ("NO08", "2021", 1.0, ""),  # would be there if it were published
        ("NO08", "2022", 1.0, ""),
        ("NO08", "2026", 1.0, ""),  # the answer has no such year
        ("NO01", "2021", 1.0, ""),  # an older territory
        ("SE11", "2015", 1.0, ""),
        ("SE11", "2023", 1.0, ""),  # after its last figure, in a year that the answer has
    )
    answer = frame(("NO08", "2020", 1.0, ""), ("NO08", "2022", 1.0, ""), ("SE11", "2014", 1.0, ""))
    answer = pd.concat([answer, frame(("DK01", "2015", 1.0, ""), ("DK01", "2021", 1.0, ""), ("DK01", "2023", 1.0, ""))])
    none = answer.iloc[:0]
    assert spoken_for(old, answer, none).tolist() == [False, True, True, False, False, True, True]


def test_a_cell_that_is_listed_without_a_value_is_spoken_for():
    old = frame(("NO08", "2015", 1.0, ""), ("NO01", "2015", 1.0, ""))
    answer = frame(("NO08", "2020", 1.0, ""))
    withheld = frame(("NO01", "2015", "c"), columns=("region", "period", "flag"))
    assert spoken_for(old, answer, withheld).tolist() == [False, True]


def test_what_a_release_changed_by_indicator_and_region():
    rows = differences(OLD, OLD.assign(value=[1.0, 9.0, 9.0, 9.0]))
    frames = pd.concat([rows.assign(indicator="nights"), rows.iloc[:1].assign(indicator="people")])
    found = Revisions(1, 2, frames)
    assert found.counts == Counts(revised=4)
    assert list(found.by_indicator.items()) == [("nights", Counts(revised=3)), ("people", Counts(revised=1))]
    assert len(found.of(["nights"], ["SE11"])) == 2
    assert len(found.of(["people"])) == 1
    assert found.of(["other"]).empty
