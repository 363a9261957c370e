"""Pictures of figures, for what has no browser: `/bilde/<page>.png`, `/bilde/<page>/<key>.png`, `.svg`, `.pdf`, `.txt`.

With the page's own query; `size` chooses one of `SIZES`, `card=number` one figure in large type. The text is
what stands beside the picture for those who cannot see it.
"""

import logging
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.exhibit import Exhibit
from components.html.tools import place_address
from components.picture.card import ENDINGS, MEDIA, Card, picture, written
from components.picture.compose import NoNumber, alternative_of, exhibit_card, page_card
from components.picture.typesetting import Ending
from components.sizes import SIZES, USUAL
from components.view import Ignored, ViewState
from components.words.text import Speaker
from pages.exhibits.first_view import told
from pages.exhibits.registry import look_at, seen
from server.asked import LATER, Asked, answered, base_of, lost, respond, said, speaker_of, to_front
from server.making import Busy, made_once

_OPEN = {"Access-Control-Allow-Origin": "*"}  # published figures: any page may show them
_log = logging.getLogger("osloregionen")


@dataclass(frozen=True)
class Wanted:
    """A picture that an address asks for."""

    size: str
    ending: Ending
    number: bool


def _made(card: Card, wanted: Wanted) -> bytes:
    size = SIZES[wanted.size]
    key = ("picture", wanted.ending, wanted.size, sha256(written(card, size).encode()).hexdigest())
    return made_once(key, lambda: picture(card, size, wanted.ending))


def _wanted(request: Request) -> Wanted | None:
    """What kind of picture is asked for; None for a kind that we do not make."""
    size, card = (request.query_params.get(name, usual) for name, usual in (("size", USUAL), ("card", "chart")))
    ending = str(request.path_params["ending"])
    if ending not in ENDINGS or size not in SIZES or card not in ("chart", "number"):
        return None
    return Wanted(size, ending, card == "number")


def _no_such(request: Request) -> Response:
    """A size, card or file that we do not make."""
    say = speaker_of(request.scope)
    words = say(
        "Bilder finnes som {endings}, i størrelsene {sizes}, og som «chart» eller «number».",
        endings=say.listing([one.upper() for one in ENDINGS]),
        sizes=say.listing(list(SIZES)),
    )
    return said(404, say("Bildet finnes ikke"), words, say, to_front(say))


def _sent(card: Card, wanted: Wanted, name: str) -> Response:
    try:
        content = _made(card, wanted)
    except Busy:
        _log.warning("A picture was not made in time: too many are being made")
        say = Speaker(card.lang)
        words = say("Mange ber om bilder akkurat nå. Bildet kommer av seg selv om litt.")
        return said(503, say("Bildet er ikke ferdig"), words, say, again=LATER)
    kind = "-number" if wanted.number else ""
    file = f"{name}{kind}-{wanted.size}.{wanted.ending}"
    headers = {**_OPEN, "Content-Disposition": f"inline; filename*=UTF-8''{quote(file)}"}
    return Response(content, media_type=MEDIA[wanted.ending], headers=headers)


def _picture(request: Request, asked: Asked) -> Response:
    wanted = _wanted(request)
    if wanted is None:
        return _no_such(request)
    known = look_at(asked.view).catalogue
    try:
        card = exhibit_card(asked.exhibit, asked.view, known, asked.base, number=wanted.number)
    except NoNumber:
        say = asked.say
        words = say("Figuren viser ikke ett tall for regionen, så den har ikke noe kort med ett tall.")
        way = say("Se figuren på siden"), place_address(asked.view, asked.exhibit.key)
        return said(404, say("Bildet finnes ikke"), words, say, way)
    return _sent(card, wanted, asked.exhibit.file_name)


def _alternative(_request: Request, asked: Asked) -> Response:
    return PlainTextResponse(alternative_of(asked.exhibit, asked.say, asked.view.release), headers=_OPEN)


def shown_of(view: ViewState) -> Exhibit | None:
    """The exhibit that stands for a page: its first."""
    return next(iter(seen(view).exhibits.values()), None)


def preview(request: Request) -> Response:
    """The picture of a page: of its first exhibit, or its title where it has none."""
    wanted = _wanted(request)

    def make(view: ViewState, ignored: tuple[Ignored, ...]) -> Response:
        if wanted is None or wanted.number:
            return _no_such(request)
        known, first = look_at(view).catalogue, shown_of(view)
        if first is not None:
            return _sent(exhibit_card(first, view, known, base_of(request)), wanted, first.file_name)
        about = told(view, ignored)
        title = about.title.removesuffix(f" · {about.service}")
        return _sent(page_card(title, about.description, view, known, base_of(request)), wanted, view.page)

    return respond(request, make)


PICTURES = [
    Route("/bilde/{slug}.{ending}", preview),
    Route("/bilde/{slug}/{key}.txt", answered(_alternative)),
    Route("/bilde/{slug}/{key}.{ending}", answered(_picture)),
    Route("/bilde", lost),
    Route("/bilde/{rest:path}", lost),
]
