"""Styles of our own pages: those on elements become one sheet, which the policy names by its hash.

So pages need no `unsafe-inline`, and those who write HTML may still give a bar its width.
"""

import html
import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.policies import hash_of, is_streamlits

HASHES = "osloregionen.styles"  # where the hashes of an answer stand in its scope
# Values are escaped, so that these signs can stand nowhere but in a tag.
_ON_ELEMENT = re.compile(r' style="([^"]*)"')
_SHEET = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)


def gathered(page: str) -> str:
    """The page with the styles of its elements in one sheet: they hold over all others, but for a script's."""
    styles = {style: html.unescape(style) for style in _ON_ELEMENT.findall(page)}
    page = _ON_ELEMENT.sub(r' data-set="\1"', page)
    plain = [style for style in styles.values() if not set("{}<>\"'\\").intersection(style)]
    sheet = "\n".join(f':is([data-set="{style}"], #own) {{ {style} }}' for style in plain)
    return page.replace("</head>", f"<style>{sheet}</style></head>", 1) if sheet else page


def hashes(page: str) -> tuple[str, ...]:
    """The sheets in a page, as its policy names them."""
    return tuple(dict.fromkeys(hash_of(sheet) for sheet in _SHEET.findall(page)))


class OwnStyles:
    """Rewrites every page of ours, and leaves its hashes, and those of a drawing, for `SecurityHeaders`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; pages are rewritten whole."""
        if scope["type"] != "http" or is_streamlits(scope["path"]) or scope["path"].startswith("/assets/"):
            await self._app(scope, receive, send)
            return
        # The inner application would compress pages, and compressed ones cannot be rewritten.
        plain = {**scope, "headers": [h for h in scope["headers"] if h[0] != b"accept-encoding"]}
        start: Message | None = None
        kind = ""
        body = bytearray()

        async def rewrite(message: Message) -> None:
            nonlocal start, kind
            if message["type"] == "http.response.start":
                kind = MutableHeaders(scope=message).get("content-type", "").partition(";")[0]
                if kind in ("text/html", "image/svg+xml"):
                    start = message
                    return
            elif start is not None:
                body.extend(message.get("body", b""))
                if message.get("more_body"):
                    return
                page = gathered(body.decode()) if kind == "text/html" else body.decode()
                scope[HASHES] = hashes(page)
                content = page.encode()
                if content:
                    MutableHeaders(scope=start)["content-length"] = str(len(content))
                await send(start)
                message = {"type": "http.response.body", "body": content}
            await send(message)

        await self._app(plain, receive, rewrite)
