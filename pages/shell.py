"""What surrounds every page: set-up, navigation, the reader's view, header, notices and errors."""

import importlib
import logging
from collections.abc import Mapping
from functools import partial
from hashlib import sha256

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import chrome, view_state
from components.text import Speaker
from components.theme import ICON, css, palette
from components.view import Frame, Option
from data_sources.errors import DataError
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from pages import figures, found, similar
from pages.context import Context
from pages.drift import show_drift
from pages.navigation import FRONT, NAVIGATION, PageSpec

_log = logging.getLogger("osloregionen")


def _context(spec: PageSpec, links: Mapping[str, tuple[StreamlitPage, PageSpec]]) -> Context:
    catalogue = figures.catalogue()
    frame = Frame(catalogue, figures.releases(), figures.lenses(), similar.members)

    def options_of(page: PageSpec, release: int) -> tuple[Option, ...]:
        return page.options(catalogue, figures.figures(release))

    # What may be chosen follows from the figures of the release that is shown, never from a newer one.
    release = view_state.asked_release(frame)
    options = options_of(spec, release)
    view_state.load(spec.slug, options, frame)
    view = view_state.current(spec.slug, options, frame)
    if view.release != release:
        options = options_of(spec, view.release)
        view = view_state.current(spec.slug, options, frame)
    view_state.save(view)
    peers = tuple(p for p in frame.peer_codes(view.peers, view.lens, view.release) if p != view.lens)
    return Context(
        spec=spec,
        view=view,
        options=options,
        say=Speaker(view.lang),
        colours=palette(st.context.theme.type),
        catalogue=catalogue,
        figures=figures.figures(view.release),
        index=figures.index(view.release),
        peers=peers,
        links=links,
        frame=frame,
        options_of=lambda page: options_of(page, view.release),
    )


def _logged(error: Exception) -> str:
    """Log what only those who run the service should read, and give the code by which they find it."""
    words = f"{error} ({getattr(error, 'detail', '') or type(error).__name__})"
    code = f"{getattr(error, 'kind', 'configuration')}-{sha256(words.encode()).hexdigest()[:6]}"
    _log.error("[%s] %s", code, words)
    return code


def _page(spec: PageSpec, links: Mapping[str, tuple[StreamlitPage, PageSpec]]) -> None:
    st.html(css(palette(st.context.theme.type)))
    if figures.starting.is_set():
        chrome.starting(Speaker(view_state.language()))
        return
    try:
        context = _context(spec, links)
    except (DataError, SettingsError, CatalogueError) as error:
        chrome.trouble(Speaker(view_state.language()), error, _logged(error))
        return
    chrome.header(context.say)
    chrome.navigation(context.say, NAVIGATION, spec, context.link)
    chrome.notices(context.say, view_state.ignored(), partial(found.instead, context))
    found.show(context)
    try:
        show_drift(context)
        importlib.import_module(spec.module).render(context)
    except DataError as error:  # an older release, say, whose store is gone for now
        chrome.trouble(context.say, error, _logged(error))
    except Exception:  # noqa: BLE001 - a fault of ours must not show as Streamlit's English traceback box
        _log.exception("The page %s failed for %s", spec.slug, context.view.to_query())
        chrome.fault(context.say)
    chrome.footer(context.say, context.catalogue, context.view.release)
    view_state.heed()


def show() -> None:
    """Run the navigation: one page for the address asked for."""
    st.set_page_config(page_title="Osloregionen i Europa", layout="wide", page_icon=ICON)
    links: dict[str, tuple[StreamlitPage, PageSpec]] = {}
    for spec in NAVIGATION:
        links[spec.slug] = (st.Page(partial(_page, spec, links), title=spec.title, url_path=spec.slug), spec)
    front = partial(_page, links[FRONT][1], links)
    # The server sends the bare address to the front page's own; Streamlit needs a default all the same.
    start = st.Page(front, title="Osloregionen i Europa", url_path="start", default=True)
    st.navigation([start, *(page for page, _ in links.values())], position="hidden").run()
