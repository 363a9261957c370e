"""Writing releases. One transaction makes one whole release, or none."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import DatabaseError

from data_sources.snapshot import Snapshot
from data_sources.store import engine as store
from data_sources.store.schema import observation, release, series

_CHUNK = 20_000
Progress = Callable[[int], Any]


def _chunks(frame: pd.DataFrame) -> Iterator[list[dict[str, Any]]]:
    for start in range(0, len(frame), _CHUNK):
        yield frame.iloc[start : start + _CHUNK].to_dict("records")


def _insert(connection: Connection, rows: pd.DataFrame, progress: Progress) -> None:
    if connection.dialect.name == "postgresql":
        # Rows one statement at a time take minutes; COPY takes a second.
        names = list(rows.columns)
        cursor = connection.connection.cursor()
        with cursor.copy(f"COPY observation ({', '.join(names)}) FROM STDIN") as copy:
            for start in range(0, len(rows), _CHUNK):
                for row in rows.iloc[start : start + _CHUNK].itertuples(index=False, name=None):
                    copy.write_row(row)
                progress(min(_CHUNK, len(rows) - start))
        return
    for chunk in _chunks(rows):
        connection.execute(insert(observation), chunk)
        progress(len(chunk))


def load_snapshot(engine: Engine, snapshot: Snapshot, progress: Progress = lambda _: None) -> int:
    """Make release 1 from the snapshot, in one transaction, unless the store already has a release.

    Args:
        engine: from `engine.create`.
        snapshot: from `snapshot.load`.
        progress: told how many figures have just been written.

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
            summary = {"kind": "snapshot", "made": snapshot.made, "added": len(snapshot.observations)}
            connection.execute(insert(release), {"id": 1, "created": datetime.now(UTC), "summary": json.dumps(summary)})
            connection.execute(insert(series), snapshot.series.to_dict("records"))
            plain = snapshot.observations.astype(dict.fromkeys(("series_id", "region", "period", "flag"), object))
            _insert(connection, plain.assign(valid_from=1), progress)
            return 1
    except DatabaseError as error:
        raise store.explain(error, str(engine.url)) from error


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
    except DatabaseError as error:
        raise store.explain(error, str(engine.url)) from error
