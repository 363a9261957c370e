"""What every page gets: the reader's view and what it speaks of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import filters, view_state
from components.text import Speaker
from components.theme import Palette
from components.view import Frame, Option, ViewState
from components.wording import sentence
from models.attractiveness import Attractiveness
from models.catalogue import Catalogue
from models.observations import Figures

if TYPE_CHECKING:
    from pages.navigation import PageSpec


@dataclass(frozen=True)
class Context:
    """One run of one page for one reader.

    Attributes:
        spec: the page.
        view: what the reader chose.
        options: the page's own choices, with what they may be.
        say: words and numbers in the reader's language.
        colours: for the reader's appearance, light or dark.
        peers: the peer regions chosen, without the focus region.
        links: every page by slug, for links that keep the view.
        frame: what views are checked against.
        options_of: the choices that a page adds to the view.
    """

    spec: "PageSpec"
    view: ViewState
    options: tuple[Option, ...]
    say: Speaker
    colours: Palette
    catalogue: Catalogue
    figures: Figures
    index: Attractiveness
    peers: tuple[str, ...]
    links: Mapping[str, tuple[StreamlitPage, "PageSpec"]]
    frame: Frame
    options_of: Callable[["PageSpec"], tuple[Option, ...]]

    @property
    def focus(self) -> str:
        """Code of Osloregionen in the chosen region definition."""
        return self.view.lens

    @property
    def ranked(self) -> list[str]:
        """The focus region and its peers."""
        return [self.focus, *self.peers]

    def name(self, region: str, *, short: bool = False) -> str:
        """What the reader calls a region, in the middle of a sentence: "the Oslo Region"."""
        return self.catalogue.region_name(region, self.say.language, short=short)

    def label(self, region: str, *, short: bool = False) -> str:
        """A region's name standing alone, in a table, a chart or a list of choices: "The Oslo Region"."""
        return sentence(self.name(region, short=short))

    def name_in_full(self, region: str) -> str:
        """A region with its definition, standing alone: "Osloregionen (målt som Oslo og Viken)"."""
        measured = self.catalogue.measured_as(region, self.say.language)
        return f"{self.label(region)} ({measured})" if measured else self.label(region)

    def link(self, slug: str, label: str, **chosen: str) -> None:
        """Draw a link to a page, with this view and, where given, choices of that page."""
        if len(chosen) == 1 and slug == self.spec.slug:
            ((name, code),) = chosen.items()
            filters.pick(label, "link", name, code)
            return
        page, spec = self.links[slug]
        st.page_link(page, label=label, query_params=self.query(spec, **chosen))

    def query(self, spec: "PageSpec", **chosen: str) -> dict[str, str]:
        """The query of another page that keeps this view and the choices last made there."""
        return view_state.link_query(self.view, spec.slug, self.options_of(spec), self.frame, chosen)
