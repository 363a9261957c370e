"""Header, notices, footer and the page that says what is wrong."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Protocol

import streamlit as st

from components import view_state
from components.text import Speaker
from components.view_state import Ignored, ViewState
from models.catalogue import Catalogue

NAMES = {"nb": "Norsk", "en": "English"}
# What went wrong, in the reader's words; the technical line stands under it, for the one who mends it.
_TROUBLE = {
    "snapshot": "De innebygde tallene mangler eller er skadet.",
    "store_unavailable": "Databasen med tallene kan ikke åpnes.",
    "store_empty": "Databasen er tom. Tallene er ikke lastet inn ennå.",
    "store_too_old": "Databasen er laget av en eldre versjon av tjenesten og må oppdateres.",
    "store_too_new": "Databasen er laget av en nyere versjon av tjenesten.",
    "store_damaged": "Databasen er skadet eller inneholder noe annet enn våre tall.",
}


class Page(Protocol):
    """What the header needs to know of a page."""

    @property
    def slug(self) -> str: ...
    @property
    def entry(self) -> str: ...
    @property
    def title(self) -> str: ...


def header(say: Speaker, view: ViewState, pages: Sequence[Page], here: Page) -> None:
    """Name of the service and language switch."""
    with st.container(horizontal=True, vertical_alignment="center", key="header"):
        st.html('<p class="service">Osloregionen i Europa</p>')
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


def notices(say: Speaker, ignored: Iterable[Ignored]) -> None:
    """What in the link could not be used."""
    parts = [f"{one.name}={one.given[:40]}" for one in ignored]
    if parts:
        st.warning(
            say(
                "Noe i lenken finnes ikke her og er sett bort fra: {parts}. Du ser nærmeste gyldige visning.",
                parts=", ".join(parts),
            ),
            icon=":material/link_off:",
        )


def footer(say: Speaker, catalogue: Catalogue, release: int) -> None:
    """Publishers and licences."""
    lines = [say.of(p.attribution) for p in catalogue.publishers.values() if p.matches]
    st.html(
        f'<footer class="footer"><p>{escape(say("Datautgave {number}.", number=release))} '
        f"{escape(say('Utgivere og lisenser:'))}</p><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul></footer>"
    )


def trouble(say: Speaker, error: Exception) -> None:
    """The page when figures cannot be shown: what is wrong, and what the person who runs the service can do."""
    kind = getattr(error, "kind", "")
    words = _TROUBLE.get(kind, "Tjenesten er satt opp feil.")
    st.title(say("Vi kan ikke vise tall akkurat nå"), anchor=False)
    st.error(say(words), icon=":material/error:")
    st.write(say("Gi beskjed til den som drifter tjenesten. Teksten under sier hva som må gjøres."))
    st.code(str(error), language=None, wrap_lines=True)
