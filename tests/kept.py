"""What a process keeps of its store, so that a test can let it look at another."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from data_sources.settings import settings
from models.keeping import forget as forget_all
from pages.known import releases

_VARIABLE = "OSLOREGION_DATABASE_URL"


def forget() -> None:
    """Forget what was read, and what was made of it."""
    settings.cache_clear()
    forget_all()


def _keeps(url: str) -> bool:
    """Whether what is kept was read from this store."""
    return bool(releases._reader.cache) and str(releases._reader()._engine.url) == url


@contextmanager
def looking_at(url: str) -> Iterator[None]:
    """This process reads the store at `url`; what it has kept of another is forgotten, before and after.

    Afterwards it keeps what it has of this one, unless it looked at another before: the next who look at it go on.
    """
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = url
    if not _keeps(url):
        forget()
    try:
        yield
    finally:
        os.environ.pop(_VARIABLE)
        settings.cache_clear()
        if before is not None:
            os.environ[_VARIABLE] = before
            forget()
