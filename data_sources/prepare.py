"""Gets the store ready: `python -m data_sources.prepare`.

Makes the tables, brings an older store up to date, loads the embedded figures into an empty one, and reads it through.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import typer
from sqlalchemy import Engine
from tqdm import tqdm

from data_sources import snapshot
from data_sources.errors import DataError, StoreEmpty, StoreLocked, StoreMissing
from data_sources.settings import Settings, SettingsError, settings
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.store.verify import verify
from data_sources.store.writer import load_snapshot, migrate

PATIENCE = 300.0  # seconds that another program may take which prepares the same store
_T = TypeVar("_T")


def _patiently(work: Callable[[], _T], say: Callable[[str], object]) -> _T:
    """Do it once the other program that writes to the database has finished."""
    until, told = time.monotonic() + PATIENCE, False
    while True:
        try:
            return work()
        except StoreLocked:
            if time.monotonic() > until:
                raise
            if not told:
                say("Another program is preparing the database or writing to it; waiting for it …")
            told = True
            time.sleep(0.5)


def _load(engine: Engine, folder: Path, *, quiet: bool) -> None:
    embedded = snapshot.load(folder)
    with tqdm(total=len(embedded.observations), desc="Loading figures", unit=" figures", disable=quiet) as bar:
        load_snapshot(engine, embedded, bar.update)


def prepare(chosen: Settings, *, quiet: bool = True, check: bool = False) -> Reader:
    """A reader over a store that holds at least release 1.

    Args:
        chosen: where the store and the embedded figures are.
        quiet: without a bar on the screen.
        check: read the whole store through first.

    Raises:
        DataError: the snapshot or the database cannot be used.
    """

    def say(words: str) -> None:
        typer.echo(words, err=True)

    to_read = store.create_to_read(chosen.database_url)
    reader = Reader(to_read)
    try:
        if check:
            _patiently(lambda: verify(to_read), say)
        _patiently(reader.newest_release, say)
    except (StoreEmpty, StoreMissing):
        engine = store.create(chosen.database_url)
        _patiently(lambda: _load(engine, chosen.snapshot, quiet=quiet), say)
    return reader


def main() -> None:
    """Make or update the store, load the embedded figures into an empty one, and read it through."""
    start = time.monotonic()
    try:
        chosen = settings()
        engine = store.create(chosen.database_url)
        _patiently(lambda: migrate(engine), lambda words: typer.echo(words, err=True))
        newest = prepare(chosen, quiet=not sys.stderr.isatty(), check=True).newest_release()
    except (DataError, SettingsError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from error
    typer.echo(f"The store is ready: release {newest} ({time.monotonic() - start:.1f} s).")


if __name__ == "__main__":
    typer.run(main)
