"""Stockholm in focus, with an indicator and a table of its own: from a folder and a spreadsheet to the pages."""

import json
import os
import re
import shutil
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
OWN = "tallene?indicator=would_move_here"
ADDRESSES = ("talent?indicator=would_move_here", OWN, "strategi", "barrierer", "delregioner", "samarbeid?lang=en")


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


def test_the_page_of_the_indicator_no_longer_says_that_there_are_no_figures(pages):
    assert "har tall for 2 år, 2024–2025" in pages[OWN]["body"]
    assert "Vi har ikke tallet ennå" not in pages[OWN]["body"]


def test_strategy_and_barriers_are_its_own(pages):
    assert "Strategi for Stockholmsregionen 2025–2030" in pages["strategi"]["body"]
    assert "Lang ventetid på bolig" in pages["barrierer"]["body"]
    assert "Dyrt å bo og leve" not in pages["barrierer"]["body"]


def test_a_new_user_adds_a_table_and_an_indicator_by_the_readme_alone(tmp_path, database_url):
    """The block of commands as it stands; `make run` is a look at the page that the README names."""
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    (block,) = [one for one in blocks if "OSLOREGION_CATALOGUE=" in one]
    (address,) = re.findall(r"`http://localhost:8501/([^`]*indicator=[^`]*)`", readme)
    assert block.endswith("make run\n")
    (tmp_path / "docs").symlink_to(PROJECT / "docs")
    shutil.copyfile(database_url.removeprefix("sqlite:///"), tmp_path / "store.sqlite")
    commands = block.replace(".venv/bin/python", sys.executable).replace(
        "make run\n", f"{sys.executable} walk.py '{address}'\n"
    )
    (tmp_path / "walk.py").write_text(WALK, encoding="utf-8")
    environment = {
        **os.environ,
        "OSLOREGION_DATABASE_URL": f"sqlite:///{tmp_path / 'store.sqlite'}",
        "PYTHONPATH": str(PROJECT),
    }
    done = subprocess.run(
        ["bash", "-e", "-c", commands], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    tried, taken, page = done.stdout.split("\n", 2)
    assert tried == "A new release would hold them (Eksempelundersøkelsen)."
    assert taken == "Release 2 (Eksempelundersøkelsen)."
    shown = json.loads(page)[address]
    assert shown["ignored"] == 0
    assert "Osloregionen: 29 %, 7 prosentpoeng under midten av 3 andre regioner" in shown["body"].replace("\u00a0", " ")
    assert "Eksempelundersøkelsen" in shown["body"]


def test_an_alliance_with_a_list_of_its_members_is_told_by_their_total(database_url):
    environment = {
        **os.environ,
        "OSLOREGION_DATABASE_URL": database_url,
        "OSLOREGION_MEMBERS": str(PROJECT / "tests" / "specimens" / "members.csv"),
    }
    walk = [sys.executable, "-c", WALK, "delregioner", "delregioner?lang=en"]
    done = subprocess.run(walk, cwd=PROJECT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    body, english = (page["body"].replace("\u00a0", " ") for page in json.loads(done.stdout).values())
    # Oslo 699 827, Bærum 128 982, Lillestrøm 89 095 and Horten 27 502 on 1 January 2022
    assert "4 medlemskommuner med 0,95 millioner innbyggere til sammen (2022); tallene her er målt som" in body
    assert "om lag 2,2 millioner" not in body.split("<details")[0]
    assert "Medlemskommunene (4)" in body
    assert "Bærum, Horten, Lillestrøm og Oslo" in body
    assert "Ingen kilde vi har funnet" not in body
    assert "4 member municipalities with 0.95 million inhabitants in all (2022)" in english
