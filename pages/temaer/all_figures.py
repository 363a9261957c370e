"""All figures of a theme side by side: the small multiples of a theme page, each the way to its own view."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

from markupsafe import Markup

from components.exhibit import Exhibit, SourceNote, Switch
from components.html.cards import Range, figure_rank, range_body
from components.html.markup import way
from components.html.tables import Cell, Column, Links, table
from components.words import findings
from models.comparison.scorecard import Strip
from models.comparison.theme_figures import Order, ThemeFigures, theme_figures
from models.keeping import kept
from pages import choices
from pages.exhibits.describe import gap_words, quantity, span
from pages.exhibits.kept import same_for_all_choices
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.temaer.compared import as_published
from pages.temaer.options import EVERY, FEW, SOME, SPARE, STRONGEST, USUAL, WEAKEST

_ORDERS = {USUAL: "Vanlig rekkefølge", STRONGEST: "Sterkest først", WEAKEST: "Svakest først"}


@kept(128)
def _theme_figures(release: int, theme: str, focus: str, peers: tuple[str, ...]) -> ThemeFigures:
    known, of_release = releases.catalogue_of(release), releases.figures(release)
    shown = choices.shown_indicators(known, of_release, theme)
    names = [name for name in shown if known.indicators[name].asked is None]  # answers stand apart
    return theme_figures(of_release, known, names, focus, peers)


def of_theme(context: Context, theme: str) -> ThemeFigures:
    """The figures of a theme for this reader's release, region and peers."""
    return _theme_figures(context.view.release, theme, context.focus, context.peers)


def _switches(context: Context, count: int, *, rated: bool) -> list[Switch]:
    say, switches = context.say, []
    if rated:
        switches.append(context.switch("sort", lambda code: say(_ORDERS[code])))
    if count > FEW + SPARE:
        switches.append(
            context.switch(
                "shown",
                lambda code: say("{n} tall", n=FEW) if code == SOME else say("Alle {n}", n=count),
            )
        )
    return switches


def place_words(context: Context, strip: Strip) -> str:
    """The place among the peers; where no side is better, counted from the highest; the gap where they are few."""
    words = figure_rank(strip.places[context.focus], strip.count, context.say)
    if not words:
        return gap_words(context, strip.comparison)
    return f"{words}, {context.say('høyest først')}" if strip.indicator.direction == "none" else words


def card_body(context: Context, strip: Strip) -> Markup:
    """What stands under a figure's name: the figure, its place, and where the focus region lies among the others."""
    indicator, values = strip.indicator, strip.values
    ordered = sorted(values, key=lambda code: strip.position(values[code]))

    def end(code: str) -> str:
        return f"{context.label(code, short=True)} {quantity(context, indicator, values[code])}"

    drawn = Range(
        strip.position(values[context.focus]),
        [strip.position(v) for code, v in values.items() if code != context.focus],
        strip.position(strip.median),
        end(ordered[0]),
        end(ordered[-1]),
    )
    return range_body(
        value=quantity(context, indicator, values[context.focus]),
        badge=place_words(context, strip),
        year=indicator.years_of(str(strip.comparison.rows.at[context.focus, "period"])),
        drawn=drawn,
    )


def grid(context: Context, strips: Sequence[Strip], way_to: Callable[[Strip], str]) -> Markup:
    """Cards side by side, as HTML.

    Args:
        context: the page.
        strips: what stands on them.
        way_to: the address that a figure's name leads to.
    """
    cards = Markup().join(
        Markup('<article class="st-key-figure-%s"><p class="way">%s</p>%s</article>')
        % (strip.indicator.id, way(context.say.of(strip.indicator.title), way_to(strip)), card_body(context, strip))
        for strip in strips
    )
    return Markup('<div class="st-key-figures">%s</div>') % (cards,)


@same_for_all_choices("sort")
def figures_exhibit(context: Context, known: ThemeFigures, strips: Sequence[Strip]) -> Exhibit:
    """What stands around cards: finding, table, source. The cards themselves are still to be put in.

    Args:
        context: the page.
        known: every figure that belongs here.
        strips: those with enough figures to compare, in the order of the table.
    """
    say = context.say
    years = span([s.indicator.years_of(str(s.comparison.rows.at[context.focus, "period"])) for s in strips])
    extremes = known.extremes()
    rated = [s.indicator.direction != "none" for s in strips]
    ends = (
        "Fra dårligst til best blant sammenligningsregionene; strek: midten, prikk: {name}. Tall for {years}"
        if all(rated)
        else "Fra dårligst til best blant sammenligningsregionene, eller fra lavest til høyest der ingen side er best; "
        "strek: midten, prikk: {name}. Tall for {years}"
        if any(rated)
        else "Fra lavest til høyest blant sammenligningsregionene; strek: midten, prikk: {name}. Tall for {years}"
    )
    measure = say(ends, name=context.name(context.focus), years=years)
    cells: list[list[Cell]] = [
        [
            say.of(s.indicator.title),
            s.indicator.years_of(str(s.comparison.rows.at[context.focus, "period"])),
            quantity(context, s.indicator, s.values[context.focus]),
            place_words(context, s),
            quantity(context, s.indicator, s.median),
            Links(list(context.catalogue.dataset_links(s.indicator))),
        ]
        for s in strips
    ]
    columns = [
        Column(say("Indikator")),
        Column(say("År"), numeric=True),
        Column(context.label(context.focus, short=True), numeric=True),
        Column(say("Plassering")),
        Column(say("Midt på lista"), numeric=True),
        Column(say("Kilde")),
    ]
    notices = []
    if known.without:
        titles = sorted((say.of(context.catalogue.indicators[name].title) for name in known.without), key=say.sort_key)
        notices.append(say("For få tall til å sammenligne: {names}.", names="; ".join(titles)))  # titles hold commas
    best_and_worst = None if extremes is None else [say.of(s.indicator.title) for s in extremes]
    return Exhibit(
        key="all-figures",
        finding=findings.extremes_finding(say, context.name(context.focus), best_and_worst, len(strips)),
        measure=measure,
        figure=None,
        alt="",
        source=SourceNote(
            publisher=say.listing(sorted({s.indicator.publisher for s in strips})),
            datasets=[(say.count("{n} indikator", "{n} indikatorer", len(strips)), "")],
            years=say("tall for {years}", years=years),
            derived=any(s.indicator.derivation for s in strips),
        ),
        table=table(columns, cells, measure),
        rows=as_published(s.comparison for s in strips),
        file_name=f"osloregionen-{context.spec.slug}",
        notices=notices,
    )


def show_all_figures(context: Context, theme: str) -> None:
    """Draw the theme's figures in the order chosen, some of them or all."""
    known = of_theme(context, theme)
    strips = known.sorted(cast(Order, context.view.option("sort")))
    if not strips:
        return
    everything = context.view.option("shown") == EVERY or len(strips) <= FEW + SPARE
    rated = any(s.indicator.direction != "none" for s in strips)

    def way_to(strip: Strip) -> str:
        return context.here("year", indicator=strip.indicator.id).address

    context.page.exhibit(
        replace(
            figures_exhibit(context, known, strips),
            switches=_switches(context, len(strips), rated=rated),
            body=grid(context, strips if everything else strips[:FEW], way_to),
        )
    )
