import tracemalloc

import pytest

from data_sources.errors import Changed, NotData, NotSupported, TooLarge, Truncated
from data_sources.sdmx import read_csv, read_tsv
from tests.data_sources.specimens import FOLDER

TSV = (FOLDER / "eurostat" / "nights.tsv").read_bytes()
CSV = (FOLDER / "eurostat" / "nights.csv").read_bytes()


@pytest.fixture
def file(tmp_path):
    """Puts bytes into a file."""

    def put(data):
        path = tmp_path / "answer"
        path.write_bytes(data)
        return path

    return put


def rows(table):
    cells = table.cells
    texts = {name: str for name in cells.columns if name != "value"}
    return [tuple(row) for row in cells.astype(texts).fillna({"value": -1}).to_numpy().tolist()]


def test_a_cell_holds_value_and_flag(file):
    table = read_tsv(file(b"freq,geo\\TIME_PERIOD\t2020 \t2021 \t2022 \t2023 \nA,NO\t1.5 \t2 bu\t: c\t: \n"), {})
    assert rows(table) == [("A", "NO", "2020", 1.5, ""), ("A", "NO", "2021", 2, "bu"), ("A", "NO", "2022", -1, "c")]


@pytest.mark.parametrize(
    ("cell", "value", "flag"),
    [("-3.0", -3, ""), ("1e3 b", 1000, "b"), (":u", -1, "u"), (": @C", -1, "@C"), ("0n", 0, "n"), (".5", 0.5, "")],
)
def test_cells_as_they_are_found(file, cell, value, flag):
    assert rows(read_tsv(file(f"geo\\time\t2020\nNO\t{cell}\n".encode()), {})) == [("NO", "2020", value, flag)]


@pytest.mark.parametrize("cell", ["x", "1,5", "1 2", "١", "0x10", "nan", "inf", "--1", "1_0", "1" * 50])
def test_cells_that_are_no_figures(file, cell):
    with pytest.raises(NotData, match="is no figure"):
        read_tsv(file(f"geo\\time\t2020\nNO\t{cell}\n".encode()), {})


def test_only_rows_asked_for_are_kept_and_all_codes_are_known(file):
    cells = read_tsv(file(TSV), {"c_resid": ["DOM"], "geo": {"NO", "SE11"}}).cells
    assert rows(read_tsv(file(TSV), {"c_resid": ["DOM"]}))[0] == ("A", "DOM", "NR", "I551-I553", "NO", "2020", 1, "")
    assert len(cells) == 3
    assert set(cells["unit"].cat.categories) == {"NR", "P_THAB"}
    assert "SE12" in cells["geo"].cat.categories


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NotData),
        (b"\n\n", NotData),
        (b"hello\n", NotData),
        (b"geo\t2020\nNO\t1\n", NotData),
        (b"geo\\unit\t2020\nNO\t1\n", NotData),
        (b"geo,geo\\time\t2020\nNO,NO\t1\n", NotData),
        (b"geo,\\time\t2020\nNO,NO\t1\n", NotData),
        (b"geo,value\\time\t2020\nNO,NO\t1\n", NotData),
        (b"geo\\time\t2020\t2020 \nNO\t1\t2\n", NotData),
        (b"geo\\time\t2020\nNO,A\t1\n", NotData),
        (b"geo\\time\t2020\nN\xd8\t1\n", NotData),
        (b"geo\\time\t2020\n" + b"N" * 2_000_000 + b"\t1\n", NotData),
        (b"geo\\time\t2020\t2021\nNO\t1\n", Truncated),
        (b"geo\\time\t2020\nNO\t1", Truncated),
        (b"geo\\time\t2020", Truncated),
        (b"geo\\time" + b"\t2020" * 6000 + b"\n", NotData),
        (b"unit\\time\t2020\nNR\t1\n", Changed),
    ],
    ids=lambda value: repr(value)[:30] if isinstance(value, bytes) else None,
)
def test_what_is_no_tsv(file, data, error):
    with pytest.raises(error):
        read_tsv(file(data), {"geo": ["NO"]})


def test_codes_stand_before_their_labels(file):
    table = read_csv(file(CSV), {"c_resid": ["TOTAL"]})
    assert rows(table)[0] == ("A", "TOTAL", "NR", "I551-I553", "NO", "2020", 23750000, "")
    assert (table.name, table.updated) == ("ESTAT:TOUR_OCC_NIN2(1.0)", "04/03/26 11:00:00")
    assert "|C" in table.cells["status"].tolist()
    assert set(table.cells["c_resid"].cat.categories) == {"TOTAL", "DOM"}


