"""What the sub-regions live on: an industry's share of the jobs, or who has those figures as long as we have none."""

from components.html.cards import missing_figure
from components.html.markup import heading
from components.words import inside
from components.words.text import Speaker
from components.words.wording import sentence
from models.catalogue import Indicator
from models.inside.industry_shares import ALL_JOBS
from pages.exhibits.looked_at import Context
from pages.regionen.bars import Measure, renumbered_notice, show_measure
from pages.regionen.options import industry_jobs
from pages.regionen.view import Inside, source


def _name(say: Speaker, indicator: Indicator) -> str:
    """An industry by its name alone: "Jobber: industri" is industri."""
    return say.of(indicator.short).rpartition(": ")[2]


def show_industries(context: Context, shown: Inside) -> None:
    """The share of an industry in the jobs of each sub-region."""
    found = industry_jobs(context.figures, context.catalogue)
    if not found.industries:
        _show_missing(context)
        return
    say, indicators, chosen = context.say, context.catalogue.indicators, context.view.option("industry")
    context.page.html(heading(say("Næringene i delregionene")))
    with context.row("industry"):
        context.choice(
            "industry",
            lambda code: sentence(_name(say, indicators[code])),
        )
    year = found.year(chosen)
    best = shown.best(lambda profile: found.share(chosen, profile.part))
    share = None if best is None else found.share(chosen, best.part)
    show_measure(
        context,
        shown,
        Measure(
            key="industry",
            unit="prosent",
            finding=lambda say: inside.industry(say, best, _name(say, indicators[chosen]), share, year),
            years=year,
            title=say(
                "{industry}, prosent av arbeidsplassene, {year}", industry=say.of(indicators[chosen].title), year=year
            ),
            value=lambda profile: found.share(chosen, profile.part),
            words=lambda value: say.number(value, 1),
            detail=lambda profile: say(
                "{jobs} arbeidsplasser", jobs=say.number(found.number(chosen, profile.part) or 0)
            ),
            columns=[
                (say("Arbeidsplasser"), lambda profile: say.number(found.number(chosen, profile.part) or 0)),
            ],
            source=source(context, [indicators[chosen], indicators[ALL_JOBS]], year),
            notices=renumbered_notice(say, found.industries[chosen]),
        ),
        (*shown.profiles, shown.whole),
    )


def _show_missing(context: Context) -> None:
    """That there are no figures on the sub-regions' industries, and who has them."""
    missing = context.catalogue.within.missing.get("industries_by_municipality")
    if missing is None:  # another alliance's catalogue may have left it out
        return
    context.page.html(heading(context.say.of(missing.title)) + missing_figure(missing, context.say, titled=False))
