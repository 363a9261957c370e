"""The store that is made larger can be read, and holds what it says; what is measured is told."""

import os
import shutil
import sqlite3
from contextlib import closing

from benchmarks.load import Loaded, larger, megabytes, processor, table
from data_sources.store import engine
from data_sources.store.reader import Reader


def test_a_larger_store_is_whole(database_url, tmp_path):
    file = tmp_path / "larger.sqlite"
    shutil.copy(database_url.removeprefix("sqlite:///"), file)
    with closing(sqlite3.connect(file)) as store:
        (before,) = store.execute("SELECT count(*) FROM observation").fetchone()
        larger(file, 2)
        assert store.execute("SELECT count(*) FROM observation").fetchone() == (2 * before,)
    assert Reader(engine.create(f"sqlite:///{file}")).newest() is not None


def test_what_was_measured_is_told_and_compared():
    def took(processor_seconds):
        return {"rate": 10.0, "median": 0.1, "p95": 0.2, "asked": 5, "processor": processor_seconds}

    found = Loaded(
        [(1, took(0.1), took(0.1))], 0.5, (100, 101, 600), (took(0.1), (took(0.1), took(0.2))), (took(0.1), took(0.11))
    )
    assert round(found.two, 3) == 1.5
    assert round(found.ten, 3) == 1.1
    assert "| 1 | 10.0 | 10.0 | 1.00 | 0.100, 0.100 | 0.200, 0.200 |" in table(found)


def test_a_process_is_measured():
    before = processor(os.getpid())
    while processor(os.getpid()) < before + 0.03:
        pass
    assert megabytes(os.getpid()) > 20
