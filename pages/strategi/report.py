"""The yearly report: the whole strategy on paper, nothing hidden and no widgets."""

from collections.abc import Sequence

from components.charts.sparkline import SharedYears
from components.html.markup import heading, paragraph
from components.html.tables import Column, table
from models.strategy.progress import Commitment, Progress, every
from models.strategy.readings import StrategyFigure
from pages.exhibits.describe import quantity
from pages.exhibits.looked_at import Context
from pages.strategi.board import overview
from pages.strategi.detail import (
    barriers_html,
    documented_html,
    figures_html,
    lacking_html,
    nothing,
    questions_html,
    title_html,
)
from pages.strategi.readings import change_in_words, legend, place_in_words


def _part(context: Context, part: Commitment, years: SharedYears) -> str:
    """An activity or goal: its leading figures; the others stand in the list of all figures."""
    return (
        f'<section class="part">{title_html(context, part)}'
        + documented_html(context, part)
        + nothing(context, part)
        + figures_html(context, part.leading, years, f"{part.key} {context.say.of(part.of.title)}")
        + lacking_html(context, part.lacking)
        + barriers_html(context, part.barriers)
        + questions_html(context, part.questions, {question.id for question in part.questions})
        + "</section>"
    )


def _chapter(title: str, body: str, kind: str = "chapter") -> str:
    return f'<section class="{kind}">{heading(title)}{body}</section>'


def list_of(context: Context, shown: Sequence[StrategyFigure], caption: str, within: Progress | None = None) -> str:
    """Figures as a table.

    Args:
        context: the page.
        shown: the figures.
        caption: what the table holds.
        within: also tells which activities and goals each figure belongs to, and its source.
    """
    say = context.say

    def of(parts: tuple[Commitment, ...], reading: StrategyFigure) -> str:
        return ", ".join(part.key for part in parts if reading in (*part.leading, *part.more)) or "–"

    def belongs(progress: Progress, reading: StrategyFigure) -> list[str]:
        source = f"{reading.indicator.publisher} ({reading.indicator.dataset})"
        return [of(progress.activities, reading), of(progress.goals, reading), source]

    rows = [
        [
            say.of(reading.indicator.title),
            quantity(context, reading.indicator, reading.value),
            reading.period,
            place_in_words(context, reading),
            change_in_words(context, reading),
            *(belongs(within, reading) if within else []),
        ]
        for reading in shown
    ]
    columns = [
        Column(say("Tall")),
        Column(say("Verdi"), numeric=True),
        Column(say("År"), numeric=True),
        Column(say("Plassering")),
        Column(say("Endring")),
    ]
    more = [Column(say("Aktiviteter")), Column(say("FN-mål")), Column(say("Kilde"))]
    return table([*columns, *(more if within else [])], rows, caption)


def show_report(context: Context, progress: Progress, years: SharedYears) -> None:
    """Overview, fields with their activities, UN goals, all figures."""
    say = context.say
    chapters = [
        _chapter(say("Alle aktivitetene"), overview(context, progress, goals=False), "summary-of-all"),
        _chapter(say("FNs bærekraftsmål"), overview(context, progress, goals=True), "summary-of-all"),
    ]
    key = paragraph(legend(context), "note")
    for field, parts in progress.fields:
        body = key + "".join(_part(context, part, years) for part in parts)
        chapters.append(_chapter(f"{field.number} {say.of(field.title)}", body))
    goals = key + "".join(_part(context, part, years) for part in progress.goals)
    chapters.append(_chapter(say("Målene, ett for ett"), goals))
    caption = say("Alle tall som hører til strategien, hvert av dem én gang.")
    listed = list_of(context, every((*progress.activities, *progress.goals)), caption, progress)
    chapters.append(_chapter(say("Alle tallene"), listed))
    context.page.html(f'<div class="sheet">{"".join(chapters)}</div>')


def paper(line: str) -> str:
    """Page margins for A4 with a running line at the foot and the page number."""
    safe = line.replace("\\", "").replace('"', "'").replace("<", "")
    return (
        "<style>@page { size: A4; margin: 14mm 14mm 16mm; font: 8pt sans-serif; "
        f'@bottom-left {{ content: "{safe}"; }} '
        '@bottom-right { content: counter(page) " / " counter(pages); } }</style>'
    )
