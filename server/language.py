"""The page's language in its HTML, where screen readers and hyphenation look for it."""

from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.text import LANGUAGES, understood
from server.static import chart_script

_MARK = b'<html lang="en"'
# The chart script is fetched while the page is still asking for its content.
_PRELOAD = f'<link rel="modulepreload" crossorigin href="{chart_script()}">'.encode() if chart_script() else b""


class PageLanguage:
    """Rewrites the fixed language and title of Streamlit's HTML to the language that the URL asks for."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; HTML pages are rewritten whole."""
        path = scope.get("path", "")
        if scope["type"] != "http" or path.startswith(("/static/", "/_stcore/", "/assets/", "/media/")):
            await self._app(scope, receive, send)
            return
        wanted = parse_qs(scope["query_string"].decode("latin-1")).get("lang", ["nb"])[-1]
        language = (understood(wanted) or LANGUAGES[0]).encode()
        # The inner application would compress deep links, and compressed HTML cannot be rewritten.
        plain = {**scope, "headers": [h for h in scope["headers"] if h[0] != b"accept-encoding"]}
        start: Message | None = None
        body = bytearray()

        async def rewrite(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                html = b"text/html" in dict(message["headers"]).get(b"content-type", b"")
                if html:
                    start = message
                    return
            if start is None:
                await send(message)
                return
            body.extend(message.get("body", b""))
            if message.get("more_body"):
                return
            page = bytes(body).replace(_MARK, b'<html lang="' + language + b'"', 1)
            page = page.replace(b"<title>Streamlit</title>", b"<title>Osloregionen i Europa</title>", 1)
            page = page.replace(b"</head>", _PRELOAD + b"</head>", 1)
            MutableHeaders(scope=start)["content-length"] = str(len(page))
            await send(start)
            await send({"type": "http.response.body", "body": page})

        await self._app(plain, receive, rewrite)
