"""Strategi og mål: how are we doing on what we set out to do?"""

from collections.abc import Sequence
from datetime import UTC, datetime

from components.exhibit import Exhibit, SourceNote
from components.html.markup import lead, paragraph
from components.html.tools import print_button
from components.words import comparing
from components.words.flags import flags_explained, release_words
from models.catalogue.strategy import Strategy
from models.strategy.progress import Commitment, Progress, every
from models.strategy.readings import StrategyFigure
from pages import choices
from pages.exhibits.describe import span
from pages.exhibits.looked_at import Context
from pages.strategi.board import show_board
from pages.strategi.detail import show_part
from pages.strategi.head import finding, period, summary
from pages.strategi.options import ALL, GOALS, REPORT, SCREEN
from pages.strategi.readings import axis, legend, read, years_rows
from pages.strategi.report import list_of, paper, show_report

NAMED = 30  # peers named one by one


def _filters(context: Context, strategy: Strategy) -> None:
    say, view = context.say, context.view
    known = context.catalogue.strategies
    with context.row("strategy"):
        if len(known) > 1:
            context.choice(
                "strategy",
                lambda code: say.of(known[code].title),
                resets=("field", "goal"),
            )
        context.choice(
            "form",
            lambda code: say("Årsrapport til utskrift") if code == REPORT else say("På skjermen"),
        )
        if view.option("form") == SCREEN:
            context.choice(
                "by",
                lambda code: say("FNs bærekraftsmål") if code == GOALS else say("Innsatsområder"),
            )
            if view.option("by") == GOALS:
                goals = {str(goal.number): goal for goal in strategy.goal}
                context.choice(
                    "goal",
                    lambda code: say("Alle målene") if code == ALL else f"{code} {say.of(goals[code].title)}",
                )
            else:
                fields = {field.id: field for field in strategy.field}
                context.choice(
                    "field",
                    lambda code: (
                        say("Alle områdene") if code == ALL else f"{fields[code].number} {say.of(fields[code].title)}"
                    ),
                )
        choices.peer_filter(context)


def _chosen(context: Context, progress: Progress) -> tuple[str, tuple[Commitment, ...]]:
    """The name and the parts of the field or goal chosen; no name for all."""
    say, view = context.say, context.view
    if view.option("form") == REPORT:
        return "", progress.activities
    if view.option("by") == GOALS:
        one = tuple(part for part in progress.goals if part.key == view.option("goal"))
        return (f"{one[0].key} {say.of(one[0].of.title)}", one) if one else ("", progress.goals)
    for field, parts in progress.fields:
        if field.id == view.option("field"):
            return say.of(field.title), parts
    return "", progress.activities


def render(context: Context) -> None:
    """Draw the page."""
    say, view = context.say, context.view
    strategy = context.catalogue.strategies[view.option("strategy")]
    report = view.option("form") == REPORT
    detail = report or view.option("goal" if view.option("by") == GOALS else "field") != ALL
    progress = read(context, whole=detail)
    what, parts = _chosen(context, progress)
    if report:
        _letterhead(context, strategy)
    missing = {
        say.of(one.indicator.title)
        for part in parts
        for one in part.lacking
        if what and one.why != "municipal" and one.indicator.id in part.of.indicators
    }
    context.page.html(
        lead(finding(context, parts, what))
        + paragraph(summary(context, parts, sorted(missing)), "summary")
        + paragraph(
            period(context, strategy)
            + " "
            + say("Tallene viser utviklingen på feltet, ikke virkningen av aktiviteten."),
            "measure",
        )
    )
    _filters(context, strategy)
    years = axis(strategy, every(parts))
    if report:
        _print(context)
        show_report(context, progress, years)
    elif detail:
        context.page.html(paragraph(legend(context), "note"))
        answered: set[str] = set()
        for part in parts:
            show_part(context, part, years, answered)
    else:
        show_board(context, progress, years)
    _tools(context, finding(context, parts, what), every(parts))


def _letterhead(context: Context, strategy: Strategy) -> None:
    """The paper that the report is printed on, and its first line: what this is, of when, from which release."""
    say = context.say
    date = say.date(datetime.now(UTC).date())
    title = f"{say.of(context.catalogue.identity.name)} · {say('Strategi og mål')}"
    release = say("datautgave {number}", number=context.view.release)
    context.page.html(paper(" · ".join((title, date, release))))
    context.page.html(paragraph(" · ".join((title, say.of(strategy.title), date, release)), "on-paper"))


def _print(context: Context) -> None:
    """The button that prints."""
    say = context.say
    with context.page.box("tools-print", horizontal=True, align="center"):
        context.page.html(print_button(say))
        context.page.html(
            paragraph(say("Eller trykk Ctrl+P (⌘P på Mac). Velg «Lagre som PDF» for å få en fil."), "note")
        )


def _tools(context: Context, title: str, shown: Sequence[StrategyFigure]) -> None:
    """What the figures are of, and what can be done with them."""
    say = context.say
    flags = flags_explained([reading.flag for reading in shown], say)
    peers = [context.name(peer, short=True) for peer in context.peers]
    named = f": {say.listing(peers)}." if len(peers) <= NAMED else "."
    compared = comparing.compared_with(say, [one.place.count - 1 for one in shown if one.place is not None])
    lines = [
        f"{context.name_in_full(context.focus)}, {compared}{named}" if compared else "",
        release_words(say, context.view.release),
        f"{flags}." if flags else "",
    ]
    context.page.html(paragraph(" ".join(line for line in lines if line), "source"))
    years = [str(year) for one in shown for year in one.line.points.index]
    indicators = {reading.indicator.id: reading.indicator for reading in shown}.values()
    as_table = list_of(context, shown, title)
    context.page.tools(
        Exhibit(
            key="strategy",
            finding=title,
            measure=lines[0] or context.name_in_full(context.focus),
            figure=None,
            alt=say("Hvert tall med årene før, slik tabellene viser dem."),
            body=as_table,
            source=SourceNote(
                publisher=say.listing(sorted({indicator.publisher for indicator in indicators})),
                datasets=[(say.count("{n} indikator", "{n} indikatorer", len(indicators)), "")],
                years=say("tall for {years}", years=span(years)),
                derived=any(indicator.derivation for indicator in indicators),
            ),
            table=as_table,
            rows=years_rows(context.focus, shown),
            file_name=f"osloregionen-strategi-{context.view.option('strategy')}",
        )
    )
