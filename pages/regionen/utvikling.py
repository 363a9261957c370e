"""Utviklingstrekk: how the region develops, area by area as the strategy asks, each figure with trend and source."""

from collections.abc import Sequence

from components.html.markup import lead, paragraph
from components.words.text import Speaker
from models.catalogue.within import DevelopmentArea
from models.comparison.developments import Development
from pages import choices
from pages.exhibits.looked_at import Context
from pages.regionen.facts import developments, show_area
from pages.regionen.options import ALL


def _balance(say: Speaker, told: list[Development]) -> str:
    """How many figures went the wanted way, how many not, and how many cannot be followed."""
    better = sum(one.better is True for one in told)
    worse = sum(one.better is False for one in told)
    missing = sum(one.year is None for one in told)
    return say(
        "Bedre enn før: {better} tall. Dårligere: {worse}. Ingen tall ennå: {missing}.",
        better=better,
        worse=worse,
        missing=missing,
    )


def _documented(context: Context, shown: Sequence[DevelopmentArea]) -> str:
    """What is documented of the one area shown, as a title; empty where several are shown or nothing is."""
    told = shown[0].documented if len(shown) == 1 else None
    return context.say.of(told.text) if told else ""


def render(context: Context) -> None:
    """Draw the page."""
    say, areas = context.say, context.catalogue.within.areas
    chosen = context.view.option("area")
    shown = [area for area in areas.values() if chosen in (ALL, area.id)]
    told = _documented(context, shown)
    by_indicator = {one.indicator.id: one for area in shown for one in developments(context, area)}
    context.page.html(
        lead(told or say("Slik utvikler {name} seg", name=context.name(context.focus)))
        + ("" if told else paragraph(_balance(say, list(by_indicator.values())), "summary"))
        + paragraph(
            say(
                "{name}. ▲ bedre, ▼ dårligere, ● verken eller. Områdene er de strategien vil ha kunnskap om.",
                name=context.name_in_full(context.focus),
            ),
            "measure",
        )
    )
    with context.row("development"):
        context.choice(
            "area",
            lambda code: say("Alle områder") if code == ALL else say.of(areas[code].title),
        )
        choices.peer_filter(context)
    for area in shown:
        show_area(context, area, alone=len(shown) == 1)
