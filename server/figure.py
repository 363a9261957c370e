"""The page of a figure alone: `/figur/<page>/<figure>` with the page's own query. Any site may show it in a frame."""

import hashlib
import logging
from threading import Condition

from cachetools import LRUCache, cached
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from components.chrome import notices_html
from components.html.figure_page import Files, figure_page, sentence_page
from components.text import LANGUAGES, Speaker
from components.view import Ignored, ViewState
from data_sources.errors import DataError
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from pages.exhibits.registry import PAGES, UnknownExhibit, UnknownPage, exhibit, seen, view_of
from pages.navigation import FRONT
from server.assets import FIGURE_SCRIPT, FIGURE_STYLE
from server.lifespan import warm
from server.query import asked

AGAIN = 3  # seconds until a figure may be asked for again while the service starts
_FILES = Files(FIGURE_STYLE, FIGURE_SCRIPT)
_KEPT = 64  # pages; one holds up to 200 kB
_log = logging.getLogger("osloregionen")


@cached(LRUCache(maxsize=_KEPT), key=lambda view, key, ignored: (view.address, key, ignored), condition=Condition())
def _page(view: ViewState, key: str, ignored: tuple[Ignored, ...]) -> tuple[bytes, str]:
    """The page and its tag.

    The tag follows from all that the page holds: the release, the view, and the addresses of style and script, which
    hold hashes of their own.
    """
    say = Speaker(view.lang)
    others = list(seen(view).exhibits.values())
    page = figure_page(exhibit(view, key), others, view, say, notices_html(say, ignored), _FILES).encode()
    return page, f'"{hashlib.sha256(page).hexdigest()[:20]}"'


def _said(
    status: int, title: str, sentence: str, say: Speaker, way: tuple[str, str] | None = None, again: int = 0
) -> Response:
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": str(again)} if again else {})
    page = sentence_page(title, sentence, way, say.language, _FILES, again=again)
    return HTMLResponse(page, status_code=status, headers=headers)


def _shown(request: Request, slug: str, key: str, params: dict[str, str], say: Speaker) -> Response:
    try:
        view, ignored = view_of(slug, params)
    except UnknownPage:
        return _said(
            404,
            say("Siden finnes ikke"),
            say("Lenken leder til en figur på en side som ikke finnes her."),
            say,
            (say("Til forsiden"), f"/{FRONT}?lang={say.language}"),
        )
    try:
        page, tag = _page(view, key, tuple(Ignored(one.name, one.given) for one in ignored))
    except UnknownExhibit:
        return _said(
            404,
            say("Figuren finnes ikke"),
            say("Siden har ingen slik figur med disse valgene."),
            say,
            (say("Til siden «{title}»", title=say(PAGES[slug].title)), view.address),
        )
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(page, headers=headers)


def figure(request: Request) -> Response:
    """A figure, or a sentence that says why there is none."""
    path, params = asked(request.scope)
    say = Speaker(params["lang"] if params.get("lang") in LANGUAGES else LANGUAGES[0])
    if not warm.is_set():
        title, sentence = say("Tjenesten starter"), say("Figuren kommer av seg selv om noen sekunder.")
        return _said(503, title, sentence, say, again=AGAIN)
    _, _, rest = path.partition("/")
    slug, _, key = rest.partition("/")
    try:
        return _shown(request, slug, key, params, say)
    except (DataError, SettingsError, CatalogueError) as error:
        _log.error("No figure %s: %s", path[:100], error)
        return _said(
            503,
            say("Vi kan ikke vise tall akkurat nå"),
            say("Gi beskjed til den som drifter tjenesten. Feilen er logget."),
            say,
            again=30,
        )
    except Exception:  # noqa: BLE001 - a fault of ours: told to the reader, and with all its lines to the log
        _log.exception("The figure %s broke", path[:100])
        return _said(
            500,
            say("Noe gikk galt"),
            say("Figuren kan ikke vises. Feilen er logget."),
            say,
            (say("Til siden"), f"/{slug}?lang={say.language}") if slug in PAGES else None,
        )


FIGURES = [Route("/figur", figure), Route("/figur/{rest:path}", figure)]
