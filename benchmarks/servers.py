"""The application and the pages it is compared with, each a process of its own on loopback."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.cases import Case
from benchmarks.pieces import charts
from benchmarks.recording import record
from tests.application import PROJECT, Application

_PATIENCE = 60  # seconds


@dataclass(frozen=True)
class Servers:
    """Addresses.

    Attributes:
        ours: the application.
        plain: the plain Streamlit pages.
        dash: the Dash pages; empty where they do not run.
        switches: the label of each case's drop-down, by page.
        labels: its two choices, by page.
        charted: the pages that have charts, and so a Dash page.
    """

    ours: str
    plain: str
    dash: str
    switches: dict[str, str]
    labels: dict[str, list[str]]
    charted: frozenset[str]


@contextmanager
def _dash(log: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with log.open("wb") as out:
        command = [sys.executable, "-m", "benchmarks.dash_page", str(port)]
        process = subprocess.Popen(command, cwd=PROJECT, stdout=out, stderr=subprocess.STDOUT)
    try:
        deadline = time.monotonic() + _PATIENCE
        while not _answers(f"{address}/ready"):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"The Dash pages did not become ready:\n{log.read_text()}")
            time.sleep(0.1)
        yield address
    finally:
        process.kill()
        process.wait()


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, trust_env=False).status_code == 200
    except httpx.TransportError:
        return False


@contextmanager
def servers(database_url: str, folder: Path, cases: tuple[Case, ...]) -> Iterator[Servers]:
    """Record the cases' pages, and serve ours and both kinds of pages that show what was recorded.

    Args:
        database_url: of a store that is prepared.
        folder: for recordings and logs.
        cases: whose pages are recorded.
    """
    os.environ["OSLOREGION_DATABASE_URL"] = database_url
    os.environ["BENCHMARK_RECORDINGS"] = str(folder)
    switches, labels, charted = {}, {}, set()
    for case in cases:
        found = record(case)
        (folder / f"{case.slug}.json").write_text(json.dumps(found), encoding="utf-8")
        switches[case.slug], labels[case.slug] = found["switch"], found["labels"]
        if any(True for view in found["views"] for _ in charts(view)):
            charted.add(case.slug)
    with ExitStack() as stack:
        page = PROJECT / "benchmarks" / "plain_page.py"
        plain = stack.enter_context(Application(database_url, folder / "plain.txt", page, "/_stcore/health"))
        dash = stack.enter_context(_dash(folder / "dash.txt"))
        ours = stack.enter_context(Application(database_url, folder / "ours.txt", first_views=True))
        yield Servers(ours, plain, dash, switches, labels, frozenset(charted))


def wait_for_first_views(address: str, slugs: Sequence[str]) -> None:
    """Wait until the server has made every page ready, as it does after its start.

    Raises:
        RuntimeError: it has not in time.
    """
    deadline = time.monotonic() + _PATIENCE
    for slug in slugs:
        while 'id="first-view"' not in httpx.get(f"{address}/{slug}", trust_env=False, timeout=_PATIENCE).text:
            if time.monotonic() > deadline:
                raise RuntimeError(f"The first view of {slug} does not come")
            time.sleep(0.5)
