"""Lignende regioner: which regions are most like Osloregionen, why, and how firm that is."""

from markupsafe import Markup, escape

from components.html.markup import bullets, heading, lead, paragraph
from components.words import comparing
from components.words.wording import sentence
from models.peers import PeerError, candidates
from pages.exhibits.looked_at import Context
from pages.exhibits.why_similar import capital_words, reason, reasons
from pages.known import similar
from pages.sammenlign.alike import show_alike, show_income


def _among(context: Context) -> tuple[str, ...]:
    among = context.view.option("among")
    return candidates(
        context.catalogue,
        context.focus,
        other_country=among != "everywhere",
        capitals_only=among == "capitals",
    )


def _filters(context: Context) -> None:
    say = context.say
    by = {"structure": say("Oppbygning"), "income": say("Verdiskaping per innbygger")}
    among = {
        "abroad": say("Regioner i andre land"),
        "everywhere": say("Alle regioner, også i Norge"),
        "capitals": say("Hovedstadsregioner i andre land"),
    }
    with context.row("likeness"):
        context.choice("alike", by.__getitem__)
        context.choice("among", among.__getitem__)


def _compare_with_these(context: Context, codes: list[str]) -> None:
    """The way on: these regions as peers; the named set where that is who they are, so that the link says why."""
    say, by = context.say, context.view.option("alike")
    named = next((s.id for s in context.catalogue.structure.computed_set if s.by == by), "")
    peers = named if context.view.option("among") == "abroad" and named else ",".join(codes)
    with context.page.box("ways-likeness", horizontal=True):
        context.link("plassering", say("Sammenlign Osloregionen med disse"), peers=peers)
        context.link("region", say("Sammenlign med den likeste"), **{"with": codes[0]}, peers=peers)


def _by_structure(context: Context) -> None:
    say = context.say
    likeness = similar.likeness(context.focus, context.view.release, _among(context))
    first = likeness.regions[0]
    context.page.html(
        lead(comparing.likeness_finding(say, context.name(context.focus), context.name(first.region)))
        + paragraph(f"{sentence(reason(context, first))}. {capital_words(context, [first.region])}", "summary")
        + Markup('<p class="measure">%s. ') % (context.name_in_full(context.focus),)
        + escape(say("Hvor bra regionene gjør det, teller ikke."))
        + Markup("</p>")
    )
    _filters(context)
    _compare_with_these(context, [one.region for one in likeness.regions])
    show_alike(context, likeness)
    capitals = capital_words(context, [one.region for one in likeness.regions])
    context.page.html(heading(say("Hvorfor disse?")) + bullets(reasons(context, likeness)) + paragraph(capitals))


def _by_income(context: Context) -> None:
    say = context.say
    near = similar.by_income(context.focus, context.view.release, _among(context))
    context.page.html(
        lead(comparing.income_finding(say, context.name(context.focus), context.name(near[0][0])))
        + Markup('<p class="measure">%s. ') % (context.name_in_full(context.focus),)
        + escape(say("EUs konkurranseevneindeks sammenligner regioner på denne måten."))
        + Markup("</p>")
    )
    _filters(context)
    _compare_with_these(context, [code for code, _ in near])
    show_income(context, near)


def render(context: Context) -> None:
    """Draw the page."""
    try:
        if context.view.option("alike") == "structure":
            _by_structure(context)
        else:
            _by_income(context)
    except PeerError:
        say = context.say
        context.page.html(lead(say("Lignende regioner")))
        _filters(context)
        context.missing(
            say(
                "{name} mangler tallene som trengs for å finne lignende regioner. Velg en annen regionavgrensning.",
                name=context.name_in_full(context.focus),
            )
        )
