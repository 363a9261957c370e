"""The figures that show a barrier, each with its call where it can have one, or the reason why there is none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from components.html.barrier_rows import Shows
from components.words import judgements
from models.advantages import Assessment
from models.catalogue import Barrier, Indicator
from models.change.comparable import year_told
from models.comparison.one_year import compare
from pages.barrierer.judged import SIDES, place_words, side
from pages.exhibits.describe import quantity
from pages.exhibits.looked_at import Context
from pages.known.advantages import assessments


@dataclass(frozen=True)
class ShownFigure:
    """A figure of a barrier.

    Attributes:
        indicator: what is measured.
        assessment: its call; None where no direction is good or there is no figure.
        period: the year, "" without a figure.
        row: its line in the register.
    """

    indicator: Indicator
    assessment: Assessment | None
    period: str
    row: Shows


def judged_figures(context: Context, barriers: Iterable[Barrier]) -> dict[str, Assessment]:
    """The calls of every figure of the barriers that can have one, by indicator."""
    known = context.catalogue.indicators
    ids = dict.fromkeys(name for barrier in barriers for name in barrier.indicators)
    chosen = tuple(
        i for i in ids if known[i].direction != "none" and known[i].scope == "europe" and i in context.figures
    )
    judged = assessments(context.focus, context.peers, context.view.release, indicators=chosen)
    return {a.indicator.id: a for a in judged.all}


def _without(context: Context, indicator: Indicator) -> Shows:
    """Why there is no figure to show."""
    say, title = context.say, context.say.of(indicator.title)
    if indicator.scope == "norway":
        return Shows(title, say("bare tall for norske kommuner og fylker"), kind="none")
    if indicator.id not in context.figures:
        return Shows(
            title,
            say("vi har ikke tallet ennå; det finnes hos {publisher}", publisher=indicator.publisher),
            kind="none",
        )
    return Shows(title, say("ingen tall for {name}", name=context.name(context.focus)), kind="none")


def _plain(context: Context, indicator: Indicator) -> ShownFigure:
    """A figure of which no direction is good: value and place by size."""
    say, period = context.say, year_told(context.figures, indicator, context.focus, context.catalogue.reference_regions)
    comparison = (
        compare(context.figures, indicator, period, context.focus, context.peers, catalogue=context.catalogue)
        if period
        else None
    )
    if comparison is None or comparison.value is None:
        return ShownFigure(indicator, None, "", _without(context, indicator))
    words = f"{quantity(context, indicator, comparison.value)} ({period})"
    place = say("nr. {rank} av {count}, høyest først", rank=comparison.rank, count=len(comparison.rows))
    return ShownFigure(indicator, None, period, Shows(say.of(indicator.title), words, place))


def shown_figures(context: Context, barrier: Barrier, judged: Mapping[str, Assessment]) -> list[ShownFigure]:
    """A barrier's figures in the register's order."""
    say, shown = context.say, []
    for name in barrier.indicators:
        indicator, assessment = context.catalogue.indicators[name], judged.get(name)
        if assessment is None:
            usable = indicator.scope == "europe" and name in context.figures
            shown.append(
                _plain(context, indicator) if usable else ShownFigure(indicator, None, "", _without(context, indicator))
            )
        elif assessment.measures is None:
            shown.append(ShownFigure(indicator, None, "", _without(context, indicator)))
        else:
            measures = assessment.measures
            verdict = [place_words(context, assessment), judgements.call_words(say, assessment.call).lower()]
            line = Shows(
                say.of(indicator.title),
                f"{quantity(context, indicator, measures.value)} ({measures.period})",
                ", ".join(part for part in verdict if part),
                SIDES[side(assessment)],
            )
            shown.append(ShownFigure(indicator, assessment, measures.period, line))
    return shown
