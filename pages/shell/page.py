"""What surrounds every page: set-up, navigation, the reader's view, header, notices and errors."""

import logging
from functools import partial
from hashlib import sha256

import streamlit as st
from markupsafe import Markup

from components.arrangement import Arrangement
from components.html.arrangement import ready
from components.parts import Live
from components.screen import address, chrome, trouble
from components.screen.draw import draw
from components.theme import ICON
from components.view import ViewState, from_query
from components.words.text import Speaker
from data_sources.errors import DataError
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from pages.exhibits.first_view import SERVICE
from pages.exhibits.looked_at import Context
from pages.exhibits.registry import PAGES, called, choosable, look_at, options_of, seen
from pages.known import releases
from pages.navigation import FRONT, NAVIGATION
from pages.shell import drift, found, measured
from pages.spec import PageSpec

_log = logging.getLogger("osloregionen")


def _view(spec: PageSpec) -> ViewState:
    """The reader's view: from the address where they came by it, else from what they have chosen."""
    known = choosable()
    # What may be chosen follows from the figures of the release that is shown, never from a newer one.
    release = address.asked_release(known)
    options = options_of(spec, release)
    address.load(spec.slug, options, known)
    view = address.current(spec.slug, options, known)
    if view.release != release:
        view = address.current(spec.slug, options_of(spec, view.release), known)
    # One address, one view: what the widgets hold is read as the address would be.
    view, _ = from_query(view.to_query(), spec.slug, options_of(spec, view.release), known)
    address.save(view)
    return view


def _logged(error: Exception) -> str:
    """Log what only those who run the service should read, and give the code by which they find it."""
    words = f"{error} ({getattr(error, 'detail', '') or type(error).__name__})"
    code = f"{getattr(error, 'kind', 'configuration')}-{sha256(words.encode()).hexdigest()[:6]}"
    _log.error("[%s] %s", code, words)
    return code


def _loggable(view: ViewState) -> dict[str, str]:
    """A view as its address has it, without words that somebody has typed."""
    typed = {option.name for option in options_of(PAGES[view.page], view.release) if option.free}
    return {name: value for name, value in view.to_query().items() if name not in typed}


def _address(context: Context, slug: str) -> str:
    """A page from here, with the choices last made there."""
    if slug == context.spec.slug:
        return context.view.address
    return address.linked(context.view, slug, context.options_of(context.pages[slug]), context.choosable).address


def _head(context: Context) -> Markup:
    """What stands over the page: menu and notices."""
    say = context.say
    menu = chrome.menu_html(say, NAVIGATION, context.spec, partial(_address, context))
    return menu + chrome.notices_html(say, address.ignored(), called(context.view), partial(found.instead, context))


def _header(context: Context) -> None:
    say = context.say
    languages = {code: context.here(lang=code).address for code in chrome.NAMES}
    with st.container(horizontal=True, vertical_alignment="center", key="header"):
        st.html(chrome.service_html(say, context.catalogue.identity), width="content")
        chrome.search_field(say)
        st.html(chrome.languages_html(say, languages), width="content")


def _found(context: Context) -> None:
    """What the header's search finds, above the page until the reader goes on or clears it."""
    text = str(st.session_state.get(chrome.SEARCH) or "").strip()
    if not text:
        return
    with context.page.box("found", border=True, gap="xxsmall"):
        found.show_found(context, text)
        context.page.add(Live(partial(chrome.close_search, context.say)))


def _page(spec: PageSpec) -> None:
    with measured.PAGE.labels(spec.slug).time():
        _drawn(spec)


def _drawn(spec: PageSpec) -> None:
    if releases.starting.is_set():
        trouble.starting(Speaker(address.language()))
        return
    try:
        view = _view(spec)
        context = look_at(view)
    except (DataError, SettingsError, CatalogueError) as error:
        trouble.no_figures(Speaker(address.language()), error, _logged(error))
        return
    _header(context)
    above = context.page
    above.html(_head(context))
    _found(context)
    foot = Arrangement()
    ways = partial(_address, context)
    foot.html(chrome.footer_html(context.say, context.catalogue, view.release, NAVIGATION, ways))
    try:
        drift.show_drift(context)
        draw(ready(above.parts, view, context.say), view, context.say)
        draw(seen(view).parts, view, context.say)
    except DataError as error:  # an older release, say, whose store is gone for now
        trouble.no_figures(context.say, error, _logged(error))
    except Exception:  # noqa: BLE001 - a fault of ours must not show as Streamlit's English traceback box
        measured.FAULTS.labels(spec.slug).inc()
        _log.exception("The page %s failed for %s", spec.slug, _loggable(view))
        trouble.fault(context.say)
    draw(foot.parts, view, context.say)
    address.heed()


def _service() -> str:
    """What the service is called, also where the catalogue cannot be read: the page itself says that then."""
    try:
        return releases.catalogue().identity.name.nb
    except (CatalogueError, SettingsError):
        return SERVICE


def show() -> None:
    """Run the navigation: one page for the address asked for."""
    name = _service()
    st.set_page_config(page_title=name, layout="wide", page_icon=ICON)
    pages = {spec.slug: st.Page(partial(_page, spec), title=spec.title, url_path=spec.slug) for spec in NAVIGATION}
    front = next(spec for spec in NAVIGATION if spec.slug == FRONT)
    # The server sends the bare address to the front page's own; Streamlit needs a default all the same.
    start = st.Page(partial(_page, front), title=name, url_path="start", default=True)
    st.navigation([start, *pages.values()], position="hidden").run()
