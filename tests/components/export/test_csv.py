"""Files of an exhibit's rows, for a spreadsheet and for programs."""

import csv
import io

import pytest

from components.export.columns import columns_of
from components.export.csv import BOM, csv_file
from components.rows import Rows
from components.words.text import Speaker

ROWS = Rows(("indicator", "region", "period", "value"), (("neet_15_29", "NO08", "2025", 6.5),))
ENDS = {"source": "Eurostat", "release": "1", "view": "http://here/talent"}


def lines(catalogue, language, *, machine=False):
    raw = csv_file(columns_of(ROWS, catalogue), catalogue, Speaker(language), ENDS, machine=machine).decode()
    assert raw.startswith(BOM) != machine
    return list(csv.reader(io.StringIO(raw.removeprefix(BOM)), delimiter="," if machine else ";"))


def test_keys_are_headed_alike_in_both_languages_and_their_names_in_the_readers(catalogue):
    nb, en = (lines(catalogue, language) for language in ("nb", "en"))
    assert nb[0] == [
        "indicator",
        "Indikator",
        "region",
        "Region",
        "År",
        "Verdi",
        "Enhet",
        "Kilde",
        "Datautgave",
        "Visning",
    ]
    assert en[0] == [
        "indicator",
        "Indicator",
        "region",
        "Region",
        "Year",
        "Figure",
        "Unit",
        "Source",
        "Release",
        "View",
    ]
    assert (nb[1][0], nb[1][2]) == (en[1][0], en[1][2]) == ("neet_15_29", "NO08")
    assert (nb[1][3], en[1][3]) == ("Osloregionen", "The Oslo Region")
    assert (nb[1][5], en[1][5]) == ("6,5", "6.5")


@pytest.mark.parametrize("language", ["nb", "en"])
def test_programs_get_names_that_no_language_changes(catalogue, language):
    first, row = lines(catalogue, language, machine=True)
    assert first[:6] == ["indicator", "indicator_name", "region", "region_name", "period", "value"]
    assert row[5] == "6.5"
