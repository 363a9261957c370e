"""Plassering: how do we compare, in all and by theme, and how sure is it?"""

import streamlit as st

from components import filters, findings
from components.cards import rank_words
from components.markup import lead, paragraph
from models.attractiveness import scored_themes
from models.rank_ranges import RankRanges
from models.standing import standing
from pages import choices, figures
from pages.context import Context
from pages.sammenlign import options
from pages.sammenlign.certainty import show_chances, show_ranges
from pages.sammenlign.scores import show_scores
from pages.sammenlign.scoretable import show_every_theme, show_why
from pages.sammenlign.view import Ranking, node_title


def _weights(context: Context) -> figures.Weights:
    """The reader's theme weights where they differ from the catalogue's, else nothing."""
    chosen = options.chosen_weights(context.view.options)
    usual = {theme.id: theme.weight for theme in scored_themes(context.catalogue)}
    return () if chosen == usual or not any(chosen.values()) else tuple(sorted(chosen.items()))


def _filters(context: Context) -> None:
    say = context.say
    with filters.row("ranking"):
        filters.choice(
            say("Poeng for"),
            "score",
            choices.chosen_again(context, "score"),
            lambda node: node_title(context, node),
            say,
            width=260,
        )
        choices.mark_filter(context)
        choices.peer_filter(context)
    with st.expander(say("Vekt temaene selv"), icon=":material/tune:"):
        st.html(paragraph(say("0 betyr at temaet ikke teller. Alle temaer veier like mye fra før."), "note"))
        with filters.row("weights"):
            for theme in scored_themes(context.catalogue):
                filters.steps(say.of(theme.title), options.weight_name(theme.id), options.WEIGHTS, say)


def _sure(context: Context, ranking: Ranking) -> None:
    """The place with its range, in words."""
    say, ranges = context.say, ranking.ranges
    place = standing(ranking.index, ranking.node, context.focus, ranking.peers)
    if place is None:
        st.html(paragraph(say("{name} har for få tall til poeng", name=context.name(context.focus)), "summary"))
        return
    own = ranges.own if ranges else (place.rank, place.rank, place.rank)
    words = rank_words(own[0], place.count, say, (own[1], own[2]) if ranges else None)
    weighted = f" · {say('egne vekter')}" if ranking.weighted else ""
    st.html(paragraph(f"{node_title(context, ranking.node)}: {words}{weighted}", "summary"))
    if ranking.weighted:
        st.info(
            say("Du ser plasseringer med egne vekter. Si «egne vekter» når du bruker dem videre."),
            icon=":material/tune:",
        )


def _ranking(context: Context) -> Ranking:
    marked = context.view.option("mark")
    peers = context.peers if marked in (choices.NONE, *context.peers) else (*context.peers, marked)
    weights = _weights(context)
    node = context.view.option("score")
    found: RankRanges | None = figures.ranks(context.focus, peers, context.view.release, weights).get(node)
    return Ranking(
        node=node,
        peers=peers,
        marked=marked,
        index=figures.index(context.view.release, weights),
        ranges=found,
        weighted=bool(weights),
    )


def render(context: Context) -> None:
    """Draw the page."""
    st.html(lead(findings.ranking_title(context.say, context.name(context.focus))))
    _filters(context)
    ranking = _ranking(context)
    _sure(context, ranking)
    left, right = st.columns(2, gap="large")
    with left:
        show_scores(context, ranking)
    with right:
        show_ranges(context, ranking)
    show_chances(context, ranking)
    show_why(context, ranking)
    show_every_theme(context, ranking)
