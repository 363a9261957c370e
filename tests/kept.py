"""What a process keeps of its store, so that a test can let it look at another."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from data_sources.settings import settings
from models import keeping
from models.keeping import Kept
from pages.known import releases

_VARIABLE = "OSLOREGION_DATABASE_URL"
STORES = 2  # whose answers wait for who looks at them next: everybody's, and one more
Answers = dict[Kept, dict]
_aside: dict[str, Answers] = {}  # by store


def _answers() -> Answers:
    """Every answer that is kept, by what keeps it."""
    keep = [getattr(let_go, "__self__", None) for let_go in keeping._lets_go.values()]
    return {one: dict(one.cache) for one in keep if isinstance(one, Kept)}


def _restore(answers: Answers) -> None:
    for one, kept in answers.items():
        one.cache.update(kept)


@contextmanager
def put_aside() -> Iterator[None]:
    """Nothing is kept, to begin with; afterwards all that was kept before is there again.

    A release takes seconds to read, and what follows from it as long: tests of another store cost the others none of
    it.
    """
    before, aside = _answers(), dict(_aside)
    _aside.clear()
    forget()
    try:
        yield
    finally:
        forget()
        _restore(before)
        _aside.clear()
        _aside.update(aside)


def forget() -> None:
    """Forget what was read, and what was made of it."""
    settings.cache_clear()
    keeping.forget()


@contextmanager
def looking_at(url: str) -> Iterator[None]:
    """This process reads the store at `url`; what it has kept of another is there again for who looks at that next."""
    before = os.environ.get(_VARIABLE)
    _turn_to(url)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(_VARIABLE)
            settings.cache_clear()
        else:
            _turn_to(before)


def _turn_to(url: str) -> None:
    os.environ[_VARIABLE] = url
    settings.cache_clear()
    kept_of = str(releases._reader()._engine.url) if releases._reader.cache else ""
    if kept_of == url:
        return
    _aside[kept_of] = _answers()
    forget()
    _restore(_aside.pop(url, {}))
    for old in list(_aside)[:-STORES]:
        del _aside[old]
