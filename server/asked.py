"""What the routes of figures have in common: the view an address asks for, and an answer where it cannot be had."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from components.exhibit import Exhibit
from components.html.documents import sorry_page
from components.text import LANGUAGES, Speaker
from components.view import Ignored, ViewState
from data_sources.errors import DataError
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from pages import figures
from pages.exhibits.registry import UnknownExhibit, UnknownPage, exhibit, view_of
from pages.navigation import FRONT
from server.assets import SCRIPT
from server.following import following

_OURS = frozenset({"form"})  # keys of the routes' own, which are no part of a view
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


def params_of(request: Request) -> dict[str, str]:
    """The query as a page reads it: values of one key together, the routes' own keys left out."""
    query = request.query_params
    return {name: ",".join(query.getlist(name)) for name in query if name not in _OURS}


def language_of(request: Request) -> str:
    """The language asked for; bokmål where there is none we have."""
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def base_of(request: Request) -> str:
    """The address of this server as the reader sees it."""
    return str(request.base_url).rstrip("/")


def sorry(request: Request, status: int, title: str, words: str, **headers: str) -> Response:
    """An answer in the reader's language where a figure cannot be had."""
    language = language_of(request)
    say = Speaker(language)
    slug = str(request.path_params.get("slug", FRONT))
    way, name = (f"/{slug}?lang={language}", say("Til siden")) if status == 404 else ("", "")
    body = sorry_page(say(title), say(words), way or f"/{FRONT}", name or say("Til forsiden"), language)
    return HTMLResponse(body, status_code=status, headers=headers)


def not_ready(request: Request) -> Response:
    """While there are no figures to show yet, or none any more."""
    if figures.starting.is_set():
        return sorry(request, 503, "Tjenesten starter", "Prøv igjen om noen sekunder.", **{"Retry-After": "5"})
    return sorry(request, 503, "Vi kan ikke vise tall akkurat nå", "Prøv igjen om litt.", **{"Retry-After": "30"})


def answered(make: Callable[[Request, Asked], Response]) -> Callable[[Request], Response]:
    """A route for one figure: it is there, or the answer says why not.

    Not a coroutine: making a view the first time takes a thread, not everybody's pages.
    """

    def route(request: Request) -> Response:
        if not following.ready:
            return not_ready(request)
        slug, key = (str(request.path_params[name]) for name in ("slug", "key"))
        try:
            view, ignored = view_of(slug, params_of(request))
            found = Asked(view, exhibit(view, key), ignored, base_of(request))
        except UnknownPage:
            request.path_params["slug"] = FRONT
            return sorry(request, 404, "Siden finnes ikke", "Adressen nevner en side som vi ikke har.")
        except UnknownExhibit:
            words = "Siden har ingen figur med dette navnet i denne visningen."
            return sorry(request, 404, "Figuren finnes ikke", words)
        except (DataError, SettingsError, CatalogueError) as error:
            _log.error("No figure for a reader: %s", error)
            return sorry(
                request, 503, "Vi kan ikke vise tall akkurat nå", "Prøv igjen om litt.", **{"Retry-After": "30"}
            )
        tag = etag(request, view)
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        try:
            response = make(request, found)
        except Exception:  # noqa: BLE001 - a fault of ours is told in the reader's language
            _log.exception("No answer for %s", request.url.path)
            return sorry(request, 500, "Noe gikk galt", "Feilen er logget. Prøv igjen om litt.")
        response.headers.setdefault("ETag", tag)
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return route


def etag(request: Request, view: ViewState) -> str:
    """Of an answer: it changes with the view, the release in it, and the version of this program."""
    parts = (request.url.path, view.address, request.url.query, SCRIPT)
    return f'"{hashlib.sha256(" ".join(parts).encode()).hexdigest()[:20]}"'
