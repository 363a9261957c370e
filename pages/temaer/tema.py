"""A theme: one template for all six. How are we doing at …?"""

from collections.abc import Callable

from markupsafe import Markup

from components.html.markup import answer, part
from models.catalogue import Indicator, Theme
from models.index.attractiveness import gives_points
from pages import choices
from pages.exhibits.europe_map import is_map
from pages.exhibits.looked_at import Context
from pages.temaer.all_figures import show_all_figures
from pages.temaer.asked import found_answers, show_answers
from pages.temaer.compared import among_peers, in_europe
from pages.temaer.distribution import MIN_DOTS, show_distribution
from pages.temaer.head import show_head, show_summary
from pages.temaer.industries import show_industries
from pages.temaer.months import show_months
from pages.temaer.ranking import show_ranking
from pages.temaer.region_map import show_region_map
from pages.temaer.trend import show_trend
from pages.temaer.units import has_place, show_units
from pages.temaer.without_figures import show_without_figures


def _filters(context: Context) -> None:
    with context.row("theme"):
        context.choice(
            "indicator",
            lambda code: _label(context, context.catalogue.indicators[code]),
            resets=("year",),
        )
        shown = context.catalogue.indicators[context.view.option("indicator")]
        context.choice("year", shown.years_of)
        choices.mark_filter(context)
        choices.peer_filter(context)


def _label(context: Context, indicator: Indicator) -> str:
    """An indicator in the list, where a dot marks those that give a score."""
    return f"{context.say.of(indicator.title)}{' ●' if gives_points(context.catalogue, indicator) else ''}"


def _about(context: Context, indicator: Indicator) -> None:
    """What is measured, why it is or is not scored, and the way to the catalogue's entry."""
    say, why = context.say, context.say.of(indicator.why)
    with context.page.box("about", gap="xsmall"):
        context.page.html(
            Markup('<p class="description">%s</p><p class="note">%s</p>') % (say.of(indicator.description), why)
        )
        context.link("tallene", say("Mer om dette tallet"), indicator=indicator.id)


def _questions(context: Context, theme: Theme) -> None:
    """What people ask about the theme that has no comparable figures."""
    say = context.say
    asked = [q for q in context.catalogue.questions.values() if q.theme == theme.id]
    if not asked:
        return
    with context.page.fold(
        say.count("{n} spørsmål uten sammenlignbare tall", "{n} spørsmål uten sammenlignbare tall", len(asked))
    ):
        context.page.html(Markup().join(answer(question, say) for question in asked))


def _parts(context: Context, theme: Theme) -> list[tuple[str, str, Callable[[], None]]]:
    """What only one theme has: its name, anchor and what draws it."""
    say = context.say
    if theme.id == "visitors":
        return [(say("Gjennom året"), "maaneder", lambda: show_months(context))]
    if theme.id == "clusters":
        counted = [(say("Foretak og arbeidssteder"), "foretak", lambda: show_units(context))]
        return [
            (say("Næringene"), "naeringer", lambda: show_industries(context)),
            *(counted if has_place(context) else ()),
        ]
    return []


def render(context: Context) -> None:
    """Draw the page."""
    say, theme = context.say, context.catalogue.themes[context.spec.parameters["theme"]]
    if not context.options:
        show_without_figures(context, theme)
        return
    indicator = context.catalogue.indicators[context.view.option("indicator")]
    marked = context.view.option("mark")
    peers = context.peers if marked in (choices.NONE, *context.peers) else (*context.peers, marked)
    shown = (context.figures, context.catalogue, indicator.id, context.view.option("year"), context.focus)
    comparison, europe = among_peers(*shown, peers), in_europe(*shown, peers)
    asked = found_answers(context, theme.id)
    parts = [
        *_parts(context, theme),
        *([(say("Det innbyggerne svarer"), "svar", lambda: show_answers(context, asked))] if asked else []),
        *(
            [(say("Hele Europa"), "europa", lambda: show_distribution(context, europe, peers))]
            if len(europe.rows) >= MIN_DOTS
            else []
        ),
        (say("Alle tallene i temaet"), "alle-tall", lambda: show_all_figures(context, theme.id)),
    ]
    show_head(context, theme, [(title, anchor) for title, anchor, _ in parts])
    _filters(context)
    show_summary(context, comparison)
    left, right = context.page.columns(2, gap="large")
    with left:
        if is_map(context):
            show_region_map(context, comparison, europe)
        else:
            show_ranking(context, comparison)
    with right:
        show_trend(context, indicator)
        _about(context, indicator)
    for title, anchor, draw in parts:
        context.page.html(part(title, anchor))
        draw()
    _questions(context, theme)
