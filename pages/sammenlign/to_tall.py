"""To tall mot hverandre: two figures over Europe's regions, year by year, and how closely they go together."""

from markupsafe import Markup

from components.html.markup import lead
from components.words.wording import within
from models.comparison.correlation import Correlation, CorrelationError, correlation
from models.comparison.pairs import Pairs
from pages import choices
from pages.exhibits.looked_at import Context
from pages.sammenlign import options
from pages.sammenlign.cloud import show_cloud

PACE = 1.2  # seconds a year stands


def _filters(context: Context) -> None:
    say, catalogue = context.say, context.catalogue

    def title(code: str) -> str:
        indicator = catalogue.indicators[code]
        return f"{say.of(catalogue.themes[indicator.theme].title)}: {within(say.of(indicator.short))}"

    with context.row("scatter"):
        context.choice("x", title, resets=("year",))
        context.choice("y", title, resets=("year",))
    words = {"europe": say("Hele Europa"), "peers": say("Sammenligningsregionene")}
    with context.row("scatter-among"):
        context.choice("whom", words.__getitem__)
        choices.mark_filter(context)
        choices.peer_filter(context)


def _years(context: Context, periods: tuple[str, ...]) -> None:
    """The year, with ways to step through the years and to let them play; all of them work by keyboard.

    While they play the address keeps its place in the browser's history: a year that nobody chose is no step to go
    back to.
    """
    say, at = context.say, periods.index(context.view.option("year"))
    ways = [context.here(year=period).address for period in periods]

    def step(text: str, position: int) -> Markup:
        if 0 <= position < len(periods):
            return Markup('<a class="step-to" href="%s" target="_self">%s</a>') % (ways[position], text)
        return Markup('<span class="step-to" aria-disabled="true">%s</span>') % (text,)

    play = Markup(
        '<button type="button" class="play" aria-pressed="false" data-play="%s" data-ways="%s">%s</button>'
    ) % (PACE, " ".join(ways), say("Spill av årene"))
    with context.row("scatter-year"):
        context.choice("year", str, codes=periods[::-1])
        context.page.html(
            Markup('<div class="steps">%s%s%s</div>')
            % (
                step("‹ " + say("Året før"), at - 1),
                step(say("Året etter") + " ›", at + 1),
                play if len(periods) > 1 else "",
            )
        )


def _related(pairs: Pairs, period: str, shown: list[str]) -> Correlation | CorrelationError:
    rows = pairs.of(period)
    rows = rows.loc[rows.index.isin(shown)]
    try:
        countries = [str(code)[:2] for code in rows.index]
        return correlation(rows["x"].to_numpy(dtype=float), rows["y"].to_numpy(dtype=float), countries)
    except CorrelationError as refused:
        return refused


def _draw(context: Context, pairs: Pairs, period: str, regions: list[str]) -> None:
    show_cloud(context, pairs, period, regions, _related(pairs, period, regions))


def render(context: Context) -> None:
    """Draw the page."""
    say, view = context.say, context.view
    context.page.html(lead(say("To tall mot hverandre")))
    _filters(context)
    if view.option("y") == choices.NONE:
        context.missing(say("Ingen andre tall har samme år som dette. Velg et annet tall for den vannrette aksen."))
        return
    everyone = choices.comparable_regions(context.catalogue)
    pairs = options.paired(context.catalogue, context.figures, view.option("x"), view.option("y"), everyone)
    if view.option("year") not in pairs.periods:
        context.missing(say("De to tallene finnes ikke for de samme regionene i samme år. Velg et annet tall."))
        return
    regions = list(everyone) if view.option("whom") == "europe" else context.ranked
    if (marked := view.option("mark")) not in (choices.NONE, *regions):
        regions.append(marked)
    _years(context, pairs.periods)
    _draw(context, pairs, view.option("year"), regions)
