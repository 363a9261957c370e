"""A view's first view and what the head of its page says of it, from the address alone."""

import re
from dataclasses import dataclass
from functools import partial
from html import unescape

from markupsafe import Markup

from components.html.arrangement import ready
from components.html.first_view import WHEN_SET, field, first_view, piece
from components.screen import chrome
from components.view import Ignored, ViewState
from models.keeping import kept
from pages.exhibits.registry import KEPT, Seen, called, look_at, seen
from pages.navigation import NAVIGATION
from pages.shell.found import instead

SERVICE = "Osloregionen i Europa"  # until the catalogue is read, which may have another name
_LONG = 200  # characters of a description
_SUMMARY = re.compile(r'<p class="summary">(.*?)</p>', re.DOTALL)
# Right below the title: an indicator's definition on its own page.
_DEFINITION = re.compile(r'</h1><p class="measure">[^<]*</p><p class="description">(.*?)</p>', re.DOTALL)
_TELLING = re.compile(r'<p class="(?:summary|quote|refused|measure)">(.*?)</p>', re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class PageSummary:
    """What a page's address tells before its page is there.

    Attributes:
        title: of the view, for the browser's tab and for links to it.
        description: of the view, one or two sentences.
        body: the first view.
        service: what the service is called.
        picture: what the page's picture shows, in words.
    """

    title: str
    description: str
    body: Markup
    service: str
    picture: str = ""


def _words(html: str) -> str:
    return " ".join(unescape(_TAGS.sub(" ", html)).split())


def _title(body: str) -> str:
    element = re.search(r"<h1[^>]*>(.*?)</h1>", body, re.DOTALL)
    return _words(element.group(1)) if element else ""


def _description(page: Seen, body: str) -> str:
    """The page's own summary, or the definition of its indicator, and what its first exhibit has found.

    A page without either is described by the first line that tells what it holds, or answers.
    """
    exhibits = list(page.exhibits.values())
    element = _SUMMARY.search(body) or _DEFINITION.search(body) or (None if exhibits else _TELLING.search(body))
    parts = [_words(element.group(1))] if element else []
    parts += [f"{one.finding}. {one.source.publisher}, {one.source.years}." for one in exhibits[:1]]
    text = " ".join(part for part in parts if part) or _words(body)
    return text if len(text) <= _LONG else text[: _LONG - 1].rsplit(" ", 1)[0] + "…"


def told(view: ViewState, ignored: tuple[Ignored, ...]) -> PageSummary:
    """The first view of a page, made once for all who come by its address."""
    page = seen(view)
    return _made(page, ignored) if page.context.page.passing else _told(page, ignored)


def _made(page: Seen, ignored: tuple[Ignored, ...]) -> PageSummary:
    view = page.view
    context = look_at(view)
    say = context.say
    languages = {code: context.here(lang=code).address for code in chrome.NAMES}
    header = (
        Markup('<header class="st-key-header row-of align-center gap-small">')
        + piece(chrome.service_html(say, context.catalogue.identity))
        + field("", say("Søk i tall, regioner, barrierer og spørsmål"), 340, "search", chrome.SEARCH)
        + piece(chrome.languages_html(say, languages))
        + Markup("</header>")
    )

    def address(slug: str) -> str:
        return view.address if slug == view.page else context.at(slug).address

    menu = chrome.menu_html(say, NAVIGATION, context.spec, address)
    body = first_view(ready(page.arranged, view, say, waiting=True), view, say)
    whole = (
        Markup('<div id="first-view" lang="%s">%s<div class="first stMainBlockContainer stack gap-small">%s')
        % (view.lang, WHEN_SET, header)
        + piece(menu + chrome.notices_html(say, ignored, called(view), partial(instead, context)))
        + Markup('<main class="stack gap-small">%s</main>') % (body,)
        + piece(chrome.footer_html(say, context.catalogue, view.release, NAVIGATION, address))
        + Markup("</div></div>")
    )
    service = context.catalogue.identity.name[view.lang]
    title = _title(body)
    description = _description(page, body)
    first = next(iter(page.exhibits.values()), None)
    picture = f"{title}. {description}" if first is None else f"{first.finding}. {first.measure}"
    return PageSummary(f"{title} · {service}" if title else service, description, whole, service, picture)


_told = kept(KEPT)(_made)
