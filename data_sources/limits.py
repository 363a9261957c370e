"""How fast a publisher may be asked: requests at once, requests an hour, and pauses that it asks for."""

import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from data_sources.errors import RateLimited

_HOUR, _MINUTE = 3600.0, 60.0
_EPOCH = 1e9  # seconds above this are a moment, below it a duration


def pause_of(text: str, now: datetime) -> float | None:
    """Seconds of a Retry-After or x-ratelimit-reset: a duration, a moment in seconds, an HTTP or ISO date."""
    text = text.strip()
    try:
        seconds = float(text)
    except ValueError:
        for read in (parsedate_to_datetime, datetime.fromisoformat):
            try:
                moment = read(text)
                seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
                break
            except (ValueError, OverflowError):
                continue
        else:
            return None
    if seconds != seconds:
        return None
    return max(0.0, seconds - now.timestamp() if seconds > _EPOCH else seconds)


class Limits:
    """The limits of one host, shared by the threads that ask it.

    Args:
        at_once: requests that may be under way.
        per_hour: requests that may start within an hour, or None.
        per_minute: requests that may start within a minute, or None; at most one of the two.
        longest: seconds that a request may be held back before it is given up.
    """

    def __init__(
        self, *, at_once: int, per_hour: int | None = None, per_minute: int | None = None, longest: float
    ) -> None:
        self._slots = threading.BoundedSemaphore(at_once)
        self._allowed, self._span = (per_minute, _MINUTE) if per_minute else (per_hour, _HOUR)
        self._longest = longest
        self._started: deque[float] = deque(maxlen=self._allowed)
        self._quiet_until = 0.0
        self._lock = threading.Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until a request may start, and count it while it is under way.

        Raises:
            RateLimited: it would have to wait longer than allowed.
        """
        with self._slots:
            time.sleep(self._wait())
            yield

    def _wait(self) -> float:
        now = time.monotonic()
        with self._lock:
            start = max(now, self._quiet_until)
            if self._allowed and len(self._started) == self._allowed:
                start = max(start, self._started[0] + self._span)
            if start - now > self._longest:
                raise RateLimited(f"The publisher may be asked again in {start - now:,.0f} seconds.")
            self._started.append(start)
        return start - now

    def be_quiet(self, seconds: float) -> None:
        """Let no request start for some seconds."""
        with self._lock:
            self._quiet_until = max(self._quiet_until, time.monotonic() + seconds)

    def heed(self, headers: Mapping[str, str]) -> None:
        """Be quiet where the publisher says that its allowance is used up (`x-ratelimit-*`)."""
        for prefix in ("x-ratelimit", "x-rate-limit", "ratelimit"):
            if headers.get(f"{prefix}-remaining", "").strip() == "0":
                pause = pause_of(headers.get(f"{prefix}-reset", ""), datetime.now(UTC))
                if pause is not None:
                    self.be_quiet(pause)