def test_attributes_are_kept_where_asked_for(file):
    data = b"REF_AREA,Area,TIME_PERIOD,OBS_VALUE,UNIT_MULT\r\nNO08,Oslo,2020,1,3\r\n"
    table = read_csv(file(data), {}, ["REF_AREA"], also=["UNIT_MULT", "DECIMALS"])
    assert rows(table) == [("NO08", "3", "2020", 1, "")]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NotData),
        (b"a,b\r\n1,2\r\n", NotData),
        (b"TIME_PERIOD,OBS_VALUE\r\n2020,1\r\n", Changed),
        (b"REF_AREA,TIME_PERIOD,OBS_VALUE\r\nNO,2020\r\n", Truncated),
        (b"REF_AREA,TIME_PERIOD,OBS_VALUE\r\nNO,2020,1", Truncated),
        (b"REF_AREA,TIME_PERIOD,OBS_VALUE\r\nNO,2020,x\r\n", NotData),
        (b"REF_AREA,TIME_PERIOD,OBS_VALUE\r\nNO,2020,inf\r\n", NotData),
        (b'REF_AREA,TIME_PERIOD,OBS_VALUE\r\n"NO,2020,1\r\n', NotData),
        (b'REF_AREA,TIME_PERIOD,OBS_VALUE\r\n"N"O,2020,1\r\n', NotData),
        (b"REF_AREA,TIME_PERIOD,OBS_VALUE\r\n\xc5,2020,1\r\n", NotData),
        (b'REF_AREA,TIME_PERIOD,OBS_VALUE\r\n"' + b"NO\n" * 200_000 + b'",2020,1\r\n', NotData),
    ],
    ids=lambda value: repr(value)[:60] if isinstance(value, bytes) else None,
)
def test_what_is_no_csv(file, data, error):
    with pytest.raises(error):
        read_csv(file(data), {"REF_AREA": ["NO"]}, ["REF_AREA"])


def test_memory_is_bounded_by_what_is_asked_for(file):
    """A file of 4 MB, of which one row is wanted."""
    many = b"".join(b"A,X%d,NO\t%s\n" % (i % 1000, b"\t".join([b"12345.6 b"] * 40)) for i in range(10_000))
    data = b"freq,unit,geo\\TIME_PERIOD\t" + b"\t".join(b"%d" % y for y in range(1980, 2020)) + b"\n"
    path = file(data + many + data.replace(b"freq,unit,geo\\TIME_PERIOD", b"A,NR,NO"))
    tracemalloc.start()
    cells = read_tsv(path, {"unit": ["NR"]}).cells
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(cells) == 40
    assert peak < 1_500_000


def test_codes_without_end_are_no_table(file):
    data = b"unit,geo\\time\t2020\n" + b"".join(b"U%d,NO\t1\n" % i for i in range(200_002))
    with pytest.raises(TooLarge, match="codes"):
        read_tsv(file(data), {"unit": ["U1"]})


@pytest.mark.shared
def test_recorded_csv_of_the_oecd_is_read(shared):
    path = shared / "recordings" / "oecd" / "ireg_2021.sdmx2.csv"
    table = read_csv(path, {"FREQ": ["A"]}, ["REF_AREA", "FREQ", "MEASURE"])
    assert table.name == "OECD.GOV.GIP:DSD_GOV_REG@DF_GOV_REG_2023(1.0)"
    assert len(table.cells) == len(path.read_bytes().splitlines()) - 1
    assert {"NOR", "SWE"} <= set(table.cells["REF_AREA"].cat.categories)


@pytest.mark.shared
def test_recorded_csv_with_words_for_figures(shared):
    path = shared / "recordings" / "oecd" / "pii_2023.sdmx2.csv"
    with pytest.raises(NotData, match="'3/7' is no figure"):
        read_csv(path, {}, ["REF_AREA", "MEASURE"])
    assert read_csv(path, {"MEASURE": ["PII_13"]}, ["REF_AREA", "MEASURE"]).cells["value"].isna().all()


@pytest.mark.shared
def test_recorded_csv_of_eurostat_is_read(shared):
    path = shared / "recordings" / "eurostat" / "demo_r_pjangrp3_labels_both.sdmx.csv"
    table = read_csv(path, {"sex": ["T"], "age": ["TOTAL"]})
    assert table.name == "ESTAT:DEMO_R_PJANGRP3(1.0)"
    assert table.updated == "14/02/25 11:00:00"
    assert "FI1B1" in table.cells["geo"].cat.categories
    assert table.cells["value"].gt(0).all()


def test_an_old_table_with_regions_in_columns_is_refused_with_that_reason(tmp_path):
    path = tmp_path / "old.tsv"
    path.write_text("unit,sex,time\\geo\tAT\tBE\nPC,T,2015\t1 \t2 \n", encoding="utf-8")
    with pytest.raises(NotSupported, match="periods in rows and 'geo' in columns") as caught:
        read_tsv(path, {})
    assert "maintenance" not in str(caught.value)
