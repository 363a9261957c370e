"""Files: /fil/<page>/<figure>.pptx and .xlsx, the same of a whole page, its .zip, and /fil/ti-lysbilder.pptx."""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.exhibit import Exhibit, can_be_shown
from components.export.archive import archive
from components.export.slides.deck import Front, presentation
from components.export.slides.house import house
from components.export.slides.template import Template, TemplateError, own
from components.export.slides.told import Told
from components.export.workbook import workbook
from components.view import Ignored, ViewState
from components.words.flags import release_words
from components.words.text import Speaker
from data_sources.settings import settings
from data_sources.snapshot import OUTLINES
from pages.exhibits.registry import PAGES, UnknownExhibit, exhibit, seen
from pages.exhibits.ten_slides import ten_slides
from pages.known import releases
from pages.navigation import FRONT
from server.asked import SOON, base_of, lost, respond, said
from server.making import Busy, made_once

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEN = "ti-lysbilder"
_log = logging.getLogger("osloregionen")
Figures = Sequence[tuple[ViewState, Exhibit]]


@lru_cache(maxsize=4)
def outlines(address: str) -> Mapping[str, Any]:
    """Outlines for maps, by the address that pages fetch them from."""
    found: Mapping[str, Any] = json.loads((OUTLINES / address.rpartition("/")[2]).read_text(encoding="utf-8"))
    return found


def template() -> Template:
    """The template of slides that the settings name, or our own.

    Raises:
        TemplateError: it cannot be used.
    """
    path = settings().pptx_template
    return own(path) if path else house()


def _sign() -> str:
    """What changes when the template does, also while it cannot be used."""
    path = settings().pptx_template
    try:
        return f"{path}:{path.stat().st_mtime_ns}" if path else ""
    except OSError:
        return f"{path}: missing"


def _sent(content: bytes, name: str, media: str) -> Response:
    return Response(
        content, media_type=media, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    )


def _busy(say: Speaker) -> Response:
    title = say("Mange lager filer akkurat nå")
    return said(503, title, say("Filen kommer av seg selv om noen sekunder."), say, again=SOON)


def _bad_template(say: Speaker, error: TemplateError) -> Response:
    _log.error("OSLOREGION_PPTX_TEMPLATE cannot be used: %s", error)
    title = say("Malen for lysbilder kan ikke brukes")
    words = say("Gi beskjed til den som drifter tjenesten. Loggen sier hva malen mangler.")
    return said(503, title, words, say)


def _slides(
    request: Request, view: ViewState, name: str, figures: Callable[[], Figures], front: Front | None, each: int | None
) -> Response:
    """A presentation as an answer, made in the thread of the request."""
    say, base = Speaker(view.lang), base_of(request)
    try:
        chosen = template()

        def make() -> bytes:
            catalogue = releases.catalogue_of(view.release)
            told = [Told(one, at, catalogue, base, outlines) for at, one in figures()]
            return presentation(chosen, told, say, say.of(catalogue.identity.name), front, each=each)

        key = (request.url.path, view.address, base, releases.releases(), chosen.sign)
        return _sent(made_once(key, make), f"{name}.pptx", PPTX)
    except TemplateError as error:
        return _bad_template(say, error)
    except Busy:
        return _busy(say)


def figure_slides(request: Request) -> Response:
    """The slides of one figure."""

    def make(view: ViewState, _: tuple[Ignored, ...]) -> Response:
        one = exhibit(view, str(request.path_params["key"]))
        return _slides(request, view, one.file_name, lambda: [(view, one)], None, None)

    return respond(request, make, _sign())


def page_slides(request: Request) -> Response:
    """The slides of a page: its name, then each of its figures that has something to draw."""

    def make(view: ViewState, _: tuple[Ignored, ...]) -> Response:
        say, spec = Speaker(view.lang), PAGES[view.page]
        every = list(seen(view).exhibits.values())
        shown = list(filter(can_be_shown, every))
        if not shown:
            raise UnknownExhibit(view.page)
        front = _front(view, say(spec.title), base_of(request), [one for one in every if one not in shown])
        return _slides(request, view, f"osloregionen-{view.page}", lambda: [(view, one) for one in shown], front, None)

    return respond(request, make, _sign())


