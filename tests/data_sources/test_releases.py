"""What the command tells of releases; run as a person runs it."""

import csv
import io
import json
import os
import subprocess
import sys

import pandas as pd
import pytest

from data_sources.releases import main
from data_sources.store.summary import NotTaken, Summary
from data_sources.store.writer import Renewal, write_release
from models.catalogue.loading import current_version
from models.figures.revisions import Counts
from tests import command
from tests.conftest import PROJECT
from tests.data_sources.refresh.small import MADE, small_store


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A store with two releases, and the command over it."""
    url = f"sqlite:///{tmp_path_factory.mktemp('releases') / 'store.sqlite'}"
    engine = small_store(url)
    key = ["series_id", "region", "period"]
    closing = [("nights_total.old", "NO08", "2023"), ("nights_total.old", "SE11", "2023")]
    adding = [("nights_total.old", "NO08", "2023", 4_100_000.5, "p"), ("nights_total.old", "NO08", "2024", 5.0, "")]
    told = Summary(
        "refresh",
        Counts(1, 1, 1),
        indicators={"nights_total": Counts(1, 1, 1)},
        refused={"births": NotTaken("unavailable", "Later.")},
    )
    renewal = Renewal(
        closing=pd.DataFrame(closing, columns=key),
        adding=pd.DataFrame(adding, columns=[*key, "value", "flag"]),
        series=pd.DataFrame({"id": []}),
        summary=told,
    )
    write_release(engine, 1, renewal)

    def run(*arguments):
        return command.run(main, arguments, {"OSLOREGION_DATABASE_URL": url})

    return run


def test_lists_the_releases(run):
    answer = run()
    assert answer.returncode == 0, answer.stderr
    first, second = answer.stdout.splitlines()
    assert first.split()[0] == "1"
    assert first.endswith(f"embedded figures of {MADE}; catalogue {current_version()}")
    assert second.endswith("1 new, 1 revised, 1 withdrawn figures of 1 indicators; 1 indicators refused")


def test_tells_what_differs(run):
    answer = run("--diff", "1", "2")
    assert answer.stdout.splitlines() == [
        "From release 1 to 2: 1 new, 1 revised, 1 withdrawn.",
        "nights_total: 1 new, 1 revised, 1 withdrawn",
    ]
    assert run("--diff", "1", "2", "--figures").stdout.splitlines()[2:] == [
        "  NO08 2023: 4080000 → 4100000.5 p",
        "  NO08 2024: – → 5",
        "  SE11 2023: 4880000 → –",
    ]
    assert run("--diff", "1", "2", "--indicator", "births").stdout.splitlines() == [
        "From release 1 to 2: 0 new, 0 revised, 0 withdrawn."
    ]


def test_prints_differences_for_other_programs(run):
    rows = list(csv.DictReader(io.StringIO(run("--diff", "1", "2", "--format", "csv").stdout)))
    assert rows[0] == {
        "indicator": "nights_total",
        "region": "NO08",
        "period": "2023",
        "kind": "revised",
        "old_value": "4080000",
        "old_flag": "",
        "value": "4100000.5",
        "flag": "p",
    }
    assert [row["kind"] for row in rows] == ["revised", "added", "withdrawn"]
    records = json.loads(run("--diff", "1", "2", "--format", "json").stdout)
    assert (records[1]["old_value"], records[1]["value"], records[2]["value"]) == (None, 5, None)


@pytest.mark.parametrize(("pair", "words"), [(("1", "9"), "no release 9"), (("2", "1"), "not older")])
def test_releases_that_cannot_be_compared_exit_2(run, pair, words):
    answer = run("--diff", *pair)
    assert answer.returncode == 2
    assert words in answer.stderr
    assert "Traceback" not in answer.stderr


def test_an_empty_store_says_how_to_fill_it(tmp_path):
    environment = {**os.environ, "OSLOREGION_DATABASE_URL": f"sqlite:///{tmp_path / 'none.sqlite'}"}
    command = [sys.executable, "-m", "data_sources.releases"]
    answer = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert "data_sources.prepare" in answer.stderr
