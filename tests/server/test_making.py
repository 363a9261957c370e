"""Files are made a few at a time; who would wait too long is told at once."""

import threading
import time

import pytest

from server import making
from server.making import Busy, made_once


@pytest.fixture(autouse=True)
def anew(monkeypatch):
    monkeypatch.setattr(making, "_kept", making.LRUCache(maxsize=100, getsizeof=len))


def test_a_file_is_made_once_for_all_who_ask():
    made = []
    for _ in range(3):
        assert made_once("key", lambda: made.append(1) or b"file") == b"file"
    assert made == [1]


def test_of_many_who_ask_at_once_only_some_wait_and_the_others_keep_no_thread():
    most = making.AT_ONCE + making.WAITING
    go, told = threading.Event(), []

    def slow():
        go.wait(30)
        return b"file"

    def ask(key):
        try:
            told.append(made_once(key, slow))
        except Busy:
            told.append(None)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(most + 5)]
    for thread in threads:
        thread.start()
    for _ in range(1000):  # whoever finds no place is told at once; the others wait for what is slow
        if len(told) == 5:
            break
        time.sleep(0.01)
    assert told == [None] * 5
    go.set()
    for thread in threads:
        thread.join()
    assert told.count(b"file") == most


def test_a_file_that_fails_gives_its_turn_back():
    def broken():
        raise RuntimeError("broken")

    for _ in range(2 * (making.AT_ONCE + making.WAITING)):
        with pytest.raises(RuntimeError):
            made_once("key", broken)
    assert made_once("key", lambda: b"file") == b"file"
