"""No more open pages than the process can carry; the next reader is told so, and those who are here go on."""

from urllib.parse import parse_qs

from markupsafe import Markup, escape
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components.words.text import LANGUAGES, Speaker, understood
from pages.navigation import NAVIGATION
from pages.shell import measured

RETRY = 30  # seconds until the page asks again by itself
_PAGES = frozenset({"", *(spec.slug for spec in NAVIGATION)})


def full_page(language: str) -> Markup:
    """What the next reader sees."""
    say = Speaker(language)
    title = escape(say("For mange har siden åpen akkurat nå"))
    text = escape(say("Den som har siden åpen, kan fortsette. Vi prøver igjen for deg om et halvt minutt."))
    return Markup(
        '<!doctype html><html lang="%s"><head><meta charset="utf-8"><title>%s</title>'
        '<meta name="viewport" content="width=device-width">'
        '<meta http-equiv="refresh" content="%s"></head>'
        '<body style="font: 1.1rem/1.5 sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem">'
        "<h1>%s</h1><p>%s</p></body></html>"
    ) % (language, title, RETRY, title, text)


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
            asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [LANGUAGES[0]])[-1]
            language = understood(asked) or LANGUAGES[0]
            measured.TURNED_AWAY.inc()
            headers = {"Retry-After": str(RETRY), "Cache-Control": "no-store"}
            await HTMLResponse(full_page(language), 503, headers)(scope, receive, send)
            return
        await self._app(scope, receive, send)
