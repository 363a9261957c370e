"""Rows hold plain values: what Python and JSON know, and nothing where there is no number."""

import json
import math

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from components.rows import frame_rows, rows_of

PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text())
OF_NUMPY = st.one_of(
    st.integers(-(2**62), 2**62).map(np.int64), st.floats().map(np.float64), st.booleans().map(np.bool_)
)
TABLES = st.integers(1, 4).flatmap(
    lambda wide: st.lists(st.lists(st.one_of(PLAIN, OF_NUMPY), min_size=wide, max_size=wide), max_size=6)
)


@given(TABLES)
def test_every_value_stands_in_its_place_and_is_one_that_json_knows(cells):
    rows = rows_of([f"c{n}" for n in range(len(cells[0]) if cells else 0)], cells)
    assert [len(row) for row in rows.cells] == [len(row) for row in cells]
    for row, given_row in zip(rows.cells, cells, strict=True):
        for value, before in zip(row, given_row, strict=True):
            assert type(value) in (type(None), bool, int, float, str)
            if isinstance(before, float | np.floating) and not math.isfinite(before):
                assert value is None
            else:
                assert value == before
    assert json.loads(json.dumps(rows.cells, allow_nan=False)) == [list(row) for row in rows.cells]


@given(st.lists(st.tuples(st.text("abc", min_size=1), st.floats(allow_nan=True, allow_infinity=False)), max_size=6))
def test_a_frame_keeps_its_columns_its_rows_and_where_it_is_asked_for_its_index(pairs):
    names, values = [name for name, _ in pairs], [value for _, value in pairs]
    frame = pd.DataFrame({"value": pd.Series(values, dtype=float), "text": names})
    expected = [None if math.isnan(value) else value for value in values]
    assert frame_rows(frame).columns == ("value", "text")
    assert [row[0] for row in frame_rows(frame).cells] == expected
    indexed = frame_rows(frame.set_index("text")["value"], index="region")
    assert indexed.columns == ("region", "value")
    assert indexed.cells == tuple(zip(names, expected, strict=True))


def test_units_are_told_where_there_are_some():
    rows = rows_of(["a", "b"], [(1, 2)], a="personer", b="")
    assert rows.units == (("a", "personer"),)


def test_what_is_no_plain_value_becomes_its_words():
    assert rows_of(["when"], [(pd.Period("2024-01", "M"),)]).cells == (("2024-01",),)
