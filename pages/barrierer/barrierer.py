"""Barrierer: what holds the region back, how do we know, and who can do something about it?"""

from components.html.tools import copy_link, print_button
from components.markup import heading, lead, paragraph
from models.catalogue import Barrier
from pages import choices
from pages.barrierer.barrier import show_barrier
from pages.barrierer.filters import audience_filter, chosen_words, field_filter
from pages.barrierer.shown import judged_figures
from pages.choices import ALL, NONE
from pages.context import Context


def _of_kind(context: Context, kind: str) -> list[Barrier]:
    return [b for b in context.catalogue.barriers.values() if b.kind == kind]


def _filters(context: Context) -> None:
    say = context.say
    every = _of_kind(context, "barrier")

    def words(code: str) -> str:
        if code == ALL:
            return say("Alle ({n})", n=len(every))
        return f"{say.of(context.catalogue.actors[code].title)} ({sum(code in b.who_can_act for b in every)})"

    with context.row("barriers"):
        context.buttons(
            say("Hvem kan gjøre noe?"), "actor", choices.chosen_again(context, "actor"), words, resets=("barrier",)
        )
        audience_filter(context, "barrier")
        field_filter(context, "barrier")


def _chosen(context: Context, barriers: list[Barrier]) -> list[Barrier]:
    actor, audience = context.view.option("actor"), context.view.option("audience")
    field = context.view.option("field")
    return [
        b
        for b in barriers
        if (actor == ALL or actor in b.who_can_act)
        and (audience == ALL or audience in b.affects)
        and (field == ALL or field in context.catalogue.fields_of(b))
    ]


def _head(context: Context) -> None:
    say, actor = context.say, context.view.option("actor")
    if actor == ALL:
        every = len(_of_kind(context, "barrier"))
        title = say(
            "{count} dokumenterte barrierer holder {name} tilbake", count=every, name=context.name(context.focus)
        )
    else:
        title = say.of(context.catalogue.actors[actor].can)
    about = say(
        "{name}, sammenlignet med {count} regioner. Datautgave {number}. "
        "En barriere er dokumentert av andre; et lavt tall alene er en svakhet.",
        name=context.name_in_full(context.focus),
        count=len(context.peers),
        number=context.view.release,
    )
    context.page.html(lead(title) + paragraph(about, "measure"))


def _summary(context: Context, chosen: list[Barrier]) -> str:
    """What the list holds: how many of all, and what the reader has chosen."""
    say, every = context.say, len(_of_kind(context, "barrier"))
    if len(chosen) == every:
        return say("Dette kan noen gjøre noe med")
    return say(
        "{n} av {count} dokumenterte barrierer{chosen}", n=len(chosen), count=every, chosen=chosen_words(context)
    )


def _tools(context: Context) -> None:
    say = context.say
    with context.page.box("tools-barriers", horizontal=True, gap="small"):
        context.page.html(f'<div class="tools">{print_button(say)}{copy_link(say, context.view.address)}</div>')


def _opened(context: Context) -> Barrier | None:
    name = context.view.option("barrier")
    return None if name == NONE else context.catalogue.barriers[name]


def render(context: Context) -> None:
    """Draw the page."""
    say, opened = context.say, _opened(context)
    chosen, given = _chosen(context, _of_kind(context, "barrier")), _chosen(context, _of_kind(context, "given"))
    _head(context)
    _filters(context)
    _tools(context)
    judged = judged_figures(context, context.catalogue.barriers.values())
    if opened is not None:
        with context.page.box("opened", border=True):
            context.page.html(heading(say("Barrieren du åpnet")))
            show_barrier(context, opened, judged, opened=True)
            context.link("barrierer", say("Lukk denne, og vis alle barrierer"), barrier=NONE)
    if not chosen:
        context.missing(
            say("Registeret har ingen barriere som passer til alle valgene. Fjern et av dem for å se flere.")
        )
    else:
        context.page.html(heading(_summary(context, chosen)))
    for barrier in chosen:
        if barrier is not opened:
            show_barrier(context, barrier, judged)
    if given and given != [opened]:
        context.page.html(
            heading(say("Dette kan ikke endres"))
            + paragraph(say("Naturgitte forhold og markedets størrelse. Følgene kan likevel dempes."), "note")
        )
        for barrier in given:
            if barrier is not opened:
                show_barrier(context, barrier, judged)
