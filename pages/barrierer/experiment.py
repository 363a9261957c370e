"""The exhibit of a thought experiment: places and scores today, and with the figures that the reader has moved."""

from collections.abc import Mapping
from textwrap import wrap

import pandas as pd
from markupsafe import Markup

from components.charts.rank_range import RankDot, rank_range
from components.exhibit import Exhibit, SourceNote
from components.html.cards import number_block, rank_words
from components.html.tables import Column, table
from components.rows import Rows, rows_of
from models.index.attractiveness import ROOT, Attractiveness
from models.index.rank_ranges import RankRanges
from models.index.standing import order
from pages.barrierer.slots import Slot
from pages.exhibits.describe import quantity, span
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.known.thought import Thought, thought
from pages.sammenlign.scores import without_points
from pages.sammenlign.view import node_title

NAME_WIDTH = 16  # characters in a line of a name beside the chart


def _themes(context: Context, changed: Mapping[str, float]) -> list[str]:
    """The total, and the themes that the moved figures belong to."""
    return [ROOT, *dict.fromkeys(context.catalogue.indicators[name].theme for name in changed)]


def _place(context: Context, ranks: Mapping[str, RankRanges], node: str) -> str:
    ranges = ranks.get(node)
    return rank_words(ranges.own[0], ranges.count, context.say, ranges.own[1:]) if ranges else "–"


def _points(context: Context, index: Attractiveness, node: str) -> str:
    score = index.score(node, context.focus)
    return "–" if score is None else context.say.number(score, 1)


def _rows(
    context: Context, nodes: list[str], today: Mapping[str, RankRanges], then: Thought
) -> list[tuple[str, str, str, str, str]]:
    """What, points today and then, place today and then."""
    return [
        (
            node_title(context, node),
            _points(context, context.index, node),
            _points(context, then.index, node),
            _place(context, today, node),
            _place(context, then.ranks, node),
        )
        for node in nodes
    ]


def _bars(
    context: Context, nodes: list[str], today: Mapping[str, RankRanges], then: Mapping[str, RankRanges]
) -> list[RankDot]:
    say, bars = context.say, []
    for node in nodes:
        for ranks, kind, when in ((today, "peer", say("i dag")), (then, "focus", say("i eksperimentet"))):
            if node in ranks:
                hover = f"{when}: {_place(context, ranks, node)}"
                # The name stands once, and broken: on a phone a long one would leave no room for the ranks.
                name = "<br>".join(wrap(node_title(context, node), NAME_WIDTH)) if kind == "peer" else when
                bars.append(RankDot(name, *ranks[node].own, hover, kind))
    return bars


def _blocks(context: Context, nodes: list[str], then: Attractiveness) -> list[Markup]:
    """Points today and in the thought experiment, to be read from the back row."""
    return [
        number_block(
            f"{_points(context, context.index, node)} → {_points(context, then, node)}",
            context.say("{what}: poeng i dag og i eksperimentet", what=node_title(context, node)),
        )
        for node in nodes
    ]


_COLUMNS = ("node", "what", "today", "experiment")


def _file(
    context: Context,
    nodes: list[str],
    today: Mapping[str, RankRanges],
    then: Thought | None,
    changed: Mapping[str, float],
) -> Rows:
    """Points and places by node, today and in the experiment; the figures that were moved stand first."""
    cells: list[tuple[str, str, float | int | None, float | int | None]] = [
        (name, "figure", None if pd.isna(now) else float(now), value)
        for name, value in changed.items()
        for now in [context.index.table.values.at[context.focus, name]]
    ]
    if then is None:
        return rows_of(_COLUMNS, cells)
    for node in nodes:
        cells.append((node, "score", context.index.score(node, context.focus), then.index.score(node, context.focus)))
        before, after = today.get(node), then.ranks.get(node)
        cells.append((node, "rank", before.own[0] if before else None, after.own[0] if after else None))
    return rows_of(_COLUMNS, cells)


