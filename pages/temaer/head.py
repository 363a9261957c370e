"""The head of a theme page: what it is about, where Osloregionen stands, and the figure chosen."""

from collections.abc import Sequence

from markupsafe import Markup

from components.html import cards
from components.html.cards import figure_rank, rank_words
from components.html.markup import on_this_page
from components.words.reservations import reservations
from models.advantages import verdict
from models.catalogue import Indicator, Theme
from models.change.comparable import year_told
from models.comparison.one_year import Comparison
from models.index.standing import Standing, standing
from pages.exhibits.describe import place_name, quantity, span
from pages.exhibits.looked_at import Context
from pages.known import releases


def show_head(context: Context, theme: Theme, parts: Sequence[tuple[str, str]]) -> None:
    """Name and question of the theme, its score or the reason for none, and links to what stands further down.

    Args:
        context: the page.
        theme: its theme.
        parts: names and anchors of the page's parts.
    """
    say = context.say
    place = standing(context.index, theme.id, context.focus, context.peers)
    if place:
        scored = [i for i in context.catalogue.scored if i.theme == theme.id]
        years = scored_years(context, scored)
        note = say(
            "{score} poeng av 100, {rank}. Bygger på de {count} indikatorene merket ●, tall for {years}.",
            score=say.number(place.score),
            rank=_place(context, theme, place),
            count=len(scored),
            years=years,
        )
    elif not context.options:
        note = ""
    else:
        note = say("Temaet har for få sammenlignbare tall til en poengsum. Vi viser tallene hver for seg.")
    if place and theme.weight_note:
        note = f"{note} {say.of(theme.weight_note)}"
    context.page.html(
        Markup('<div class="title"><h1 class="lead">%s</h1>%s</div><p class="measure">%s</p>')
        % (
            say.of(theme.title),
            on_this_page(say("Lenger ned på siden"), parts),
            f"{say.of(theme.question)} {note}".strip(),
        ),
    )


def scored_years(context: Context, scored: Sequence[Indicator]) -> str:
    """The years of the focus region's figures that give points."""
    periods = context.index.table.periods.loc[context.focus]
    return span([one.years_of(periods[one.id]) for one in scored if periods[one.id]])


def _place(context: Context, theme: Theme, place: Standing) -> str:
    """The median place with its range."""
    ranges = releases.ranks(context.focus, context.peers, context.view.release).get(theme.id)
    if ranges is None:
        return rank_words(place.rank, place.count, context.say)
    median, *between = ranges.own
    return rank_words(median, place.count, context.say, (between[0], between[1]))


def _side(context: Context, comparison: Comparison) -> str:
    """Better or worse only where the figure's one verdict says so; it speaks of the year told, not of older ones."""
    indicator = comparison.indicator
    asked = (context.figures, indicator, context.focus, context.catalogue.reference_regions)
    if comparison.period != year_told(*asked):
        return "neutral"
    judged = verdict(context.figures, context.catalogue, indicator, context.focus, context.peers)
    if judged is None or judged.call.kind not in ("strength", "weakness", "tendency"):
        return "neutral"
    return "better" if judged.call.side > 0 else "worse"


def show_summary(context: Context, comparison: Comparison) -> None:
    """The figure itself, its rank, the distance to the middle region, and how good the figure is."""
    say, indicator = context.say, comparison.indicator
    if comparison.value is None:
        return
    parts = [
        cards.number_block(
            quantity(context, indicator, comparison.value),
            say(
                "{name}, {year}",
                name=place_name(context, indicator, context.focus) if indicator.asked else context.name(context.focus),
                year=indicator.years_of(comparison.period),
            ),
        )
    ]
    if comparison.rank is not None and (place := figure_rank(comparison.rank, len(comparison.rows), say)):
        order = "" if indicator.direction != "none" else say("høyest først")
        parts.append(cards.number_block(place, order or say("best først")))
    if (gap := comparison.shown_gap) is not None:
        sign = "+" if gap > 0 else ""
        kind = _side(context, comparison)
        parts.append(
            cards.number_block(
                sign + quantity(context, indicator, gap, difference=True),
                say("mot midten av sammenligningsregionene"),
                kind,
            )
        )
    good = cards.quality(reservations(say, indicator, comparison))
    context.page.html(Markup('<div class="numbers">%s%s</div>') % (Markup().join(parts), good))
