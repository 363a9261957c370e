"""The command as a person or a timer meets it: what it prints and how it exits."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from data_sources.last_check import last_check
from data_sources.refresh.__main__ import main
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from tests import command
from tests.conftest import PROJECT
from tests.data_sources.refresh.small import small_store
from tests.fakes import FakePublisher, Fault, tables

ASKED = [part for name in ("nights_total", "nights_foreign", "population_total") for part in ("--indicator", name)]


class Terminal:
    """The command with a small store, and a publisher that has its figures."""

    def __init__(self, url, folder, publisher):
        self.url, self.publisher = url, publisher
        self.environment = {
            "OSLOREGION_DATABASE_URL": url,
            "OSLOREGION_RAW_ANSWERS": str(folder / "answers"),
            **publisher.environment,
        }

    def __call__(self, *arguments):
        return command.run(main, arguments, self.environment)

    def revise(self, dataset, by):
        table = self.publisher.tables[dataset]
        self.publisher.tables[dataset] = table.assign(value=table["value"] + by)

    @property
    def newest(self):
        return Reader(store.create(self.url)).newest_release()


@pytest.fixture
def terminal(tmp_path, catalogue):
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    engine = small_store(url)
    with FakePublisher(tables(Reader(engine).newest().frame, catalogue)) as publisher:
        yield Terminal(url, tmp_path, publisher)


def test_nothing_new_exits_0(terminal):
    answer = terminal(*ASKED)
    assert answer.returncode == 0, answer.output
    assert answer.stdout.startswith("Nothing new (")
    assert terminal.newest == 1


def test_renewed_exits_0_with_a_plain_line_for_each_answer(terminal):
    terminal.revise("tour_occ_nin2", 1000)
    answer = terminal(*ASKED)
    assert answer.returncode == 0, answer.output
    assert answer.stdout.startswith("Release 2: ")
    lines = answer.stderr.splitlines()
    assert sum(line.endswith(": answered") for line in lines) == 3
    assert lines[0].startswith("[1/3] eurostat ")
    assert "  nights_total: 40 revised" in lines
    assert terminal.newest == 2


def test_partly_renewed_exits_3_and_says_what_to_do(terminal):
    terminal.revise("tour_occ_nin2", 1000)
    terminal.publisher.faults = [Fault("vanished", "demo_r_pjanaggr3")]
    answer = terminal(*ASKED)
    assert answer.returncode == 3, answer.output
    (line,) = [line for line in answer.stderr.splitlines() if "REFUSED" in line]
    assert line.startswith("  population_total: REFUSED (not_found): ")
    assert "mend it in the catalogue" in line
    assert "1 indicators could not be renewed and keep their last figures." in answer.stderr
    assert terminal.newest == 2


def test_nothing_could_be_renewed_exits_1(terminal):
    terminal.publisher.faults = [Fault("vanished")]
    answer = terminal(*ASKED)
    assert answer.returncode == 1, answer.output
    assert terminal.newest == 1


def test_a_dry_run_writes_nothing_and_names_what_has_no_collector(terminal):
    terminal.revise("tour_occ_nin2", 1000)
    answer = terminal("--dry-run", *ASKED, "--indicator", "pm25")
    assert answer.returncode == 0, answer.output
    assert answer.stdout.startswith("A new release would hold ")
    assert "  pm25: not collected: OECD publishes it as a spreadsheet." in answer.stderr
    assert terminal.newest == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--source", "eurostatt"], "Unknown source 'eurostatt'; nearest: eurostat."),
        (["--indicator", "night_total"], "Unknown indicator 'night_total'; nearest: nights_total"),
        (
            ["--indicator", "immigrants_by_reason_total"],
            "There is nothing to ask.\nimmigrants_by_reason_total: There is no collector for IMDi",
        ),
        (["--source", "oecd", "--indicator", "nights_total"], "There is nothing to ask."),
        (["--jobs", "0"], "jobs"),
        (["--nonsense"], "nonsense"),
    ],
)
def test_bad_arguments_exit_2_and_ask_nobody(terminal, arguments, words):
    answer = terminal(*arguments)
    assert answer.returncode == 2
    assert words in answer.output
    assert terminal.publisher.seen == []


def test_a_store_that_cannot_be_used_exits_1_and_asks_nobody(terminal, tmp_path):
    (tmp_path / "text").write_text("this is no database" * 100)
    terminal.environment["OSLOREGION_DATABASE_URL"] = f"sqlite:///{tmp_path / 'text'}"
    answer = terminal(*ASKED)
    assert answer.returncode == 1
    assert "not a database of this program" in answer.stderr
    assert terminal.publisher.seen == []


def test_run_as_a_program(terminal):
    terminal.revise("tour_occ_nin2", 1000)
    answer = subprocess.run(
        [sys.executable, "-m", "data_sources.refresh", *ASKED],
        cwd=PROJECT,
        env={**os.environ, **terminal.environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.startswith("Release 2: ")
    assert "Traceback" not in answer.stderr


def test_what_waits_and_how_new_it_is_is_told_and_kept_for_the_pages(terminal):
    table = terminal.publisher.tables["tour_occ_nin2"]
    newer = table.loc[table["period"] == "2023"].assign(period="2024")
    terminal.publisher.tables["tour_occ_nin2"] = pd.concat([table, newer], ignore_index=True)
    folder = Path(terminal.environment["OSLOREGION_RAW_ANSWERS"])
    answer = terminal(*ASKED, "--dry-run")
    assert answer.returncode == 0, answer.output
    assert "  nights_total: 12 new; newest 2024, so far 2023" in answer.stderr.splitlines()
    found = last_check(folder)
    assert (found.release, found.indicators) == (None, 3)
    assert found.waiting["nights_total"] == 12
    assert found.newest == {"nights_total": "2024", "nights_foreign": "2024", "nights_foreign_share": "2024"}
    assert datetime.now(UTC) - datetime.fromisoformat(found.at) < timedelta(minutes=5)
    assert terminal(*ASKED).returncode == 0
    found = last_check(folder)
    assert (found.release, found.waiting, found.newest) == (2, {}, {})
    assert terminal.newest == 2
    assert "tour_occ_nin2" in Reader(store.create(terminal.url)).releases()[1].summary.updated
