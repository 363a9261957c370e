"""Slik regner vi: one figure of Osloregionen followed all the way to its place, with the numbers of this view."""

from components.html.markup import bullets, heading, lead, paragraph
from models.catalogue import Indicator
from models.index.attractiveness import ROOT, scored_themes
from models.index.weight_of_years import pandemic_years, weight_of_years
from pages import choices
from pages.exhibits.looked_at import Context
from pages.tallene.scale import scale_step
from pages.tallene.steps import figure_step, place_step, points_step, theme_step, total_step
from pages.tallene.versions import show_versions


def _filters(context: Context) -> None:
    say, catalogue = context.say, context.catalogue

    def title(code: str) -> str:
        indicator = catalogue.indicators[code]
        return f"{say.of(catalogue.themes[indicator.theme].title)}: {say.of(indicator.short)}"

    with context.row("method-example"):
        context.choice("indicator", title)
        choices.peer_filter(context)


def _rules(context: Context) -> None:
    """What holds for every indicator, whatever the example."""
    say, rules = context.say, context.catalogue.rules
    lines = [
        say(
            "Hver indikator brukes for ett referanseår, det samme for alle regioner. "
            "Mangler en region tallet, brukes et naboår, og det står ved tallet."
        ),
        *_years(context),
        say("Indikatorer som måler nesten det samme, deler én vekt. Mangler et tall, fordeles vekten på de andre."),
        say(
            "Et tema får poeng fra {count} indikatorer, og den samlede poengsummen krever poeng i alle temaer som "
            "teller.",
            count=rules.min_indicators,
        )
        if rules.min_themes is None
        else say(
            "Et tema får poeng fra {count} indikatorer, og den samlede poengsummen krever {themes} temaer.",
            count=rules.min_indicators,
            themes=rules.min_themes,
        ),
        *(say.of(theme.weight_note) for theme in scored_themes(context.catalogue) if theme.weight_note),
        *([say("Tall utenfor målestokken gir 0 eller 100 poeng.")] if rules.scale == "clipped" else []),
        say(
            "En region med under {share} prosent av tallene får ingen samlet poengsum.",
            share=say.number(100 * rules.min_coverage),
        ),
        say("Tall uten god retning, som folketallet, gir aldri poeng."),
    ]
    context.page.html(
        heading(say("Dette gjelder alle tallene"))
        + bullets(lines)
        + paragraph(say("Katalogutgave {version}.", version=rules.version), "note")
    )


def _years(context: Context) -> list[str]:
    """Which years give no points, and how much of the total's weight is from the pandemic all the same."""
    say = context.say
    ages = weight_of_years(context.index, context.catalogue, context.focus, ROOT)
    lines = [
        say(
            "Et år som er uvanlig for det en undersøkelse måler, gir ikke poeng, med mindre det ikke finnes nyere tall."
        )
    ]
    if ages is not None and ages.pandemic:
        lines.append(
            say(
                "{n} av {count} tall er likevel fra {years}, med {percent} av vekten: kildene har ikke nyere for alle.",
                n=ages.pandemic,
                count=ages.count,
                years=say.listing(list(ages.years)),
                percent=say.quantity(100 * ages.pandemic_weight, 0, "%"),
            )
        )
    if ages is not None:
        lines.append(
            say(
                "{share} prosent av vekten i det samlede tallet bygger på tall fra {old} eller før. Nyeste tall er fra "
                "{newest}. Tall for en periode regnes etter periodens siste år.",
                share=say.number(100 * ages.old_weight),
                old=pandemic_years(context.catalogue)[-1],
                newest=ages.newest,
            )
        )
    return lines


def render(context: Context) -> None:
    """Draw the page."""
    say = context.say
    indicator: Indicator = context.catalogue.indicators[context.view.option("indicator")]
    summary = say("Fra ett tall til en plassering, i seks steg, med tallene du ser på nå.")
    context.page.html(lead(say("Slik regner vi")) + paragraph(summary, "summary"))
    _filters(context)
    figure_step(context, indicator)
    scale_step(context, indicator)
    points_step(context, indicator)
    theme_step(context, indicator)
    total_step(context)
    place_step(context)
    _rules(context)
    show_versions(context)
