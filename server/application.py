"""What the ASGI application adds to Streamlit: routes, middleware and warm-up."""

from collections.abc import Mapping

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute
from starlette.types import HTTPExceptionHandler

from data_sources.settings import settings
from server.asked import misused
from server.crowd import Crowd
from server.guard import Guard
from server.head import PageHead
from server.headers import SecurityHeaders
from server.lifespan import lifespan
from server.limits import Limits
from server.open_files import room, streams
from server.own_styles import OwnStyles
from server.redirects import Redirects
from server.routes import ROUTES
from server.static import StaticFiles
from server.work import charging

__all__ = ["exception_handlers", "lifespan", "middleware", "routes"]


def routes() -> list[BaseRoute]:
    """Our own addresses."""
    return [charging(route) for route in ROUTES]


def exception_handlers() -> Mapping[int, HTTPExceptionHandler]:
    """What whoever asks wrongly is told where the framework would answer in words of its own."""
    return {405: misused}


def middleware() -> list[Middleware]:
    """From the outside in: headers, refusals, limits, room, redirects, caching, compression, the head of the page."""
    chosen = settings()
    return [
        Middleware(SecurityHeaders, embed_origins=chosen.embed_origins),
        Middleware(Guard, metrics=chosen.metrics),
        *([Middleware(Limits)] if chosen.limits else []),
        Middleware(Crowd, room=room(chosen.open_pages, streams(chosen.followers))),
        Middleware(Redirects),
        Middleware(StaticFiles),
        Middleware(GZipMiddleware, minimum_size=2048, compresslevel=6),
        Middleware(OwnStyles),
        Middleware(PageHead),
    ]
