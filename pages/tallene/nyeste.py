"""Nyeste tall: what is newest about us, year by year, with where it came in and when more usually comes."""

from markupsafe import Markup

from components.html.markup import heading, lead, paragraph
from data_sources.errors import DataError
from pages import choices
from pages.exhibits.looked_at import Context
from pages.tallene.newest import Fresh, newest_figures
from pages.tallene.newest_table import newest_table, newest_tools, seen_to_come
from pages.tallene.waiting import show_waiting

OPEN = 3  # years that are shown at once; older ones are folded
FEED = "/atom/{language}.xml"


def _lead(context: Context, found: list[Fresh]) -> None:
    say, name = context.say, context.name(context.focus)
    if not found:
        context.page.html(lead(say("Nyeste tall")))
        context.missing(say("Ingen av indikatorene har tall for {name}.", name=name))
        return
    newest = found[0].year
    count = sum(one.year == newest for one in found)
    words = say.count(
        "{name} har tall for {year} på {n} område",
        "{name} har tall for {year} på {n} områder",
        count,
        name=name,
        year=newest,
    )
    before = str(int(newest) - 1)
    context.page.html(
        lead(words[:1].upper() + words[1:])
        + paragraph(
            say(
                "{n} av {all} indikatorer har sitt nyeste tall fra {year} eller senere. Årene er dem tallene gjelder, "
                "ikke når de ble publisert.",
                n=say.number(sum(one.year >= before for one in found)),
                all=say.number(len(found)),
                year=before,
            ),
            "measure",
        )
        + Markup('<p class="way"><a href="%s" type="application/atom+xml">%s</a></p>')
        % (FEED.format(language=say.language), say("Følg nye og reviderte tall (Atom)"))
    )


def render(context: Context) -> None:
    """Draw the page."""
    context.page.passing = True  # what publishers had may be asked anew at any time, without a release that tells it
    say, chosen = context.say, context.view.option("theme")
    try:
        found = newest_figures(context)
    except DataError:
        context.page.html(lead(say("Nyeste tall")))
        context.missing(say("Hvilke tall det er, kan vi ikke se akkurat nå."))
        return
    _lead(context, found)
    with context.row("newest"):
        choices.theme_filter(context)
    shown = [one for one in found if chosen in (choices.ALL, one.indicator.theme)]
    years = sorted({one.year for one in shown}, reverse=True)
    with context.page.box("newest"):
        for year in years[:OPEN]:
            part = [one for one in shown if one.year == year]
            count = say.count("{n} indikator", "{n} indikatorer", len(part))
            listed = newest_table(context, part, count, seen=seen_to_come(found))
            context.page.html(heading(say("Tall for {year}", year=year)) + listed)
    for year in years[OPEN:]:
        part = [one for one in shown if one.year == year]
        title = say("Tall for {year} ({n})", year=year, n=len(part))
        with context.page.fold(title):
            context.page.html(newest_table(context, part, title, seen=seen_to_come(found)))
    newest_tools(context, shown, seen=seen_to_come(found))
    show_waiting(context, found)
