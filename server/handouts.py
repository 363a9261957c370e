"""Hand-outs: /fil/<page>.pdf is what stands on a page, on two sides of A4; with `form=all` on as many as it takes."""

import io
from datetime import UTC, datetime

import segno
from starlette.requests import Request
from starlette.responses import Response

from components.handout.compose import handout
from components.handout.paper import Stands, paper
from components.view import Ignored, ViewState
from components.words.flags import release_words
from components.words.text import Speaker
from pages.exhibits.handed_out import on_paper
from pages.exhibits.registry import PAGES, look_at, seen
from pages.known import releases
from server.asked import base_of, respond
from server.making import Busy, made_once
from server.sending import busy, sent
from server.short import short_or_long

PDF = "application/pdf"


def _qr(link: str) -> str:
    drawn = io.BytesIO()
    segno.make(link, error="m", micro=False).save(drawn, kind="svg", scale=4, border=2, light="#fff")
    return drawn.getvalue().decode()


def page_handout(request: Request) -> Response:
    """A page on paper."""
    whole = request.query_params.get("form") == "all"

    def make(view: ViewState, _: tuple[Ignored, ...]) -> Response:
        say, spec, base = Speaker(view.lang), PAGES[view.page], base_of(request)
        known, link = look_at(view).catalogue, short_or_long(view.address, base)
        title = say(spec.title)

        def made() -> bytes:
            stands = Stands(
                service=say.of(known.identity.name),
                page=f"{title} · {release_words(say, view.release).rstrip('.')}",
                link=link,
                qr=_qr(link),
                credit=say("Navngi kilden som står under figuren når du bruker tallene videre."),
            )
            shown = on_paper(view)
            return paper(handout(seen(shown).arranged, shown, known, title, whole=whole), stands, say, whole=whole)

        # A page of an older release tells what is newer, and some bear what was known today.
        key = (request.url.path, view.address, whole, link, releases.releases(), datetime.now(UTC).date())
        try:
            return sent(made_once(key, made), _name(view), PDF)
        except Busy:
            return busy(say)

    return respond(request, make)


def _name(view: ViewState) -> str:
    actor = view.options.get("actor", "all")
    return f"osloregionen-{view.page}{'' if actor == 'all' else '-' + actor}.pdf"
