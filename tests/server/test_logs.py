import logging

import pytest

from server import logs


@pytest.fixture
def log():
    """A logger of its own, and what it has written."""
    written = []
    handler = logging.Handler()
    handler.emit = lambda record: written.append(record.getMessage())
    handler.addFilter(logs.Repeats())
    logger = logging.Logger("tried")
    logger.addHandler(handler)
    return logger, written


def test_the_same_line_stands_once_a_minute_with_how_often_it_was_left_out(log, monkeypatch):
    logger, written = log
    now = [1_000.0]
    monkeypatch.setattr(logs.time, "monotonic", lambda: now[0])
    for _ in range(10_000):
        logger.error("socket.accept() out of system resource: %s", "fd 5")
    logger.error("another line")
    assert written == ["socket.accept() out of system resource: fd 5", "another line"]
    now[0] += 61
    logger.error("socket.accept() out of system resource: %s", "fd 5")
    assert written[-1] == "socket.accept() out of system resource: fd 5 (9,999 more like this before)"


def test_uvicorns_line_for_each_request_with_its_readers_address_is_left_out():
    access = logging.getLogger("uvicorn.access")
    access.disabled = False
    kept = {name: (logging.getLogger(name).handlers, logging.getLogger(name).propagate) for name in logs.OURS}
    logs.set_up()
    assert access.disabled
    for name, (handlers, propagate) in kept.items():
        logging.getLogger(name).handlers, logging.getLogger(name).propagate = handlers, propagate


def test_what_is_remembered_is_bounded(log):
    logger, written = log
    for number in range(2_000):
        logger.error("line %d", number)
    assert len(written) == 2_000
    assert len(logger.handlers[0].filters[0]._seen) <= 500
