"""A theme: one template for all six. How are we doing at …?"""

import json
from collections.abc import Callable
from html import escape

import streamlit as st

from components import cards, filters, findings
from components.cards import rank_words
from components.markup import answer, on_this_page, part
from models.catalogue import Indicator, Theme
from models.comparison import Comparison
from models.standing import Standing, standing
from pages import choices, figures
from pages.context import Context
from pages.describe import quantity, span
from pages.map_view import is_map
from pages.temaer.all_figures import show_all_figures
from pages.temaer.compared import among_peers, in_europe
from pages.temaer.distribution import show_distribution
from pages.temaer.industries import show_industries
from pages.temaer.months import show_months
from pages.temaer.ranking import show_ranking
from pages.temaer.region_map import show_region_map
from pages.temaer.trend import show_trend
from pages.temaer.without_figures import show_without_figures


def _head(context: Context, theme: Theme) -> None:
    """Name and question of the theme, and its score or the reason for none."""
    say = context.say
    place = standing(context.index, theme.id, context.focus, context.peers)
    if place:
        scored = [i.id for i in context.catalogue.scored if i.theme == theme.id]
        years = span([p for p in context.index.table.periods.loc[context.focus, scored] if p])
        note = say(
            "{score} poeng av 100, {rank}. Bygger på {count} indikatorer, tall for {years}.",
            score=say.number(place.score),
            rank=_place(context, theme, place),
            count=len(scored),
            years=years,
        )
    elif not context.options:
        note = ""
    else:
        note = say("Temaet har for få sammenlignbare tall til en poengsum. Vi viser tallene hver for seg.")
    st.html(
        f'<h1 class="lead">{escape(say.of(theme.title))}</h1>'
        f'<p class="measure">{escape(f"{say.of(theme.question)} {note}".strip())}</p>' + _to_the_top(context),
        unsafe_allow_javascript=True,
    )


def _to_the_top(context: Context) -> str:
    """A script that goes to the top when a figure was chosen among all of them, far down."""
    chosen = json.dumps(context.view.options.get("indicator", ""))
    return (
        f"<script>if (window.themeFigure !== {chosen} && document.activeElement?.closest('[class*=st-key-figure-]')) {{"
        "const title = document.querySelector('h1'); title.tabIndex = -1; title.focus();"
        "document.querySelector('[data-testid=stMain]').scrollTo(0, 0); }"
        f"window.themeFigure = {chosen};</script>"
    )


def _place(context: Context, theme: Theme, place: Standing) -> str:
    """The median place with its range."""
    ranges = figures.ranks(context.focus, context.peers, context.view.release).get(theme.id)
    if ranges is None:
        return rank_words(place.rank, place.count, context.say)
    median, *between = ranges.own
    return rank_words(median, place.count, context.say, (between[0], between[1]))


def _filters(context: Context) -> None:
    say, catalogue = context.say, context.catalogue
    with filters.row("theme"):
        filters.choice(
            say("Indikator"),
            "indicator",
            choices.chosen_again(context, "indicator"),
            lambda code: _label(context, catalogue.indicators[code]),
            say,
            width=400,
            resets=("year",),
        )
        filters.choice(say("År"), "year", choices.chosen_again(context, "year"), str, say, width=110)
        choices.mark_filter(context)
        choices.peer_filter(context)


def _label(context: Context, indicator: Indicator) -> str:
    mark = " ●" if indicator.role == "score" else ""
    return context.say.of(indicator.title) + mark


def _summary(context: Context, comparison: Comparison, further: str) -> str:
    """The figure itself, its rank, the distance to the middle region, how good the figure is; links further down."""
    say, indicator = context.say, comparison.indicator
    if comparison.value is None:
        return further
    parts = [
        cards.number_block(
            quantity(context, indicator, comparison.value),
            say("{name}, {year}", name=context.name(context.focus), year=comparison.period),
        )
    ]
    if comparison.rank is not None and len(comparison.rows) > 1:
        order = "" if indicator.direction != "none" else say("høyest først")
        parts.append(
            cards.number_block(rank_words(comparison.rank, len(comparison.rows), say), order or say("best først"))
        )
    if comparison.gap is not None:
        sign = "+" if comparison.gap > 0 else ""
        kind = {True: "better", False: "worse", None: "neutral"}[comparison.better]
        parts.append(
            cards.number_block(
                sign + quantity(context, indicator, comparison.gap, difference=True),
                say("mot midten av sammenligningsregionene"),
                kind,
            )
        )
    good = cards.quality(findings.quality(say, indicator, comparison))
    return f'<div class="numbers">{"".join(parts)}{good}{further}</div>'


def _about(context: Context, indicator: Indicator) -> None:
    """What is measured, why it is or is not scored, and the way to the catalogue's entry."""
    say = context.say
    with st.container(key="about", gap="xsmall"):
        st.html(
            f'<p class="description">{escape(say.of(indicator.description))}</p>'
            f'<p class="note">{escape(say.of(indicator.why))}</p>'
        )
        context.link("tallene", say("Mer om dette tallet"), indicator=indicator.id)


def _questions(context: Context, theme: Theme) -> None:
    """What people ask about the theme that has no comparable figures."""
    say = context.say
    asked = [q for q in context.catalogue.questions.values() if q.theme == theme.id]
    if not asked:
        return
    with st.expander(
        say.count("{n} spørsmål uten sammenlignbare tall", "{n} spørsmål uten sammenlignbare tall", len(asked))
    ):
        st.html("".join(answer(question, say) for question in asked))


def _parts(context: Context, theme: Theme) -> list[tuple[str, str, Callable[[], None]]]:
    """What only one theme has: its name, anchor and what draws it."""
    say = context.say
    if theme.id == "visitors":
        return [(say("Gjennom året"), "maaneder", lambda: show_months(context))]
    if theme.id == "clusters":
        return [(say("Næringene"), "naeringer", lambda: show_industries(context))]
    return []


def render(context: Context) -> None:
    """Draw the page."""
    say, theme = context.say, context.catalogue.themes[context.spec.parameters["theme"]]
    _head(context, theme)
    if not context.options:
        show_without_figures(context, theme)
        return
    _filters(context)
    indicator = context.catalogue.indicators[context.view.option("indicator")]
    marked = context.view.option("mark")
    peers = context.peers if marked in (choices.NONE, *context.peers) else (*context.peers, marked)
    asked = (context.figures, context.catalogue, indicator.id, context.view.option("year"), context.focus)
    comparison, europe = among_peers(*asked, peers), in_europe(*asked)
    parts = [
        *_parts(context, theme),
        (say("Hele Europa"), "europa", lambda: show_distribution(context, europe, peers)),
        (say("Alle tallene i temaet"), "alle-tall", lambda: show_all_figures(context, theme.id)),
    ]
    further = on_this_page(say("Lenger ned på siden"), [(title, anchor) for title, anchor, _ in parts])
    st.html(_summary(context, comparison, further))
    left, right = st.columns(2, gap="large")
    with left:
        if is_map(context):
            show_region_map(context, comparison, europe)
        else:
            show_ranking(context, comparison)
    with right:
        show_trend(context, indicator)
        _about(context, indicator)
    for title, anchor, draw in parts:
        st.html(part(title, anchor))
        draw()
    _questions(context, theme)
