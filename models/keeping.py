"""What is worked out once and asked for again: kept within bounds, and all of it let go of by one call.

Whatever follows from figures, from the catalogue or from a view is kept by `kept` or `noted`, wherever it is worked
out: so nothing of a store that was replaced is ever shown again, and no release stays in memory that nobody shows.
What follows from the program alone may be kept by Python's own means, with the reason behind `# constant:`.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache, update_wrapper
from threading import Condition
from typing import Any, Generic, ParamSpec, TypeVar, cast

from cachetools import LRUCache, cached
from cachetools.keys import hashkey

P = ParamSpec("P")
T = TypeVar("T")
Key = Callable[..., Hashable]
_lets_go: dict[str, Callable[[], None]] = {}  # by what is kept: a module that is loaded anew takes its own place


def forget() -> None:
    """Let go of everything: the store holds other figures by the same numbers now."""
    for let_go in list(_lets_go.values()):
        let_go()


def forgotten_too(name: str, let_go: Callable[[], None]) -> None:
    """Let `forget` also call `let_go`, for what is kept in another way than by function.

    Args:
        name: what is kept, by no other name than anything else.
        let_go: empties it; may be called by any thread.
    """
    _lets_go[name] = let_go


class Kept(Generic[P, T]):
    """A function whose answers are kept, and made once for all who ask at the same time: the others wait.

    Attributes:
        cache: its answers, by what they were asked with.
    """

    def __init__(self, make: Callable[P, T], size: int, key: Key) -> None:
        self.cache: LRUCache[Hashable, T] = LRUCache(maxsize=size)
        self._key, self._changing = key, Condition()
        self._ask: Callable[P, T] = cached(self.cache, key=key, condition=self._changing)(make)
        update_wrapper(self, make)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """The answer, from those kept or made now."""
        return self._ask(*args, **kwargs)

    def put(self, answer: T, *args: P.args, **kwargs: P.kwargs) -> None:
        """Answer with this from now on."""
        with self._changing:
            self.cache[self._key(*args, **kwargs)] = answer

    def drop(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Let go of one answer, if it is kept."""
        with self._changing:
            self.cache.pop(self._key(*args, **kwargs), None)

    def cache_clear(self) -> None:
        """Let go of every answer."""
        with self._changing:
            self.cache.clear()


def kept(size: int, *, key: Key = hashkey) -> Callable[[Callable[P, T]], Kept[P, T]]:
    """Keep the answers of a function that takes a while.

    Args:
        size: answers at most; those least asked for go first.
        key: what an answer follows from, of the function's arguments; by default all of them.
    """

    def keep(make: Callable[P, T]) -> Kept[P, T]:
        found = Kept(make, size, key)
        forgotten_too(_name(make), found.cache_clear)
        return found

    return keep


def noted(size: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep the answers of a quick function that is asked thousands of times.

    An answer is found in a sixth of the time that `kept` needs; two who ask at the same time both make it.

    Args:
        size: answers at most; those least asked for go first.
    """

    def keep(make: Callable[P, T]) -> Callable[P, T]:
        found = lru_cache(maxsize=size)(make)
        forgotten_too(_name(make), found.cache_clear)
        return cast("Callable[P, T]", found)  # lru_cache forgets what its function takes

    return keep


def _name(make: Callable[..., Any]) -> str:
    return f"{make.__module__}.{make.__qualname__}"
