"""Barrierer: what holds the region back, how do we know, who can do something about it, and what?"""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from components.html.markup import heading, lead, paragraph, to_copy
from components.html.tools import copy_link, handout_way, print_button
from components.words import comparing
from models.advantages import Assessment
from models.catalogue import Barrier
from pages.barrierer import actor
from pages.barrierer.barrier import show_barrier
from pages.barrierer.filters import audience_filter, chosen_words, field_filter
from pages.barrierer.options import SCREEN, SHEET
from pages.barrierer.ordered import Ordered, fits, of_kind, ordered
from pages.barrierer.sheet import show_sheet
from pages.barrierer.shown import judged_figures
from pages.choices import ALL, NONE
from pages.exhibits.looked_at import Context


def _filters(context: Context) -> None:
    say = context.say
    every = of_kind(context, "barrier")

    def words(code: str) -> str:
        count = sum(fits(context, b, code) for b in every)
        title = say("Alle") if code == ALL else say.of(context.catalogue.actors[code].title)
        return f"{title} ({count})"

    with context.row("barriers"):
        context.buttons("actor", words, resets=("barrier",))
        audience_filter(context, "barrier")
        field_filter(context, "barrier")


def _about(context: Context, judged: Mapping[str, Assessment]) -> str:
    """What the page tells of, and what a barrier is."""
    say = context.say
    compared = comparing.compared_with(say, [a.measures.count for a in judged.values() if a.measures is not None])
    return say(
        "{about}. Datautgave {number}. En barriere er dokumentert av andre; et lavt tall alene er en svakhet.",
        about=", ".join(part for part in (context.name_in_full(context.focus), compared) if part),
        number=context.view.release,
    )


def _head(context: Context, judged: Mapping[str, Assessment]) -> None:
    say = context.say
    if context.view.option("actor") == ALL:
        title = say.count(
            "{n} barriere kan holde {name} tilbake",
            "{n} barrierer kan holde {name} tilbake",
            len(of_kind(context, "barrier")),
            name=context.name(context.focus),
        )
    else:
        title = actor.title(context)
    context.page.html(lead(title) + paragraph(_about(context, judged), "measure"))


def _summary(context: Context, chosen: Sequence[Barrier]) -> str:
    """What the list holds: how many of all, and what the reader has chosen."""
    say, every = context.say, len(of_kind(context, "barrier"))
    if len(chosen) == every:
        return say("Barrierene, de best dokumenterte først")
    return say.count(
        "{n} av {count} barrierer{chosen}",
        "{n} av {count} barrierer{chosen}, de best dokumenterte først",
        len(chosen),
        count=every,
        chosen=chosen_words(context),
    )


def _tools(context: Context, doable: actor.Possible | None) -> None:
    """Print, link, and what the chosen actor can do as a text to paste."""
    say = context.say
    with context.page.box("tools-barriers", horizontal=True, gap="small"):
        if context.view.option("form") == SHEET:
            context.link("barrierer", say("Tilbake til skjermvisningen"), form=SCREEN)
        elif doable is not None:
            context.link("barrierer", say("Vis som ark til utskrift"), form=SHEET)
        address, words = handout_way(context.view, say)
        paper = Markup('<a class="tool" data-tool="file" href="%s" target="_self" download>%s</a>') % (address, words)
        ways = print_button(say) + paper + copy_link(say, context.view.address)
        context.page.html(Markup('<div class="tools">%s</div>') % (ways,))
    if doable is not None:
        with context.page.fold(say("Kopier som tekst"), key="as-text", aside=True):
            context.page.html(to_copy(actor.text(context, doable), say, context.view.address))


def _opened(context: Context) -> Barrier | None:
    name = context.view.option("barrier")
    return None if name == NONE else context.catalogue.barriers[name]


def _register(context: Context, shown: Ordered, judged: Mapping[str, Assessment]) -> None:
    """The barriers one after the other; what nobody can change comes last."""
    say, opened = context.say, _opened(context)
    if opened is not None:
        with context.page.box("opened", border=True):
            context.page.html(heading(say("Barrieren du åpnet")))
            show_barrier(context, opened, shown.proofs[opened.id], judged, opened=True)
            context.link("barrierer", say("Lukk denne, og vis alle barrierer"), barrier=NONE)
    if not shown.barriers:
        context.missing(
            say("Registeret har ingen barriere som passer til alle valgene. Fjern et av dem for å se flere.")
        )
    else:
        how = say(
            "Først de som både funn og tall viser, så de som bare er dokumentert av andre, sist de som tallene ikke "
            "bekrefter. Flest utgivere går foran."
        )
        context.page.html(heading(_summary(context, shown.barriers)) + paragraph(how, "note"))
    for barrier in shown.barriers:
        if barrier is not opened:
            show_barrier(context, barrier, shown.proofs[barrier.id], judged)
    if shown.given and shown.given != (opened,):
        context.page.html(
            heading(say("Dette kan ikke endres"))
            + paragraph(say("Naturgitte forhold og markedets størrelse. Følgene kan likevel dempes."), "note")
        )
        for barrier in shown.given:
            if barrier is not opened:
                show_barrier(context, barrier, shown.proofs[barrier.id], judged)


def render(context: Context) -> None:
    """Draw the page."""
    judged = judged_figures(context, context.catalogue.barriers.values())
    shown = ordered(context, judged)
    doable = None if context.view.option("actor") == ALL else actor.possible(context, shown.all)
    if doable is not None and context.view.option("form") == SHEET:
        _filters(context)
        _tools(context, doable)
        show_sheet(context, doable)
        return
    _head(context, judged)
    _filters(context)
    _tools(context, doable)
    if doable is not None and doable.measures:
        context.page.html(actor.measures_html(context, doable) + actor.notes_html(context, doable))
    _register(context, shown, judged)
