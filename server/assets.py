"""What every page is made with: plotly.js from plotly's own package, and our one script; compressed once a process."""

import gzip
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

import plotly
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from components.script import (
    again_script,
    deck_script,
    editor_script,
    figure_script,
    picture_script,
    script,
    speaker_window_script,
)
from components.theme import css
from data_sources.snapshot import OUTLINES
from pages.exhibits.registry import PAGES
from server.static import STATIC

_HERE = Path(__file__).resolve().parent.parent
_YEAR = "public, max-age=31536000, immutable"  # the names hold a hash of the content
_DAY = "public, max-age=86400"
PLOTLY = f"/assets/plotly-{plotly.__version__}.min.js"
_EMPTY_WORLD = {
    "type": "Topology",
    "objects": {
        name: {"type": "GeometryCollection", "geometries": []}
        for name in ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
    },
    "arcs": [],
}


def hash_of(files: Iterable[Path]) -> str:
    """A short hash of what files hold, so that a name or tag with it changes when one of them does."""
    whole = hashlib.sha256()
    for file in sorted(files):
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:12]


def _editor() -> bytes:
    return editor_script().encode()


def _pictures() -> bytes:
    return picture_script().encode()


def _script() -> bytes:
    return script(tuple(PAGES), PLOTLY, EDITOR, PICTURES).encode()


def _figure_script() -> bytes:
    return figure_script(PLOTLY).encode()


def _deck_script() -> bytes:
    return deck_script(PLOTLY, SPEAKER_WINDOW).encode()


def _speaker_window() -> bytes:
    return speaker_window_script().encode()


def _again() -> bytes:
    return again_script().encode()


def _figure_style(*more: str) -> bytes:
    """The style of a figure alone, with the font that Streamlit brings to the other pages."""
    fonts = "".join(
        f'@font-face {{ font-family: "Source Sans"; font-weight: 200 900; font-display: swap; '
        f'src: url("/static/media/{font.name}") format("woff2"); }}\n'
        for font in (STATIC / "media").glob("SourceSansVF-Upright*.woff2")
    )
    return (str(css("figure.css", *more)) + fonts).encode()  # the last rule holds: the font is waited for


def _deck_style() -> bytes:
    return _figure_style("deck.css")


def _named(name: str, content: bytes, ending: str) -> str:
    return f"/assets/{name}-{hashlib.sha256(content).hexdigest()[:12]}.{ending}"


EDITOR = _named("presentasjoner", _editor(), "js")
PICTURES = _named("bilder", _pictures(), "js")
SCRIPT = _named("osloregionen", _script(), "js")
FIGURE_SCRIPT = _named("figur", _figure_script(), "js")
FIGURE_STYLE = _named("figur", _figure_style(), "css")
AGAIN = _named("igjen", _again(), "js")
SPEAKER_WINDOW = _named("foredrag", _speaker_window(), "js")
DECK_SCRIPT = _named("vis", _deck_script(), "js")
DECK_STYLE = _named("vis", _deck_style(), "css")
# What answers are made with: every module, list of indicators, text and outline of this program.
PROGRAM = hash_of(
    file
    for room in ("components", "data_sources", "models", "pages", "server")
    for file in (_HERE / room).rglob("*")
    if file.suffix in {".py", ".toml", ".po", ".csv"}
)
_MADE = {
    EDITOR: _editor,
    PICTURES: _pictures,
    SCRIPT: _script,
    FIGURE_SCRIPT: _figure_script,
    FIGURE_STYLE: _figure_style,
    AGAIN: _again,
    SPEAKER_WINDOW: _speaker_window,
    DECK_SCRIPT: _deck_script,
    DECK_STYLE: _deck_style,
}


@cache  # constant: files that ship
def _compressed(address: str) -> bytes:
    if address == PLOTLY:
        content = files("plotly").joinpath("package_data/plotly.min.js").read_bytes()
    elif address in _MADE:
        content = _MADE[address]()
    else:
        content = (OUTLINES / address).read_bytes()
    return gzip.compress(content, compresslevel=9)


def _answer(request: Request, address: str, media: str, keep: str) -> Response:
    headers = {"Cache-Control": keep, "Vary": "Accept-Encoding"}
    content = _compressed(address)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(content), media_type=media, headers=headers)
    return Response(content, media_type=media, headers={**headers, "Content-Encoding": "gzip"})


def plotly_script(request: Request) -> Response:
    """The library that draws charts: one copy for pages and figures."""
    return _answer(request, PLOTLY, "text/javascript", _YEAR)


def own_script(request: Request) -> Response:
    """The script of our pages."""
    return _answer(request, SCRIPT, "text/javascript", _YEAR)


def editor_file(request: Request) -> Response:
    """The editor of presentations."""
    return _answer(request, EDITOR, "text/javascript", _YEAR)


def pictures_file(request: Request) -> Response:
    """What makes pictures of charts."""
    return _answer(request, PICTURES, "text/javascript", _YEAR)


def figure_script_file(request: Request) -> Response:
    """The script of a figure alone."""
    return _answer(request, FIGURE_SCRIPT, "text/javascript", _YEAR)


def figure_style_file(request: Request) -> Response:
    """The style of a figure alone."""
    return _answer(request, FIGURE_STYLE, "text/css", _YEAR)


def again_file(request: Request) -> Response:
    """What a page does that says "in a moment"."""
    return _answer(request, AGAIN, "text/javascript", _YEAR)


def deck_script_file(request: Request) -> Response:
    """The script of a presentation."""
    return _answer(request, DECK_SCRIPT, "text/javascript", _YEAR)


def speaker_window_file(request: Request) -> Response:
    """What the speaker's window does by itself."""
    return _answer(request, SPEAKER_WINDOW, "text/javascript", _YEAR)


def deck_style_file(request: Request) -> Response:
    """The style of a presentation."""
    return _answer(request, DECK_STYLE, "text/css", _YEAR)


def outlines(request: Request) -> Response:
    """Outlines for maps: a map names the address; kept by browsers for a day."""
    name = f"{request.path_params['name']}.geojson"
    path = OUTLINES / name
    if path.parent != OUTLINES or not path.is_file():
        return PlainTextResponse("no such outlines", status_code=404)
    return _answer(request, name, "application/geo+json", _DAY)


async def topojson(_request: Request) -> Response:
    """An empty world for Plotly's maps, which would otherwise fetch one from elsewhere."""
    return JSONResponse(_EMPTY_WORLD, headers={"Cache-Control": _DAY})


ASSETS = [
    Route(PLOTLY, plotly_script),
    Route(SCRIPT, own_script),
    Route(EDITOR, editor_file),
    Route(PICTURES, pictures_file),
    Route(FIGURE_SCRIPT, figure_script_file),
    Route(FIGURE_STYLE, figure_style_file),
    Route(AGAIN, again_file),
    Route(SPEAKER_WINDOW, speaker_window_file),
    Route(DECK_SCRIPT, deck_script_file),
    Route(DECK_STYLE, deck_style_file),
    Route("/assets/topojson/{name}", topojson),
    Route("/assets/outlines/{name}.geojson", outlines),
]
