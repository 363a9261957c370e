import json
import tracemalloc

import pytest

from data_sources.errors import NotData, NotSupported, SourceError, TooLarge, Truncated
from data_sources.jsonstat import LARGEST, load, read
from tests.data_sources.specimens import FOLDER

SPECIMEN = (FOLDER / "eurostat" / "nights.json").read_bytes()


def document(**changes):
    return {**json.loads(SPECIMEN), **changes}


def small(**changes):
    """Two dimensions, three cells of four."""
    given = {
        "id": ["a", "b"],
        "size": [2, 2],
        "dimension": {
            "a": {"category": {"index": {"a1": 1, "a0": 0}}},
            "b": {"category": {"index": ["b0", "b1"]}},
        },
        "value": {"3": 4, "0": 1.5, "2": None},
    }
    return given | changes


def rows(cells):
    return [tuple(row) for row in cells.astype({"a": str, "b": str, "status": str}).to_numpy().tolist()]


def test_positions_are_unravelled_by_the_order_of_codes():
    assert rows(read(small()).cells) == [("a0", "b0", 1.5, ""), ("a1", "b1", 4.0, "")]


def test_a_status_stands_alone_or_beside_a_value():
    cells = read(small(status={"1": ":", "3": "p", "2": ""})).cells
    assert rows(cells.fillna({"value": -1})) == [("a0", "b0", 1.5, ""), ("a0", "b1", -1, ":"), ("a1", "b1", 4.0, "p")]


@pytest.mark.parametrize("status", ["e", ["e", "e", "e", "e"]])
def test_a_status_can_be_one_for_all_or_a_list(status):
    cells = read(small(value=[1, 2, 3, 4], status=status)).cells
    assert cells["status"].tolist() == ["e"] * 4


def test_values_can_be_a_list_with_nulls():
    assert rows(read(small(value=[1, None, None, 4])).cells) == [("a0", "b0", 1.0, ""), ("a1", "b1", 4.0, "")]


def test_all_codes_are_listed_also_where_no_cell_has_them():
    cells = read(small(value={})).cells
    assert list(cells["a"].cat.categories) == ["a0", "a1"]
    assert cells.empty


def test_a_dimension_of_one_code_may_list_its_label_only():
    one = small(size=[1, 2], value=[1, 2])
    one["dimension"]["a"] = {"category": {"label": {"only": "The only one"}}}
    assert read(one).cells["a"].tolist() == ["only", "only"]


def test_a_dimension_may_be_empty():
    none = small(size=[2, 0], value={})
    none["dimension"]["b"] = {"category": {"index": {}, "label": {}}}
    cells = read(none).cells
    assert cells.empty
    assert list(cells.columns) == ["a", "b", "value", "status"]


def test_name_and_freshness_are_told():
    cube = read(load(SPECIMEN))
    assert (cube.name, cube.updated) == ("TOUR_OCC_NIN2", "2026-03-04T11:00:00+0100")


@pytest.mark.parametrize(
    "changes",
    [
        {"class": "collection"},
        {"id": "ab"},
        {"id": ["a"]},
        {"id": ["a", "a"]},
        {"id": ["a", "value"]},
        {"id": ["a", ["b"]]},
        {"size": [2, 3]},
        {"size": [2, -2]},
        {"size": [2, 2.0]},
        {"size": [2, True]},
        {"size": [2, "2"]},
        {"dimension": {}},
        {"dimension": []},
        {"value": 1},
        {"value": None},
        {"value": {"4": 1}},
        {"value": {"-1": 1}},
        {"value": {"1_0": 1}},
        {"value": {"": 1}},
        {"value": {"٣": 1}},
        {"value": {"3": 1, "03": 2}},
        {"value": {"9" * 30: 1}},
        {"value": {"9" * 6000: 1}},
        {"value": {"0": "1"}},
        {"value": {"0": True}},
        {"value": {"0": [1]}},
        {"value": {"0": 10**400}},
        {"value": [1, 2, 3, 4, 5]},
        {"status": 3},
        {"status": [None]},
        {"status": {"9": "b"}},
        {"status": {"0": 3}},
        {"status": {"0": {}}},
        {"size": [1 << 40, 1 << 40]},
    ],
    ids=lambda changes: str(changes)[:40],
)
def test_contradictions_are_no_data(changes):
    with pytest.raises(NotData):
        read(small(**changes))


@pytest.mark.parametrize(
    "index",
    [{"b0": 0, "b1": 0}, {"b0": 1, "b1": 2}, {"b0": "0", "b1": 1}, ["b0", "b0"], ["b0"], ["b0", 1], "b0", 2, None],
    ids=str,
)
def test_codes_without_a_clear_order_are_no_data(index):
    given = small()
    given["dimension"]["b"] = {"category": {"index": index, "label": {"b0": "", "b1": ""}}}
    with pytest.raises(NotData):
        read(given)


