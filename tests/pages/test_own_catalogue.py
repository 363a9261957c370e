"""Stockholm in focus, with an indicator and a table of its own: from a folder and a spreadsheet to the pages."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter

from tests.conftest import PROJECT

# A process of its own: the pages keep the catalogue as long as they live.
WALK = """
import json, sys
from pages.exhibits.first_view import told
from pages.exhibits.registry import view_of
found = {}
for address in sys.argv[1:]:
    slug, _, query = address.partition("?")
    params = dict(part.split("=") for part in query.split("&") if part)
    view, ignored = view_of(slug, params)
    page = told(view, ignored)
    found[address] = {"lens": view.lens, "title": page.title, "body": page.body, "ignored": len(ignored)}
json.dump(found, sys.stdout)
"""
ADDRESSES = ("talent?indicator=would_move_here", "strategi", "barrierer", "delregioner", "samarbeid?lang=en")


@pytest.fixture(scope="module")
def pages(tmp_path_factory, database_url):
    folder = tmp_path_factory.mktemp("stockholm")
    path = folder / "store.sqlite"
    path.write_bytes(Path(database_url.removeprefix("sqlite:///")).read_bytes())
    with xlsxwriter.Workbook(folder / "undersokelse.xlsx") as book:
        sheet = book.add_worksheet("Ark1")
        for number, cells in enumerate(
            [
                ["region", "navn", 2024, 2025],
                ["SE11", "Stockholm", 38, 41],
                ["NO08", "Oslo", 33, 29],
                ["DK01", "", 35, 36],
            ]
        ):
            sheet.write_row(number, 0, cells)
    environment = {
        **os.environ,
        "OSLOREGION_DATABASE_URL": f"sqlite:///{path}",
        "OSLOREGION_CATALOGUE": str(PROJECT / "tests" / "specimens" / "stockholm"),
    }
    words = [sys.executable, "-m", "data_sources.upload", str(folder / "undersokelse.xlsx")]
    words += ["--indicator", "would_move_here", "--source", "Stockholmsundersøkelsen"]
    taken = subprocess.run(words, cwd=PROJECT, env=environment, capture_output=True, text=True)
    assert taken.stdout == "Release 2 (Stockholmsundersøkelsen).\n", taken.stderr
    walk = [sys.executable, "-c", WALK, *ADDRESSES]
    done = subprocess.run(walk, cwd=PROJECT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_folder_decides_region_and_name(pages):
    assert {page["lens"] for page in pages.values()} == {"SE11"}
    assert {page["ignored"] for page in pages.values()} == {0}
    assert pages["talent?indicator=would_move_here"]["title"] == "Talent · Stockholmsregionen i Europa"
    assert pages["samarbeid?lang=en"]["title"].endswith(" · The Stockholm Region in Europe")
    assert all('src="data:image/svg+xml;base64,' in page["body"] for page in pages.values())


def test_the_table_stands_on_the_page_of_its_theme(pages):
    body = pages["talent?indicator=would_move_here"]["body"]
    assert "Stockholmsundersøkelsen" in body
    assert "41" in body
    assert "Kunne tenke seg å flytte til regionen" in body


def test_strategy_and_barriers_are_its_own(pages):
    assert "Strategi for Stockholmsregionen 2025–2030" in pages["strategi"]["body"]
    assert "Lang ventetid på bolig" in pages["barrierer"]["body"]
    assert "Dyrt å bo og leve" not in pages["barrierer"]["body"]
