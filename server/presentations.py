"""Presentations as they are shown: `/vis/<code>`, one that is ready `/vis/klar/<name>`, and a draft that is not kept.

Each is one page with all of its steps. The address is all that is needed to look; what changes anything is in
`server/editing.py` and `server/rooms.py`.
"""

import io
import json
import logging
from collections.abc import Callable
from urllib.parse import parse_qs

import segno
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from components.html.deck_page import deck_page
from components.html.figure_page import PageFiles
from components.words.text import Speaker, understood
from data_sources.errors import DataError
from data_sources.settings import PROJECT, SettingsError, settings
from data_sources.short_links import understood as understood_code
from models.catalogue import CatalogueError
from models.presentations import BadStory, Story, read, written
from pages.choices import comparable_regions
from pages.exhibits.registry import look_at, view_of
from pages.navigation import FRONT
from pages.presentasjoner.ready import READY, ready_story
from pages.presentasjoner.showing import shown_deck
from server.asked import broken, lost, not_ready, params_of, said, speaker_of, to_front
from server.assets import DECK_SCRIPT, DECK_STYLE
from server.embed import APPEARANCES
from server.following import following
from server.kept_stories import presentations
from server.sent import TooLong, refused_words, same_site, whole_body
from server.work import in_thread

FILES = PageFiles(DECK_STYLE, DECK_SCRIPT)
GUIDE = PROJECT / "docs" / "presentasjoner"
_KEEP = "public, max-age=31536000, immutable"
_log = logging.getLogger("osloregionen")


def unknown(request: Request) -> Response:
    """No presentation by this code."""
    say = speaker_of(request.scope)
    words = say("Kanskje mangler et tegn: koden har ti tegn, uten 0, 1, i, l og o.")
    return said(404, say("Presentasjonen finnes ikke"), words, say, to_front(say))


def _page(request: Request, code: str, story: Story, lang: str, *, notes: bool) -> Response:
    chosen = request.query_params.get("appearance", "")
    say = Speaker(lang)
    deck = shown_deck(code, story, lang)
    data = {"notes": {step.id: step.notes for step in story.steps}} if notes else {}
    page = deck_page(deck, say, FILES, data, chosen if chosen in APPEARANCES else "")
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


def told(request: Request, make: Callable[[], Response]) -> Response:
    """An answer, or a page that says in the reader's language why there is none."""
    say = speaker_of(request.scope)
    if not following.ready:
        return not_ready(say)
    try:
        return make()
    except (DataError, SettingsError, CatalogueError) as error:
        _log.error("No presentation %s: %s", request.url.path[:60], error)
        return not_ready(say)
    except Exception:  # noqa: BLE001 - a fault of ours: told to the reader, and with all its lines to the log
        _log.exception("A presentation broke")
        return broken(say, "")


def story_of(code: str) -> Story | None:
    """A presentation that is kept, or None.

    Raises:
        DataError: the store cannot be read.
        BadStory: what is kept is of a newer version of this program.
    """
    kept = presentations(settings().database_url).found(code)
    return None if kept is None else read(json.loads(kept.document))


def show(request: Request) -> Response:
    """The page of a presentation; `lang` asks for its figures in the other language."""
    code = understood_code(str(request.path_params["code"]))

    def make() -> Response:
        story = story_of(code) if code else None
        if code is None or story is None:
            return unknown(request)
        lang = understood(request.query_params.get("lang", "")) or story.lang
        return _page(request, code, story, lang, notes=False)

    return told(request, make)


def show_ready(request: Request) -> Response:
    """One that is ready, with the region definition, peers and release that the address asks for."""
    name = str(request.path_params["name"])

    def make() -> Response:
        if name not in READY:
            return unknown(request)
        story = ready_story(name, view_of(FRONT, params_of(request.scope))[0])
        return _page(request, "", story, story.lang, notes=True)

    return told(request, make)


def ready_file(request: Request) -> Response:
    """One that is ready as JSON: the editor makes an own one of it."""
    name = str(request.path_params["name"])

    def make() -> Response:
        if name not in READY:
            return unknown(request)
        story = ready_story(name, view_of(FRONT, params_of(request.scope))[0])
        return JSONResponse(written(story), headers={"Cache-Control": "no-cache"})

    return told(request, make)


async def show_draft(request: Request) -> Response:
    """One that only the reader's browser keeps: it is sent along, shown, and not kept here."""
    say = speaker_of(request.scope)
    if not same_site(request):
        return lost(request)
    try:
        fields = parse_qs((await whole_body(request)).decode(errors="replace"))
        story = read(json.loads(fields.get("presentasjon", [""])[0]))
    except (BadStory, ValueError, RecursionError, TooLong) as error:
        return said(400, say("Presentasjonen kan ikke vises"), refused_words(error, say), say)
    return await in_thread(told, request, lambda: _page(request, "", story, story.lang, notes=True))


def as_file(request: Request) -> Response:
    """A presentation as JSON, without the presenter's notes: those have the editor's own file."""
    code = understood_code(str(request.path_params["code"]))

    def make() -> Response:
        story = story_of(code) if code else None
        if story is None:
            return unknown(request)
        name = f"presentasjon-{code}.json"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-cache"}
        return JSONResponse(written(story, notes=False), headers=headers)

    return told(request, make)


def choices(request: Request) -> Response:
    """What may be chosen when looking closer at a step: sets of peers, and regions to point out."""
    say = speaker_of(request.scope)

    def make() -> Response:
        context = look_at(view_of(FRONT, {"lang": say.language})[0])
        known = context.catalogue
        sets = [
            (code, say.of(title))
            for code in (*known.peer_sets, *known.structure.computed_sets)
            if (title := known.set_title(code))
        ]
        regions = sorted(
            ((code, context.label(code)) for code in comparable_regions(known)), key=lambda one: say.sort_key(one[1])
        )
        near = [one for one in regions if one[0] in context.peers]
        offered = {"sets": sets, "regions": [*near, *(one for one in regions if one not in near)]}
        return JSONResponse(offered, headers={"Cache-Control": "public, max-age=3600"})

    return told(request, make)


def guide(request: Request) -> Response:
    """The guide for those who show presentations, its style and its pictures."""
    usual = "en.html" if speaker_of(request.scope).language == "en" else "index.html"
    name = str(request.path_params.get("name", usual))
    path = GUIDE / name
    if path.parent != GUIDE or path.suffix not in (".html", ".css", ".webp") or not path.is_file():
        return lost(request)
    return FileResponse(path, headers={"Cache-Control": "public, max-age=3600"})


def qr(request: Request) -> Response:
    """The address of a presentation as a QR code."""
    code = understood_code(str(request.path_params["code"]))
    if code is None:
        return unknown(request)
    drawn = io.BytesIO()
    base = str(request.base_url).rstrip("/")
    segno.make(f"{base}/vis/{code}", error="m", micro=False).save(drawn, kind="svg", scale=8, light="#fff")
    return Response(drawn.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": _KEEP})


SHOWN = [
    Route("/vis/klar/{name}.json", ready_file),
    Route("/vis/klar/{name}", show_ready),
    Route("/vis/utkast", show_draft, methods=["POST"]),
    Route("/vis/valg", choices),
    Route("/vis/veiledning", guide),
    Route("/vis/veiledning/{name}", guide),
    Route("/vis/{code}.json", as_file),
    Route("/vis/{code}.svg", qr),
    Route("/vis/{code}", show),
]
