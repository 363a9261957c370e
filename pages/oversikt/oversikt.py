"""Oversikt: where does Osloregionen stand?"""

from html import escape

import streamlit as st

from components import filters, findings
from components.cards import figure_line, rank_words, theme_body
from models.attractiveness import ROOT, scored_themes
from models.catalogue import Indicator, Theme
from models.standing import Standing, by_distance, standing
from pages import choices, figures
from pages.context import Context
from pages.describe import figure_source, quantity, span
from pages.digest import show_digest
from pages.sammenlign.certainty import show_ranges
from pages.sammenlign.scores import show_scores
from pages.sammenlign.view import Ranking

SHOWN = 3  # strengths and weaknesses each


def _between(context: Context, node: str) -> tuple[int, int, int] | None:
    """Median, lowest and highest likely place of the focus region in a node."""
    found = figures.ranks(context.focus, context.peers, context.view.release).get(node)
    return found.own if found else None


def _badge(context: Context, node: str, place: Standing) -> str:
    """The median place with its range."""
    own = _between(context, node)
    if own is None:
        return rank_words(place.rank, place.count, context.say)
    return rank_words(own[0], place.count, context.say, own[1:])


def _lead(context: Context) -> None:
    say, name = context.say, context.name(context.focus)
    total = standing(context.index, ROOT, context.focus, context.peers)
    places = [
        (place.distance, theme)
        for theme in scored_themes(context.catalogue)
        if (place := standing(context.index, theme.id, context.focus, context.peers)) and place.distance is not None
    ]
    ranked = sorted(places, key=lambda pair: -pair[0])
    if total:
        own = _between(context, ROOT) or (total.rank, total.rank, total.rank)
        sentence = findings.overall(say, name, own[0], total.count, own[1:])
    else:
        sentence = say("{name} har for få tall til en samlet plassering", name=name)
    summary = (
        findings.theme_summary(say, say.of(ranked[0][1].title), say.of(ranked[-1][1].title)) if len(ranked) > 1 else ""
    )
    st.html(
        f'<h1 class="lead">{escape(sentence)}</h1><p class="summary">{escape(summary)}</p>'
        f'<p class="measure">{escape(context.name_in_full(context.focus))}, '
        f"{escape(say('sammenlignet med {count} regioner', count=len(context.peers)))}: "
        f"{escape(say.listing([context.name(p, short=True) for p in context.peers[:12]]))}"
        f"{' …' if len(context.peers) > 12 else ''}</p>"
    )


def _theme(context: Context, theme: Theme) -> None:
    """A card: name and way to the theme, score and rank, or why there is none."""
    say = context.say
    place = standing(context.index, theme.id, context.focus, context.peers)
    indicators = context.catalogue.of_theme(theme.id)
    if place is None:
        shown = sum(i.id in context.figures for i in indicators)
        note = (
            say("For få tall til poeng. Vi viser {count} indikatorer.", count=shown)
            if shown
            else say("Ingen sammenlignbare tall ennå.")
        )
        body = theme_body(score="", badge="", note=note)
    else:
        scored = [i.id for i in indicators if i.role == "score"]
        periods = [p for p in context.index.table.periods.loc[context.focus, scored] if p]
        body = theme_body(
            score=say.number(place.score),
            badge=_badge(context, theme.id, place),
            note=say("Poeng 0–100. Tall for {years}.", years=span(periods)),
        )
    with st.container(key=f"card-{theme.slug}", gap=None):
        context.link(theme.slug, say.of(theme.title))
        st.html(body)


def _themes(context: Context) -> None:
    themes = list(context.catalogue.themes.values())
    for start in range(0, len(themes), 3):
        for column, theme in zip(st.columns(3, gap="small"), themes[start : start + 3], strict=False):
            with column:
                _theme(context, theme)


def _line(context: Context, place: Standing, kind: str) -> str:
    say, table_ = context.say, context.index.table
    indicator: Indicator = context.catalogue.indicators[place.node]
    peers = table_.values[indicator.id].reindex(list(context.peers)).dropna()
    value = float(table_.values.at[context.focus, indicator.id])
    return figure_line(
        title=say.of(indicator.title),
        value=quantity(context, indicator, value),
        badge=rank_words(place.rank, place.count, say),
        against=say(
            "Midt blant sammenligningsregionene: {value}", value=quantity(context, indicator, float(peers.median()))
        ),
        source=figure_source(context, indicator, str(table_.periods.at[context.focus, indicator.id])),
        kind=kind,
    )


def _strengths(context: Context) -> None:
    say = context.say
    places = by_distance(context.index, context.focus, context.peers)
    places = [p for p in places if context.catalogue.indicators[p.node].headline]
    above = [p for p in places if (p.distance or 0) > 0][:SHOWN]
    below = [p for p in reversed(places) if (p.distance or 0) < 0][:SHOWN]
    left, right = st.columns(2, gap="large")
    for column, title, kind, chosen in (
        (left, say("Lengst foran"), "better", above),
        (right, say("Lengst bak"), "worse", below),
    ):
        lines = "".join(_line(context, place, kind) for place in chosen)
        column.html(f"<h2>{escape(title)}</h2><ul class='figures'>{lines}</ul>")


def render(context: Context) -> None:
    """Draw the page."""
    _lead(context)
    with filters.row("overview"):
        choices.peer_filter(context)
    _themes(context)
    _strengths(context)
    show_digest(context)
    ranges = figures.ranks(context.focus, context.peers, context.view.release).get(ROOT)
    total = Ranking(ROOT, context.peers, choices.NONE, context.index, ranges, weighted=False)
    left, right = st.columns(2, gap="large")
    with left:
        show_scores(context, total)
    with right:
        show_ranges(context, total)
