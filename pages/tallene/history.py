"""The releases that an indicator has been in, and how many figures it had in each."""

import streamlit as st

from components.markup import heading, paragraph
from components.tables import Column, table
from models.catalogue import Indicator
from models.revisions import Counts
from pages import figures
from pages.context import Context


def _changes(context: Context, indicator: Indicator, earlier: list[int], release: int) -> list[str]:
    """How many figures are new, revised and withdrawn against the release before; dashes for the first."""
    if not earlier:
        return ["–"] * 3
    found = figures.revisions(earlier[-1], release).by_indicator.get(indicator.id, Counts())
    return [context.say.number(n) for n in (found.added, found.revised, found.withdrawn)]


def show_history(context: Context, indicator: Indicator) -> None:
    """A row a release, the newest first."""
    say, known = context.say, figures.history()
    rows = [
        [
            str(one.id),
            say.date(one.created),
            say.number(figures.count_in(one.id, indicator.id)),
            *_changes(context, indicator, [r.id for r in known[:place]], one.id),
        ]
        for place, one in reversed(list(enumerate(known)))
    ]
    st.html(
        heading(say("Datautgaver"))
        + table(
            [
                Column(say("Utgave")),
                Column(say("Laget")),
                Column(say("Tall i utgaven"), numeric=True),
                Column(say("Nye"), numeric=True),
                Column(say("Reviderte"), numeric=True),
                Column(say("Trukket tilbake"), numeric=True),
            ],
            rows,
            say("En lenke viser alltid tallene fra den utgaven den ble laget med."),
        )
        + (paragraph(say("Dette er første utgave. Ingen tall er revidert ennå."), "note") if len(known) == 1 else "")
    )
