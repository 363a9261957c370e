"""Plassering: how do we compare, in all and by theme?"""

import pandas as pd
import streamlit as st

from components import filters, findings, frame
from components.cards import rank_words
from components.charts.ranking import Bar, ranking
from components.markup import heading, lead, paragraph
from components.tables import Cell, Column, Links, table
from models.attractiveness import ROOT, scored_themes
from models.standing import order, standing
from pages import choices
from pages.context import Context
from pages.describe import link_here, quantity, span


def node_title(context: Context, node: str) -> str:
    """What a node of the index is called."""
    return context.say("Samlet") if node == ROOT else context.say.of(context.catalogue.themes[node].title)


def _filters(context: Context) -> None:
    with filters.row("ranking"):
        filters.choice(
            context.say("Poeng for"),
            "score",
            choices.chosen_again(context, "score"),
            lambda node: node_title(context, node),
            context.say,
            width=260,
        )
        choices.mark_filter(context)
        choices.peer_filter(context)


def _regions(context: Context) -> list[str]:
    marked = context.view.option("mark")
    return context.ranked if marked in (choices.NONE, *context.ranked) else [*context.ranked, marked]


def _ranking(context: Context, node: str) -> None:
    say = context.say
    scores, missing = order(context.index, node, _regions(context))
    peers = tuple(r for r in _regions(context) if r != context.focus)
    place = standing(context.index, node, context.focus, peers)
    measure = say("{what}, poeng fra 0 til 100", what=node_title(context, node))
    marked = context.view.option("mark")
    kind = {context.focus: "focus", marked: "marked"}
    ranks = context.index.result.ranks(node, _regions(context))
    bars = [
        Bar(context.label(str(code), short=True), float(score), say.number(score), kind=kind.get(str(code), "peer"))
        for code, score in scores.items()
    ]
    rows = [[context.label(str(code)), str(ranks[code]), say.number(score, 1)] for code, score in scores.items()]
    periods = [p for p in context.index.table.periods.loc[context.focus] if p]
    leaves = [context.catalogue.indicators[leaf.code] for leaf in context.index.result.framework.leaves_under(node)]
    notices = []
    if missing:
        names = say.listing([context.name(r) for r in missing])
        notices.append(say("Uten poeng, fordi for mange tall mangler: {names}.", names=names))
    notices.append(
        say(
            "0 og 100 poeng er det laveste og høyeste tallet blant 26 faste regioner. "
            "Valg av sammenligningsregioner endrer plasseringen, aldri poengene."
        )
    )
    frame.show(
        frame.Exhibit(
            key="ranking",
            finding=findings.index_finding(say, context.name(context.focus), place.rank, place.count)
            if place
            else say("{name} har for få tall til poeng", name=context.name(context.focus)),
            measure=f"{measure}. {context.name_in_full(context.focus)}",
            figure=ranking(bars, context.colours) if bars else None,
            alt=findings.ranking_alt(say, measure, [(row[0], row[2]) for row in rows])
            if rows
            else say("Ingen av regionene har nok tall til poeng."),
            source=frame.Source(
                publisher=say.listing(sorted({i.publisher for i in leaves})),
                datasets=[(say.count("{n} indikator", "{n} indikatorer", len(leaves)), "")],
                years=say("tall for {years}", years=span(periods)),
                derived=True,
            ),
            table=table(
                [Column(say("Region")), Column(say("Plassering"), numeric=True), Column(say("Poeng"), numeric=True)],
                rows,
                measure,
                [n for n, code in enumerate(scores.index) if code == context.focus],
            ),
            csv=lambda: scores.rename("score").rename_axis("region").to_csv(),
            file_name=f"osloregionen-plassering-{node}.csv",
            notices=notices,
        ),
        say,
        context.view.release,
        link_here(context),
    )


def _every_theme(context: Context) -> None:
    """All peers by all themes: score and rank side by side."""
    say, result = context.say, context.index.result
    nodes = [ROOT, *(theme.id for theme in scored_themes(context.catalogue))]
    scores, without = order(context.index, ROOT, _regions(context))
    codes = [*map(str, scores.index), *without]
    ranks = {node: result.ranks(node, codes) for node in nodes}
    cells = [
        [
            context.label(code),
            *(
                f"{say.number(result.scores.at[code, node])} ({ranks[node][code]})"
                if code in ranks[node].index
                else "–"
                for node in nodes
            ),
        ]
        for code in codes
    ]
    st.html(
        heading(say("Alle temaer"))
        + table(
            [Column(say("Region")), *(Column(node_title(context, node), numeric=True) for node in nodes)],
            cells,
            say("Poeng, med plassering i parentes. Strek betyr for få tall."),
            [codes.index(context.focus)],
        )
    )


def _why(context: Context, node: str) -> None:
    """Which figures a score is made of: value, points, weight and year for the focus region."""
    say, index = context.say, context.index
    tree = index.result.framework
    weights = effective_weights(context, node)
    rows: list[list[Cell]] = []
    for leaf in tree.leaves_under(node):
        indicator = context.catalogue.indicators[leaf.code]
        score = index.score(leaf.code, context.focus)
        value = index.table.values.at[context.focus, leaf.code]
        period = str(index.table.periods.at[context.focus, leaf.code])
        rows.append(
            [
                say.of(indicator.title),
                "–" if pd.isna(value) else quantity(context, indicator, float(value)),
                period or "–",
                "–" if score is None else say.number(score),
                say.quantity(100 * weights[leaf.code], 1, "%"),
                Links(list(context.catalogue.dataset_links(indicator))),
            ]
        )
    with st.expander(say("Hvorfor disse poengene?"), icon=":material/help:"):
        st.html(
            table(
                [
                    Column(say("Indikator")),
                    Column(say("Tall"), numeric=True),
                    Column(say("År"), numeric=True),
                    Column(say("Poeng"), numeric=True),
                    Column(say("Vekt"), numeric=True),
                    Column(say("Kilde")),
                ],
                rows,
                say(
                    "{what}: tallene bak poengene til {name}",
                    what=node_title(context, node),
                    name=context.name(context.focus),
                ),
            )
            + paragraph(
                say(
                    "Indikatorer som måler nesten det samme, deler én vekt. "
                    "Mangler et tall, fordeles vekten på de andre."
                ),
                "note",
            )
        )


def effective_weights(context: Context, node: str) -> dict[str, float]:
    """Share of each indicator in a node's score when no figure is missing; the shares sum to 1."""
    tree = context.index.result.framework
    found: dict[str, float] = {}

    def share(code: str, part: float) -> None:
        children = tree.children[code]
        if not children:
            found[code] = part
            return
        total = sum(child.weight for child in children)
        for child in children:
            share(child.code, part * child.weight / total)

    share(node, 1.0)
    return found


def render(context: Context) -> None:
    """Draw the page."""
    say = context.say
    node = context.view.option("score")
    peers = tuple(r for r in _regions(context) if r != context.focus)
    place = standing(context.index, node, context.focus, peers)
    title = say("Slik plasserer {name} seg", name=context.name(context.focus))
    st.html(lead(title))
    _filters(context)
    if place:
        st.html(paragraph(f"{node_title(context, node)}: {rank_words(place.rank, place.count, say)}", "summary"))
    _ranking(context, node)
    _why(context, node)
    _every_theme(context)