def delegation_slides(request: Request) -> Response:
    """Osloregionen in ten slides, for the peers, the region definition and the release asked for."""
    request.scope["path_params"] = {"slug": FRONT}

    def make(view: ViewState, _: tuple[Ignored, ...]) -> Response:
        say = Speaker(view.lang)
        front = _front(view, say("Osloregionen i ti lysbilder"), base_of(request), ())
        name = say("osloregionen-i-ti-lysbilder")
        return _slides(request, view, name, lambda: list(ten_slides(view)), front, 1)

    return respond(request, make, _sign())


def _front(view: ViewState, title: str, base: str, without: Sequence[Exhibit]) -> Front:
    """The first slide, with what the page could not draw in its notes."""
    say, context = Speaker(view.lang), seen(view).context
    name, count = context.name_in_full(context.focus), len(context.peers)
    who = say.count("{name} og {n} sammenligningsregion", "{name} og {n} sammenligningsregioner", count, name=name)
    under = f"{who}\n{say.of(context.catalogue.identity.name)}. {release_words(say, view.release)}"
    notes = [f"{base}{view.address}", *(f"{one.finding}: {one.alt}" for one in without)]
    return Front(title, under, "\n".join(notes))


def _workbook(request: Request, view: ViewState, name: str, exhibits: Sequence[Exhibit]) -> Response:
    """A workbook as an answer."""
    say, base = Speaker(view.lang), base_of(request)

    def make() -> bytes:
        return workbook(exhibits, view, releases.catalogue_of(view.release), say, base)

    try:
        key = (request.url.path, view.address, base, releases.releases())
        return _sent(made_once(key, make), f"{name}.xlsx", XLSX)
    except Busy:
        return _busy(say)


def figure_workbook(request: Request) -> Response:
    """The numbers of one figure."""

    def make(view: ViewState, _: tuple[Ignored, ...]) -> Response:
        one = exhibit(view, str(request.path_params["key"]))
        return _workbook(request, view, one.file_name, [one])

    return respond(request, make)


def page_workbook(request: Request) -> Response:
    """The numbers of a page's figures, a sheet each."""

    def make(view: ViewState, _: tuple[Ignored, ...]) -> Response:
        every = list(seen(view).exhibits.values())
        if not every:
            raise UnknownExhibit(view.page)
        return _workbook(request, view, f"osloregionen-{view.page}", every)

    return respond(request, make)


def page_archive(request: Request) -> Response:
    """The numbers of a page's figures as CSV and JSON, with what they are and whose."""

    def make(view: ViewState, _: tuple[Ignored, ...]) -> Response:
        say, spec, base = Speaker(view.lang), PAGES[view.page], base_of(request)
        every = list(seen(view).exhibits.values())
        if not every:
            raise UnknownExhibit(view.page)

        def made() -> bytes:
            return archive(every, view, say(spec.title), releases.catalogue_of(view.release), say, base)

        try:
            key = (request.url.path, view.address, base, releases.releases())
            return _sent(made_once(key, made), f"osloregionen-{view.page}.zip", "application/zip")
        except Busy:
            return _busy(say)

    return respond(request, make)


DOWNLOADS = [
    Route(f"/fil/{TEN}.pptx", delegation_slides),
    Route("/fil/{slug}.pptx", page_slides),
    Route("/fil/{slug}.xlsx", page_workbook),
    Route("/fil/{slug}.zip", page_archive),
    Route("/fil/{slug}/{key}.pptx", figure_slides),
    Route("/fil/{slug}/{key}.xlsx", figure_workbook),
    Route("/fil", lost),
    Route("/fil/{rest:path}", lost),
]
