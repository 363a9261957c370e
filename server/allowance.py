"""Allowances: so much a minute, of which some may be taken at once (a token bucket)."""

import time
from collections.abc import Callable
from threading import Lock


class Allowance:
    """So much a minute: what is not used comes back evenly.

    Args:
        a_minute: how much comes back in a minute.
        at_once: how much may be taken when nothing was for long; as much as in a minute by default.
        clock: seconds that only grow.
    """

    __slots__ = ("_at", "_clock", "_each", "_left", "_lock", "_most")

    def __init__(self, a_minute: float, at_once: float = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self._each = a_minute / 60
        self._most = self._left = float(at_once or a_minute)
        self._clock = clock
        self._at = clock()
        self._lock = Lock()

    def _now(self) -> float:
        now = self._clock()
        self._left = min(self._most, self._left + (now - self._at) * self._each)
        self._at = now
        return self._left

    def take(self) -> bool:
        """Whether one more may be taken now; it is taken then."""
        with self._lock:
            if self._now() < 1:
                return False
            self._left -= 1
            return True

    def charge(self, used: float) -> None:
        """What has been used is taken, also where it is more than was left."""
        with self._lock:
            self._left = self._now() - used

    def wait(self, least: float = 1) -> float:
        """Seconds until so much is there; 0 for now."""
        with self._lock:
            return max(0.0, (least - self._now()) / self._each)
