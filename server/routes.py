"""Our own addresses beside the pages."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from data_sources.errors import DataError
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from pages.figures import figures
from server.assets import ASSETS
from server.figure import FIGURES
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


ROUTES: list[BaseRoute] = [
    Route("/health", health),
    Route("/ready", ready),
    *ASSETS,
    *FIGURES,
]
