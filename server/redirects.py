"""Addresses: old slugs and unknown paths lead to a page that is there."""

from urllib.parse import parse_qsl, urlencode

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from models.search.search import fold
from pages.navigation import FRONT, NAVIGATION, OLD_SLUGS
from server.routes import ROUTES

# What Streamlit answers itself, and the first part of every address of our own.
_STREAMLIT = ("_stcore", "static", "media", "component", "app", "vendor", "favicon.png")
_OURS = frozenset((*_STREAMLIT, *(route.path.strip("/").partition("/")[0] for route in ROUTES)))


def target(path: str, query: str) -> str | None:
    """Where a path should lead instead, or None where it is right.

    Args:
        path: with leading slash.
        query: without question mark; it is kept, and what was asked for is added as `page`.
    """
    first, _, rest = path.strip("/").partition("/")
    known = {spec.slug for spec in NAVIGATION}
    if path == "/" or first in _OURS or (first in known and not rest):
        return None
    # A deep link asks for its own health check below its slug first; Streamlit answers that 404 itself.
    if first in known and rest.startswith("_stcore"):
        return None
    meant = fold(first.strip())
    slug = OLD_SLUGS.get(meant, meant if meant in known else FRONT)
    asked = parse_qsl(query, keep_blank_values=True)
    if first and slug == FRONT and meant not in OLD_SLUGS and meant != FRONT:
        asked.append(("page", path.strip("/")[:60]))
    return f"/{slug}" + (f"?{urlencode(asked)}" if asked else "")


class Redirects:
    """Redirects what `target` says."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or send elsewhere."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            where = target(scope["path"], scope["query_string"].decode("latin-1"))
            if where is not None:
                await RedirectResponse(where, status_code=302)(scope, receive, send)
                return
        await self._app(scope, receive, send)
