"""Writing releases. One transaction makes one whole release, or none."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, func, insert, select, text
from sqlalchemy.exc import DatabaseError, SQLAlchemyError

from data_sources.errors import StoreDamaged, StoreMoved
from data_sources.snapshot import Snapshot
from data_sources.store import engine as store
from data_sources.store import troubles
from data_sources.store.schema import observation, release, series
from data_sources.store.summary import Summary
from models.figures.revisions import Counts

_CHUNK = 20_000
_ROW = ["series_id", "region", "period"]
Progress = Callable[[int], Any]


@dataclass(frozen=True, eq=False)
class Renewal:
    """What a new release changes in the one before.

    Attributes:
        closing: series_id, region, period of the figures that are current no longer.
        adding: series_id, region, period, value, flag of those that are from now on.
        series: rows of the table `series` that the added figures need and may lack.
        summary: what the release says of itself.
    """

    closing: pd.DataFrame
    adding: pd.DataFrame
    series: pd.DataFrame
    summary: Summary


def copy_in(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Rows into a table of PostgreSQL: one statement at a time takes minutes, COPY a second.

    Raises:
        DatabaseError: the database does not take them.
    """
    driver = connection.dialect.loaded_dbapi
    cursor = connection.connection.cursor()
    statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    try:
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except driver.Error as error:
        raise DatabaseError(statement, None, error) from error


def _rows(frame: pd.DataFrame, progress: Progress) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(frame), _CHUNK):
        yield from frame.iloc[start : start + _CHUNK].itertuples(index=False, name=None)
        progress(min(_CHUNK, len(frame) - start))


def _insert(connection: Connection, rows: pd.DataFrame, progress: Progress) -> None:
    plain = rows.astype(dict.fromkeys(("series_id", "region", "period", "flag"), object))
    if connection.dialect.name == "postgresql":
        copy_in(connection, observation.name, list(plain.columns), _rows(plain, progress))
        return
    # As tuples to the driver itself: to make a dictionary of each row takes twice as long as to write it.
    names, marks = ", ".join(plain.columns), ", ".join("?" * len(plain.columns))
    statement = f"INSERT INTO {observation.name} ({names}) VALUES ({marks})"  # noqa: S608 - our own names
    for start in range(0, len(plain), _CHUNK):
        chunk = list(plain.iloc[start : start + _CHUNK].itertuples(index=False, name=None))
        connection.exec_driver_sql(statement, chunk)
        progress(len(chunk))


def _close(connection: Connection, rows: pd.DataFrame, number: int) -> None:
    """End the current rows with release `number`.

    Raises:
        StoreDamaged: a row that should be current is not there.
    """
    plain = rows[_ROW].astype(object)
    if connection.dialect.name == "postgresql":
        connection.execute(
            text("CREATE TEMPORARY TABLE closing (series_id text, region text, period text) ON COMMIT DROP")
        )
        copy_in(connection, "closing", _ROW, plain.itertuples(index=False, name=None))
        connection.execute(text("ANALYZE closing"))
        closed = connection.execute(
            text(
                "UPDATE observation o SET valid_to = :number FROM closing c WHERE o.valid_to IS NULL "
                "AND o.series_id = c.series_id AND o.region = c.region AND o.period = c.period"
            ),
            {"number": number},
        ).rowcount
    else:
        # By primary key, a row at a time inside the driver: a join would read the whole table.
        statement = (
            "UPDATE observation SET valid_to = ? WHERE series_id = ? AND region = ? AND period = ? AND valid_to IS NULL"
        )
        keys = [(number, *row) for row in plain.itertuples(index=False, name=None)]
        closed = connection.exec_driver_sql(statement, keys).rowcount if keys else 0
    if closed != len(rows):
        raise StoreDamaged(
            f"{len(rows)} figures should have been closed, but {closed} were found.",
            remedy="Nothing was changed. Make a new database, or restore this one from a copy.",
        )


def write_release(engine: Engine, after: int, renewal: Renewal, progress: Progress = lambda _: None) -> int:
    """Make the release that follows `after`, in one transaction.

    Args:
        engine: from `engine.create`.
        after: number of the release that the renewal was worked out against.
        renewal: what changes.
        progress: told how many figures have just been written.

    Returns:
        The number of the new release.

    Raises:
        StoreMoved: there is a newer release than `after`; work the renewal out anew.
        DataError: the database cannot be used. Nothing is changed in either case.
    """
    try:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            store.lock_for_writing(connection)
            store.require_current(connection)
            newest = connection.scalar(select(func.max(release.c.id)))
            if newest != after:
                raise StoreMoved(f"Release {newest} was made meanwhile.", remedy="Refresh again.")
            number = after + 1
            row = {"id": number, "created": datetime.now(UTC), "summary": renewal.summary.to_json()}
            connection.execute(insert(release), row)
            known = set(connection.scalars(select(series.c.id)))
            new = renewal.series.loc[~renewal.series["id"].isin(known)].drop_duplicates("id")
            if len(new):
                connection.execute(insert(series), new.to_dict("records"))
            _close(connection, renewal.closing, number)
            _insert(connection, renewal.adding.assign(valid_from=number), progress)
            return number
    except SQLAlchemyError as error:
        raise troubles.explain(error, str(engine.url)) from error


def load_snapshot(
    engine: Engine, snapshot: Snapshot, progress: Progress = lambda _: None, *, catalogue: str = ""
) -> int:
    """Make release 1 from the snapshot, in one transaction, unless the store already has a release.

    Args:
        engine: from `engine.create`.
        snapshot: from `snapshot.load`.
        progress: told how many figures have just been written.
        catalogue: version of the catalogue that the release names.

    Returns:
        The number of the newest release.

    Raises:
        DataError: the database cannot be used; nothing is half-loaded then.
    """
    try:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            store.lock_for_writing(connection)
            if not store.require_current(connection):
                store.migrate(connection)
            newest = connection.scalar(select(func.max(release.c.id)))
            if newest is not None:
                return int(newest)
            counts = Counts(added=len(snapshot.observations))
            summary = Summary("snapshot", counts, made=snapshot.made, catalogue=catalogue)
            row = {"id": 1, "created": datetime.now(UTC), "summary": summary.to_json()}
            connection.execute(insert(release), row)
            connection.execute(insert(series), snapshot.series.to_dict("records"))
            _insert(connection, snapshot.observations.assign(valid_from=1), progress)
            return 1
    except SQLAlchemyError as error:
        raise troubles.explain(error, str(engine.url)) from error


def migrate(engine: Engine) -> None:
    """Bring an older store to the current schema; figures are kept.

    Raises:
        DataError: the database cannot be used, or is newer than this program.
    """
    try:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            store.lock_for_writing(connection)
            if store.schema_state(connection) != "old":
                store.require_current(connection)
            store.migrate(connection)
    except SQLAlchemyError as error:
        raise troubles.explain(error, str(engine.url)) from error
