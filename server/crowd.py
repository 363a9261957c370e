"""No more open pages than the process can carry; the next reader is told so, and those who are here go on."""

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.navigation import NAVIGATION
from pages.shell import measured
from server.asked import said, speaker_of

RETRY = 30  # seconds until the page asks again by itself
_PAGES = frozenset({"", *(spec.slug for spec in NAVIGATION)})


def full_page(scope: Scope) -> Response:
    """What the next reader sees."""
    say = speaker_of(scope)
    text = say("Den som har siden åpen, kan fortsette. Vi prøver igjen for deg om et halvt minutt.")
    return said(503, say("For mange har siden åpen akkurat nå"), text, say, again=RETRY)


class Crowd:
    """Counts open pages by their WebSockets, and turns away those beyond the room."""

    def __init__(self, app: ASGIApp, room: int) -> None:
        self._app = app
        self._room = room
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on while there is room."""
        full = self._open >= self._room
        if scope["type"] == "websocket":
            if full:
                measured.TURNED_AWAY.inc()
                await receive()
                await send({"type": "websocket.close", "code": 1013, "reason": "too many open pages"})
                return
            self._open += 1
            measured.OPEN.inc()
            try:
                await self._app(scope, receive, send)
            finally:
                self._open -= 1
                measured.OPEN.dec()
            return
        if full and scope["type"] == "http" and scope["path"].strip("/") in _PAGES:
            measured.TURNED_AWAY.inc()
            await full_page(scope)(scope, receive, send)
            return
        await self._app(scope, receive, send)
