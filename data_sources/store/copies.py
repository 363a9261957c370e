"""Copies of a store: always one SQLite file with our tables, whatever database it was made from or goes to."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile, gettempdir
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select
from sqlalchemy.exc import DatabaseError, SQLAlchemyError

from data_sources.errors import StoreDamaged, StoreEmpty
from data_sources.store import engine as store
from data_sources.store import troubles
from data_sources.store.schema import metadata, release
from data_sources.store.verify import verify
from data_sources.store.writer import copy_in, migrate

_CHUNK = 20_000  # rows
_PAGES = 2_000  # of SQLite's in one step; between two steps writers get in
_PATIENCE = 15.0  # seconds to wait for another writer


def back_up(url: str, file: Path) -> int:
    """Write a copy of a store as it is at one moment, and read it through before it gets its name.

    Readers and writers of the store go on meanwhile. An existing file is replaced once the new one is whole.

    Args:
        url: of the store.
        file: the copy.

    Returns:
        The number of the newest release in it.

    Raises:
        DataError: the store cannot be read, or the copy is not whole; an existing file stays as it was.
        OSError: the file cannot be written.
    """
    reading = store.create_to_read(url)
    with _beside(file) as made:
        with troubles.explained(url), reading.connect() as connection:
            if not store.require_current(connection):
                raise StoreEmpty("There is nothing to copy: the store is empty.")
            if connection.dialect.name != "sqlite":
                target = store.create(f"sqlite:///{made}")
                migrate(target)
                with _writing(target) as into:
                    _copy_rows(connection, into)
                target.dispose()
        # Not while we read: a writer would wait for our reading to end, and the copy for the writer.
        if reading.dialect.name == "sqlite":
            _copy_file(str(reading.url.database), made)
        number = newest(made)
        made.chmod(0o640)
        made.replace(file)
    return number


def restore(file: Path, url: str) -> int:
    """Put a copy in the place of what a store holds, in one step; services that read it show it within seconds.

    A copy made by an older version of this program is brought up to date on the way; the file itself is not touched.

    Args:
        file: from `back_up`, of either kind of database.
        url: of the store.

    Returns:
        The number of the newest release in it.

    Raises:
        DataError: the copy is not whole, or the store cannot be written; it is as it was before.
        OSError: a file cannot be read or written.
    """
    with file.open("rb"):
        pass  # said by its name, where it is not there
    place = store.file_of(url)
    if place is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
    with _beside(place or Path(gettempdir()) / file.name) as made:
        with troubles.explained(f"sqlite:///{file}"):
            _copy_file(str(file), made)
        migrate(store.create(f"sqlite:///{made}"))
        number = newest(made)
        if place is not None:
            _put(made, place)
            return number
        target = store.create(url)
        source = store.create_to_read(f"sqlite:///{made}")
        with troubles.explained(url), source.connect() as connection, _writing(target) as into:
            if not store.require_current(into):
                store.migrate(into)
            for table in reversed(metadata.sorted_tables):  # not TRUNCATE: readers see what was there until the end
                into.execute(delete(table))
            _copy_rows(connection, into)
        target.dispose()
        verify(store.create_to_read(url))
    return number


def newest(file: Path) -> int:
    """The newest release of a copy, read through.

    Raises:
        DataError: it is not whole, or holds no release.
    """
    engine = store.create_to_read(f"sqlite:///{file}")
    verify(engine)
    with troubles.explained(str(engine.url)), engine.connect() as connection:
        found = connection.scalar(select(func.max(release.c.id))) if store.require_current(connection) else None
    if found is None:
        raise StoreEmpty(f"{file} holds no release.")
    return int(found)


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A file that is not there yet, in the folder of another; gone afterwards, unless it was renamed."""
    with NamedTemporaryFile(dir=file.absolute().parent, prefix=f".{file.name}-", suffix=".new", delete=False) as made:
        path = Path(made.name)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


def _copy_file(source: str, made: Path) -> None:
    """SQLite's own online copy: a writer in between makes it begin again, and it is of one moment."""
    try:
        with (
            closing(sqlite3.connect(f"{Path(source).absolute().as_uri()}?mode=rw", uri=True)) as old,
            closing(sqlite3.connect(made)) as new,
        ):
            old.execute("PRAGMA query_only = ON")
            old.backup(new, pages=_PAGES, sleep=0.005)
            # Off to another machine, perhaps: one file, without a log beside it.
            new.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise troubles.explain(_as_ours(error), f"sqlite:///{source}") from error


def _as_ours(error: sqlite3.Error) -> SQLAlchemyError:
    return DatabaseError("copy", None, error)


def _put(made: Path, place: Path) -> None:
    """A whole file into the place of a store: nobody writes meanwhile, and what a killed writer left is not applied."""
    made.chmod(place.stat().st_mode & 0o777 if place.exists() else 0o640)
    journal = place.with_name(f"{place.name}-journal")
    if not place.exists():
        journal.unlink(missing_ok=True)
        made.replace(place)
        return
    with closing(sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None)) as old:
        try:
            old.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            wrong = troubles.explain(_as_ours(error), f"sqlite:///{place}")
            if not isinstance(wrong, StoreDamaged):
                raise wrong from error
            journal.unlink(missing_ok=True)  # of the file that is damaged: it must not be applied to the whole one
        made.replace(place)


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            store.lock_for_writing(connection)
            yield connection
    except SQLAlchemyError as error:
        raise troubles.explain(error, str(engine.url)) from error


def _copy_rows(source: Connection, target: Connection) -> None:
    """Every row of every table of ours, those first that others name."""
    for table in metadata.sorted_tables:
        found = source.execution_options(yield_per=_CHUNK).execute(select(table))
        for rows in found.mappings().partitions(_CHUNK):
            plain = [{name: _moment(value) for name, value in row.items()} for row in rows]
            if target.dialect.name == "postgresql":
                copy_in(target, table.name, list(table.columns.keys()), (tuple(row.values()) for row in plain))
            else:
                target.execute(insert(table), plain)


def _moment(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    """A time in UTC, also where SQLite has left out that it is."""
    if not isinstance(value, datetime):
        return value
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
