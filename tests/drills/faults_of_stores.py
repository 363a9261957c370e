"""Stores that are cut off, damaged, moved, restored, replaced and filled while a server reads them."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import PROJECT
from tests.drills.outcome import Outcome
from tests.drills.reader import Reader
from tests.drills.service import Service
from tests.drills.stores import Stores, cut, release

SOON = 120.0  # seconds within which what is over must be over, on a loaded machine
NIGHTS = ("besokende", "indicator=nights_total&year=2024&lang=nb")


def _shown(service: Service, figure: str) -> bool:
    with Reader(service.address) as reader:
        return figure in reader.ask(*NIGHTS).text


def connections_are_cut(stores: Stores, folder: Path) -> Outcome:
    """pg_terminate_backend again and again, also while a new release is read: it is followed all the same."""
    outcome = Outcome()
    with stores.postgresql() as url, Service(url, folder) as service:
        for number in range(2, 5):
            release(url, 1_000_000.0 + number)
            end = time.monotonic() + 5
            while time.monotonic() < end:
                cut(url)
                time.sleep(0.05)
            outcome.count(service.until(lambda n=number: service.shows(n), SOON), f"release {number} was never shown")
        outcome.count(not service.faults(), "; ".join(service.faults()[:2]))
    return outcome


def pages_are_overwritten(stores: Stores, folder: Path) -> Outcome:
    """A file that is damaged while it is served: readers go on from memory, and it is followed once it is whole."""
    outcome, path = Outcome(), stores.file()
    with Service(f"sqlite:///{path}", folder) as service:
        for number in (2, 3):
            release(f"sqlite:///{path}", 2_000_000.0 + number)
            whole = path.read_bytes()
            end = time.monotonic() + 6
            while time.monotonic() < end:
                with path.open("r+b") as file:
                    for _ in range(50):
                        file.seek(int.from_bytes(os.urandom(4)) % (len(whole) // 4096) * 4096)
                        file.write(os.urandom(4096))
                time.sleep(0.05)
            told = service.until(lambda: service.ready()[1].get("from_memory") is True, SOON)
            outcome.count(told and _shown(service, "overnattinger"), "no page from memory")
            path.write_bytes(whole)
            outcome.count(service.until(lambda n=number: service.shows(n), SOON), f"release {number} was never shown")
        outcome.count(not service.faults(), "; ".join(service.faults()[:2]))
    return outcome


def files_are_moved_and_restored(stores: Stores, folder: Path) -> Outcome:
    """Moved away and back, put back from a copy, replaced by another store with the same numbers."""
    outcome, path = Outcome(), stores.file()
    url, away, copy, other = f"sqlite:///{path}", path.with_name("away"), path.with_name("copy"), stores.file()
    release(f"sqlite:///{other}", 3_333_333.0)
    with Service(url, folder) as service:
        path.rename(away)
        outcome.count(service.until(lambda: service.shows(1, reason="store_missing"), SOON), "not told that it is gone")
        outcome.count(_shown(service, "11 904 456"), "no page from memory")
        outcome.count(not path.exists(), "a file was made by looking")
        away.rename(path)
        outcome.count(service.until(lambda: service.shows(1), SOON), "not told that it is back")
        shutil.copyfile(path, copy)
        release(url, 4_444_444.0)
        outcome.count(service.until(lambda: service.shows(2), SOON) and _shown(service, "4 444 444"), "no release 2")
        copy.replace(path)
        restored = service.until(lambda: service.shows(1), SOON)
        outcome.count(restored and _shown(service, "11 904 456"), "the copy put back is not shown")
        other.replace(path)
        replaced = service.until(lambda: service.shows(2), SOON)
        outcome.count(replaced and service.until(lambda: _shown(service, "3 333 333"), SOON), "the other is not shown")
        outcome.count(not service.faults(), "; ".join(service.faults()[:2]))
    return outcome


def a_damaged_store_at_the_start(stores: Stores, folder: Path) -> Outcome:
    """The server starts, says what is wrong, shows no path, and is ready once the store is whole."""
    outcome, path = Outcome(), stores.file()
    whole = path.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    for damaged in (whole[:middle] + b"\xff" * 8192 + whole[middle + 8192 :], b"no database" * 999, whole[:middle]):
        path.write_bytes(damaged)
        with Service(f"sqlite:///{path}", folder) as service:
            outcome.count(service.ready() == (503, {"ready": False, "reason": "store_damaged"}), str(service.ready()))
            with Reader(service.address) as reader:
                page = reader.ask("talent", "lang=nb")
            outcome.count("Databasen er skadet" in "".join(page.errors), "no page that says what is wrong")
            outcome.count(str(path) not in str(page), "the page shows a path")
            path.write_bytes(whole)
            outcome.count(service.until(lambda: service.ready()[0] == 200, SOON), "not ready once whole")
            outcome.count(not service.faults(), "; ".join(service.faults()[:2]))
    return outcome


def a_writer_is_killed(stores: Stores, folder: Path) -> Outcome:
    """kill -9 in the middle of a write: the release before stays, and the server goes on following."""
    outcome, path = Outcome(), stores.file()
    half = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "c.execute('PRAGMA cache_size = 5'); c.execute('BEGIN IMMEDIATE'); "
        "c.execute(\"UPDATE observation SET value = 0 WHERE region = 'NO08'\"); os.kill(os.getpid(), 9)"
    )
    with Service(f"sqlite:///{path}", folder) as service:
        for number in range(2, 5):
            subprocess.run([sys.executable, "-c", half, str(path)], check=False)
            release(f"sqlite:///{path}", 5_000_000.0 + number)
            outcome.count(service.until(lambda n=number: service.shows(n), SOON), f"release {number} was never shown")
        outcome.count(not service.faults(), "; ".join(service.faults()[:2]))
    return outcome


def three_prepare_at_once(stores: Stores, _folder: Path) -> Outcome:
    """Three programs that make the same store: one does, the others wait, all succeed."""
    outcome, path = Outcome(), stores.file()
    path.unlink()
    environment = {**os.environ, "OSLOREGION_DATABASE_URL": f"sqlite:///{path}"}
    command = [sys.executable, "-m", "data_sources.prepare"]
    running = [
        subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    for process in running:
        out, err = process.communicate(timeout=300)
        outcome.count(process.returncode == 0 and b"release 1" in out, err.decode()[-200:])
    return outcome


def the_server_is_killed(stores: Stores, folder: Path) -> Outcome:
    """kill -9 of the server, and what the next one's probes see: never refused once it answers, "starting" first."""
    outcome, path = Outcome(), stores.file()
    service = Service(f"sqlite:///{path}", folder).start()
    try:
        for _ in range(2):
            answers: list[tuple[int, str]] = []
            end = time.monotonic() + 90
            while time.monotonic() < end and not (answers and answers[-1][0] == 200):
                status, told = service.ready()
                answers.append((status, told.get("reason", "")))
                time.sleep(0.05)
            first = next((n for n, (status, _) in enumerate(answers) if status), len(answers))
            outcome.count(all(status in (200, 503) for status, _ in answers[first:]), f"{answers[first:][:5]}")
            outcome.count((503, "starting") in answers, "never told that it is starting")
            outcome.count(_shown(service, "11 904 456"), "no page")
            service.end(signal.SIGKILL)
            service.start()
    finally:
        service.end()
    outcome.count(not service.faults(), "; ".join(service.faults()[:2]))
    return outcome
