"""One figure with its call: value, place, gap in things that can be counted, trend and reasons."""

from html import escape

import streamlit as st

from components import judgements
from components.cards import rank_words
from components.markup import paragraph
from models.advantages import Assessment, GapTrend, RealGap, is_money
from models.catalogue import Indicator
from pages.context import Context
from pages.describe import figure_source, quantity, unit_suffix

SIGNS = {1: "▲", -1: "▼", 0: "●"}
SIDES = {1: "better", -1: "worse", 0: "even"}


def side(assessment: Assessment) -> int:
    """1 better, -1 worse, 0 neither: in line and unsettled are no side to stand on."""
    return assessment.call.side if assessment.call.kind in ("strength", "weakness", "tendency") else 0


def place_words(context: Context, assessment: Assessment) -> str:
    """The place among the peers that have a figure: "nr. 3 av 12"."""
    found = assessment.measures
    return rank_words(found.rank, found.count + 1, context.say) if found and found.count else ""


def against(context: Context, assessment: Assessment) -> str:
    """The peers' middle value in words."""
    found = assessment.measures
    if found is None or found.median is None:
        return ""
    return context.say(
        "Midt blant sammenligningsregionene: {value}", value=quantity(context, assessment.indicator, found.median)
    )


def counted(context: Context, indicator: Indicator, gap: RealGap | None, level: str, *, half: bool = False) -> str:
    """A gap in people, nights or euros, against somebody's level; empty where it cannot be counted."""
    if gap is None or indicator.counted is None or round(gap.amount) == 0:
        return ""
    say, things, money = context.say, context.say.of(indicator.counted), is_money(context.catalogue, gap)
    return judgements.level_words(say, level, gap.amount, things, money=money, half=half)


def change_a_year(context: Context, indicator: Indicator, value: float) -> str:
    """A change a year: one decimal more than the figure has, since changes are small beside it."""
    return context.say.quantity(value, indicator.decimals + 1, unit_suffix(context, indicator, difference=True))


def trend(context: Context, indicator: Indicator, found: GapTrend | None) -> str:
    """Whether the gap closes or widens."""
    return judgements.trend_words(context.say, found, lambda value: change_a_year(context, indicator, value))


def show_judged(context: Context, assessment: Assessment, found: GapTrend | None) -> None:
    """Draw a figure of a list: its name leads to the theme's page."""
    say, indicator, measures = context.say, assessment.indicator, assessment.measures
    theme = context.catalogue.themes[indicator.theme]
    with st.container(key=f"judged-{indicator.id}", gap=None):
        context.link(theme.slug, say.of(indicator.title), indicator=indicator.id)
        if measures is None:
            st.html(paragraph(say("Ingen tall for {name}.", name=context.name(context.focus)), "note"))
            return
        way = side(assessment)
        parts = [
            f'<p class="row"><span class="sign" aria-hidden="true">{SIGNS[way]}</span>'
            f'<span class="value">{escape(quantity(context, indicator, measures.value))}</span>'
            f'<span class="badge">{escape(place_words(context, assessment))}</span></p>'
        ]
        parts += [
            paragraph(text)
            for text in (
                counted(context, indicator, assessment.to_median, say("midtregionen")),
                trend(context, indicator, found) if found and found.kind != "unclear" else "",
            )
            if text
        ]
        notes = [
            against(context, assessment),
            trend(context, indicator, found) if found is None or found.kind == "unclear" else "",
            _sure(context, assessment),
        ]
        parts += [paragraph(text, "note") for text in notes if text]
        parts.append(f'<p class="note">{figure_source(context, indicator, measures.period)}</p>')
        st.html(f'<div class="judged {SIDES[way]}">{"".join(parts)}</div>')


def _sure(context: Context, assessment: Assessment) -> str:
    """The reasons for the call; without a call, that there are too few regions."""
    if words := judgements.reasons_words(context.say, assessment):
        return context.say("Hvor sikkert: {reasons}.", reasons=words)
    return ""
