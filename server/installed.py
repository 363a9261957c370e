"""The signs of the site: in a browser's tab, on a phone's start screen, and the manifest that names them."""

from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from components.theme import ICON, LIGHT
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from pages.exhibits.first_view import SERVICE
from pages.known import releases

SIZES = (180, 192, 512)  # pixels: a phone's start screen at Apple's, at others', and where it starts
_DAY = {"Cache-Control": "public, max-age=86400"}


def _file(size: int) -> Path:
    return Path(ICON).with_name(f"icon-{size}.png")


async def icon(_request: Request) -> Response:
    """The sign in the browser's tab."""
    return FileResponse(ICON, media_type="image/svg+xml", headers=_DAY)


async def _picture(size: int, _request: Request) -> Response:
    """The same in one of the sizes that phones ask for."""
    return FileResponse(_file(size), headers=_DAY)


def _name() -> str:
    """What the service is called, also where the catalogue cannot be read: the pages say that then."""
    try:
        return releases.catalogue().identity.name.nb
    except (CatalogueError, SettingsError):
        return SERVICE


async def manifest(_request: Request) -> Response:
    """What the site is called and looks like beside other programs; it opens in the browser, with its address."""
    icons = [{"src": f"/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in SIZES[1:]]
    told = {
        "name": _name(),
        "lang": "nb",
        "start_url": "/",
        "display": "browser",
        "background_color": LIGHT.surface,
        "theme_color": LIGHT.focus,
        "icons": [{"src": "/favicon.svg", "sizes": "any", "type": "image/svg+xml"}, *icons],
    }
    return JSONResponse(told, media_type="application/manifest+json", headers=_DAY)


SIGNS = [
    Route("/favicon.ico", icon),
    Route("/favicon.svg", icon),
    *(Route(f"/icon-{size}.png", partial(_picture, size)) for size in SIZES),
    Route("/manifest.webmanifest", manifest),
]
