"""Copies of a store of either kind: made while it is written to, read through, and put back into either kind."""

import os
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime

import pandas as pd
import pytest
from sqlalchemy import insert, select, text

from data_sources import backup
from data_sources.errors import DataError, StoreDamaged, StoreEmpty, StoreLocked, StoreTooNew
from data_sources.store import engine as store
from data_sources.store.copies import back_up, newest, restore
from data_sources.store.reader import Reader
from data_sources.store.schema import metadata, presentation, room, short_link
from data_sources.store.summary import Summary
from data_sources.store.writer import Renewal, load_snapshot, write_release
from models.figures.revisions import Counts
from tests.command import run
from tests.data_sources.store.test_store import SMALL

LINK = {"code": "abcdefghjk", "digest": "0" * 64, "address": "/talent", "created": datetime(2026, 3, 1, 12, tzinfo=UTC)}
MADE = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
STORY = {
    "code": "bcdefghjkm",
    "edit_digest": "1" * 64,
    "document": '{"title": "Å\\t\\n\\\\"}\n\t\\N',
    "revision": 3,
    "created": MADE,
    "changed": MADE,
}
ROOM = {"code": "bcdefghjkm", "steer_digest": "2" * 64, "step": "a", "dark": True, "moves": 4, "seen": 1_772_000_000}
KEY = ["series_id", "region", "period"]


def another(url, value):
    """The release after the newest: other nights in Oslo."""
    renewal = Renewal(
        closing=pd.DataFrame([("nights_total.1", "NO08", "2024")], columns=KEY),
        adding=pd.DataFrame([("nights_total.1", "NO08", "2024", value, "")], columns=[*KEY, "value", "flag"]),
        series=pd.DataFrame({"id": []}),
        summary=Summary("refresh", Counts(revised=1)),
    )
    engine = store.create(url)
    return write_release(engine, Reader(engine).newest_release(), renewal)


def filled(url):
    engine = store.create(url)
    load_snapshot(engine, SMALL)
    another(url, 7.5)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(insert(short_link), LINK)
        connection.execute(insert(presentation), STORY)
        connection.execute(insert(room), ROOM)
    return url


def rows(url):
    """Everything that a store holds, by table; times as the moments they are."""
    with store.create_to_read(url).connect() as connection:
        found = {table.name: connection.execute(select(table)).all() for table in metadata.sorted_tables}
    plain = {
        name: [tuple(v.replace(tzinfo=v.tzinfo or UTC) if isinstance(v, datetime) else v for v in row) for row in kept]
        for name, kept in found.items()
    }
    return {name: sorted(kept, key=str) for name, kept in plain.items()}


