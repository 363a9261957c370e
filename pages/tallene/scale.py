"""The scale: from the worst to the best of the fixed regions, with all of them on it."""

import pandas as pd
from markupsafe import escape

from components.charts.scorecard import ScorecardRow, StripDot, scorecard
from components.exhibit import Exhibit
from components.html.tables import Column, table
from components.rows import rows_of
from models.catalogue import Indicator
from pages.exhibits.describe import indicator_source, quantity
from pages.exhibits.looked_at import Context
from pages.tallene.scoring import worst_and_best
from pages.tallene.step import period_of, show_step, value_of


def _holder(context: Context, indicator: Indicator, post: float) -> str:
    """The fixed regions whose figure is a goalpost; "" where it has been revised since the posts were set."""
    column = context.index.table.values[indicator.id].reindex(list(context.catalogue.reference_regions)).dropna()
    holders = column.index[(column - post).abs() < 1e-9]
    return (
        f" ({context.say.listing([context.name(str(code), short=True) for code in holders])})" if len(holders) else ""
    )


def scale_step(context: Context, indicator: Indicator) -> None:
    """2: the scale, from the worst to the best of the fixed regions, with all of them on it."""
    say = context.say
    worst, best = worst_and_best(context, indicator)
    fixed = context.catalogue.reference_regions
    show_step(
        context,
        2,
        say("Målestokken"),
        escape(
            say(
                "Blant {count} faste regioner er {worst}{by_worst} dårligst og {best}{by_best} best. "
                "Det er 0 og 100 poeng. De faste regionene er de samme, hvem du enn sammenligner med.",
                count=len(fixed),
                worst=quantity(context, indicator, worst),
                by_worst=_holder(context, indicator, worst),
                best=quantity(context, indicator, best),
                by_best=_holder(context, indicator, best),
            )
            if indicator.score is None or indicator.score.posts_reason is None
            else " ".join(
                (
                    say(
                        "{worst} eller dårligere er 0 poeng, og {best} eller bedre er 100. Målestokken er den samme, "
                        "hvem du enn sammenligner med.",
                        worst=quantity(context, indicator, worst),
                        best=quantity(context, indicator, best),
                    ),
                    say.of(indicator.score.posts_reason),
                )
            )
        ),
    )
    own = value_of(context, indicator, context.focus)
    if own is None:
        return
    values = {
        code: v for code in fixed if code != context.focus if (v := value_of(context, indicator, code)) is not None
    }

    ends = (0.0, 1.0) if context.catalogue.rules.scale == "clipped" else (float("-inf"), float("inf"))

    def dot(value: float, label: str) -> StripDot:
        return StripDot(min(max((value - worst) / (best - worst), ends[0]), ends[1]), label)

    name = context.label(context.focus, short=True)
    middle = float(pd.Series([own, *values.values()]).median())
    measure = say(
        "{title}, {year}. Én prikk per region; strek: midten",
        title=say.of(indicator.title),
        year=period_of(context, indicator),
    )
    rows = sorted([(context.focus, own), *values.items()], key=lambda pair: -pair[1] * indicator.sign)
    cells = [
        [context.label(c), quantity(context, indicator, v), say.number(dot(v, "").position * 100, 1)] for c, v in rows
    ]
    context.page.exhibit(
        Exhibit(
            key="scale",
            finding=say("De faste regionene på målestokken"),
            measure=measure,
            figure=scorecard(
                [
                    ScorecardRow(
                        name="",
                        place="",
                        focus=dot(own, f"{name} {quantity(context, indicator, own)}"),
                        other=None,
                        peers=[
                            dot(v, f"<b>{context.label(c, short=True)}</b><br>{quantity(context, indicator, v)}")
                            for c, v in values.items()
                        ],
                        median=(middle - worst) / (best - worst),
                    )
                ],
                context.colours,
                say("0 poeng: {value}", value=quantity(context, indicator, worst)),
                say("100 poeng: {value}", value=quantity(context, indicator, best)),
            ),
            alt=say("Målestokk")
            + ". "
            + "; ".join(f"{region}: {value}, {points}" for region, value, points in cells)
            + ".",
            source=indicator_source(context, indicator, period_of(context, indicator)),
            table=table(
                [Column(say("Region")), Column(say("Verdi"), numeric=True), Column(say("Poeng"), numeric=True)],
                cells,
                measure,
                [n for n, row in enumerate(rows) if row[0] == context.focus],
            ),
            rows=rows_of(["region", indicator.id], rows),
            file_name=f"osloregionen-malestokk-{indicator.id.replace('_', '-')}",
        ),
    )
