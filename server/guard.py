"""What is refused before it is looked at: odd addresses, more than anybody has to send, sessions of other sites."""

import logging
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.export.slides.given import LARGEST as LARGEST_DECK
from server.asked import said, speaker_of, to_front

LONGEST = 1_000  # characters of a path; ours have under 100
LONGEST_QUERY = 8_000  # bytes; every region of Europe as a peer takes 2,000

SENT = 1_100_000  # bytes that may be sent to an address; a presentation has at most a million
_MORE = {"forny": LARGEST_DECK + 1_000_000}  # a deck to be renewed, and the form around it
_log = logging.getLogger("osloregionen")


def most_sent(path: str) -> int:
    """How many bytes may be sent to an address."""
    return _MORE.get(path.strip("/").partition("/")[0], SENT)


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


def of_our_own_page(headers: Headers) -> bool:
    """Whether a page of this very address opens a session; what is no browser names no page.

    Streamlit asks the same, but whoever comes from elsewhere makes it ask checkip.amazonaws.com for this machine's
    address first, and everybody's pages wait up to two seconds for the answer. No setting of Streamlit's prevents that.
    """
    origin = headers.get("origin")
    try:
        return origin is None or urlsplit(origin).netloc == headers.get("host", "") != ""
    except ValueError:  # no address at all
        return False


def _refused(status: int, scope: Scope) -> Response:
    """What whoever asked so is told, in their language."""
    say = speaker_of(scope)
    front = to_front(say)
    if status == 414:
        words = say("Den er lengre enn noen side her har. Kanskje er noe limt inn to ganger.")
        return said(414, say("Adressen er for lang"), words, say, front)
    if status == 413:
        return said(413, say("Det som ble sendt, er for stort"), say("Ingenting er tatt imot."), say, front)
    return said(404, say("Siden finnes ikke"), say("Ingen side har denne adressen."), say, front)


class Guard:
    """Refuses what `refusal` says, sessions of other sites, and bodies beyond their bound."""

    def __init__(self, app: ASGIApp, *, metrics: bool = False) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or refuse."""
        if scope["type"] == "websocket" and not of_our_own_page(Headers(scope=scope)):
            _log.warning(
                "A page of another address wanted a session here. If no page of ours comes alive: "
                "the proxy must pass on the Host header as it came."
            )
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": "not a page of this address"})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = refusal(scope["path"], scope["query_string"], metrics=self._metrics)
        if status is not None:
            await _refused(status, scope)(scope, receive, send)
            return
        await self._bounded(scope, receive, send)

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is sent up to its bound; beyond, whoever reads is told that nobody sends any more."""
        most, came, started = most_sent(scope["path"]), 0, False
        told = Headers(scope=scope).get("content-length", "")
        if told.isdecimal() and int(told) > most:
            await _refused(413, scope)(scope, receive, send)
            return

        async def bounded() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            return message if came <= most else {"type": "http.disconnect"}

        async def noted(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, bounded, noted)
        except ClientDisconnect:
            if came <= most:
                raise
            if not started:
                await _refused(413, scope)(scope, receive, send)
