"""The releases that an indicator has been in, and how many figures it had in each."""

import streamlit as st

from components.markup import heading, paragraph
from components.tables import Column, table
from models.catalogue import Indicator
from pages import figures
from pages.context import Context


def show_history(context: Context, indicator: Indicator) -> None:
    """A row a release, the newest first."""
    say, known = context.say, figures.history()
    rows = [
        [str(one.id), say.date(one.created), say.number(figures.count_in(one.id, indicator.id))]
        for one in reversed(known)
    ]
    st.html(
        heading(say("Datautgaver"))
        + table(
            [Column(say("Utgave")), Column(say("Laget")), Column(say("Tall i utgaven"), numeric=True)],
            rows,
            say("En lenke viser alltid tallene fra den utgaven den ble laget med."),
        )
        + (paragraph(say("Dette er første utgave. Ingen tall er revidert ennå."), "note") if len(known) == 1 else "")
    )
