"""How many pages may be open: each takes a few of the process's open files, of which there is a limit."""

import logging
import resource

WANTED = 65_536
EACH = 4  # open files of a page: its connection, and three of the event loop that Streamlit gives each session
# Files, libraries, the store; and 128 sessions that Streamlit keeps for ten minutes after their page was closed.
RESERVED = 256 + 128 * 3
_log = logging.getLogger("osloregionen")


def raise_limit() -> int:
    """Take as many open files as the system lets this process have; the number."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = WANTED if hard == resource.RLIM_INFINITY else min(hard, WANTED)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        soft = most
    return WANTED if soft == resource.RLIM_INFINITY else soft


def streams(wanted: int) -> int:
    """How many screens may follow presentations: each takes one open file, and no more than a quarter of all is theirs.

    Args:
        wanted: what the settings say.
    """
    return max(1, min(wanted, (raise_limit() - RESERVED) // 4))


def room(wanted: int, following: int = 0) -> int:
    """How many pages may be open at the same time.

    Args:
        wanted: what the settings say; fewer where the system allows too few open files.
        following: open files that those who follow presentations may take.
    """
    files = raise_limit()
    most = max(1, min(wanted, (files - RESERVED - following) // EACH))
    if most < wanted:
        _log.warning("%d pages may be open, not %d: only %d open files are allowed (LimitNOFILE).", most, wanted, files)
    return most
