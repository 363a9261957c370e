"""Gets the store ready: `python -m data_sources.prepare`.

Makes the tables, brings an older store up to date, loads the embedded figures into an empty one, and reads it through.
A store that has figures gets what a newer snapshot changes as its next release, and a release of its own for a new
version of the catalogue.
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
from data_sources.errors import DataError, StoreEmpty, StoreLocked, StoreMissing, StoreMoved
from data_sources.renewal import due, renewal
from data_sources.settings import Settings, SettingsError, settings
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.store.verify import verify
from data_sources.store.writer import load_snapshot, migrate, write_release
from models.catalogue.loading import current_version

PATIENCE = 300.0  # seconds that another program may take which prepares the same store
_T = TypeVar("_T")


def _patiently(work: Callable[[], _T], say: Callable[[str], object]) -> _T:
    """Do it once the other program that writes to the database has finished."""
    until, told = time.monotonic() + PATIENCE, False
    while True:
        try:
            return work()
        except (StoreLocked, StoreMoved):
            if time.monotonic() > until:
                raise
            if not told:
                say("Another program is preparing the database or writing to it; waiting for it …")
            told = True
            time.sleep(0.5)


def _load(engine: Engine, folder: Path, *, quiet: bool) -> None:
    embedded = snapshot.load(folder)
    with tqdm(total=len(embedded.observations), desc="Loading figures", unit=" figures", disable=quiet) as bar:
        load_snapshot(engine, embedded, bar.update, catalogue=current_version())


def renew(chosen: Settings, reader: Reader) -> int | None:
    """Make the next release of a store that lacks the snapshot or the catalogue of this program; whole, or not at all.

    Returns:
        The number of the new release; None where there is nothing to do.

    Raises:
        DataError: the snapshot or the database cannot be used.
    """
    catalogue = current_version()
    releases = reader.releases()
    if not due(releases, snapshot.made(chosen.snapshot), catalogue):
        return None
    made = renewal(reader, releases, snapshot.load(chosen.snapshot), catalogue)
    return write_release(store.create(chosen.database_url), releases[-1].id, made)


def _say(words: str) -> None:
    typer.echo(words, err=True)


def _filled(chosen: Settings, *, quiet: bool, check: bool) -> Reader:
    """A reader over a store that holds at least release 1."""
    to_read = store.create_to_read(chosen.database_url)
    reader = Reader(to_read)
    try:
        if check:
            _patiently(lambda: verify(to_read), _say)
        _patiently(reader.newest_release, _say)
    except (StoreEmpty, StoreMissing):
        engine = store.create(chosen.database_url)
        _patiently(lambda: _load(engine, chosen.snapshot, quiet=quiet), _say)
    return reader


def prepare(chosen: Settings, *, quiet: bool = True, check: bool = False) -> Reader:
    """A reader over a store that holds at least release 1, and what this program brings.

    A store that has figures but cannot take up newer ones now serves those that it has, and that is told.

    Args:
        chosen: where the store and the embedded figures are.
        quiet: without a bar on the screen.
        check: read the whole store through first.

    Raises:
        DataError: the snapshot or the database cannot be used.
    """
    reader = _filled(chosen, quiet=quiet, check=check)
    try:
        _patiently(lambda: renew(chosen, reader), _say)
    except DataError as error:
        _say(f"Newer embedded figures were not taken up; the store serves those it has. {error}")
    return reader


def main() -> None:
    """Make or update the store, load the embedded figures into an empty one, and read it through."""
    start = time.monotonic()
    try:
        chosen = settings()
        engine = store.create(chosen.database_url)
        _patiently(lambda: migrate(engine), _say)
        reader = _filled(chosen, quiet=not sys.stderr.isatty(), check=True)
        _patiently(lambda: renew(chosen, reader), _say)
        newest = reader.newest_release()
    except (DataError, SettingsError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from error
    typer.echo(f"The store is ready: release {newest} ({time.monotonic() - start:.1f} s).")


if __name__ == "__main__":
    typer.run(main)
