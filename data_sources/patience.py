"""How long and how often a publisher is asked, and what is said when it is asked again."""

import logging
from dataclasses import dataclass

import stamina

from data_sources.errors import (
    SourceError,
)

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Patience:
    """How long and how often, in seconds.

    Attributes:
        connect, read: until a connection stands; between two pieces of an answer.
        whole: for one answer, all in.
        attempts: times a request is made before it is given up.
        first_wait, longest_wait: before the second attempt (doubled each time, and up to as much again by chance), and
            at most, also where the publisher asks for a pause.
        poll, prepare: between two questions whether a prepared answer is ready, and for all of them.
    """

    connect: float = 15.0
    read: float = 90.0
    whole: float = 900.0
    attempts: int = 4
    first_wait: float = 2.0
    longest_wait: float = 90.0
    poll: float = 10.0
    prepare: float = 900.0


class Again(Exception):
    """Worth another attempt, after `wait` seconds where the publisher names them."""

    def __init__(self, error: SourceError, wait: float | None = None) -> None:
        self.error, self.wait = error, wait
        super().__init__(str(error))


def _tell(details: stamina.instrumentation.RetryDetails) -> None:
    """Say quietly what is tried again; by itself stamina would print a bare word to the terminal."""
    _LOG.info("Attempt %d in %.1f s: %s", details.retry_num + 1, details.wait_for, details.caused_by)


stamina.instrumentation.set_on_retry_hooks([_tell])


def worth_another(error: Exception) -> bool | float:
    """Whether to try again, and after how many seconds where the publisher says so."""
    if not isinstance(error, Again):
        return False
    return True if error.wait is None else error.wait
