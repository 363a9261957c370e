"""Tables that are refused, each with its place, and nothing changed."""

import io
import zipfile

import pytest

from models.tables import reading
from tests.data_sources.upload.terminal import TIDY, workbook

GOOD = [["region", "period", "value"], ["NO08", 2024, 4_400_000], ["SE11", 2024, 4_500_000]]


def _bomb():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(31):
                part.write(b"0" * 10_000_000)
    return buffer.getvalue()


BAD = {
    "encoding": ("region;period;value\nNO08;2024;1\nØst;2024;2\n".encode("cp1252"), "not text in UTF-8"),
    "utf16": (TIDY.encode("utf-16"), "not text in UTF-8"),
    "decimal commas": ('region,period,value\nNO08,2024,"1,5"\n', "line 2, 'value': the figure is not a number ('1,5')"),
    "thousands": ("region;period;value\nNO08;2024;4 400 000\n", "write it without a mark between the thousands"),
    "mixed marks": ("region;period;value\nNO08;2024;1,5\nSE11;2024;1.5\n", "line 3, 'value'"),
    "doubled key": (
        "region,period,value\nNO08,2024,1\nNO08,2024,2\n",
        "line 3, 'value': a second figure for NO08 in 2024",
    ),
    "unknown region": ("region,period,value\nNO80,2024,1\n", "line 2, 'region': Unknown region 'NO80'; nearest"),
    "a name": ("region,period,value\nStockholm,2024,1\n", "'Stockholm' is a name; write the code: SE11"),
    "a lost zero": ("region,period,value\n301,2024,1\n", "Unknown region '301'; is it 0301 (Oslo)?"),
    "no region": ("region,period,value\n,2024,1\n", "line 2, 'region': no region"),
    "no year": ("region,period,value\nNO08,24,1\n", "'24' is no year or month"),
    "a quarter": ("region,period,value\nNO08,2024-Q1,1\n", "'2024-Q1' is no year or month"),
    "a formula": ("region,period,value\nNO08,2024,=SUM(A1:A3)\n", "a formula: paste its value"),
    "an error": ("region,period,value\nNO08,2024,#REF!\n", "the spreadsheet shows an error there"),
    "unknown flag": ("region,period,value,flag\nNO08,2024,1,q\n", "unknown flag 'q'"),
    "unknown column": ("region,period,value,weight\nNO08,2024,1,2\n", "the column 'weight' is not understood"),
    "two of a kind": ("region,period,year,value\nNO08,2024,2024,1\n", "'year' has the same meaning as 'period'"),
    "no value column": ("region,period\nNO08,2024\n", "has no column 'value'"),
    "both shapes": ("region,value,2024\nNO08,1,2\n", "use one or the other"),
    "short row": ("region,period,value\nNO08,2024\n", "line 2: 2 cells where the header has 3"),
    "no figures": ("region,period,value\nNO08,2024,\n", "holds no figure"),
    "empty": ("", "is empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not text in UTF-8"),
    "a picture.xlsx": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is no Excel workbook, though its name says so"),
    "a bomb.xlsx": (_bomb, "it unpacks to 310 MB"),
    "a formula.xlsx": (
        lambda: workbook(GOOD, lambda _, sheet: sheet.write_formula(1, 2, "=1+1", None, 2)),
        "cell C2: a formula",
    ),
    "merged.xlsx": (lambda: workbook(GOOD, lambda _, sheet: sheet.merge_range(4, 0, 4, 1, "x")), "merged cells"),
    "hidden.xlsx": (lambda: workbook(GOOD, lambda made, _: made.add_worksheet("Gml").hide()), "the hidden sheet 'Gml'"),
    "a date.xlsx": (
        lambda: workbook(
            GOOD, lambda made, sheet: sheet.write_datetime(1, 1, _date(), made.add_format({"num_format": "yyyy"}))
        ),
        "cell C2: '2024-01-01' is no year or month",
    ),
    "text.xlsx": (lambda: workbook([GOOD[0], ["NO08", 2024, "4,4"]]), "cell C2: the figure is not a number ('4,4')"),
    "not asked for.tsv": (b"freq,unit,geo\\TIME_PERIOD\t2024 \nA,NR,NO08\t1 \n", "There is no dimension 'c_resid"),
    "another unit": (
        "region,2021,2022,2023\n" + "".join(f"{r},4,4,4\n" for r in ("NO08", "SE11", "DK01", "DE60")),
        "unit",
    ),
    "not possible": ("region,period,value\nNO08,2024,-5\n", "are not between 0"),
}


def _date():
    from datetime import datetime

    return datetime(2024, 1, 1)  # noqa: DTZ001 - a spreadsheet knows no time zones


@pytest.mark.parametrize("case", BAD)
def test_bad_tables_are_refused_with_their_place_and_nothing_changes(terminal, case):
    content, words = BAD[case]
    name = case.replace(" ", "_") if "." in case else "table.csv"
    done = terminal(content() if callable(content) else content, name=name)
    assert done.returncode == 2, done.output
    assert words in done.stderr
    assert "Traceback" not in done.output
    assert done.stdout == ""
    assert terminal.newest == 1


def test_a_file_far_too_large_is_not_read(terminal, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 100)
    monkeypatch.setattr("data_sources.upload.files.LARGEST", 100)
    done = terminal(TIDY * 10)
    assert done.returncode == 2
    assert "table.csv is larger than" in done.stderr


def test_all_mistakes_are_named_at_once(terminal):
    done = terminal("region,period,value\n" + "".join(f"X{k},2024,much\n" for k in range(30)))
    lines = done.stderr.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "… and 40 more."