def test_too_few_values_are_a_cut_answer():
    with pytest.raises(Truncated, match="3 of 4 values"):
        read(small(value=[1, 2, 3]))


@pytest.mark.parametrize("end", [1, 30, len(SPECIMEN) // 2, len(SPECIMEN) - 3])
def test_json_that_ends_early_is_a_cut_answer(end):
    with pytest.raises((Truncated, NotData)) as caught:
        load(SPECIMEN[:end])
    assert caught.value.kind in ("truncated", "not_data")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        b"<html></html>",
        b"{'a': 1}",
        b"[NaN]",
        b"[Infinity]",
        b"\xff\xfe\xfd",
        b'{"a": "\xe5"}',
        b"[" * 90_000,
    ],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_no_json_is_no_data(data):
    with pytest.raises(SourceError) as caught:
        load(data)
    assert caught.value.kind in ("not_data", "truncated")


def test_what_is_too_much_is_not_read():
    with pytest.raises(TooLarge):
        load(b"[" * 200_000)
    with pytest.raises(TooLarge):
        load(b'{"a":"' + b"a" * LARGEST + b'"}')


def test_a_size_that_is_claimed_costs_nothing():
    """Ten billion cells with one value among them."""
    codes = [f"c{i}" for i in range(100_000)]
    given = document(id=["a", "b"], size=[100_000, 100_000], value={"9999999999": 7}, status={})
    given["dimension"] = {d: {"category": {"index": codes}} for d in ("a", "b")}
    tracemalloc.start()
    cells = read(given).cells
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert cells.astype({"a": str}).iloc[0].tolist()[:3] == ["c99999", "c99999", 7]
    assert peak < 100_000_000


@pytest.mark.parametrize(
    ("name", "cells", "statuses"),
    [
        ("nama_10_gdp.json", 64, {"", "d"}),
        ("demo_gind.json", 73, {"", "e", "ep", "p"}),
        ("confidential_status_without_value.json", 6, {"", "|C"}),
        ("unknown_code_size0.json", 0, {""}),
    ],
)
@pytest.mark.shared
def test_recorded_answers_are_read(shared, name, cells, statuses):
    cube = read(load((shared / "recordings" / "eurostat" / name).read_bytes()))
    assert len(cube.cells) == cells
    assert set(cube.cells["status"].cat.categories) == statuses


ONE = {"index": ["A"]}
OLD = {"dimension": {"id": ["geo"], "size": [1], "geo": {"category": ONE}}, "value": [1]}


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (OLD, "JSON-stat 1.x"),
        ({"nights": OLD}, "JSON-stat 1.x"),
        ({"dataset": OLD, "other": OLD}, "JSON-stat 1.x"),
        ({"class": "collection", "link": {}}, "JSON-stat collection"),
        ({"version": "2.0", "class": "dimension", "category": ONE}, "JSON-stat dimension"),
    ],
)
def test_sound_forms_that_are_not_read_are_refused_with_that_reason(document, words):
    with pytest.raises(NotSupported, match=words) as caught:
        read(document)
    assert "maintenance" not in str(caught.value)


@pytest.mark.shared
def test_a_recorded_answer_of_an_older_version_is_refused_with_that_reason(shared):
    recorded = shared / "recordings" / "ssb" / "v0_dataset_29843_jsonstat1.json"
    with pytest.raises(NotSupported, match=r"JSON-stat 1\.x"):
        read(load(recorded.read_bytes()))


@pytest.mark.parametrize("status", [["p"], "p", {"0": "p", "1": "p", "2": "p", "3": "p"}, ["p", "p", "p", "p"]])
def test_one_status_for_all_cells_belongs_to_each(status):
    document = {
        "class": "dataset",
        "id": ["geo", "time"],
        "size": [2, 2],
        "dimension": {"geo": {"category": {"index": ["A", "B"]}}, "time": {"category": {"index": ["2020", "2021"]}}},
        "value": [1, 2, None, 4],
        "status": status,
    }
    cells = read(document).cells
    assert cells["status"].astype(str).tolist() == ["p"] * len(cells)
    assert len(cells) in (3, 4)  # a status alone makes a cell where it is said of that cell


def test_a_single_status_that_is_no_text_is_no_data():
    document = {"id": ["geo"], "size": [2], "dimension": {"geo": {"category": {"index": ["A", "B"]}}}, "value": [1, 2]}
    with pytest.raises(NotData):
        read({**document, "status": [7]})
