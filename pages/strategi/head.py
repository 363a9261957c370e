"""What stands at the top of the strategy's page: the finding, the change, and which strategy this is."""

from collections.abc import Sequence
from datetime import UTC, datetime

from models.catalogue.strategy import Strategy
from models.strategy_progress import Tally
from pages.context import Context


def finding(context: Context, counted: Tally, what: str = "") -> str:
    """The page's title: where the region stands on the figures shown, or that there are none.

    Args:
        context: the run.
        counted: the figures.
        what: the field or goal they belong to; empty for the whole strategy.
    """
    say = context.say
    judged = counted.ahead + counted.behind
    values = {"name": what or context.name(context.focus), "ahead": counted.ahead, "count": judged}
    if counted.count == 0:
        return say("{name}: ingen tall ennå", **values)
    if judged == 0:
        return say("{name}: tallene sier ikke om vi ligger foran eller bak", **values)
    if what:
        return say("{name}: foran regionen midt på lista på {ahead} av {count} tall", **values)
    return say("{name} ligger foran regionen midt på lista på {ahead} av {count} tall", **values)


def summary(context: Context, counted: Tally, missing: Sequence[str]) -> str:
    """How the figures have changed, for how many that cannot be said, and what is missing.

    Args:
        context: the run.
        counted: the figures.
        missing: names of figures that the strategy asks for and that are not there.
    """
    say, parts = context.say, []
    if counted.better + counted.worse:
        parts.append(
            # Of more figures than the title counts: also those of which neither end is better.
            say(
                "Av {count} tall har {better} blitt bedre og {worse} dårligere.",
                count=counted.count,
                better=counted.better,
                worse=counted.worse,
            )
        )
    if alone := counted.count - counted.changes:
        parts.append(
            say.count(
                "{n} tall har ikke noe tidligere år å måle mot.",
                "{n} tall har ikke noe tidligere år å måle mot.",
                alone,
            )
        )
    if missing:
        parts.append(say("Mangler: {names}.", names=say.listing(list(missing))))
    return " ".join(parts)


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
