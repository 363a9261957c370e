"""The store on SQLite and on a real PostgreSQL."""

import os
import sqlite3
import stat

import pandas as pd
import pytest
from sqlalchemy import create_engine, inspect, text

from data_sources.errors import (
    SnapshotError,
    StoreDamaged,
    StoreEmpty,
    StoreTooNew,
    StoreTooOld,
    StoreUnavailable,
    UnknownRelease,
)
from data_sources.prepare import prepare
from data_sources.settings import Settings
from data_sources.snapshot import Snapshot
from data_sources.store import engine as store
from data_sources.store import troubles
from data_sources.store.reader import Reader
from data_sources.store.writer import load_snapshot, migrate

SMALL = Snapshot(
    observations=pd.DataFrame(
        {
            "series_id": ["nights_total.1", "nights_total.1"],
            "region": ["NO08", "SE11"],
            "period": ["2024", "2024"],
            "value": [11904456.0, 15307719.0],
            "flag": ["", "p"],
        }
    ),
    series=pd.DataFrame(
        {
            "id": ["nights_total.1"],
            "indicator": ["nights_total"],
            "publisher": ["Eurostat"],
            "dataset": ["tour_occ_nin2"],
            "dimensions": ["c_resid=TOTAL"],
            "unit": ["nights"],
            "derived": [""],
            "origin": ["S01"],
        }
    ),
    made="2026-11-24",
)


def test_loading_makes_release_1_once(url):
    engine, seen = store.create(url), []
    assert load_snapshot(engine, SMALL, seen.append) == 1
    assert sum(seen) == 2
    assert load_snapshot(engine, SMALL) == 1
    reader = Reader(engine)
    assert [r.id for r in reader.releases()] == [1]
    frame = reader.newest().frame
    assert frame[["region", "value", "flag"]].to_numpy().tolist() == [
        ["NO08", 11904456.0, ""],
        ["SE11", 15307719.0, "p"],
    ]
    assert reader.series().loc["nights_total.1", "dataset"] == "tour_occ_nin2"


def test_a_failed_load_leaves_nothing(url):
    engine = store.create(url)
    broken = Snapshot(
        observations=pd.concat([SMALL.observations, SMALL.observations.iloc[:1]]), series=SMALL.series, made=""
    )
    with pytest.raises((StoreUnavailable, Exception)) as caught:
        load_snapshot(engine, broken)
    assert "nights_total" in str(caught.value) or "unique" in str(caught.value).lower() or caught.value
    with pytest.raises(StoreEmpty):
        Reader(engine).newest_release()
    assert load_snapshot(engine, SMALL) == 1


def test_figures_as_of_a_release(url):
    engine = store.create(url)
    load_snapshot(engine, SMALL)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO release VALUES (2, CURRENT_TIMESTAMP, '{}')"))
        connection.execute(text("UPDATE observation SET valid_to = 2 WHERE region = 'NO08'"))
        connection.execute(text("INSERT INTO observation VALUES ('nights_total.1', 'NO08', '2024', 2, NULL, 12, 'r')"))
    reader = Reader(engine)
    assert reader.newest().release == 2
    first, second = reader.indicator(1, "nights_total"), reader.indicator(2, "nights_total")
    assert first.set_index("region").loc["NO08", "value"] == 11904456
    assert second.set_index("region").loc["NO08", "value"] == 12
    assert reader.figures(1).frame["value"].tolist() == [11904456, 15307719]
    with pytest.raises(UnknownRelease, match=r"no release 3\. Known releases: 1, 2"):
        reader.indicator(3, "nights_total")


def test_an_indicator_without_figures_is_an_empty_frame(url):
    engine = store.create(url)
    load_snapshot(engine, SMALL)
    assert Reader(engine).indicator(1, "unknown").empty


def test_an_empty_database_says_how_to_fill_it(url):
    with pytest.raises(StoreEmpty, match=r"data_sources\.prepare"):
        Reader(store.create(url)).newest_release()


def _at_version(url, version):
    engine = store.create(url)
    load_snapshot(engine, SMALL)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})
    return store.create(url)


def test_a_newer_schema_is_refused(url):
    engine = _at_version(url, "9999")
    with pytest.raises(StoreTooNew, match=r"newer version.*Update the program"):
        Reader(engine).newest_release()
    with pytest.raises(StoreTooNew):
        migrate(engine)


