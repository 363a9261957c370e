"""A server that runs while a refresh beside it makes a new release."""

import os
import shutil
import subprocess
import sys
import time

import httpx

from data_sources.store import engine as store
from data_sources.store.reader import Reader
from tests.application import Application
from tests.conftest import PROJECT
from tests.fakes import FakePublisher, tables

SOON = 60  # seconds on a loaded machine; it looks every other second and makes the release ready


def ready(address):
    return httpx.get(f"{address}/ready", trust_env=False, verify=False, timeout=60).json()


def test_a_running_server_notices_a_new_release(database_url, figures, catalogue, tmp_path):
    path = tmp_path / "figures.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), path)
    url = f"sqlite:///{path}"
    nights = figures.indicator("nights_total")
    published = tables(nights.assign(value=nights["value"] + 1), catalogue)
    with FakePublisher(published) as publisher, Application(url, tmp_path / "log.txt") as address:
        assert ready(address)["release"] == 1
        environment = {
            **os.environ,
            **publisher.environment,
            "OSLOREGION_DATABASE_URL": url,
            "OSLOREGION_RAW_ANSWERS": str(tmp_path / "answers"),
        }
        command = [sys.executable, "-m", "data_sources.refresh", "--indicator", "nights_total"]
        refreshed = subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        assert refreshed.returncode == 0, refreshed.stderr
        assert Reader(store.create(url)).newest_release() == 2
        deadline = time.monotonic() + SOON
        while ready(address)["release"] != 2:
            assert time.monotonic() < deadline, "the server still shows release 1"
            time.sleep(0.2)
    assert "Traceback" not in (tmp_path / "log.txt").read_text()
