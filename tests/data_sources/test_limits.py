import threading
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_sources.errors import RateLimited
from data_sources.limits import Limits, pause_of

NOW = datetime(2026, 3, 4, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        (" 0.5 ", 0.5),
        ("-3", 0),
        ("Wed, 04 Mar 2026 11:00:30 GMT", 30),
        ("Wed, 04 Mar 2026 10:00:00 GMT", 0),
        ("2026-03-04T11:01:00Z", 60),
        ("2026-03-04T12:01:00+01:00", 60),
        (str(int(NOW.timestamp()) + 45), 45),
        ("", None),
        ("soon", None),
        ("nan", None),
    ],
)
def test_pauses_as_publishers_write_them(text, seconds):
    assert pause_of(text, NOW) == seconds


@given(st.text(max_size=40))
def test_any_words_are_a_pause_or_none(text):
    pause = pause_of(text, NOW)
    assert pause is None or pause >= 0


def test_only_so_many_at_once():
    limits = Limits(at_once=2, per_hour=None, longest=1)
    inside, most, lock = 0, 0, threading.Lock()

    def work():
        nonlocal inside, most
        with limits.turn():
            with lock:
                inside += 1
                most = max(most, inside)
            time.sleep(0.02)
            with lock:
                inside -= 1

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2


def test_only_so_many_an_hour():
    limits = Limits(at_once=1, per_hour=3, longest=1)
    for _ in range(3):
        with limits.turn():
            pass
    with pytest.raises(RateLimited, match=r"again in 3,[56]\d\d seconds"), limits.turn():
        pass


@pytest.mark.parametrize("prefix", ["x-ratelimit", "x-rate-limit", "ratelimit"])
def test_an_allowance_used_up_is_waited_for(prefix):
    limits = Limits(at_once=1, per_hour=None, longest=1)
    limits.heed({f"{prefix}-remaining": "5", f"{prefix}-reset": "60"})
    limits.heed({f"{prefix}-remaining": "0", f"{prefix}-reset": "0.2"})
    start = time.monotonic()
    with limits.turn():
        assert time.monotonic() - start >= 0.2


def test_too_long_a_wait_is_refused():
    limits = Limits(at_once=1, per_hour=None, longest=1)
    limits.heed({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "60"})
    with pytest.raises(RateLimited), limits.turn():
        pass
    with pytest.raises(RateLimited), limits.turn():  # and the slot was given back
        pass