def test_an_older_schema_says_how_to_bring_it_up_to_date(url, monkeypatch):
    engine = _at_version(url, "0000")
    monkeypatch.setattr(store, "_revisions", lambda: ["0000", "0001", "0002"])
    with pytest.raises(StoreTooOld, match=r"older version.*data_sources\.prepare"):
        Reader(engine).newest_release()


def test_somebody_elses_database_is_left_alone(url):
    with create_engine(url).begin() as connection:
        connection.execute(text("CREATE TABLE customers (name TEXT)"))
    engine = store.create(url)
    for attempt in (
        lambda: Reader(engine).newest_release(),
        lambda: load_snapshot(engine, SMALL),
        lambda: migrate(engine),
    ):
        with pytest.raises(StoreDamaged, match="tables that this program did not make"):
            attempt()


def test_a_store_of_the_first_schema_keeps_its_figures_and_takes_what_came_since(url):
    from alembic import command
    from alembic.config import Config

    engine = store.create(url)
    load_snapshot(engine, SMALL)
    before = Reader(engine).newest().frame
    config = Config()
    config.set_main_option("script_location", str(store.MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    with engine.connect() as connection:
        assert set(inspect(connection).get_table_names()) == {"alembic_version", "observation", "release", "series"}
    with pytest.raises(StoreTooOld):
        Reader(store.create(url)).newest()
    migrate(engine)
    pd.testing.assert_frame_equal(Reader(store.create(url)).newest().frame, before)
    assert "presentation" in inspect(engine).get_table_names()


def test_migrations_make_the_schema_that_the_code_expects(url):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = store.create(url)
    migrate(engine)
    with engine.connect() as connection:
        from data_sources.store.schema import metadata

        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_locked_database_is_named(tmp_path, monkeypatch):
    path = tmp_path / "store.sqlite"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(store, "_BUSY_MILLISECONDS", 50)
    with pytest.raises(StoreUnavailable, match="locked by another program"):
        load_snapshot(store.create(f"sqlite:///{path}"), SMALL)
    other.close()


def test_a_file_that_is_no_database_is_named(tmp_path):
    path = tmp_path / "store.sqlite"
    path.write_bytes(b"this is text, not a database" * 100)
    with pytest.raises(StoreDamaged, match="not a database of this program"):
        prepare(Settings(database_url=f"sqlite:///{path}"))
    assert path.read_bytes().startswith(b"this is text")


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreUnavailable, match="folder of the database cannot be made"):
        store.create(f"sqlite:///{tmp_path / 'file' / 'store.sqlite'}")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_database_is_named(tmp_path):
    path = tmp_path / "store.sqlite"
    sqlite3.connect(path).close()
    path.chmod(stat.S_IREAD)
    with pytest.raises(StoreUnavailable, match="cannot be opened for writing"):
        load_snapshot(store.create(f"sqlite:///{path}"), SMALL)


def test_a_database_that_is_read_only_is_named(tmp_path):
    path = tmp_path / "store.sqlite"
    load_snapshot(store.create(f"sqlite:///{path}"), SMALL)
    engine = store.create(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert Reader(engine).newest_release() == 1
    with engine.connect() as connection, connection.begin(), pytest.raises(Exception, match="readonly") as caught:
        connection.execute(text("DELETE FROM observation"))
    assert "cannot be opened for writing" in str(troubles.explain(caught.value, str(engine.url)))


@pytest.mark.parametrize("address", ["nonsense", "mongodb://x/y", ""])
def test_an_address_that_cannot_be_used_is_named(address):
    with pytest.raises(StoreUnavailable, match="Set OSLOREGION_DATABASE_URL"):
        store.create(address)


def test_a_server_that_does_not_answer_is_named():
    engine = store.create("postgresql+psycopg://somebody:secret@127.0.0.1:9/none")
    with pytest.raises(StoreUnavailable, match="cannot be reached") as caught:
        Reader(engine).newest_release()
    assert "secret" not in str(caught.value)


def test_a_damaged_snapshot_leaves_an_empty_database(tmp_path):
    with pytest.raises(SnapshotError):
        prepare(Settings(database_url=f"sqlite:///{tmp_path / 'store.sqlite'}", snapshot=tmp_path))
    with pytest.raises(StoreEmpty):
        Reader(store.create(f"sqlite:///{tmp_path / 'store.sqlite'}")).newest_release()
