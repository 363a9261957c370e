"""Our own addresses beside the pages."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from server.asked import base_of, lost
from server.assets import ASSETS
from server.catalogue_file import CATALOGUE
from server.data import DATA
from server.editing import EDITED
from server.embed import EMBEDDING
from server.feed import FEED
from server.figure import FIGURES
from server.files import DOWNLOADS
from server.following import following
from server.installed import SIGNS
from server.metrics import METRICS
from server.pictures import PICTURES
from server.presentations import SHOWN
from server.renewing import RENEWING
from server.rooms import FOLLOWED
from server.short import SHORT
from server.sitemap import MAP


async def health(_request: Request) -> Response:
    """200 while the process answers."""
    return PlainTextResponse("ok")


async def ready(_request: Request) -> Response:
    """200 with the release when figures can be shown, 503 with the reason otherwise (docs/operations.md)."""
    status, told = following.report()
    return JSONResponse(told, status_code=status)


async def robots(request: Request) -> Response:
    """Search engines may read every page; the parts that tools open are no pages of their own."""
    lines = (
        "User-agent: *",
        "Disallow: /tall/",
        "Disallow: /fil/",
        "Disallow: /forny",
        "Disallow: /_stcore/",
        "Allow: /",
        f"Sitemap: {base_of(request)}/sitemap.xml",
        "",
    )
    return PlainTextResponse("\n".join(lines), headers={"Cache-Control": "public, max-age=86400"})


ROUTES: list[Route] = [
    Route("/health", health),
    Route("/ready", ready),
    Route("/robots.txt", robots),
    *SIGNS,
    *MAP,
    *METRICS,
    *ASSETS,
    *CATALOGUE,
    *EMBEDDING,
    *DATA,
    *FEED,
    *FIGURES,
    *DOWNLOADS,
    *PICTURES,
    *RENEWING,
    *SHORT,
    *EDITED,
    *FOLLOWED,
    *SHOWN,
    Route("/vis", lost),
    Route("/vis/{rest:path}", lost),
]
