"""Opening the database: drivers set up alike, schema checked before anything is read or written."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

from data_sources.errors import StoreDamaged, StoreTooNew, StoreTooOld, StoreUnavailable

MIGRATIONS = Path(__file__).parent / "migrations"
_WRITE_LOCK = 5_110_2021  # any fixed number: the advisory lock that writers share on PostgreSQL
_BUSY_MILLISECONDS = 15_000  # how long SQLite waits for another writer


def create(url: str) -> Engine:
    """An engine for `url`, with SQLite's transactions made real.

    Raises:
        StoreUnavailable: the address is malformed, its driver unknown, or its folder cannot be made.
    """
    try:
        address = make_url(url)
        file = str(address.database or ":memory:")
        if address.get_backend_name() == "sqlite" and not file.startswith((":memory:", "file:")):
            Path(file).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(address)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StoreUnavailable(
            "The database address cannot be used.",
            detail=str(error),
            remedy="Set OSLOREGION_DATABASE_URL to sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME.",
        ) from error
    except OSError as error:
        raise StoreUnavailable(
            f"The folder of the database cannot be made: {error}.",
            detail=str(error),
            remedy="Give the user that runs this program write access, or set OSLOREGION_DATABASE_URL elsewhere.",
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _sqlite_connect)
        event.listen(engine, "begin", _sqlite_begin)
    return engine


def _sqlite_connect(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own objects
    # The driver would commit before DDL and begin late; transactions are ours (see `_sqlite_begin`).
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


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


def explain(error: DatabaseError, url: str) -> StoreUnavailable | StoreDamaged:
    """A driver's error as one of ours."""
    shown = make_url(url).render_as_string(hide_password=True)
    words = str(error.orig)
    if "locked" in words:
        return StoreUnavailable(
            "The database is locked by another program.",
            detail=words,
            remedy="Wait until the other program has finished, or end it, and try again.",
        )
    if any(sign in words for sign in ("readonly", "read-only", "unable to open", "permission denied")):
        return StoreUnavailable(
            f"The database {shown} cannot be opened for writing.",
            detail=words,
            remedy="Give the user that runs this program write access to the file and its folder, "
            "or set OSLOREGION_DATABASE_URL elsewhere.",
        )
    if any(sign in words for sign in ("not a database", "malformed", "disk image")):
        return StoreDamaged(
            f"The file {shown} is not a database of this program, or is damaged.",
            detail=words,
            remedy="Move the file away; the next start makes a new one from the embedded figures.",
        )
    reason = "cannot be reached" if isinstance(error, OperationalError) else "answered with an error"
    return StoreUnavailable(
        f"The database {shown} {reason}.",
        detail=words,
        remedy="Check that it runs and that OSLOREGION_DATABASE_URL is right.",
    )
