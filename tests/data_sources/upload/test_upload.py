"""Tables of one's own into a small store: what is taken, and twenty and more that are refused with nothing changed."""

import pytest

from data_sources.store import engine as store
from data_sources.store.reader import Reader
from tests.data_sources.specimens import FOLDER
from tests.data_sources.upload.terminal import TIDY, workbook


def test_a_table_is_one_new_release_and_what_it_does_not_hold_stays(terminal):
    before = terminal.reader.newest().frame
    done = terminal(TIDY)
    assert done.returncode == 0, done.output
    assert done.stdout == "Release 2 (Eurostat).\n"
    assert "  nights_total: 1 new, 1 revised\n" in done.stderr
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
