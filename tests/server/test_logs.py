import json
import logging
import re

import pytest

from data_sources.errors import StoreDamaged
from server import logs

TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"


def logger_of(form):
    """A logger of its own, and what it has written."""
    written = []
    handler = logging.Handler()
    handler.emit = lambda record: written.append(handler.format(record))
    handler.setFormatter(logs.formatter(form))
    handler.addFilter(logs.Repeats())
    logger = logging.Logger("tried")
    logger.addHandler(handler)
    return logger, written


@pytest.fixture
def log():
    return logger_of("text")


@pytest.fixture
def put_back():
    """What set_up changes, as it was."""
    names = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in {"streamlit", "uvicorn"}]
    kept = {}
    for logger in map(logging.getLogger, {*names, *logs.OURS, "uvicorn.access"}):
        handlers = [(one, one.formatter, one.filters[:]) for one in logger.handlers]
        kept[logger] = (handlers, logger.propagate, logger.disabled)
    yield
    for logger, (handlers, propagate, disabled) in kept.items():
        logger.handlers, logger.propagate, logger.disabled = [one for one, *_ in handlers], propagate, disabled
        for one, written, filters in handlers:
            one.setFormatter(written)
            one.filters = filters


def a_fault(logger):
    secret = "what a reader has typed"  # a traceback that told of variables would hold it
    try:
        raise ValueError(len(secret))
    except ValueError:
        logger.exception("The figure %s broke", "/figur/talent/å")


def test_the_same_line_stands_once_a_minute_with_how_often_it_was_left_out(log, monkeypatch):
    logger, written = log
    now = [1_000.0]
    monkeypatch.setattr(logs.time, "monotonic", lambda: now[0])
    for _ in range(10_000):
        logger.error("socket.accept() out of system resource: %s", "fd 5")
    logger.error("another line")
    said = [re.sub(f"^{TIME} ", "", line) for line in written]
    assert said == ["[error] socket.accept() out of system resource: fd 5 [tried]", "[error] another line [tried]"]
    now[0] += 61
    logger.error("socket.accept() out of system resource: %s", "fd 5")
    assert written[-1].endswith("[error] socket.accept() out of system resource: fd 5 [tried] left_out=9999")


def test_words_stand_in_one_line_with_time_level_and_reason(log):
    logger, written = log
    logger.warning("No look at the store: %s", StoreDamaged("Damaged\n(see the database's page)\n"))
    said = r"\[warning\] No look at the store: Damaged \(see the database's page\) \[tried\] reason=store_damaged"
    assert re.fullmatch(f"{TIME} {said}", written[0])
    a_fault(logger)
    assert re.match(rf"{TIME} \[error\] The figure /figur/talent/å broke \[tried\]\nTraceback", written[1])
    assert written[1].count("Traceback") == 1
    assert "typed" not in written[1]


def test_json_has_an_object_a_line_with_the_same(monkeypatch):
    logger, written = logger_of("json")
    now = [1_000.0]
    monkeypatch.setattr(logs.time, "monotonic", lambda: now[0])
    for _ in range(3):
        logger.warning("No look at the store: %s", StoreDamaged("Damaged"))
    now[0] += 61
    logger.warning("No look at the store: %s", StoreDamaged("Damaged"))
    a_fault(logger)
    assert not any("\n" in line for line in written)
    first, again, fault = map(json.loads, written)
    assert re.fullmatch(TIME, first.pop("timestamp"))
    words = {"level": "warning", "logger": "tried", "event": "No look at the store: Damaged"}
    assert first == words | {"reason": "store_damaged"}
    assert again.items() >= (words | {"left_out": 2}).items()
    assert fault["event"] == "The figure /figur/talent/å broke"
    assert fault["exception"].startswith("Traceback")
    assert "typed" not in fault["exception"]
    assert fault.keys() == {"timestamp", "level", "logger", "event", "exception"}


@pytest.mark.usefixtures("put_back")
@pytest.mark.parametrize("form", ["text", "json"])
def test_all_that_a_server_writes_has_the_same_form(form, capfd):
    theirs = logging.getLogger("streamlit.tried")
    theirs.handlers, theirs.propagate = [logging.StreamHandler()], False
    for name in logs.OURS:
        logging.getLogger(name).handlers = []
    logs.set_up(form)
    for name in (*logs.OURS, "streamlit.tried"):
        logging.getLogger(name).warning("%s writes", name)
    names = (*logs.OURS, "streamlit.tried")
    lines = capfd.readouterr().err.splitlines()
    if form == "json":
        told = [json.loads(line) for line in lines]
        assert [(one["logger"], one["event"]) for one in told] == [(name, f"{name} writes") for name in names]
    else:
        told = [re.sub(f"^{TIME} ", "", line) for line in lines]
        assert told == [f"[warning] {name} writes [{name}]" for name in names]


@pytest.mark.usefixtures("put_back")
def test_uvicorns_line_for_each_request_with_its_readers_address_is_left_out():
    access = logging.getLogger("uvicorn.access")
    access.disabled = False
    logs.set_up()
    assert access.disabled


def test_what_is_remembered_is_bounded(log):
    logger, written = log
    for number in range(2_000):
        logger.error("line %d", number)
    assert len(written) == 2_000
    assert len(logger.handlers[0].filters[0]._seen) <= 500
