import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_sources.base import Query
from data_sources.errors import Changed, NotData
from data_sources.readings import period, reading


def cells(rows, **codes):
    """Cells of unit, geo, time, value, status; `codes` are published besides."""
    frame = pd.DataFrame(rows, columns=["unit", "geo", "time", "value", "status"])
    frame["value"] = frame["value"].astype(float)
    for name in ("unit", "geo", "time", "status"):
        listed = sorted({*frame[name], *codes.get(name, ())})
        frame[name] = pd.Categorical(frame[name], categories=listed)
    return frame


def read(frame, code="NR", **options):
    return reading(frame, Query("set", {"unit": code}, **options), region="geo", time="time")


def figures(given):
    texts = given.figures.astype({"region": str, "period": str, "flag": str})
    return [tuple(row) for row in texts.to_numpy().tolist()]


@pytest.mark.parametrize(
    ("text", "ours"),
    [("2020", "2020"), (" 2020 ", "2020"), ("2020-03", "2020-03"), ("2020M03", "2020-03"), ("2020-M12", "2020-12"),
     ("2020-A1", "2020"), ("2020Q1", ""), ("2020-Q1", ""), ("2020-13", ""), ("2020-S1", ""), ("20200", ""),
     ("202003", ""), ("", ""), ("٢٠٢٠", "")],
)  # fmt: skip
def test_periods_are_years_or_months(text, ours):
    assert period(text) == ours


def test_figures_stand_in_order_with_normalised_flags():
    given = read(cells([("NR", "SE", "2021", 2, "UB"), ("NR", "NO", "2021", 3, ""), ("NR", "NO", "2020M02", 1, "p b")]))
    assert figures(given)[1:] == [("NO", "2021", 3, ""), ("SE", "2021", 2, "bu")]
    assert figures(given)[0][:3] == ("NO", "2020-02", 1)


def test_flags_without_a_meaning_are_dropped_and_told():
    given = read(cells([("NR", "NO", "2021", 2, "bx"), ("NR", "SE", "2021", 3, "?")]))
    assert figures(given) == [("NO", "2021", 2, "b"), ("SE", "2021", 3, "")]
    assert [notice.kind for notice in given.notices] == ["flags_unknown"]
    assert "'bx'" in given.notices[0].text


def test_a_cell_with_neither_value_nor_flag_is_nothing():
    given = read(cells([("NR", "NO", "2021", None, ""), ("NR", "SE", "2021", None, "c")]))
    assert figures(given) == []
    assert given.withheld.astype(str).to_numpy().tolist() == [["SE", "2021", "c"]]


def test_other_periods_and_regions_are_left_out_and_told():
    given = read(cells([("NR", "NO", "2021-Q1", 2, ""), ("NR", "no way", "2021", 3, ""), ("NR", "SE", "2021", 4, "")]))
    assert figures(given) == [("SE", "2021", 4, "")]
    assert [notice.kind for notice in given.notices] == ["periods_skipped", "regions_skipped"]


def test_earlier_years_than_asked_for_are_left_out():
    rows = [("NR", "NO", "2019", 1, ""), ("NR", "NO", "2020", 2, ""), ("NR", "NO", "2020-01", 3, "")]
    assert [figure[1] for figure in figures(read(cells(rows), since=2020))] == ["2020", "2020-01"]


def test_what_was_not_asked_for_is_left_out():
    given = read(cells([("NR", "NO", "2020", 1, ""), ("PC", "NO", "2020", 2, "")]))
    assert figures(given) == [("NO", "2020", 1, "")]


def test_a_code_that_is_not_published_is_named():
    with pytest.raises(Changed, match=r"unit = NR .* it has PC"):
        read(cells([("PC", "NO", "2020", 2, "")]))


def test_a_published_code_without_figures_makes_an_empty_reading():
    assert read(cells([("PC", "NO", "2020", 2, "")], unit=["NR"])).figures.empty


def test_a_dimension_left_open_is_named():
    with pytest.raises(Changed, match=r"'unit' open \(NR, PC\)"):
        reading(
            cells([("NR", "NO", "2020", 1, ""), ("PC", "NO", "2020", 2, "")]), Query("s", {}), region="geo", time="time"
        )


@pytest.mark.parametrize("column", ["geo", "time", "unit"])
def test_a_dimension_that_is_not_there_is_named(column):
    with pytest.raises(Changed, match=f"no dimension '{column}'"):
        read(cells([("NR", "NO", "2020", 1, "")]).drop(columns=column))


def test_a_figure_that_stands_twice_is_refused():
    with pytest.raises(NotData, match="stand twice, first: NO 2020"):
        read(cells([("NR", "NO", "2020", 1, ""), ("NR", "NO", "2020-A1", 2, "")]))


def test_a_part_of_a_sum_that_stands_twice_is_refused():
    with pytest.raises(NotData, match="stand twice"):
        read(cells([("A", "NO", "2020", 1, ""), ("A", "NO", "2020", 2, "")], unit=["B"]), "A+B")


def test_infinite_values_are_refused():
    with pytest.raises(NotData):
        read(cells([("NR", "NO", "2020", float("inf"), "")]))


def test_a_sum_needs_all_its_parts():
    rows = [
        ("A", "NO", "2020", 1, "b"), ("B", "NO", "2020", 2, "e"),
        ("A", "SE", "2020", 1, "b"), ("B", "SE", "2020", None, "c"),
        ("A", "DK", "2020", 1, "b"),
        ("C", "NO", "2020", 9, "u"),
    ]  # fmt: skip
    given = read(cells(rows), "A+B")
    assert figures(given) == [("NO", "2020", 3, "be")]
    assert given.withheld.astype(str).to_numpy().tolist() == [["SE", "2020", "c"]]


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("AB"), st.sampled_from(["NO", "SE", "NO08"]), st.sampled_from(["2020", "2021M05"])),
        st.tuples(st.none() | st.integers(-5, 5), st.sampled_from(["", "b", "C", "eu", "x"])),
    )
)
def test_a_reading_says_what_the_cells_say(table):
    rows = [(*key, value, flag) for key, (value, flag) in table.items()]
    read_ = read(cells(rows, unit=["A", "B"], geo=["NO"], time=["2020"]), "A")
    ours = {"2020": "2020", "2021M05": "2021-05"}
    letters = {"": "", "b": "b", "C": "c", "eu": "eu", "x": ""}
    mine = {(g, ours[t]): (v, letters[f]) for (u, g, t), (v, f) in table.items() if u == "A"}
    assert figures(read_) == sorted((*key, v, f) for key, (v, f) in mine.items() if v is not None)
    withheld = [tuple(row) for row in read_.withheld.astype(str).to_numpy().tolist()]
    assert withheld == sorted((*key, f) for key, (v, f) in mine.items() if v is None and f)
    assert read_.figures["value"].dtype == "float64"
    assert all(read_.figures[name].dtype == "category" for name in ("region", "period", "flag"))
