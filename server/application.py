"""What the ASGI application adds to Streamlit: routes, middleware and warm-up."""

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute

from data_sources.settings import settings
from server.crowd import Crowd
from server.guard import Guard
from server.head import PageHead
from server.headers import SecurityHeaders
from server.lifespan import lifespan
from server.open_files import room, streams
from server.redirects import Redirects
from server.routes import ROUTES
from server.static import StaticFiles

__all__ = ["lifespan", "middleware", "routes"]


def routes() -> list[BaseRoute]:
    """Our own addresses."""
    return list(ROUTES)


def middleware() -> list[Middleware]:
    """From the outside in: headers on every answer, refusals, redirects, caching, compression, the head of the page."""
    chosen = settings()
    return [
        Middleware(SecurityHeaders, embed_origins=chosen.embed_origins),
        Middleware(Guard, metrics=chosen.metrics),
        Middleware(Crowd, room=room(chosen.open_pages, streams(chosen.followers))),
        Middleware(Redirects),
        Middleware(StaticFiles),
        Middleware(GZipMiddleware, minimum_size=2048, compresslevel=6),
        Middleware(PageHead),
    ]
