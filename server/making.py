"""Files that take a while: made a few at a time, and kept for all who ask for the same."""

from collections.abc import Callable, Hashable
from threading import BoundedSemaphore, Lock

from cachetools import LRUCache

from models.keeping import forgotten_too
from pages.shell import measured

AT_ONCE = 2  # more would take the processors from those who read pages
WAITING = 8  # who may wait for a turn; threads are few, and the others' pages need them
PATIENCE = 10.0  # seconds until somebody who waits for a turn is told to come back
_KEPT = 96 * 1024 * 1024  # bytes
_turns = BoundedSemaphore(AT_ONCE)
_queue = BoundedSemaphore(AT_ONCE + WAITING)
_kept: LRUCache[Hashable, bytes] = LRUCache(maxsize=_KEPT, getsizeof=len)  # let go of with all the rest, see below
_lock = Lock()


def _let_go() -> None:
    with _lock:
        _kept.clear()


forgotten_too(__name__, _let_go)


class Busy(Exception):
    """Too many files are being made."""


def made_once(key: Hashable, make: Callable[[], bytes]) -> bytes:
    """A file, from those kept or made now.

    Args:
        key: what it is made from; equal keys give equal files.
        make: makes it.

    Raises:
        Busy: too many wait already, or no turn came within `PATIENCE`.
    """
    with _lock:
        found = _kept.get(key)
    if found is not None:
        return found
    if not _queue.acquire(blocking=False):
        measured.FILES_REFUSED.inc()
        raise Busy
    try:
        if not _turns.acquire(timeout=PATIENCE):
            measured.FILES_REFUSED.inc()
            raise Busy
        try:
            with _lock:
                found = _kept.get(key)  # somebody may have made it meanwhile
            if found is None:
                with measured.FILE.time():
                    found = make()
                if len(found) <= _KEPT:
                    with _lock:
                        _kept[key] = found
        finally:
            _turns.release()
    finally:
        _queue.release()
    return found
