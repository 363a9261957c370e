"""A reader's own small writes: a short link, a presentation. They wait a moment for another writer, never for long."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event

from data_sources.store import engine as store

PATIENCE = 1_000  # milliseconds that a reader's click waits for another writer of SQLite


def _hasty(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own objects
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")


class SmallWrites:
    """A store that is read, and now and then written to.

    Attributes:
        reading: needs no right to write.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self.reading = store.create_to_read(url)
        self._writing: Engine | None = None

    def _writer(self) -> Engine:
        if self._writing is None:
            engine = store.create(self._url)
            if engine.dialect.name == "sqlite":
                event.listen(engine, "connect", _hasty)
            self._writing = engine.execution_options(writes=True)
        return self._writing

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is kept where nothing goes wrong in it."""
        writer = self._writer()
        try:
            with writer.begin() as connection:
                yield connection
        finally:
            if writer.dialect.name == "sqlite":
                writer.dispose()  # no file stays open: one that is put in its place gets the next write
