"""A driver's error as one of ours: the cause by its name, and what a person can do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from data_sources.errors import (
    DataError,
    DiskFails,
    DiskFull,
    StoreDamaged,
    StoreForbidden,
    StoreLocked,
    StoreMissing,
    StoreUnavailable,
)

# What SQLite says, and the state that PostgreSQL names (https://www.postgresql.org/docs/current/errcodes-appendix.html).
_SIGNS: tuple[tuple[type[DataError], tuple[str, ...], tuple[str, ...]], ...] = (
    (DiskFull, ("disk is full", "No space left"), ("53100",)),
    (StoreLocked, ("locked", "busy"), ("55P03",)),
    (StoreDamaged, ("not a database", "malformed", "disk image", "decode to UTF-8"), ("XX001", "XX002")),
    (DiskFails, ("disk I/O error", "Input/output error"), ("58030",)),
    (
        StoreForbidden,
        ("readonly", "read-only", "ermission denied", "authentication failed"),
        ("25006", "42501", "28000", "28P01"),
    ),
    (StoreMissing, ("unable to open", "does not exist"), ("3D000",)),
)
_WORDS: dict[type[DataError], tuple[str, str]] = {
    DiskFull: (
        "The disk that holds {shown} is full.",
        "Make room on it; figures that were there before are still there.",
    ),
    StoreLocked: (
        "The database {shown} is locked by another program.",
        "Wait until the other program has finished, or end it, and try again.",
    ),
    StoreDamaged: (
        "{shown} is not a database of this program, or is damaged.",
        "Put a copy back in its place, or move it away and run `python -m data_sources.prepare`, which makes a new one "
        "from the embedded figures.",
    ),
    DiskFails: (
        "The disk that holds {shown} does not read or write as it should.",
        "Look at the system's log; put a copy of the database on another disk.",
    ),
    StoreForbidden: (
        "{shown} cannot be opened for writing, or not by this user.",
        "Give the user that runs this program write access to the file and its folder, or set "
        "OSLOREGION_DATABASE_URL elsewhere.",
    ),
    StoreMissing: (
        "{shown} is not there.",
        "Put it back, or run `python -m data_sources.prepare`, which makes a new file from the embedded figures "
        "(a database of PostgreSQL is made with `createdb` first).",
    ),
}


def explain(error: SQLAlchemyError, url: str) -> DataError:
    """A driver's error as one of ours, with the address but never its password."""
    shown = make_url(url).render_as_string(hide_password=True)
    cause = error.orig if isinstance(error, DBAPIError) else None
    words, state = str(cause or error), str(getattr(cause, "sqlstate", None) or "")
    if "unable to open" in words and Path(make_url(url).database or "").exists():
        words = f"permission denied: {words}"
    for kind, signs, states in _SIGNS:
        if state in states or (not state and any(sign in words for sign in signs)):
            message, remedy = _WORDS[kind]
            return kind(message.format(shown=shown), detail=words, remedy=remedy)
    reason = "cannot be reached" if isinstance(error, OperationalError) else "answered with an error"
    return StoreUnavailable(
        f"The database {shown} {reason}.",
        detail=words,
        remedy="Check that it runs and that OSLOREGION_DATABASE_URL is right.",
    )


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Whatever the database does wrong in here becomes one of our errors.

    Raises:
        DataError: instead of the driver's, and of values that are not what we wrote.
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise explain(error, url) from error
    except (ValueError, TypeError, LookupError) as error:
        raise StoreDamaged(
            "The database holds something that this program did not put there.",
            detail=f"{type(error).__name__}: {error}",
            remedy="Put a copy back in its place, or make a new one.",
        ) from error
