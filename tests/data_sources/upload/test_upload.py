"""Tables of one's own into a small store: what is taken, and twenty and more that are refused with nothing changed."""

import io
import os
import zipfile

import pytest
import xlsxwriter

from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.upload.__main__ import main
from models.tables import reading
from tests import command
from tests.data_sources.refresh.small import small_store
from tests.data_sources.specimens import FOLDER

TIDY = "region,period,value,flag\nNO08,2023,4400001,\nSE11,2024,4500000,p\nDK01,2024,,c\n"


class Terminal:
    """The command over a small store of its own."""

    def __init__(self, folder):
        self.folder, self.url = folder, f"sqlite:///{folder / 'store.sqlite'}"
        self.reader = Reader(small_store(self.url))

    def __call__(self, content, *arguments, name="table.csv", indicator="nights_total"):
        path = self.folder / name
        if content is not None:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        words = (str(path), "--indicator", indicator, *arguments)
        return command.run(main, words, {"OSLOREGION_DATABASE_URL": self.url})

    @property
    def newest(self):
        return Reader(store.create(self.url)).newest_release()

    def figure(self, indicator, region, period):
        rows = Reader(store.create(self.url)).newest().indicator(indicator)
        rows = rows.loc[(rows["region"] == region) & (rows["period"] == period)]
        return rows["value"].item(), rows["flag"].item()


@pytest.fixture
def terminal(tmp_path, catalogue, monkeypatch):
    monkeypatch.setattr("data_sources.upload.__main__.load", lambda: catalogue)  # reading it takes a second each time
    return Terminal(tmp_path)


def workbook(rows, change=lambda _made, _sheet: None):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        sheet = made.add_worksheet("Ark1")
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
        change(made, sheet)
    return buffer.getvalue()


def test_a_table_is_one_new_release_and_what_it_does_not_hold_stays(terminal):
    before = terminal.reader.newest().frame
    done = terminal(TIDY)
    assert done.returncode == 0, done.output
    assert done.stdout == "Release 2 (Eurostat).\n"
    assert "  nights_total: 1 new, 1 revised\nOn its page: /besokende?indicator=nights_total\n" in done.stderr
    assert terminal.figure("nights_total", "NO08", "2023") == (4_400_001, "")
    assert terminal.figure("nights_total", "SE11", "2024") == (4_500_000, "p")
    after = Reader(store.create(terminal.url)).newest()
    assert len(after.frame) == len(before) + 1
    share = terminal.figure("nights_foreign_share", "NO08", "2023")[0]  # what is computed from it follows
    foreign = terminal.figure("nights_foreign", "NO08", "2023")[0]
    assert share == pytest.approx(100 * foreign / 4_400_001)
    series = after.series.loc[after.series["origin"].str.startswith("upload table.csv sha256:")]
    assert series[["indicator", "publisher", "dataset"]].to_numpy().tolist() == [
        ["nights_total", "Eurostat", "tour_occ_nin2"]
    ]
    assert Reader(store.create(terminal.url)).releases()[-1].summary.kind == "upload"


def test_the_same_table_again_is_nothing_new(terminal):
    assert terminal(TIDY).returncode == 0
    again = terminal(TIDY)
    assert (again.returncode, terminal.newest) == (0, 2)
    assert again.stdout.startswith("Nothing new")


