"""Addresses that nobody needs from outside, and those that no file or page can have."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LONGEST = 1_000  # characters of a path; ours have under 100
LONGEST_QUERY = 8_000  # bytes; every region of Europe as a peer takes 2,000


def refusal(path: str, query: bytes, *, metrics: bool) -> int | None:
    """The status to refuse with, or None where the address is fit to be looked at.

    Args:
        path: decoded, with leading slash.
        query: as it came.
        metrics: whether Streamlit's own counts may be read.
    """
    if len(path) > LONGEST or len(query) > LONGEST_QUERY:
        return 414
    if any(ord(sign) < 32 or ord(sign) == 127 for sign in path):
        return 404
    if path.rstrip("/").endswith("/_stcore/metrics") and not metrics:
        return 404
    return None


class Guard:
    """Refuses what `refusal` says."""

    def __init__(self, app: ASGIApp, *, metrics: bool = False) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or refuse."""
        if scope["type"] == "http":
            status = refusal(scope["path"], scope["query_string"], metrics=self._metrics)
            if status is not None:
                words = "too long an address" if status == 414 else "no such address"
                await PlainTextResponse(words, status_code=status)(scope, receive, send)
                return
        await self._app(scope, receive, send)
