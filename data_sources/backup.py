"""A copy of the store, and back: `python -m data_sources.backup FILE`, and with `--restore`.

The copy is one SQLite file, whatever database the store is in: it is also the way from one kind to the other. Both may
be done while the service runs.
"""

import time
from pathlib import Path
from typing import Annotated

import typer

from data_sources.errors import DataError, StoreEmpty, StoreMissing
from data_sources.settings import SettingsError, settings
from data_sources.store import engine as store
from data_sources.store.copies import back_up, restore
from data_sources.store.reader import Reader

BAD_ARGUMENTS = 2


def _held(url: str) -> int:
    """The newest release that a store holds; 0 where it holds none.

    Raises:
        DataError: it cannot be read.
    """
    try:
        return Reader(store.create_to_read(url)).newest_release()
    except (StoreEmpty, StoreMissing):
        return 0


def _refused(words: str) -> SystemExit:
    typer.echo(words, err=True)
    return SystemExit(BAD_ARGUMENTS)


def _put_back(file: Path, url: str, *, replace: bool) -> int:
    if not replace and (held := _held(url)):
        raise _refused(
            f"The store holds release {held}. With --replace it is given up for what {file} holds; "
            "make a copy of it first, under another name."
        )
    return restore(file, url)


def main(
    file: Annotated[Path, typer.Argument(help="The copy. One that is there is replaced once the new one is whole.")],
    back: Annotated[bool, typer.Option("--restore", help="Put the copy back into the store.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="With --restore: also into one that holds figures.")
    ] = False,
) -> None:
    """Write a copy of the store and read it through, or put one back."""
    start = time.monotonic()
    try:
        url = settings().database_url
        place = store.file_of(url)
        if place is not None and place.absolute().resolve() == file.absolute().resolve():
            raise _refused(f"{file} is the store itself.")
        if back:
            number = _put_back(file, url, replace=replace)
        else:
            file.absolute().parent.mkdir(parents=True, exist_ok=True)
            number = back_up(url, file)
    except (DataError, SettingsError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from error
    except OSError as error:
        typer.echo(f"{error.filename or file}: {error.strerror}.", err=True)
        raise SystemExit(1) from error
    took, size = time.monotonic() - start, file.stat().st_size / 1e6
    done = f"The store holds release {number} again, from {file}" if back else f"Release {number} is in {file}"
    typer.echo(f"{done} ({size:.0f} MB, read through, {took:.1f} s).")


if __name__ == "__main__":
    typer.run(main)
