"""Our own addresses beside the pages."""

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from components.theme import ICON
from data_sources.errors import DataError
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from pages.figures import figures
from server.assets import ASSETS
from server.data import DATA
from server.lifespan import warm


async def health(_request: Request) -> Response:
    """200 while the process answers."""
    return PlainTextResponse("ok")


def ready(_request: Request) -> Response:
    """200 with the release when figures can be shown, 503 with the kind of trouble otherwise.

    Not a coroutine: a store that is slow to answer then holds a thread back, not everybody's pages.
    """
    if not warm.is_set():
        return JSONResponse({"ready": False, "reason": "starting"}, status_code=503)
    try:
        release = figures().release
    except (DataError, SettingsError, CatalogueError) as error:
        return JSONResponse({"ready": False, "reason": getattr(error, "kind", "configuration")}, status_code=503)
    return JSONResponse({"ready": True, "release": release})


async def robots(_request: Request) -> Response:
    """Search engines may read every page; the parts that tools open are no pages of their own."""
    lines = ("User-agent: *", "Disallow: /tall/", "Disallow: /_stcore/", "Allow: /", "")
    return PlainTextResponse("\n".join(lines), headers={"Cache-Control": "public, max-age=86400"})


async def icon(_request: Request) -> Response:
    """The sign in the browser's tab."""
    return FileResponse(ICON, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})


ROUTES: list[Route] = [
    Route("/health", health),
    Route("/ready", ready),
    Route("/robots.txt", robots),
    Route("/favicon.ico", icon),
    Route("/favicon.svg", icon),
    *ASSETS,
    *DATA,
]