def test_a_dry_run_tells_and_changes_nothing(terminal):
    done = terminal(TIDY, "--dry-run")
    assert done.returncode == 0
    assert "A new release would hold them" in done.stdout
    assert "1 new, 1 revised" in done.stderr
    assert terminal.newest == 1


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("region;periode;verdi\nNO08;2024;4400001,5\nSE11;2024;4500000\n", "norsk.csv"),
        ("\ufeffRegionkode;Navn;2024\r\nNO08;Oslo og Viken;4400001,5\r\nSE11;Stockholm;4500000\r\n", "bred.csv"),
        ("region\tyear\tvalue\nNO08\t2024\t4400001.5\nSE11\t2024\t4500000\n", "tabs.txt"),
        (workbook([["region", "navn", 2024], ["NO08", "Oslo", 4400001.5], ["SE11", "", 4500000]]), "bred.xlsx"),
        (
            b"freq,c_resid,nace_r2,unit,geo\\TIME_PERIOD\t2024 \n"
            b"A,TOTAL,I551-I553,NR,NO08\t4400001.5 \nA,TOTAL,I551-I553,NR,SE11\t4500000 \n"
            b"A,FOR,I551-I553,NR,SE11\t1 \n",
            "estat_tour_occ_nin2.tsv",
        ),
        (
            "DATAFLOW,LAST UPDATE,freq,c_resid,nace_r2,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
            "ESTAT:TOUR_OCC_NIN2(1.0),01/01/26,A,TOTAL,I551-I553,NR,NO08,2024,4400001.5,\n"
            "ESTAT:TOUR_OCC_NIN2(1.0),01/01/26,A,TOTAL,I551-I553,NR,SE11,2024,4500000,\n",
            "sdmx.csv",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value and "\n" not in value else "",
)
def test_every_form_gives_the_same_figures(terminal, content, name):
    done = terminal(content, name=name)
    assert done.returncode == 0, done.output
    assert terminal.figure("nights_total", "NO08", "2024") == (4_400_001.5, "")
    assert terminal.figure("nights_total", "SE11", "2024") == (4_500_000, "")


def test_months_are_taken_where_the_indicator_has_them(terminal):
    text = "region;period;value\nNO08;2024-07;1,25\nNO08;2024M08;1,5\n"
    assert terminal(text, indicator="nights_domestic_monthly").returncode == 0
    assert terminal.figure("nights_domestic_monthly", "NO08", "2024-08") == (1.5, "")


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


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_two_hundred_megabytes_are_refused_unread(terminal, name):
    """A file of that size on the disk, most of it a hole."""
    path = terminal.folder / name
    path.write_text(TIDY)
    os.truncate(path, 200_000_000)
    done = terminal(None, name=name)
    assert done.returncode == 2
    assert f"{name} is larger than" in done.stderr
    assert terminal.newest == 1


def test_all_mistakes_are_named_at_once(terminal):
    done = terminal("region,period,value\n" + "".join(f"X{k},2024,much\n" for k in range(30)))
    lines = done.stderr.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "… and 40 more."


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"indicator": "night_total"}, "Unknown indicator 'night_total'; nearest: nights_total"),
        ({"indicator": "nights_foreign_share"}, "is computed from nights_foreign, nights_total"),
        ({"source": "Oslo kommune"}, "need an indicator of their own"),
    ],
)
def test_what_no_table_can_be_given_for(terminal, arguments, words):
    more = ["--source", arguments["source"]] if "source" in arguments else []
    done = terminal(TIDY, *more, indicator=arguments.get("indicator", "nights_total"))
    assert done.returncode == 2
    assert words in done.stderr
    assert terminal.newest == 1


def test_a_file_that_is_not_there(terminal):
    done = terminal(None)
    assert done.returncode == 2
    assert "cannot be read: No such file" in done.stderr


def test_the_source_may_be_named(terminal):
    assert terminal(TIDY, "--source", "eurostat").returncode == 0


def test_a_publishers_own_file_is_taken_as_it_is(terminal):
    """The specimen's figures move what is computed from them so far that this is refused, and said."""
    done = terminal((FOLDER / "eurostat" / "nights.tsv").read_bytes(), name="nights.tsv")
    assert done.returncode == 0, done.output
    assert "  nights_total: 7 new, 4 revised\n" in done.stderr
    assert "nights_foreign_share: could not be computed anew (range)" in done.stderr
    assert terminal.figure("nights_total", "NO", "2022") == (36_000_000, "p")
