"""What surrounds every page: set-up, navigation, the reader's view, header, notices and errors."""

import importlib
from functools import partial

import streamlit as st

from components import chrome, view_state
from components.text import Speaker
from components.theme import css, palette
from data_sources.errors import DataError
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from pages import figures
from pages.context import Context
from pages.navigation import FRONT, NAVIGATION, PageSpec


def _context(spec: PageSpec) -> Context:
    catalogue = figures.catalogue()
    frame = view_state.Frame(catalogue, figures.releases())
    newest = figures.figures()
    options = spec.options(catalogue, newest)
    view_state.load(spec.slug, options, frame)
    view = view_state.current(spec.slug, options, frame)
    view_state.save(view)
    peers = tuple(p for p in frame.peer_codes(view.peers) if p != view.lens)
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
    )


def _page(spec: PageSpec) -> None:
    appearance = palette(st.context.theme.type)
    st.html(css(appearance))
    try:
        context = _context(spec)
    except (DataError, SettingsError, CatalogueError) as error:
        chrome.trouble(Speaker(view_state.language()), error)
        return
    chrome.header(context.say, context.view, NAVIGATION, spec)
    chrome.notices(context.say, view_state.ignored())
    importlib.import_module(spec.module).render(context)
    chrome.footer(context.say, context.catalogue, context.view.release)


def show() -> None:
    """Run the navigation: one page for the address asked for."""
    st.set_page_config(page_title="Osloregionen i Europa", layout="wide", page_icon=":material/location_city:")
    front = next(spec for spec in NAVIGATION if spec.slug == FRONT)
    # The server sends the bare address to the front page's own; Streamlit needs a default all the same.
    pages = [st.Page(partial(_page, front), title=front.title, url_path="start", default=True)]
    pages += [st.Page(partial(_page, spec), title=spec.title, url_path=spec.slug) for spec in NAVIGATION]
    st.navigation(pages, position="hidden").run()
