"""Our own addresses beside the pages."""

import gzip
from functools import cache

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from data_sources.snapshot import OUTLINES
from server.following import following

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


async def ready(_request: Request) -> Response:
    """200 with the release when figures can be shown, 503 with the reason otherwise (docs/operations.md)."""
    status, told = following.report()
    return JSONResponse(told, status_code=status)


async def topojson(_request: Request) -> Response:
    """An empty world for Plotly's maps, which would otherwise fetch one from elsewhere."""
    return JSONResponse(_EMPTY_WORLD, headers={"Cache-Control": "public, max-age=86400"})


@cache
def _outlines(name: str) -> bytes:
    return gzip.compress((OUTLINES / f"{name}.geojson").read_bytes(), compresslevel=9)


def outlines(request: Request) -> Response:
    """Outlines for maps: a map names the address; compressed once a process, kept by browsers for a day."""
    name = str(request.path_params["name"])
    path = OUTLINES / f"{name}.geojson"
    if path.parent != OUTLINES or not path.is_file():
        return PlainTextResponse("no such outlines", status_code=404)
    headers = {"Cache-Control": "public, max-age=86400", "Vary": "Accept-Encoding"}
    compressed = _outlines(name)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(compressed), media_type="application/geo+json", headers=headers)
    return Response(compressed, media_type="application/geo+json", headers={**headers, "Content-Encoding": "gzip"})


ROUTES = [
    Route("/health", health),
    Route("/ready", ready),
    Route("/assets/topojson/{name}", topojson),
    Route("/assets/outlines/{name}.geojson", outlines),
]
