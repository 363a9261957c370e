"""The themes at a glance: score, place and range, or the most telling figure where a theme has no score."""

from markupsafe import Markup

from components.html.cards import figure_rank, rank_strip, rank_words, theme_body
from models.catalogue import Catalogue, Theme
from models.change.comparable import year_told
from models.comparison.one_year import Comparison, compare
from models.figures.observations import Figures
from models.index.standing import Standing, standing
from models.industries.cluster_directory import seats
from models.keeping import noted
from pages.choices import shown_indicators
from pages.exhibits.describe import quantity
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.temaer.head import scored_years

COLUMNS = 3
CLUSTERS = "clusters"  # the theme that a directory tells more of than a quotient


@noted(256)
def _telling(catalogue: Catalogue, every: Figures, theme: str, focus: str, peers: tuple[str, ...]) -> Comparison | None:
    """The first figure of a theme's page, in the year that the page opens with."""
    shown = shown_indicators(catalogue, every, theme)
    if not shown:
        return None
    indicator = catalogue.indicators[shown[0]]
    year = year_told(every, indicator, catalogue.default_lens.id, catalogue.reference_regions)
    return compare(every, indicator, year, focus, peers, catalogue.rules.year_tolerance, catalogue)


def _scored(context: Context, theme: Theme, place: Standing) -> Markup:
    say = context.say
    periods = context.index.table.periods.loc[context.focus]
    scored = [i for i in context.catalogue.scored if i.theme == theme.id and periods[i.id]]
    ranges = releases.ranks(context.focus, context.peers, context.view.release).get(theme.id)
    median, low, high = ranges.own if ranges else (place.rank, place.rank, place.rank)
    badge = rank_words(median, place.count, say, (low, high) if ranges else None)
    return theme_body(
        figure=say.number(place.score),
        unit=say("poeng"),
        badge=badge,
        strip=rank_strip(median, low, high, place.count, badge),
        note=say.count(
            "{n} indikator, tall for {years}",
            "{n} indikatorer, tall for {years}",
            len(scored),
            years=scored_years(context, scored),
        )
        + (f". {say('Teller ikke i det samlede tallet.')}" if theme.weight == 0 else ""),
    )


def _clusters(context: Context) -> Markup | None:
    """How many clusters there are and where: a directory, no figure that could be better or worse; None without any."""
    say = context.say
    count, places = seats(context.catalogue.within.clusters.values(), context.focus)
    if not count:
        return None
    return theme_body(
        figure=say(
            "{clusters} i {places}",
            clusters=say.count("{n} klynge", "{n} klynger", count),
            places=say.count("{n} by", "{n} byer", places),
        ),
        badge="",
        note=say("Klynger som vi vet hvor holder til. Temaet har for få sammenlignbare tall til poeng."),
    )


def _unscored(context: Context, comparison: Comparison | None) -> Markup:
    """The most telling figure, named, with the reason why the theme has no score."""
    say = context.say
    if comparison is None:
        return theme_body(figure="", badge="", note=say("Ingen sammenlignbare tall ennå."))
    title = say.of(comparison.indicator.title)
    if comparison.value is None:
        return theme_body(figure="", badge="", note=say("For få tall til poeng."))
    rank = "" if comparison.rank is None else figure_rank(comparison.rank, len(comparison.rows), say)
    return theme_body(
        figure=quantity(context, comparison.indicator, comparison.value),
        badge=rank,
        note=say(
            "{title}, {year}. Temaet har for få indikatorer til poeng.",
            title=title,
            year=comparison.indicator.years_of(comparison.period),
        ),
    )


def _card(context: Context, theme: Theme) -> None:
    place = standing(context.index, theme.id, context.focus, context.peers)
    with context.page.box(f"card-{theme.slug}", gap="none"):
        context.link(theme.slug, context.say.of(theme.title))
        if place is not None:
            context.page.html(_scored(context, theme, place))
        elif theme.id == CLUSTERS and (body := _clusters(context)):
            context.page.html(body)
        else:
            context.page.html(
                _unscored(context, _telling(context.catalogue, context.figures, theme.id, context.focus, context.peers))
            )


def show_themes(context: Context) -> None:
    """Draw a card a theme, each a way on to the theme's page."""
    themes = list(context.catalogue.themes.values())
    for start in range(0, len(themes), COLUMNS):
        for column, theme in zip(
            context.page.columns(COLUMNS, gap="small"), themes[start : start + COLUMNS], strict=False
        ):
            with column:
                _card(context, theme)
