"""The releases that an indicator has been in: what was new, revised and withdrawn in each."""

from components.html.markup import bullets, heading, paragraph
from components.html.tables import Column, table
from components.words.text import NBSP
from models.catalogue import Indicator
from models.figures.revisions import Counts
from pages.exhibits.describe import then_and_now
from pages.exhibits.looked_at import Context
from pages.known import releases

SHOWN = 8  # revised figures of Osloregionen


def _revised(context: Context, indicator: Indicator) -> list[str]:
    """The focus region's figures that the newest release revised, as they were and as they are."""
    history = releases.history()
    if len(history) < 2:
        return []
    changed = releases.revisions(history[-2].id, history[-1].id).of([indicator.id], [context.focus])
    lines = []
    for row in changed.loc[changed["kind"] == "revised"].sort_values("period", ascending=False).itertuples():
        old, new = then_and_now(
            context, indicator, (float(row.old_value), str(row.old_flag)), (float(row.value), str(row.flag))
        )
        lines.append(context.say("{year}: {new}, var {old}", year=str(row.period), new=new, old=old))
    return lines


def show_history(context: Context, indicator: Indicator) -> None:
    """A row a release, the newest first, and what it revised for the focus region."""
    say, history = context.say, releases.history()
    rows = []
    for one in reversed(history):
        changed = one.summary.indicators.get(indicator.id, Counts())
        first = one.id == history[0].id
        rows.append(
            [
                str(one.id),
                say.date(one.created).replace(" ", NBSP),
                say.number(releases.count_in(one.id, indicator.id)),
                *("–" if first else say.number(n) for n in (changed.added, changed.revised, changed.withdrawn)),
            ]
        )
    columns = [Column(say("Utgave")), Column(say("Lagt inn")), Column(say("Tall i utgaven"), numeric=True)]
    columns += [Column(title, numeric=True) for title in (say("Nye"), say("Reviderte"), say("Trukket tilbake"))]
    words = table(columns, rows, say("En lenke viser alltid tallene fra den utgaven den ble laget med."))
    if len(history) == 1:
        words += paragraph(say("Dette er første utgave. Ingen tall er revidert ennå."), "note")
    elif lines := _revised(context, indicator):
        name = context.name(context.focus)
        words += paragraph(say("Revidert for {name} i den nyeste utgaven:", name=name)) + bullets(lines[:SHOWN])
    context.page.html(heading(say("Datautgaver og revisjoner")) + words)
