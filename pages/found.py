"""What the header's search finds, shown above the page until the reader goes on or clears it."""

import streamlit as st

from components.chrome import SEARCH
from components.markup import answer, heading, paragraph
from models.search import Hit, fold, search, tokens
from pages.context import Context
from pages.navigation import NAVIGATION, PageSpec

SHOWN = 8


def hit(context: Context, found: Hit) -> None:
    """One thing found, with the way to it; a question gets its answer right here."""
    say, catalogue = context.say, context.catalogue
    if found.kind == "indicator":
        indicator = catalogue.indicators[found.id]
        theme = catalogue.themes[indicator.theme]
        if found.id in context.figures and indicator.role != "series" and indicator.scope == "europe":
            context.link(theme.slug, say.of(indicator.title), indicator=found.id)
        else:
            context.link("tallene", say.of(indicator.title), indicator=found.id)
        st.html(paragraph(f"{say('Indikator')} · {say.of(theme.title)}", "note indent"))
    elif found.kind == "region":
        context.link("plassering", context.label(found.id), mark=found.id)
        st.html(paragraph(say("Region"), "note indent"))
    else:
        st.html(answer(catalogue.questions[found.id], say))


def _pages(text: str) -> list[PageSpec]:
    """The pages that a word of the text leads to: "which region is most similar" to the similar regions."""
    asked = tokens(text)
    return [
        spec for spec in NAVIGATION if any(word.startswith(known) for word in asked for known in map(fold, spec.search))
    ]


def show(context: Context) -> None:
    """Draw what was found, or say that nothing was."""
    text = str(st.session_state.get(SEARCH) or "").strip()
    if not text:
        return
    say = context.say
    with st.container(border=True, key="found"):
        hits, pages = search(context.catalogue, text, SHOWN), _pages(text)
        if hits or pages:
            st.html(heading(say("Treff på «{text}»", text=text)))
        else:
            st.html(
                heading(say("Ingen treff på «{text}»", text=text))
                + paragraph(say("Prøv et annet ord, for eksempel «arbeidsledighet», «hotell» eller «Stockholm»."))
            )
        for spec in pages:
            context.link(spec.slug, say(spec.title))
            st.html(paragraph(f"{say('Side')} · {say(spec.entry)}", "note indent"))
        for one in hits:
            hit(context, one)
        st.button(say("Lukk søket"), on_click=_clear, icon=":material/close:", type="tertiary")


def _clear() -> None:
    st.session_state[SEARCH] = ""
