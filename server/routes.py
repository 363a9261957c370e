"""Our own addresses beside the pages."""

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from data_sources.errors import DataError
from data_sources.settings import SettingsError
from data_sources.snapshot import OUTLINES
from models.catalogue import CatalogueError
from pages.figures import figures
from server.lifespan import warm

_EMPTY_WORLD = {
    "type": "Topology",
    "objects": {
        name: {"type": "GeometryCollection", "geometries": []}
        for name in ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
    },
    "arcs": [],
}


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


async def topojson(_request: Request) -> Response:
    """An empty world for Plotly's maps, which would otherwise fetch one from elsewhere."""
    return JSONResponse(_EMPTY_WORLD, headers={"Cache-Control": "public, max-age=86400"})


async def outlines(request: Request) -> Response:
    """Outlines of the snapshot: a map names the address, and browsers fetch them once."""
    path = OUTLINES / f"{request.path_params['name']}.geojson"
    if path.parent != OUTLINES or not path.is_file():
        return PlainTextResponse("no such outlines", status_code=404)
    return FileResponse(path, media_type="application/geo+json", headers={"Cache-Control": "public, max-age=86400"})


ROUTES = [
    Route("/health", health),
    Route("/ready", ready),
    Route("/assets/topojson/{name}", topojson),
    Route("/assets/outlines/{name}.geojson", outlines),
]
