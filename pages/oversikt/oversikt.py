"""Oversikt: where does Osloregionen stand?"""

from html import escape

import streamlit as st

from components import filters, findings, frame
from components.cards import figure_line, rank_words, theme_body
from components.charts.ranking import Bar, ranking
from components.tables import Column, table
from models.attractiveness import ROOT, scored_themes
from models.catalogue import Indicator, Theme
from models.standing import Standing, by_distance, order, standing
from pages import choices
from pages.context import Context
from pages.describe import figure_source, link_here, quantity, span

SHOWN = 3  # strengths and weaknesses each


def _lead(context: Context) -> None:
    say = context.say
    total = standing(context.index, ROOT, context.focus, context.peers)
    themes = [
        (t, standing(context.index, t.id, context.focus, context.peers)) for t in scored_themes(context.catalogue)
    ]
    ranked = sorted(((s.distance, t) for t, s in themes if s and s.distance is not None), key=lambda pair: -pair[0])
    name = context.name(context.focus)
    sentence = (
        findings.index_finding(say, name, total.rank, total.count)
        if total
        else say("{name} har for få tall til en samlet plassering", name=name)
    )
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
            badge=rank_words(place.rank, place.count, say),
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


def _ranking(context: Context) -> None:
    say = context.say
    scores, missing = order(context.index, ROOT, context.ranked)
    place = standing(context.index, ROOT, context.focus, context.peers)
    rows = [(context.label(code), say.number(score, 1)) for code, score in scores.items()]
    bars = [
        Bar(
            context.label(str(code), short=True),
            float(score),
            say.number(score),
            kind="focus" if code == context.focus else "peer",
        )
        for code, score in scores.items()
    ]
    measure = say("Samlet poengsum, 0–100")
    notices = [
        say(
            "Uten samlet poengsum, fordi for mange tall mangler: {names}.",
            names=say.listing([context.name(r) for r in missing]),
        )
    ]
    leaves = [context.catalogue.indicators[leaf.code] for leaf in context.index.result.framework.leaves]
    publishers = sorted({i.publisher for i in leaves})
    finding = findings.index_finding(say, context.name(context.focus), place.rank, place.count) if place else measure
    frame.show(
        frame.Exhibit(
            key="index",
            finding=finding,
            measure=f"{measure}. {context.name_in_full(context.focus)}",
            figure=ranking(bars, context.colours),
            alt=findings.ranking_alt(say, measure, rows),
            source=frame.Source(
                publisher=say.listing(publishers),
                datasets=[(say("{count} indikatorer", count=len(leaves)), "")],
                years=say(
                    "tall for {years}", years=span([p for p in context.index.table.periods.loc[context.focus] if p])
                ),
                derived=True,
            ),
            table=table(
                [Column(say("Region")), Column(say("Plassering"), numeric=True), Column(say("Poeng"), numeric=True)],
                [[name, str(n), score] for n, (name, score) in enumerate(rows, start=1)],
                measure,
                [list(scores.index).index(context.focus)] if context.focus in scores.index else [],
            ),
            csv=lambda: scores.rename("score").rename_axis("region").to_csv(),
            file_name="osloregionen-plassering.csv",
            notices=notices if missing else [],
        ),
        say,
        context.view.release,
        link_here(context),
    )


def render(context: Context) -> None:
    """Draw the page."""
    _lead(context)
    with filters.row("overview"):
        choices.peer_filter(context)
    _themes(context)
    _strengths(context)
    _ranking(context)