@pytest.fixture(params=["sqlite", "postgresql"])
def elsewhere(request, tmp_path):
    """Another empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'elsewhere' / 'store.sqlite'}"
    return request.getfixturevalue("postgresql_url")


def test_everything_comes_back_from_either_kind_in_either_kind(url, elsewhere, tmp_path):
    filled(url)  # of PostgreSQL there is one for both: given up, and put back
    before, file = rows(url), tmp_path / "copy.sqlite"
    assert back_up(url, file) == newest(file) == 2
    assert rows(f"sqlite:///{file}") == before
    assert sum(map(len, before.values())) == 2 + 1 + 3 + 3
    another(url, 9.0)
    assert restore(file, elsewhere) == 2
    assert rows(elsewhere) == before
    assert another(elsewhere, 3.0) == 3  # it can be written on
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith(".")) == []


def test_a_copy_made_while_it_is_written_to_is_of_one_moment(url, tmp_path):
    filled(url)
    over, made, refused = threading.Event(), [], []

    def write():
        try:
            while not over.is_set():
                made.append(another(url, float(len(made))))
        except DataError as error:
            refused.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        numbers = [back_up(url, tmp_path / f"{turn}.sqlite") for turn in range(4)]
        while len(made) < 2 and writer.is_alive():  # four copies may be done before it has begun
            over.wait(0.05)
    finally:
        over.set()
        writer.join()
    assert refused == []  # nor is the writer held back until its patience ends
    assert numbers == sorted(numbers)
    assert len(made) > 1
    for turn, number in enumerate(numbers):
        shown = rows(f"sqlite:///{tmp_path / f'{turn}.sqlite'}")
        assert sorted(row[0] for row in shown["release"]) == list(range(1, number + 1))
        current = [row for row in shown["observation"] if row[4] is None]
        assert len(current) == 2
        assert max(row[3] for row in current) == number


def test_readers_see_the_old_or_the_restored_never_neither(url, tmp_path):
    filled(url)
    file = tmp_path / "copy.sqlite"
    back_up(url, file)
    another(url, 9.0)
    over, seen, reader = threading.Event(), set(), Reader(store.create_to_read(url))

    def read():
        while not over.is_set():
            seen.add(reader.newest_release())

    thread = threading.Thread(target=read)
    thread.start()
    try:
        for _ in range(3):
            restore(file, url)
    finally:
        over.set()
        thread.join()
    assert seen <= {2, 3}
    assert reader.newest_release() == 2


def test_a_damaged_copy_is_refused_and_the_store_stays(url, tmp_path):
    filled(url)
    before, file = rows(url), tmp_path / "copy.sqlite"
    back_up(url, file)
    whole = file.read_bytes()
    with sqlite3.connect(file) as one:
        one.execute("DELETE FROM observation WHERE region = 'SE11'")
    one.close()
    with pytest.raises(StoreDamaged):
        restore(file, url)
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreDamaged):
        restore(file, url)
    file.write_bytes(b"no database at all" * 99)
    with pytest.raises(StoreDamaged):
        restore(file, url)
    assert rows(url) == before


def test_a_store_that_is_not_whole_leaves_the_last_copy(tmp_path):
    url, file = f"sqlite:///{tmp_path / 'store.sqlite'}", tmp_path / "copy.sqlite"
    filled(url)
    back_up(url, file)
    kept = file.read_bytes()
    with sqlite3.connect(tmp_path / "store.sqlite") as one:
        one.execute("DELETE FROM observation WHERE region = 'SE11'")
    one.close()
    with pytest.raises(StoreDamaged):
        back_up(url, file)
    assert file.read_bytes() == kept


def test_a_copy_of_an_older_version_is_brought_up_to_date_and_one_of_a_newer_refused(tmp_path):
    url, file = f"sqlite:///{tmp_path / 'store.sqlite'}", tmp_path / "copy.sqlite"
    filled(url)
    back_up(url, file)
    with sqlite3.connect(file) as one:
        for table in ("room", "presentation", "short_link"):
            one.execute(f"DROP TABLE {table}")
        one.execute("UPDATE alembic_version SET version_num = '0001'")
    one.close()
    old = file.read_bytes()
    assert restore(file, url) == 2
    assert rows(url)["short_link"] == []
    assert file.read_bytes() == old
    with sqlite3.connect(file) as one:
        one.execute("UPDATE alembic_version SET version_num = '9999'")
    one.close()
    with pytest.raises(StoreTooNew):
        restore(file, url)


def test_what_a_killed_writer_left_is_not_applied_to_what_is_put_back(tmp_path):
    path, file = tmp_path / "store.sqlite", tmp_path / "copy.sqlite"
    url = filled(f"sqlite:///{path}")
    before = rows(url)
    back_up(url, file)
    half = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE'); "
        "c.execute('CREATE TABLE junk (x)'); "
        "c.executemany('INSERT INTO junk VALUES (?)', [('x' * 4000,)] * 50); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", half, str(path)], check=False)
    assert path.with_name("store.sqlite-journal").stat().st_size > 0
    restore(file, url)
    assert rows(url) == before
    path.write_bytes(b"nothing" * 1000)
    path.with_name("store.sqlite-journal").write_bytes(b"of the damaged one")
    restore(file, url)
    assert rows(url) == before
    assert not path.with_name("store.sqlite-journal").exists()


def test_a_writer_is_waited_for_and_then_told(tmp_path, monkeypatch):
    monkeypatch.setattr("data_sources.store.copies._PATIENCE", 0.1)
    path, file = tmp_path / "store.sqlite", tmp_path / "copy.sqlite"
    url = filled(f"sqlite:///{path}")
    back_up(url, file)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreLocked):
        restore(file, url)
    writer.execute("ROLLBACK")
    writer.close()
    assert restore(file, url) == 2


def test_an_empty_store_is_not_copied(url, tmp_path):
    with store.create(url).begin() as connection:
        connection.execute(text("SELECT 1"))
    with pytest.raises(StoreEmpty):
        back_up(url, tmp_path / "copy.sqlite")
    assert not (tmp_path / "copy.sqlite").exists()


def test_the_command(tmp_path):
    url, file = f"sqlite:///{tmp_path / 'store.sqlite'}", tmp_path / "copies" / "1.sqlite"
    filled(url)
    environment = {"OSLOREGION_DATABASE_URL": url}

    def told(*arguments):
        answer = run(backup.main, tuple(map(str, arguments)), environment)
        return answer.returncode, answer.output

    status, said = told(file)
    assert (status, "Release 2 is in" in said, oct(os.stat(file).st_mode)[-3:]) == (0, True, "640")
    another(url, 9.0)
    status, said = told(file, "--restore")
    assert (status, "The store holds release 3" in said) == (2, True)
    assert Reader(store.create_to_read(url)).newest_release() == 3
    assert told(file, "--restore", "--replace")[0] == 0
    assert Reader(store.create_to_read(url)).newest_release() == 2
    (tmp_path / "store.sqlite").unlink()
    assert told(file, "--restore")[0] == 0
    assert Reader(store.create_to_read(url)).newest_release() == 2
    assert told(tmp_path / "store.sqlite") == (2, f"{tmp_path / 'store.sqlite'} is the store itself.\n")
    status, said = told(tmp_path / "none.sqlite", "--restore", "--replace")
    assert (status, "none.sqlite" in said) == (1, True)
