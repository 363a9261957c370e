"""Opening the database: drivers set up alike, schema checked before anything is read or written."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from data_sources.errors import StoreDamaged, StoreTooNew, StoreTooOld, StoreUnavailable

MIGRATIONS = Path(__file__).parent / "migrations"
_WRITE_LOCK = 5_110_2021  # any fixed number: the advisory lock that writers share on PostgreSQL
_BUSY_MILLISECONDS = 15_000  # how long SQLite waits for another writer


# A server that is gone without a word is noticed within a minute, not within hours.
_POSTGRESQL = {
    "connect_timeout": 10,
    "keepalives_idle": 20,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 40_000,
}


def create(url: str) -> Engine:
    """An engine that writes to `url`, with SQLite's transactions made real; the file's folder is made.

    Raises:
        StoreUnavailable: the address is malformed, its driver unknown, or its folder cannot be made.
    """
    address = _address(url)
    file = _file(address)
    if file is not None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailable(
                f"The folder of the database cannot be made: {error}.",
                detail=str(error),
                remedy="Give the user that runs this program write access, or set OSLOREGION_DATABASE_URL elsewhere.",
            ) from error
    engine = _engine(address)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _sqlite_write)
    return engine


def create_to_read(url: str) -> Engine:
    """An engine that reads from `url`, and neither writes nor makes a file.

    A file of SQLite is opened anew for each question, so that one put in its place is read from then on. SQLite
    itself may take back what a killed writer has left half done.

    Raises:
        StoreUnavailable: the address is malformed or its driver unknown.
    """
    address = _address(url)
    file = _file(address)
    if file is None:
        engine = _engine(address)
        if engine.dialect.name == "postgresql":  # one question sees one state, whoever writes meanwhile
            engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        return engine
    # Neither a missing file nor an odd character in its name makes another one.
    name = f"{file.absolute().as_uri()}?mode=rw"
    engine = _engine(address, poolclass=NullPool, creator=lambda: sqlite3.connect(name, uri=True))
    event.listen(engine, "connect", _sqlite_read)
    return engine


def file_of(url: str) -> Path | None:
    """The file that a store is in; None for a database of PostgreSQL.

    Raises:
        StoreUnavailable: the address is malformed.
    """
    return _file(_address(url))


def _address(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as error:
        raise _unusable(error) from error


def _file(address: URL) -> Path | None:
    """The file of an SQLite database; None for other databases, and where the address is SQLite's own kind."""
    name = str(address.database or ":memory:")
    plain = address.get_backend_name() == "sqlite" and not name.startswith((":memory:", "file:"))
    return Path(name) if plain else None


def _engine(address: URL, **options: Any) -> Engine:  # noqa: ANN401 - SQLAlchemy's own
    try:
        if address.get_backend_name() == "postgresql":
            asked = {name: value for name, value in _POSTGRESQL.items() if name not in address.query}
            options |= {"pool_pre_ping": True, "connect_args": asked}
        engine = create_engine(address, **options)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise _unusable(error) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _sqlite_connect)
        event.listen(engine, "begin", _sqlite_begin)
    return engine


def _unusable(error: Exception) -> StoreUnavailable:
    return StoreUnavailable(
        "The database address cannot be used.",
        detail=str(error),
        remedy="Set OSLOREGION_DATABASE_URL to sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME.",
    )


def _sqlite_connect(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own objects
    # The driver would commit before DDL and begin late; transactions are ours (see `_sqlite_begin`).
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys = ON")


def _sqlite_write(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own objects
    # A large release would otherwise lock readers out long before it is committed.
    connection.execute("PRAGMA cache_spill = OFF")


def _sqlite_read(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own objects
    connection.execute("PRAGMA query_only = ON")


def _sqlite_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def lock_for_writing(connection: Connection) -> None:
    """Let one writer in at a time: SQLite by BEGIN IMMEDIATE, PostgreSQL by an advisory lock."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITE_LOCK})


def _revisions() -> list[str]:
    """The schema's versions, oldest first: each migration's file name begins with its number."""
    return sorted(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))


def schema_state(connection: Connection) -> str:
    """ "empty", "current", "old", "new" or "foreign" (tables that are not ours)."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        return "foreign" if tables else "empty"
    at = connection.scalar(text("SELECT version_num FROM alembic_version"))
    revisions = _revisions()
    if at is None:
        return "empty"
    if at == revisions[-1]:
        return "current"
    return "old" if at in revisions else "new"


def migrate(connection: Connection) -> None:
    """Bring the schema to the newest version, inside the connection's transaction."""
    from alembic import command  # here: readers never need it, and it takes a second to import
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def require_current(connection: Connection) -> bool:
    """Whether the schema is there and current; False for an empty database.

    Raises:
        StoreTooOld, StoreTooNew, StoreDamaged: with what to do.
    """
    state = schema_state(connection)
    if state == "old":
        raise StoreTooOld(
            "The database was made by an older version of this program.",
            remedy="Run `python -m data_sources.prepare`, which brings it up to date and keeps all figures.",
        )
    if state == "new":
        raise StoreTooNew(
            "The database was made by a newer version of this program.",
            remedy="Update the program, or set OSLOREGION_DATABASE_URL to another database.",
        )
    if state == "foreign":
        raise StoreDamaged(
            "The database holds tables that this program did not make.",
            remedy="Set OSLOREGION_DATABASE_URL to an empty database or a new file.",
        )
    return state == "current"
