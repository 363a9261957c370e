"""Files: /fil/<page>/<figure>.pptx and .xlsx, the same of a whole page, its .zip, and /fil/ti-lysbilder.pptx."""

import logging
from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.exhibit import Exhibit, can_be_shown
from components.export.archive import archive
from components.export.slides.deck import Front, presentation
from components.export.slides.template import TemplateError
from components.export.workbook import workbook
from components.view import Ignored, ViewState
from components.words.text import Speaker
from pages.exhibits.registry import PAGES, UnknownExhibit, exhibit, seen
from pages.exhibits.ten_slides import ten_slides
from pages.known import releases
from pages.navigation import FRONT
from server.asked import base_of, lost, respond, said
from server.decks import delegation_front, page_front, template, template_sign, told_of
from server.handouts import page_handout
from server.making import Busy, made_once
from server.sending import busy, sent
from server.short import short_or_long

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEN = "ti-lysbilder"
_log = logging.getLogger("osloregionen")
Figures = Sequence[tuple[ViewState, Exhibit]]


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
            told = [told_of(at, one, base, short_or_long) for at, one in figures()]
            return presentation(chosen, told, say, say.of(catalogue.identity.name), front, each=each)

        key = (request.url.path, view.address, base, releases.releases(), chosen.sign)
        return sent(made_once(key, make), f"{name}.pptx", PPTX)
    except TemplateError as error:
        return _bad_template(say, error)
    except Busy:
        return busy(say)


def figure_slides(request: Request) -> Response:
    """The slides of one figure."""

    def make(view: ViewState, _: tuple[Ignored, ...]) -> Response:
        one = exhibit(view, str(request.path_params["key"]))
        return _slides(request, view, one.file_name, lambda: [(view, one)], None, None)

    return respond(request, make, template_sign())


def page_slides(request: Request) -> Response:
    """The slides of a page: its name, then each of its figures that has something to draw."""

    def make(view: ViewState, _: tuple[Ignored, ...]) -> Response:
        shown = list(filter(can_be_shown, seen(view).exhibits.values()))
        if not shown:
            raise UnknownExhibit(view.page)
        front = page_front(view, base_of(request))
        return _slides(request, view, f"osloregionen-{view.page}", lambda: [(view, one) for one in shown], front, None)

    return respond(request, make, template_sign())


def delegation_slides(request: Request) -> Response:
    """Osloregionen in ten slides, for the peers, the region definition and the release asked for."""
    request.scope["path_params"] = {"slug": FRONT}

    def make(view: ViewState, _: tuple[Ignored, ...]) -> Response:
        say = Speaker(view.lang)
        front = delegation_front(view, base_of(request))
        name = say("osloregionen-i-ti-lysbilder")
        return _slides(request, view, name, lambda: list(ten_slides(view)), front, 1)

    return respond(request, make, template_sign())


def _workbook(request: Request, view: ViewState, name: str, exhibits: Sequence[Exhibit]) -> Response:
    """A workbook as an answer."""
    say, base = Speaker(view.lang), base_of(request)

    def make() -> bytes:
        return workbook(exhibits, view, releases.catalogue_of(view.release), say, base)

    try:
        key = (request.url.path, view.address, base, releases.releases())
        return sent(made_once(key, make), f"{name}.xlsx", XLSX)
    except Busy:
        return busy(say)


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
            return sent(made_once(key, made), f"osloregionen-{view.page}.zip", "application/zip")
        except Busy:
            return busy(say)

    return respond(request, make)


DOWNLOADS = [
    Route(f"/fil/{TEN}.pptx", delegation_slides),
    Route("/fil/{slug}.pptx", page_slides),
    Route("/fil/{slug}.xlsx", page_workbook),
    Route("/fil/{slug}.zip", page_archive),
    Route("/fil/{slug}.pdf", page_handout),
    Route("/fil/{slug}/{key}.pptx", figure_slides),
    Route("/fil/{slug}/{key}.xlsx", figure_workbook),
    Route("/fil", lost),
    Route("/fil/{rest:path}", lost),
]
