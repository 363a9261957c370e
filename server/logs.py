"""The log: with times, and without the same line a hundred thousand times."""

import logging
import time
from collections import OrderedDict

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
        if left_out:
            record.msg, record.args = f"{record.getMessage()} ({left_out:,} more like this before)", ()
        return True


def set_up() -> None:
    """Write our lines and those of the server to stderr; Streamlit's own loggers keep their form.

    Nobody's address is written, however the server was started: uvicorn's line for each request is left out.
    """
    logging.getLogger("uvicorn.access").disabled = True
    repeats = Repeats()
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(repeats)
    for name in OURS:
        logger = logging.getLogger(name)
        if not any(isinstance(one, Repeats) for kept in logger.handlers for one in kept.filters):
            logger.handlers, logger.propagate = [handler], False
    for name in list(logging.root.manager.loggerDict):
        if name.split(".")[0] == "streamlit":
            for kept in logging.getLogger(name).handlers:
                kept.addFilter(repeats)
