"""Gets the store ready: `python -m data_sources.prepare`.

Makes the tables, brings an older store up to date, and loads the embedded figures into an empty one.
"""

import sys
import time

import typer
from tqdm import tqdm

from data_sources import snapshot
from data_sources.errors import DataError, StoreEmpty
from data_sources.settings import Settings, SettingsError, settings
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.store.writer import load_snapshot, migrate


def prepare(chosen: Settings, *, quiet: bool = True) -> Reader:
    """A reader over a store that holds at least release 1.

    Raises:
        DataError: the snapshot or the database cannot be used.
    """
    engine = store.create(chosen.database_url)
    reader = Reader(engine)
    try:
        reader.newest_release()
    except StoreEmpty:
        embedded = snapshot.load(chosen.snapshot)
        with tqdm(total=len(embedded.observations), desc="Loading figures", unit=" figures", disable=quiet) as bar:
            load_snapshot(engine, embedded, bar.update)
    return reader


def main() -> None:
    """Make or update the store and load the embedded figures into an empty one."""
    start = time.monotonic()
    try:
        chosen = settings()
        migrate(store.create(chosen.database_url))
        reader = prepare(chosen, quiet=not sys.stderr.isatty())
        newest = reader.newest_release()
    except (DataError, SettingsError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from error
    typer.echo(f"The store is ready: release {newest} ({time.monotonic() - start:.1f} s).")


if __name__ == "__main__":
    typer.run(main)
