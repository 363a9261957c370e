"""What stands at the top of the strategy's page: the finding, the change, and which strategy this is."""

from collections.abc import Sequence
from datetime import UTC, datetime

from components.words.wording import within
from models.catalogue.strategy import Goal, Strategy
from models.strategy.progress import Commitment, leading, tally
from models.strategy.readings import StrategyFigure
from pages.exhibits.looked_at import Context

NAMED = 4  # figures named before the rest is counted


def finding(context: Context, parts: Sequence[Commitment], what: str = "") -> str:
    """The page's title: what can be measured, or what is documented, or where the region stands on one field or goal.

    Args:
        context: the run.
        parts: the activities or goals shown.
        what: the field or goal they belong to; empty for the whole strategy.
    """
    say, goals = context.say, [part.of for part in parts if isinstance(part.of, Goal)]
    counted = tally(leading(parts))
    judged = counted.ahead + counted.behind
    if not what:
        n, count = sum(bool(part.leading) for part in parts), len(parts)
        if goals:
            return say("{n} av {count} FN-mål kan måles", n=n, count=count)
        if count == 1:
            return say("{n} av {count} aktivitet kan måles", n=n, count=count)
        return say("{n} av {count} aktiviteter kan måles", n=n, count=count)
    if len(goals) == 1 and goals[0].documented:
        return f"{what}: {say.of(goals[0].documented.text)}"
    if counted.count == 0:
        return say("{name}: ingen tall ennå", name=what)
    if judged == 0:
        return say("{name}: tallene sier ikke om vi ligger foran eller bak", name=what)
    return say(
        "{name}: bedre enn midten av de andre på {ahead} av {count} tall med styrke, svakhet eller tendens",
        name=what,
        ahead=counted.ahead,
        count=judged,
    )


def _named(context: Context, readings: Sequence[StrategyFigure]) -> str:
    """The first few figures by name, and how many more there are."""
    say, rest = context.say, len(readings) - NAMED
    names = [within(say.of(reading.indicator.title)) for reading in readings[:NAMED]]
    return say.listing(names) if rest <= 0 else f"{', '.join(names)} {say.count('og {n} til', 'og {n} til', rest)}"


def summary(context: Context, parts: Sequence[Commitment], missing: Sequence[str]) -> str:
    """Which figures got better and which worse, where the region stands, and what is missing.

    Args:
        context: the run.
        parts: the activities or goals shown.
        missing: names of figures that the strategy asks for and that are not there.
    """
    say, shown = context.say, leading(parts)
    counted = tally(shown)
    better, worse = ([r for r in shown if r.verdict == verdict] for verdict in ("better", "worse"))
    told = []
    if better:
        told.append(say("Blitt bedre: {names}.", names=_named(context, better)))
    if worse:
        told.append(say("Blitt dårligere: {names}.", names=_named(context, worse)))
    if judged := counted.ahead + counted.behind:
        values = {"name": context.name(context.focus), "ahead": counted.ahead, "count": judged}
        told.append(
            say(
                "{name} er bedre enn midten av de andre på {ahead} av {count} tall med styrke, svakhet eller tendens.",
                **values,
            )
        )
    if alone := counted.count - counted.changes:
        told.append(
            say.count(
                "{n} tall har ikke noe tidligere år å måle mot.",
                "{n} tall har ikke noe tidligere år å måle mot.",
                alone,
            )
        )
    documented = any(isinstance(part.of, Goal) and part.of.documented for part in parts)
    if missing and not documented:
        told.append(say("Mangler: {names}.", names=say.listing(list(missing))))
    return " ".join(told)


def period(context: Context, strategy: Strategy) -> str:
    """Which strategy this is and whether it still holds, in a neutral line."""
    say, today = context.say, datetime.now(UTC).date()
    title = say.of(strategy.title)
    if today > strategy.valid_to:
        return say(
            "{title}. Perioden gikk ut {until}. Tallene er de nyeste vi har.",
            title=title,
            until=say.date(strategy.valid_to),
        )
    if today < strategy.valid_from:
        return say("{title}. Perioden begynner {start}.", title=title, start=say.date(strategy.valid_from))
    return say("{title}. Perioden varer til {until}.", title=title, until=say.date(strategy.valid_to))
