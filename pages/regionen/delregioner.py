"""Delregionene: where in the region does the population grow, and where are the jobs?"""

from components.html.markup import lead, paragraph
from components.words import inside
from pages.exhibits.looked_at import Context
from pages.regionen import view
from pages.regionen.all_figures import show_membership, show_table
from pages.regionen.bars import show_commuting, show_growth, show_jobs
from pages.regionen.beside import show_beside
from pages.regionen.growth_panels import show_panels
from pages.regionen.industries import show_industries
from pages.regionen.options import NONE, industry_jobs, level_of, subregions
from pages.regionen.view import Inside, division, is_oslo, newest_population


def _lead(context: Context, shown: Inside) -> None:
    """How many live here, where it grows and where the jobs are, and what the region is divided into."""
    say = context.say
    oslo = next((profile for profile in shown.within if is_oslo(profile)), None)
    centres = inside.centres(say, shown.whole, oslo, context.name(context.focus)) if oslo else ""
    how = (
        say("Økonomiske regioner er SSBs inndeling etter handel og arbeidsmarked, mellom kommune og fylke.")
        if shown.level == "economic"
        else say("Fylkene fra 2024.")
    )
    jobs = inside.jobs(say, shown.within, context.name(context.focus))
    measured = context.catalogue.measured_as(context.focus, say.language)
    people, year = newest_population(context, shown)
    living = inside.inhabitants(say, context.catalogue.within.alliance, measured, people, year, shown.alliance)
    context.page.html(
        lead(inside.lead(say, shown.best(lambda p: p.growth)))
        + paragraph(f"{living} {jobs}. {centres}", "summary")
        + paragraph(f"{context.name_in_full(context.focus)}. {how}", "measure")
    )


def _filters(context: Context) -> None:
    say = context.say
    level, around = context.view.option("level"), context.view.option("around")
    names = {p.id: p.name for p in subregions(context.catalogue, level_of(level), context.focus, around)}
    with context.row("subregions"):
        context.choice(
            "level",
            lambda code: division(context, code),
            resets=("part",),
        )
        context.choice(
            "around",
            lambda code: say("Bare Oslo og Viken") if code == NONE else say("Oslo, Viken og Innlandet"),
            resets=("part",),
        )
        context.choice("since", str, codes=context.codes("since")[::-1])
        ordered = sorted(
            (code for code in context.codes("part") if code in names),
            key=lambda code: say.sort_key(names[code]),
        )
        context.choice(
            "part",
            lambda code: say("Ingen") if code == NONE else names[code],
            codes=[NONE, *ordered],
        )


def render(context: Context) -> None:
    """Draw the page."""
    shown = view.inside(context)
    _lead(context, shown)
    _filters(context)
    left, right = context.page.columns(2, gap="large")
    with left:
        show_growth(context, shown)
    with right:
        show_jobs(context, shown)
    left, right = context.page.columns(2, gap="large")
    with left:
        show_panels(context, shown)
    with right:
        show_commuting(context, shown)
        show_industries(context, shown)
        # Many sub-regions make the left column long: what compares with peers then stands in the right one.
        fills = shown.level == "economic" and not industry_jobs(context.figures, context.catalogue).industries
        if fills:
            show_beside(context)
    if not fills:
        show_beside(context)
    show_table(context, shown)
    show_membership(context, shown)
