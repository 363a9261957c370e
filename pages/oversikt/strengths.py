"""Three strengths and three weaknesses by the vote over peer sets, years and ways to measure the spread."""

from collections.abc import Sequence

import streamlit as st

from components import calls
from components.cards import call_body, rank_words
from components.markup import heading, paragraph
from components.real_gaps import counted_gap
from models.advantages import Assessment, Assessments
from models.standing import by_distance
from pages.advantages import assessments
from pages.context import Context
from pages.describe import figure_source, quantity

SHOWN = 3  # of each
BARRIERS = "barrierer"


def _chosen(found: Assessments, side: int) -> list[Assessment]:
    """The clearest calls of one side: strengths or weaknesses first, then tendencies."""
    firm = found.of("strength" if side > 0 else "weakness")
    tending = [a for a in found.of("tendency") if a.call.side == side]
    return [a for a in (*firm, *tending) if a.measures is not None][:SHOWN]


def _unrated(context: Context, found: Assessments, side: int) -> list[Assessment]:
    """Where nothing is rated: the figures furthest ahead or behind, in points on the index's fixed scale."""
    by_id = {a.indicator.id: a for a in found.all if a.measures is not None}
    places = by_distance(context.index, context.focus, context.peers)
    ordered = places if side > 0 else list(reversed(places))
    return [by_id[p.node] for p in ordered if (p.distance or 0) * side > 0 and p.node in by_id][:SHOWN]


def _gap(context: Context, one: Assessment) -> str:
    """The distance to the median region, in the unit, and what its level would have meant."""
    say, indicator, measures = context.say, one.indicator, one.measures
    if measures is None or measures.gap is None or measures.median is None:
        return ""
    size = quantity(context, indicator, abs(measures.gap), difference=True)
    values = {"gap": size, "median": quantity(context, indicator, measures.median)}
    if measures.gap > 0:
        words = say("{gap} over midtregionen ({median}).", **values)
    else:
        words = say("{gap} under midtregionen ({median}).", **values)
    counted = counted_gap(say, context.catalogue, indicator, one.to_median)
    return f"{words} {say('Med midtregionens nivå: {counted}.', counted=counted)}" if counted else words


def _line(context: Context, one: Assessment, side: int) -> None:
    say, indicator, measures = context.say, one.indicator, one.measures
    if measures is None:
        return
    better = side > 0
    with st.container(key=f"call-{'better' if better else 'worse'}-{indicator.id.replace('_', '-')}", gap=None):
        context.link(context.catalogue.themes[indicator.theme].slug, say.of(indicator.title), indicator=indicator.id)
        st.html(
            call_body(
                value=quantity(context, indicator, measures.value),
                badge=rank_words(measures.rank, measures.count + 1, say),
                gap=_gap(context, one),
                sure="" if one.call.kind == "not_rated" else calls.sureness(say, one.call),
                source=figure_source(context, indicator, measures.period),
                better=better,
            )
        )


def _column(context: Context, title: str, chosen: Sequence[Assessment], side: int) -> None:
    st.html(heading(title))
    if not chosen:
        st.html(paragraph(context.say("Ingen som tallene er enige om."), "note"))
    for one in chosen:
        _line(context, one, side)


def show_strengths(context: Context) -> None:
    """Draw both lists, how many chance alone would give, and the way on to all of them."""
    say = context.say
    found = assessments(context.focus, context.peers, context.view.release)
    rated = found.rated > 0
    if rated:
        titles = (say("Styrker"), say("Svakheter"))
        lists = (_chosen(found, 1), _chosen(found, -1))
        notes = [calls.counted(say, context.name(context.focus), found), calls.by_chance(say, found)]
    else:
        titles = (say("Lengst foran"), say("Lengst bak"))
        lists = (_unrated(context, found, 1), _unrated(context, found, -1))
        notes = [calls.too_few_peers(say, found)]
    with st.container(key="calls", gap="xsmall"):
        for column, title, chosen, side in zip(st.columns(2, gap="large"), titles, lists, (1, -1), strict=True):
            with column.container(gap=None):
                _column(context, title, chosen, side)
        st.html(paragraph(" ".join(notes), "chance"))
        if BARRIERS in context.links:
            context.link(BARRIERS, say("Alle styrker, svakheter og barrierer"))
