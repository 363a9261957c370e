"""What a database does that fails, is cut off, replaced or damaged while it is read."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from data_sources.errors import DataError, DiskFull, StoreDamaged, StoreMissing, StoreUnavailable
from data_sources.prepare import prepare
from data_sources.settings import Settings
from data_sources.store import engine as store
from data_sources.store import troubles
from data_sources.store.reader import Reader
from data_sources.store.verify import verify
from data_sources.store.writer import load_snapshot
from models.catalogue.loading import current_version
from tests.data_sources.store.test_store import SMALL


@pytest.fixture
def loaded(url):
    load_snapshot(store.create(url), SMALL)
    return url


def path_of(url):
    return url.removeprefix("sqlite:///")


METHODS = {
    "releases": lambda reader: reader.releases(),
    "newest_release": lambda reader: reader.newest_release(),
    "newest": lambda reader: reader.newest(),
    "figures": lambda reader: reader.figures(1),
    "indicator": lambda reader: reader.indicator(1, "nights_total"),
    "revisions": lambda reader: reader.revisions(1, 1),
    "series": lambda reader: reader.series(),
    "codes": lambda reader: reader.codes("region"),
}


@pytest.mark.parametrize("method", METHODS)
def test_a_connection_cut_while_it_is_asked_is_one_of_our_errors(postgresql_url, method):
    """Between the connection and the question, as when the server is stopped in the middle of a release."""
    url = postgresql_url
    load_snapshot(store.create(url), SMALL)
    engine = store.create_to_read(url)
    real = store.require_current

    def cut(connection):
        current = real(connection)
        with store.create(url).connect() as other:
            other.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
                    "AND datname = current_database()"
                )
            )
        return current

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "require_current", cut)
        with pytest.raises(StoreUnavailable):
            METHODS[method](Reader(engine))
    assert METHODS[method](Reader(engine)) is not None  # over as soon as its cause is


@pytest.mark.parametrize("method", METHODS)
def test_damaged_pages_are_one_of_our_errors(tmp_path, method):
    path = tmp_path / "store.sqlite"
    load_snapshot(store.create(f"sqlite:///{path}"), SMALL)
    reader = Reader(store.create_to_read(f"sqlite:///{path}"))
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))
    with pytest.raises(DataError):
        METHODS[method](reader)
    path.write_bytes(whole)
    assert METHODS[method](reader) is not None


def test_values_that_are_not_ours_are_named(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    load_snapshot(store.create(url), SMALL)
    with store.create(url).begin() as connection:
        connection.execute(text("UPDATE observation SET value = 'many'"))
    with pytest.raises(StoreDamaged):
        Reader(store.create_to_read(url)).newest()


def test_a_release_that_lacks_figures_is_named(loaded):
    with store.create(loaded).begin() as connection:
        connection.execute(text("DELETE FROM observation WHERE region = 'SE11'"))
    with pytest.raises(StoreDamaged, match="should hold 2 figures, but 1"):
        Reader(store.create_to_read(loaded)).figures(1)
    with pytest.raises(StoreDamaged, match="should hold 2 figures, but 1"):
        verify(store.create_to_read(loaded))
    with pytest.raises(StoreDamaged):
        prepare(Settings(database_url=loaded), check=True)


def test_damage_in_a_page_is_found_before_a_reader_meets_it(database_url, tmp_path):
    path = tmp_path / "store.sqlite"
    shutil.copyfile(path_of(database_url), path)
    verify(store.create_to_read(f"sqlite:///{path}"))
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(b"\xff" * 4096)
    assert Reader(store.create_to_read(f"sqlite:///{path}")).newest_release() == 1
    with pytest.raises(StoreDamaged, match="damaged"):
        prepare(Settings(database_url=f"sqlite:///{path}"), check=True)


def test_a_file_put_in_its_place_is_read_from_then_on(tmp_path):
    path, copy = tmp_path / "store.sqlite", tmp_path / "copy.sqlite"
    url = f"sqlite:///{path}"
    load_snapshot(store.create(url), SMALL)
    shutil.copyfile(path, copy)
    with store.create(url).begin() as connection:
        connection.execute(text("INSERT INTO release VALUES (2, CURRENT_TIMESTAMP, '{}')"))
    reader = Reader(store.create_to_read(url))
    assert reader.newest_release() == 2
    copy.replace(path)
    assert reader.newest_release() == 1


def test_a_file_that_is_moved_away_is_not_made_again_by_looking(tmp_path):
    path = tmp_path / "odd name #1?.sqlite"
    url = f"sqlite:///{path}"
    reader = Reader(store.create_to_read(url.replace("?", "%3F")))
    with pytest.raises(StoreMissing, match="is not there"):
        reader.newest_release()
    assert not path.exists()
    assert list(tmp_path.iterdir()) == []


def test_a_reader_cannot_write(loaded):
    engine = store.create_to_read(loaded)
    with engine.connect() as connection, pytest.raises(Exception, match=r"read-?only"):
        connection.execute(text("DELETE FROM observation"))
    assert Reader(engine).newest_release() == 1


def test_what_a_killed_writer_left_half_done_is_taken_back(tmp_path):
    path = tmp_path / "store.sqlite"
    url = f"sqlite:///{path}"
    load_snapshot(store.create(url), SMALL)
    half = (
        "import os, sqlite3; c = sqlite3.connect({path!r}, isolation_level=None); c.execute('PRAGMA cache_size = 1'); "
        "c.execute('BEGIN IMMEDIATE'); c.execute('CREATE TABLE filling (x)'); "
        "[c.execute('INSERT INTO filling VALUES (zeroblob(4000))') for _ in range(200)]; "
        "c.execute('DELETE FROM observation'); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", half.format(path=str(path))], check=False)
    assert path.with_name("store.sqlite-journal").exists()
    assert len(Reader(store.create_to_read(url)).newest().frame) == 2


def test_readers_go_on_while_a_large_release_is_written(tmp_path, monkeypatch):
    path = tmp_path / "store.sqlite"
    url = f"sqlite:///{path}"
    newer = replace(SMALL, made="9999-12-31")  # than what is embedded: nothing is taken up, which would take its time
    load_snapshot(store.create(url), newer, catalogue=current_version())
    monkeypatch.setattr(store, "_BUSY_MILLISECONDS", 0)
    engine = store.create(url)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        rows = [{"s": "nights_total.1", "r": f"R{n}", "p": "2024"} for n in range(60_000)]
        connection.execute(text("INSERT INTO observation VALUES (:s, :r, :p, 1, NULL, 1.0, '')"), rows)
        assert Reader(store.create_to_read(url)).newest_release() == 1
        connection.rollback()


def test_who_prepares_waits_for_another_who_does(tmp_path, monkeypatch, capsys):
    path = tmp_path / "store.sqlite"
    url = f"sqlite:///{path}"
    newer = replace(SMALL, made="9999-12-31")  # than what is embedded: nothing is taken up, which would take its time
    load_snapshot(store.create(url), newer, catalogue=current_version())
    monkeypatch.setattr(store, "_BUSY_MILLISECONDS", 0)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    threading.Timer(1.5, lambda: other.execute("ROLLBACK")).start()
    start = time.monotonic()
    assert prepare(Settings(database_url=url), check=True).newest_release() == 1
    assert time.monotonic() - start > 1
    assert capsys.readouterr().err.count("Another program is preparing the database") == 1


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("database or disk is full", DiskFull),
        ("disk I/O error", "disk_fails"),
        ("database is locked", "store_locked"),
        ("attempt to write a readonly database", "store_forbidden"),
        ("database disk image is malformed", "store_damaged"),
        ("Could not decode to UTF-8 column 'region'", "store_damaged"),
        ("something else", "store_unavailable"),
    ],
)
def test_each_cause_has_its_name(words, kind):
    found = troubles.explain(OperationalError("SELECT", None, sqlite3.OperationalError(words)), "sqlite:///x.sqlite")
    assert found.kind == getattr(kind, "kind", kind)
    assert found.detail


def test_postgresqls_full_disk_has_its_name_too():
    class Full(Exception):
        sqlstate = "53100"

    error = OperationalError("INSERT", None, Full("could not extend file"))
    assert isinstance(troubles.explain(error, "postgresql+psycopg://u:secret@h/n"), DiskFull)
    assert "secret" not in str(troubles.explain(error, "postgresql+psycopg://u:secret@h/n"))
