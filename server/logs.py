"""The log: lines of words or of JSON, with times, and without the same line a hundred thousand times."""

import logging
import time
from collections import OrderedDict
from typing import Literal

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict, Processor, WrappedLogger

from data_sources.errors import DataError

EACH = 60.0  # seconds within which the same line stands once
OURS = ("osloregionen", "asyncio", "uvicorn.error")
_REMEMBERED = 500


class Repeats(logging.Filter):
    """Lets a line through once a minute, with how often it was left out since."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: OrderedDict[tuple[str, int, str], tuple[float, int]] = OrderedDict()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is to be written."""
        fault = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        key = (record.name, record.levelno, record.getMessage()[:300] + fault)
        now = time.monotonic()
        since, left_out = self._seen.pop(key, (-EACH, 0))
        if now - since < EACH:
            self._seen[key] = (since, left_out + 1)
            return False
        self._seen[key] = (now, 0)
        while len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        record.left_out = left_out
        return True


def _told(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """Beside the words: how often they were left out before, and the reason's name where an error of ours has one."""
    if left_out := getattr(line["_record"], "left_out", 0):
        line["left_out"] = left_out
    _kind, fault, _trace = line.get("exc_info") or (None, None, None)
    given = line.pop("positional_args", None)
    named = [one for one in (*(given if isinstance(given, tuple) else ()), fault) if isinstance(one, DataError)]
    if named:
        line["reason"] = named[0].kind
    return line


def _in_one_line(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """What a database says has line ends; only a traceback takes lines of its own."""
    return {**line, "event": " ".join(str(line["event"]).split())}


def formatter(form: Literal["text", "json"]) -> ProcessorFormatter:
    """What makes a line of a record of the standard library.

    Args:
        form: words (time, level, logger, what happened, key=value), or one JSON object a line with the keys
            `timestamp` (ISO 8601, UTC), `level`, `logger`, `event`, and where there are any `reason`
            (docs/operations.md), `left_out` (how many of the same were) and `exception` (the traceback, without the
            values of variables, which may hold a reader's words).
    """
    chain: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _told,
        ProcessorFormatter.remove_processors_meta,
    ]
    if form == "json":
        chain += [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    else:
        plain = structlog.dev.plain_traceback
        words = structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0, pad_level=False, exception_formatter=plain)
        chain += [_in_one_line, words]
    return ProcessorFormatter(processors=chain, pass_foreign_args=True)


def set_up(form: Literal["text", "json"] = "text") -> None:
    """Write our lines, the server's and Streamlit's to stderr, all in one form.

    Nobody's address is written, however the server was started: uvicorn's line for each request is left out.
    """
    logging.getLogger("uvicorn.access").disabled = True
    repeats, written = Repeats(), formatter(form)
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(written)
    handler.addFilter(repeats)
    for name in OURS:
        logger = logging.getLogger(name)
        if not any(isinstance(one, Repeats) for kept in logger.handlers for one in kept.filters):
            logger.handlers, logger.propagate = [handler], False
    for name in list(logging.root.manager.loggerDict):
        if name.split(".")[0] == "streamlit":
            for kept in logging.getLogger(name).handlers:
                kept.addFilter(repeats)
                kept.setFormatter(written)
