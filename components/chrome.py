"""Header, navigation, notices, footer, and the page that says what is wrong."""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Protocol

import streamlit as st

from components import view_state
from components.text import Speaker
from components.view import Ignored
from models.catalogue import Catalogue

NAMES = {"nb": "Norsk", "en": "English"}
SEARCH = "search"  # session key of the header's search field
# A chart is drawn as wide as the screen has room for; on an upright sheet of A4 it has 700 pixels.
_FIT_PAPER = (
    "window.onbeforeprint = () => document.querySelectorAll('.js-plotly-plot')"
    ".forEach(chart => { chart.style.zoom = Math.min(1, 700 / chart.offsetWidth) }); "
    "window.onafterprint = () => document.querySelectorAll('.js-plotly-plot')"
    ".forEach(chart => { chart.style.zoom = '' })"
)
# What went wrong, in the reader's words; the technical line stands under it, for the one who mends it.
_TROUBLE = {
    "snapshot": "De innebygde tallene mangler eller er skadet.",
    "store_unavailable": "Databasen med tallene kan ikke åpnes.",
    "store_empty": "Databasen er tom. Tallene er ikke lastet inn ennå.",
    "store_too_old": "Databasen er laget av en eldre versjon av tjenesten og må oppdateres.",
    "store_too_new": "Databasen er laget av en nyere versjon av tjenesten.",
    "store_damaged": "Databasen er skadet eller inneholder noe annet enn våre tall.",
}
# What the keys of a link are called on the page.
_PARTS = {
    "lang": "språk",
    "lens": "regionavgrensning",
    "peers": "sammenligningsregioner",
    "release": "datautgave",
    "indicator": "indikator",
    "year": "år",
    "mark": "merket region",
    "view": "visning",
    "sort": "rekkefølge",
    "shown": "antall tall",
    "beside": "region ved siden av",
    "by": "målt ved",
    "page": "side",
    "score": "poeng for",
    "theme": "tema",
    "with": "region ved siden av",
    "x": "tall på vannrett akse",
    "y": "tall på loddrett akse",
    "whom": "blant hvem",
    "alike": "lignende i hva",
    "among": "let blant hvem",
    "mean": "gjennomsnitt",
    "scale": "målestokk",
    "level": "inndeling",
    "around": "område",
    "since": "vekst siden",
    "part": "delregion",
    "sector": "næring",
    "where": "sted",
    "layers": "lag i kartet",
    "area": "område",
    "strategy": "strategi",
    "goal": "mål",
    "form": "visning",
    "audience": "viktig for",
    "field": "felt i strategien",
    "strict": "hvor tydelig det må være",
    "actor": "hvem kan gjøre noe",
    "barrier": "barriere",
    "peer": "region å nå",
    "what1": "første tall",
    "what2": "andre tall",
    "what3": "tredje tall",
    "to1": "mål for første tall",
    "to2": "mål for andre tall",
    "to3": "mål for tredje tall",
}
Link = Callable[[str, str], None]


class Page(Protocol):
    """What the navigation needs to know of a page."""

    @property
    def slug(self) -> str:
        """Its address."""
        ...

    @property
    def entry(self) -> str:
        """The menu entry it belongs to."""
        ...

    @property
    def title(self) -> str:
        """Its name."""
        ...


def header(say: Speaker) -> None:
    """Name of the service, search and language."""
    with st.container(horizontal=True, vertical_alignment="center", key="header"):
        # The server writes the language into the HTML; a switch on the page must tell screen readers too.
        st.html(
            '<p class="service">Osloregionen i Europa</p>'
            f"<script>document.documentElement.lang = '{say.language}'; {_FIT_PAPER}</script>",
            unsafe_allow_javascript=True,
        )
        st.text_input(
            say("Søk"),
            key=SEARCH,
            placeholder=say("Søk i tall, regioner, barrierer og spørsmål"),
            label_visibility="collapsed",
            icon=":material/search:",
            width=340,
        )
        st.segmented_control(
            say("Språk"),
            options=list(NAMES),
            format_func=NAMES.__getitem__,
            key=view_state.key("lang"),
            required=True,
            on_change=view_state.reassign,
            label_visibility="collapsed",
            persist_state="session",
        )


def navigation(say: Speaker, pages: Sequence[Page], here: Page, link: Link) -> None:
    """The menu, and the tabs of the entry that the page belongs to.

    Args:
        say: the reader's language.
        pages: all pages, in order.
        here: the page shown.
        link: draws a link to a slug with a label, keeping the view.
    """
    entries: dict[str, Page] = {}
    for page in pages:
        entries.setdefault(page.entry, page)
    with st.container(horizontal=True, key="menu", gap="small"):
        for entry, first in entries.items():
            marked = "here" if entry == here.entry else "there"
            with st.container(key=f"menu-{marked}-{first.slug}", width="content"):
                link(here.slug if entry == here.entry else first.slug, say(entry))
    tabs = [page for page in pages if page.entry == here.entry]
    if len(tabs) > 1:
        with st.container(horizontal=True, key="tabs", gap="small"):
            for page in tabs:
                marked = "here" if page.slug == here.slug else "there"
                with st.container(key=f"tab-{marked}-{page.slug}", width="content"):
                    link(page.slug, say(page.title))


def print_button(say: Speaker) -> None:
    """A button that prints the page; what is only for the screen is left out by style.css."""
    st.html(
        f'<button class="print" id="print-page" type="button">{escape(say("Skriv ut siden"))}</button>'
        "<script>document.getElementById('print-page').onclick = () => window.print()</script>",
        unsafe_allow_javascript=True,
        width="content",
    )


def notices(say: Speaker, ignored: Iterable[Ignored]) -> None:
    """What in the link could not be used."""
    parts = [f"{say(_PARTS.get(one.name, one.name))}: {say('«{text}»', text=one.given[:40])}" for one in ignored]
    if parts:
        st.warning(
            say(
                "Noe i lenken finnes ikke her, og du ser nærmeste gyldige visning. Sett bort fra: {parts}.",
                parts="; ".join(parts),
            ),
            icon=":material/link_off:",
        )


def footer(say: Speaker, catalogue: Catalogue, release: int) -> None:
    """Publishers and licences."""
    lines = [say.of(p.attribution) for p in catalogue.publishers.values() if p.matches]
    listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
    st.html(
        f'<footer class="footer"><p>{escape(say("Datautgave {number}.", number=release))} '
        f"{escape(say('Utgivere og lisenser:'))}</p><ul>{listed}</ul></footer>"
    )


def trouble(say: Speaker, error: Exception) -> None:
    """The page when figures cannot be shown: what is wrong, and what the person who runs the service can do."""
    kind = getattr(error, "kind", "")
    st.title(say("Vi kan ikke vise tall akkurat nå"), anchor=False)
    st.error(say(_TROUBLE.get(kind, "Tjenesten er satt opp feil.")), icon=":material/error:")
    st.write(say("Gi beskjed til den som drifter tjenesten. Teksten under sier hva som må gjøres."))
    st.code(str(error), language=None, wrap_lines=True)


def fault(say: Speaker) -> None:
    """When a page breaks through a fault of ours."""
    st.error(
        say("Noe gikk galt da siden skulle vises. Feilen er logget. Prøv et annet valg, eller last siden på nytt."),
        icon=":material/error:",
    )