def _outside(context: Context, slots: list[Slot]) -> list[str]:
    """Notices on figures that cannot move a place."""
    say, notices = context.say, []
    for slot in slots:
        title, theme = say.of(slot.indicator.title), context.catalogue.themes[slot.indicator.theme]
        if slot.new is not None and slot.indicator.id not in context.index.table.values.columns:
            notices.append(
                say(
                    "«{title}» flytter ingen plassering: temaet {theme} har for få tall til poeng.",
                    title=title,
                    theme=say.of(theme.title),
                )
            )
    return notices


def show_experiment(context: Context, slots: list[Slot]) -> None:
    """Draw the places of today beside those of the thought experiment."""
    say, leaves = context.say, context.index.table.values.columns
    changed = {s.indicator.id: s.new for s in slots if s.new is not None and s.indicator.id in leaves}
    measure = say("Plassering i dag, og under den i eksperimentet; streken viser spennet")
    listed = [
        f"{say.of(s.indicator.title)}: {quantity(context, s.indicator, s.aim.value)} → "
        f"{quantity(context, s.indicator, changed[s.indicator.id])}"
        for s in slots
        if s.aim and s.indicator.id in changed
    ]
    notices = [
        say(
            "Tankeeksperiment, ikke en prognose: bare tallene til {name} er endret. Alle andre regioner står stille, "
            "og skalaen og vektene er de samme.",
            name=context.name(context.focus),
        ),
        *([say("Endret: {what}.", what="; ".join(listed))] if listed else []),
        *_outside(context, slots),
        *without_points(context, order(context.index, ROOT, [context.focus, *context.peers])[1]),
    ]
    today = releases.ranks(context.focus, context.peers, context.view.release)
    nodes, rows, bars, finding = [ROOT], [], [], say("Ingenting endrer seg")
    then: Thought | None = None
    alt = say("Ingen av tallene du har valgt, kan flytte en plassering. Velg et annet tall eller et høyere mål.")
    if changed and ROOT in today:
        then = thought(context.focus, context.peers, tuple(sorted(changed.items())), context.view.release)
        nodes = _themes(context, changed)
        rows, bars = _rows(context, nodes, today, then), _bars(context, nodes, today, then.ranks)
        _, _, _, before, after = rows[0]
        finding = (
            say("Samlet ville {name} fortsatt vært {after}", name=context.name(context.focus), after=after)
            if before == after
            else say(
                "Samlet ville {name} gått fra {before} til {after}",
                name=context.name(context.focus),
                before=before,
                after=after,
            )
        )
        words = [
            say("{what}: {before} i dag, {after} i eksperimentet", what=r[0], before=r[3], after=r[4]) for r in rows
        ]
        alt = f"{say('Tankeeksperiment')}. {measure}. {'; '.join(words)}."
        context.page.html(
            Markup('<div class="numbers">') + Markup().join(_blocks(context, nodes, then.index)) + Markup("</div>")
        )
    scored = [i.id for i in context.catalogue.scored if i.id in leaves]
    periods = {
        str(name): str(period) for name, period in context.index.table.periods.loc[context.focus, scored].items()
    }
    context.page.exhibit(
        Exhibit(
            key="experiment",
            finding=finding,
            measure=f"{say('Tankeeksperiment')}. {measure}. {context.name_in_full(context.focus)}",
            figure=rank_range(bars, context.colours, say("Plassering (1 er best)")) if bars else None,
            alt=alt,
            source=SourceNote(
                publisher=say.listing(sorted({context.catalogue.indicators[i].publisher for i in scored})),
                datasets=[(say.count("{n} indikator", "{n} indikatorer", len(scored)), "")],
                years=say(
                    "tall for {years}",
                    years=span([context.catalogue.indicators[i].years_of(p) for i, p in periods.items() if p]),
                ),
                derived=True,
            ),
            table=table(
                [
                    Column(say("Poeng for")),
                    Column(say("Poeng i dag"), numeric=True),
                    Column(say("Poeng i eksperimentet"), numeric=True),
                    Column(say("Plassering i dag")),
                    Column(say("Plassering i eksperimentet")),
                ],
                [list(row) for row in rows],
                say("Tankeeksperiment"),
            ),
            rows=_file(context, nodes, today, then, changed),
            file_name="osloregionen-tankeeksperiment",
            notices=notices,
        ),
    )
