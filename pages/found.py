"""What the header's search finds, shown above the page until the reader goes on or clears it."""

import streamlit as st

from components.chrome import SEARCH
from components.judgements import audience
from components.markup import answer, heading, paragraph
from components.wording import sentence, within
from models.search import Hit, fold, search, theme_in, tokens
from pages.answers import show_answer
from pages.choices import ALL, NONE
from pages.context import Context
from pages.navigation import NAVIGATION, PageSpec
from pages.strategi.options import ACTIVITIES, GOALS, SCREEN

SHOWN = 8
# Figures by municipality are drawn on the page of sub-regions.
_INSIDE = ("population", "employed_by_workplace", "employed_by_residence", "works_in_oslo", "works_in_oslo_share")
# Whom a theme is about, as the register of barriers says it.
_AUDIENCE = {"talent": "talent", "investment": "investors", "visitors": "visitors", "cooperation": "cooperation"}


def _actor(context: Context, name: str, asked: str) -> None:
    """What an actor can do, for those whom the question names."""
    say, actor = context.say, context.catalogue.actors[name]
    whom = _AUDIENCE.get(theme_in(context.catalogue, asked), ALL)
    can = say.of(actor.can)
    title = can if whom == ALL else say("{can} for {whom}", can=can, whom=within(audience(say, whom)))
    context.link("barrierer", title, actor=name, barrier=NONE, audience=whom, field=ALL, form="screen")
    st.html(paragraph(say("Tiltak og barrierer, på ett ark"), "note"))


def _comparison(context: Context, region: str, theme: str) -> None:
    """Osloregionen against another region, on a theme or on everything."""
    say = context.say
    title = say("{name} mot {other}", name=context.label(context.focus), other=context.label(region))
    if theme != ALL:
        title = f"{title}: {within(say.of(context.catalogue.themes[theme].title))}"
    context.link("region", title, **{"with": region}, theme=theme)
    st.html(paragraph(say("Sammenligning, i to setninger"), "note"))


def hit(context: Context, found: Hit, asked: str, *, first: bool = False) -> None:
    """One thing found, with the way to it; a question gets its answer right here, in full if it is the `first`.

    Args:
        context: the view.
        found: what.
        asked: the text searched for.
        first: whether a question's answer stands in full.
    """
    say, catalogue = context.say, context.catalogue
    if found.kind == "indicator":
        indicator = catalogue.indicators[found.id]
        theme = catalogue.themes[indicator.theme]
        if found.id in context.figures and indicator.role != "series" and indicator.scope == "europe":
            context.link(theme.slug, say.of(indicator.title), indicator=found.id)
        elif found.id in _INSIDE:
            context.link("delregioner", say.of(indicator.title))
        else:
            context.link("tallene", say.of(indicator.title), indicator=found.id)
        st.html(paragraph(f"{say('Indikator')} · {say.of(theme.title)}", "note"))
    elif found.kind == "region":
        context.link("plassering", context.label(found.id), mark=found.id)
        st.html(paragraph(say("Region"), "note"))
    elif found.kind == "barrier":
        barrier = catalogue.barriers[found.id]
        context.link("barrierer", say.of(barrier.title), barrier=barrier.id, actor=ALL, audience=ALL, field=ALL)
        kind = say("Barriere") if barrier.kind == "barrier" else say("Kan ikke endres")
        who = say.listing([within(say.of(a.title)) for a in catalogue.actors.values() if a.id in barrier.who_can_act])
        st.html(paragraph(f"{kind} · {sentence(who)}", "note"))
    elif found.kind == "comparison":
        _comparison(context, *found.id.split(":"))
    elif found.kind == "actor":
        _actor(context, found.id, asked)
    elif found.kind == "goal":
        goal = catalogue.goals[int(found.id)]
        context.link("strategi", f"{goal.number} {say.of(goal.title)}", by=GOALS, goal=found.id, form=SCREEN)
        st.html(paragraph(say("FNs bærekraftsmål"), "note"))
    elif found.kind == "activity":
        plan, field = next(
            (plan, field)
            for plan in catalogue.strategies.values()
            for field in plan.field
            if catalogue.activities[found.id] in field.activity
        )
        chosen = {"strategy": plan.id, "by": ACTIVITIES, "field": field.id, "form": SCREEN}
        context.link("strategi", say.of(catalogue.activities[found.id].title), **chosen)
        st.html(paragraph(f"{say('Aktivitet')} · {say.of(plan.title)}", "note"))
    elif first:
        show_answer(context, catalogue.questions[found.id])
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
    with st.container(border=True, key="found", gap="xxsmall"):
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
            st.html(paragraph(f"{say('Side')} · {say(spec.entry)}", "note"))
        asked = next((one for one in hits if one.kind == "question"), None)
        for one in hits:
            hit(context, one, text, first=one is asked)
        st.button(say("Lukk søket"), on_click=_clear, icon=":material/close:", type="tertiary")


def _clear() -> None:
    st.session_state[SEARCH] = ""
