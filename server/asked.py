"""What the addresses of figures have in common: the view they ask for, and an answer where it cannot be had."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import Scope

from components.exhibit import Exhibit
from components.html.figure_page import PageFiles
from components.html.sentence_page import sentence_page
from components.view import Ignored, ViewState
from components.words.text import LANGUAGES, Speaker, understood
from data_sources.errors import DataError
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from pages.exhibits.registry import PAGES, UnknownExhibit, UnknownPage, exhibit, view_of
from pages.known import releases
from pages.navigation import FRONT
from server.assets import AGAIN, FIGURE_SCRIPT, FIGURE_STYLE, PROGRAM
from server.following import following

FILES = PageFiles(FIGURE_STYLE, FIGURE_SCRIPT, AGAIN)
SOON, LATER = 3, 30  # seconds until a figure may be asked for again: while the service starts, while it has no figures
_OURS = frozenset(
    {"form", "size", "card", "appearance", "numbers"}
)  # keys of the routes' own, which are no part of a view
_log = logging.getLogger("osloregionen")


@dataclass(frozen=True)
class Asked:
    """A figure that an address asks for.

    Attributes:
        view: made valid.
        exhibit: the figure.
        ignored: what in the address could not be used.
        base: address of this server, without slash at its end.
    """

    view: ViewState
    exhibit: Exhibit
    ignored: tuple[Ignored, ...]
    base: str

    @property
    def say(self) -> Speaker:
        """The language asked for."""
        return Speaker(self.view.lang)


def params_of(scope: Scope) -> dict[str, str]:
    """The query; what is given more than once is joined by commas, the routes' own keys are left out."""
    params: dict[str, list[str]] = {}
    for name, value in parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True):
        if name not in _OURS:
            params.setdefault(name, []).append(value)
    return {name: ",".join(values) for name, values in params.items()}


def speaker_of(scope: Scope) -> Speaker:
    """The language asked for; bokmål where there is none we have."""
    return Speaker(understood(params_of(scope).get("lang", "")) or LANGUAGES[0])


def base_of(request: Request) -> str:
    """The address of this server as the reader sees it, without slash at its end."""
    return str(request.base_url).rstrip("/")


def said(
    status: int, title: str, sentence: str, say: Speaker, way: tuple[str, str] | None = None, again: int = 0
) -> Response:
    """A page that says why there is no figure.

    Args:
        status: of the answer.
        title: what has happened.
        sentence: what it means.
        say: the reader's language.
        way: where to go instead, words and address.
        again: seconds until the browser asks again; 0 for never.
    """
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": str(again)} if again else {})
    page = sentence_page(title, sentence, way, say.language, FILES, again=again)
    return HTMLResponse(page, status_code=status, headers=headers)


def to_front(say: Speaker) -> tuple[str, str]:
    """The way to the front page, words and address."""
    return say("Til forsiden"), f"/{FRONT}?lang={say.language}"


def lost(request: Request) -> Response:
    """The address names no page of ours."""
    say = speaker_of(request.scope)
    words = say("Lenken leder til en figur på en side som ikke finnes her.")
    return said(404, say("Siden finnes ikke"), words, say, to_front(say))


async def misused(request: Request, error: Exception) -> Response:
    """The address is there, but not for this method; which ones it is for stands in `Allow`."""
    say = speaker_of(request.scope)
    words = say("Her er det ikke noe å lese, eller det går ikke an å sende noe hit. Ingenting er endret.")
    answer = said(405, say("Adressen kan ikke brukes slik"), words, say, to_front(say))
    answer.headers.update(getattr(error, "headers", None) or {})
    return answer


def not_ready(say: Speaker) -> Response:
    """While there are no figures to show yet, or none any more."""
    if releases.starting.is_set():
        words = say("Tallene lastes inn. Siden kommer av seg selv om noen sekunder.")
        return said(503, say("Tjenesten starter"), words, say, again=SOON)
    title = say("Vi kan ikke vise tall akkurat nå")
    return said(503, title, say("Gi beskjed til den som drifter tjenesten. Feilen er logget."), say, again=LATER)


def broken(say: Speaker, slug: str) -> Response:
    """A fault of ours, which is in the log with all its lines."""
    if slug not in PAGES:
        words = say("Feilen er logget. Prøv igjen om litt.")
        return said(500, say("Noe gikk galt"), words, say, to_front(say))
    way = (say("Til siden"), f"/{slug}?lang={say.language}")
    return said(500, say("Noe gikk galt"), say("Figuren kan ikke vises. Feilen er logget."), say, way)


def tag_of(*parts: str | bytes) -> str:
    """A tag that changes with what an answer is made of."""
    whole = b"\0".join(part if isinstance(part, bytes) else part.encode() for part in parts)
    return f'"{hashlib.sha256(whole).hexdigest()[:20]}"'


def respond(request: Request, make: Callable[[ViewState, tuple[Ignored, ...]], Response], also: str = "") -> Response:
    """The answer about the view that an address asks for, or one that says in the reader's language why there is none.

    Args:
        request: with the page's `slug` in its path.
        make: makes the answer; not called where the browser has it already.
        also: what else the answer is made with.
    """
    slug = str(request.path_params["slug"])
    say = speaker_of(request.scope)
    if not following.ready:
        return not_ready(say)
    try:
        view, ignored = view_of(slug, params_of(request.scope))
        names = vars(FILES).values()  # of style and script: they hold hashes of their own
        newest = str(releases.releases()[-1])  # an older release says what has changed since
        made_of = (view.address, newest, base_of(request), *names, PROGRAM, also)
        tag = tag_of(request.url.path, request.url.query, *made_of)
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache"})
        response = make(view, ignored)
    except UnknownPage:
        return lost(request)
    except UnknownExhibit:
        words = say("Siden har ingen slik figur med disse valgene.")
        way = say("Til siden «{title}»", title=say(PAGES[slug].title)), view.address
        return said(404, say("Figuren finnes ikke"), words, say, way)
    except (DataError, SettingsError, CatalogueError) as error:
        _log.error("No figure %s: %s", request.url.path[:100], error)
        return not_ready(say)
    except Exception:  # noqa: BLE001 - a fault of ours: told to the reader, and with all its lines to the log
        _log.exception("The figure %s broke", request.url.path[:100])
        return broken(say, slug)
    if response.status_code == 200:
        response.headers["ETag"] = tag
        response.headers["Cache-Control"] = "no-cache"
    return response


def answered(make: Callable[[Request, Asked], Response]) -> Callable[[Request], Response]:
    """A route for one figure: it is there, or the answer says in the reader's language why not.

    Not a coroutine: making a view the first time takes a thread, not everybody's pages.
    """

    def route(request: Request) -> Response:
        key = str(request.path_params["key"])

        def made(view: ViewState, ignored: tuple[Ignored, ...]) -> Response:
            return make(request, Asked(view, exhibit(view, key), ignored, base_of(request)))

        return respond(request, made)

    return route
