"""What a process keeps of its store, so that a test can let it look at another."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from data_sources.settings import settings
from pages.known import releases

_VARIABLE = "OSLOREGION_DATABASE_URL"


def forget() -> None:
    """Forget what was read, and what was made of it."""
    settings.cache_clear()
    releases.forget()


@contextmanager
def looking_at(url: str) -> Iterator[None]:
    """This process reads the store at `url`; what it has kept of another is forgotten, before and after."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = url
    forget()
    try:
        yield
    finally:
        os.environ.pop(_VARIABLE)
        if before is not None:
            os.environ[_VARIABLE] = before
        forget()
