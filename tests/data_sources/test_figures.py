import csv
import io
import json
import subprocess
import sys

import pytest

from data_sources.figures import main
from tests import command
from tests.conftest import PROJECT


def run(environment, *arguments):
    return command.run(main, arguments, environment)


def test_run_as_a_program(environment):
    answer = subprocess.run(
        [sys.executable, "-m", "data_sources.figures", "--indicator", "nights_total", "--region", "NO8"],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("Unknown region 'NO8'; nearest: NO08")


@pytest.mark.parametrize(
    ("indicator", "region", "period", "value"),
    [
        ("nights_total", "NO08", "2024", "11904456"),
        ("nights_total", "SE11", "2024", "15307719"),
        ("gdp_per_inhabitant_pps", "NO08", "2021", "48400"),
        ("gdp_per_inhabitant_pps", "SE11", "2021", "54800"),
        ("population_total", "NO08", "2025", "2050625"),
    ],
)
def test_prints_figures_as_published(environment, indicator, region, period, value):
    answer = run(environment, "--indicator", indicator, "--region", region, "--period", period)
    assert answer.returncode == 0, answer.stderr
    rows = list(csv.DictReader(io.StringIO(answer.stdout)))
    assert [row["value"] for row in rows] == [value]
    assert list(rows[0]) == [
        "indicator",
        "region",
        "period",
        "value",
        "unit",
        "flag",
        "publisher",
        "dataset",
        "release",
    ]
    assert (rows[0]["publisher"], rows[0]["release"]) == ("Eurostat", "1")


def test_prints_json(environment):
    answer = run(environment, "--indicator", "nights_total", "--region", "NO08", "--period", "2024", "--format", "json")
    assert json.loads(answer.stdout)[0]["value"] == 11904456


def test_unknown_codes_exit_2_and_name_the_nearest(environment):
    answer = run(environment, "--indicator", "night_total", "--region", "NO8", "--period", "24")
    assert answer.returncode == 2
    assert answer.stdout == ""
    first, second, third = answer.stderr.strip().splitlines()
    assert "'night_total'; nearest: nights_total" in first
    assert "'NO8'; nearest: NO08" in second
    assert third.startswith("Unknown period '24'")


def test_an_outdated_code_is_answered_with_what_replaced_it(environment):
    answer = run(environment, "--indicator", "gdp_per_inhabitant_pps", "--region", "NO01", "--region", "UKM7")
    assert answer.returncode == 0
    assert [row["region"] for row in csv.DictReader(io.StringIO(answer.stdout)) if row["region"] == "NO01"] == []
    first, second = answer.stderr.strip().splitlines()
    assert first.startswith("NO01 (Oslo og Akershus) ended with NUTS 2016; see NO08. NO01 was Oslo and Akershus")
    assert second.startswith("UKM7 (Eastern Scotland) ended with NUTS 2021; nothing has come after it.")


def test_an_unknown_release_exits_2(environment):
    answer = run(environment, "--release", "99")
    assert answer.returncode == 2
    assert answer.stderr.strip() == "There is no release 99. Known releases: 1."


def test_a_setting_that_cannot_be_used_exits_1_in_one_line(environment):
    answer = run({**environment, "OSLOREGION_DATABASE_URL": "nonsense"})
    assert answer.returncode == 1
    assert answer.stderr.strip().splitlines() == [
        "The database address cannot be used. "
        "Set OSLOREGION_DATABASE_URL to sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME."
    ]
