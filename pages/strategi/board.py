"""The strategy in one screen: a card for each field or goal, then every activity or goal on a line."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.sparkline import SharedYears
from components.html.markup import heading, paragraph
from components.html.strategy_rows import PartRow, card_body, part_table
from models.catalogue.strategy import Goal
from models.strategy.progress import Commitment, Progress, leading, tally
from pages.exhibits.looked_at import Context
from pages.strategi.options import GOALS
from pages.strategi.readings import changed, figure_row, legend, reason, stands

SHOWN = 3  # figures in a card
HOLDERS = 3  # of each question, on a line


@dataclass(frozen=True)
class _Card:
    """A field or goal: what it is called, where its link leads, and what belongs to it."""

    title: str
    chosen: dict[str, str]
    parts: Sequence[Commitment]


def _cards(context: Context, progress: Progress) -> list[_Card]:
    say = context.say
    if context.view.option("by") == GOALS:
        return [_Card(f"{part.key} {say.of(part.of.title)}", {"goal": part.key}, (part,)) for part in progress.goals]
    return [_Card(f"{f.number} {say.of(f.title)}", {"field": f.id}, parts) for f, parts in progress.fields]


def _summary(context: Context, parts: Sequence[Commitment]) -> str:
    """How many of the parts have figures, and where those stand."""
    say = context.say
    told = [part.of.documented for part in parts if isinstance(part.of, Goal) and part.of.documented]
    if told:
        return f"{say.of(told[0].text)}."
    shown = leading(parts)
    counted = tally(shown)
    with_figures = sum(bool(part.leading) for part in parts)
    if not shown:
        who = [name for part in parts for name, _ in holders(context, part)]
        return say("Ingen tall ennå. Kan ha tall: {names}.", names=say.listing(list(dict.fromkeys(who))))
    where = ""
    if counted.ahead + counted.behind:
        values = {"ahead": counted.ahead, "behind": counted.behind}
        where = say("{ahead} bedre enn midten av de andre, {behind} dårligere.", **values)
    if len(parts) == 1:
        return f"{say.count('{n} tall.', '{n} tall.', len(shown))} {where}".strip()
    have = say("Tall for {some} av {all} aktiviteter.", some=with_figures, all=len(parts))
    return f"{have} {where}".strip()


def _show_card(context: Context, card: _Card, years: SharedYears) -> None:
    name = next(iter(card.chosen.values()))
    with context.page.box(f"card-strategy-{name}", gap="none"):
        context.link("strategi", card.title, **card.chosen)
        # Those that can be called good or bad say most; the others fill up.
        telling = sorted(leading(card.parts), key=lambda reading: not (reading.place and reading.place.verdict))
        rows = [figure_row(context, reading, years) for reading in telling[:SHOWN]]
        lacking = {one.indicator.id: one for part in card.parts for one in part.lacking}
        without = [
            (context.say.of(one.indicator.short), reason(context, one))
            for one in list(lacking.values())[: SHOWN - len(rows)]
        ]
        context.page.html(card_body(_summary(context, card.parts), rows, without))


def holders(context: Context, part: Commitment) -> list[tuple[str, str]]:
    """Who may have figures that are missing, with addresses, each once."""
    known = {holder.url: holder.name for question in part.questions for holder in question.holders[:HOLDERS]}
    return [(context.say.of(name), url) for url, name in known.items()]


def part_row(context: Context, part: Commitment) -> PartRow:
    """An activity or goal on one line."""
    say = context.say
    who = holders(context, part)
    counted = tally(part.leading)
    return PartRow(
        key=part.key,
        title=say.of(part.of.title),
        figures=", ".join(say.of(reading.indicator.short) for reading in part.leading),
        stands=stands(context, counted),
        changed=changed(context, counted),
        nothing="" if part.leading else say("Ingen tall. Kan ha tall:") if who else say("Ingen tall ennå."),
        holders=who,
    )


def overview(context: Context, progress: Progress, *, goals: bool) -> str:
    """Every activity, by field, or every goal, on a line each."""
    say = context.say
    if goals:
        groups = [("", [part_row(context, part) for part in progress.goals])]
        first = say("Bærekraftsmål")
        caption = say("Hvert av FNs mål i strategien. Strek: ingen av tallene kan kalles bedre eller dårligere.")
    else:
        groups = [
            (f"{field.number} {say.of(field.title)}", [part_row(context, part) for part in parts])
            for field, parts in progress.fields
        ]
        first = say("Aktivitet")
        caption = say("Hver aktivitet i strategien. Strek: ingen av tallene kan kalles bedre eller dårligere.")
    return part_table(groups, [first, say("Tall"), say("Mot midt på lista"), say("Endring")], caption)


def show_board(context: Context, progress: Progress, years: SharedYears) -> None:
    """Cards, then the list of all."""
    say = context.say
    cards = _cards(context, progress)
    for start in range(0, len(cards), 2):
        for column, card in zip(context.page.columns(2, gap="small"), cards[start : start + 2], strict=False):
            with column:
                _show_card(context, card, years)
    goals = context.view.option("by") == GOALS
    title = say("Alle målene") if goals else say("Alle aktivitetene")
    context.page.html(paragraph(legend(context), "note") + heading(title) + overview(context, progress, goals=goals))
