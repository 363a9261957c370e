"""Nyeste tall: what is newest about us, year by year, with where it came in and when more usually comes."""

from markupsafe import Markup

from components.html.markup import heading, lead, paragraph
from components.words.wording import within
from data_sources.errors import DataError
from pages import choices
from pages.exhibits.looked_at import Context
from pages.tallene.newest import Fresh, municipal_figures, newest_figures
from pages.tallene.newest_table import newest_table, newest_tools, seen_to_come
from pages.tallene.waiting import show_waiting

OPEN = 3  # years that are shown at once; older ones are folded


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
        + _feed(context)
    )


def _feed(context: Context) -> Markup:
    """The ways to be told of new figures: of the theme shown, and of all."""
    say, chosen = context.say, context.view.option("theme")
    named = [("", say("Følg nye og reviderte tall (Atom)"))]
    if chosen != choices.ALL:
        theme = context.catalogue.themes[chosen]
        words = say("Følg nye og reviderte tall om {theme} (Atom)", theme=within(say.of(theme.title)))
        named.insert(0, (f"/{theme.slug}", words))
    link = Markup('<p class="way"><a href="/atom%s/%s.xml" type="application/atom+xml">%s</a></p>')
    return Markup().join(link % (part, say.language, words) for part, words in named)


def render(context: Context) -> None:
    """Draw the page."""
    context.page.passing = True  # what publishers had may be asked anew at any time, without a release that tells it
    say, chosen = context.say, context.view.option("theme")
    try:
        found, inside = newest_figures(context), municipal_figures(context)
    except DataError:
        context.page.html(lead(say("Nyeste tall")))
        context.missing(say("Hvilke tall det er, kan vi ikke se akkurat nå."))
        return
    _lead(context, found)
    with context.row("newest"):
        choices.theme_filter(context)
    shown = [one for one in found if chosen in (choices.ALL, one.indicator.theme)]
    inside = [one for one in inside if chosen in (choices.ALL, one.indicator.theme)]
    seen = seen_to_come([*found, *inside])
    years = sorted({one.year for one in shown}, reverse=True)
    with context.page.box("newest"):
        for year in years[:OPEN]:
            part = [one for one in shown if one.year == year]
            count = say.count("{n} indikator", "{n} indikatorer", len(part))
            listed = newest_table(context, part, count, seen=seen)
            context.page.html(heading(say("Tall for {year}", year=year)) + listed)
    for year in years[OPEN:]:
        part = [one for one in shown if one.year == year]
        title = say("Tall for {year} ({n})", year=year, n=len(part))
        with context.page.fold(title):
            context.page.html(newest_table(context, part, title, seen=seen))
    if inside:
        count = say.count("{n} indikator", "{n} indikatorer", len(inside))
        context.page.html(heading(say("Tall for kommunene")) + newest_table(context, inside, count, seen=seen))
    newest_tools(context, shown, seen=seen)
    show_waiting(context, [*found, *inside])
