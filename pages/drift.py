"""A link keeps the figures it was made with. Where newer ones differ, the page says so and shows both."""

import pandas as pd
import streamlit as st

from components.tables import Column, table
from models.catalogue import Indicator
from models.reference_year import neighbours
from pages import choices, figures
from pages.context import Context
from pages.describe import value_with_flag

SHOWN = 50  # figures in the table; the terminal lists all (`python -m data_sources.releases --diff`)


def _indicators(context: Context) -> list[Indicator]:
    """What the page shows: the chosen indicator, else all that give points."""
    chosen = context.view.options.get("indicator", choices.NONE)
    if chosen in context.catalogue.indicators:
        return [context.catalogue.indicators[chosen]]
    return list(context.catalogue.scored)


def _changed(context: Context, newest: int) -> pd.DataFrame:
    """The figures of this view that differ in the newest release; of scores those of their reference years."""
    entries = _indicators(context)
    rows = figures.revisions(context.view.release, newest).of((i.id for i in entries), context.ranked)
    if len(entries) == 1:
        return rows
    tolerance = context.catalogue.rules.year_tolerance
    usable = {
        (i.id, near) for i in entries if i.score for period in i.score.periods for near in neighbours(period, tolerance)
    }
    kept = [key in usable for key in zip(rows["indicator"], rows["period"], strict=True)]
    return rows.loc[kept]


def _table(context: Context, rows: pd.DataFrame, newest: int) -> str:
    say, catalogue = context.say, context.catalogue
    columns = [
        Column(say("Indikator")),
        Column(say("Region")),
        Column(say("År")),
        Column(say("Datautgave {number}", number=context.view.release), numeric=True),
        Column(say("Datautgave {number}", number=newest), numeric=True),
    ]
    cells = []
    for row in rows.head(SHOWN).itertuples():
        indicator = catalogue.indicators[row.indicator]
        old = value_with_flag(context, indicator, row.old_value, row.old_flag)
        new = value_with_flag(context, indicator, row.value, row.flag)
        cells.append([say.of(indicator.title), context.label(row.region), row.period, old, new])
    return table(columns, cells, say("Tall som er endret"))


def show_drift(context: Context) -> None:
    """Say how many figures of this view differ in the newest release, show both, and lead there."""
    newest, say = context.frame.releases[-1], context.say
    if context.view.release == newest:
        return
    rows = _changed(context, newest)
    values = {"release": context.view.release, "newest": newest}
    if rows.empty:
        words = say("Lenken viser datautgave {release}. Tallene her er de samme i datautgave {newest}.", **values)
    else:
        words = say.count(
            "{n} tall i denne visningen er endret siden lenken ble laget. Du ser datautgave {release}.",
            "{n} tall i denne visningen er endret siden lenken ble laget. Du ser datautgave {release}.",
            len(rows),
            **values,
        )
    with st.container(border=True, key="drift", gap="small"):
        st.html(f'<p class="drift" role="status">{words}</p>')
        with st.container(horizontal=True, gap="small"):
            context.link(
                context.spec.slug,
                say("Vis datautgave {newest}", newest=newest),
                **{**context.view.options, "release": str(newest)},
            )
            if len(rows):
                with st.popover(say("Se hva som er endret"), icon=":material/difference:", type="tertiary"):
                    st.html(_table(context, rows, newest))
                    if len(rows) > SHOWN:
                        st.caption(say("De {shown} første av {count}.", shown=SHOWN, count=say.number(len(rows))))
