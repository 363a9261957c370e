"""The distribution of a theme page: all of Europe's regions in one year."""

from statistics import median

from components.charts.distribution import AxisDot, distribution
from components.exhibit import Exhibit
from components.html.tables import Column, table
from components.rows import frame_rows
from components.words import alternatives, findings
from models.comparison.far import axis_end
from models.comparison.one_year import Comparison, share_behind
from pages.exhibits.claims import europe_claims
from pages.exhibits.describe import file_name, flag_notices, indicator_source, measure_line, quantity
from pages.exhibits.looked_at import Context

MIN_DOTS = 20  # fewer regions than this are no distribution
MAX_NAMED = 30  # more peers than this stand for nobody in particular


def _kind(context: Context, code: str, peers: tuple[str, ...]) -> str:
    if code == context.focus:
        return "focus"
    if code == context.view.option("mark"):
        return "marked"
    return "peer" if code in peers and len(peers) <= MAX_NAMED else "other"


def _beyond(context: Context, count: int) -> list[str]:
    """How many regions lie so far out that they are not drawn."""
    if not count:
        return []
    return [
        context.say.count(
            "{n} region ligger så langt til høyre at den bare står i tabellen.",
            "{n} regioner ligger så langt til høyre at de bare står i tabellen.",
            count,
        )
    ]


def show_distribution(context: Context, europe: Comparison, peers: tuple[str, ...]) -> None:
    """Where the focus region lies among all European regions that report that year, at least `MIN_DOTS`."""
    say, indicator = context.say, europe.indicator
    rows = [(str(row.Index), float(row.value), str(row.period), str(row.flag)) for row in europe.rows.itertuples()]
    values = [value for _, value, _, _ in rows]
    kinds = [_kind(context, code, peers) for code, *_ in rows]
    dots = [
        AxisDot(context.label(row[0], short=kind != "other"), row[1], kind)
        for row, kind in zip(rows, kinds, strict=True)
    ]
    end = axis_end(values, [dot.value for dot in dots if dot.kind != "other"])
    shown = [dot for dot in dots if end is None or dot.value <= end]
    behind = share_behind(europe)
    measure = measure_line(context, indicator, europe.period)
    middle = say("Én prikk per region; midten i Europa er {value}.", value=quantity(context, indicator, median(values)))
    better = say("Lavere er bedre.") if indicator.direction == "lower_better" else ""
    context.page.exhibit(
        Exhibit(
            key="distribution",
            finding=findings.distribution_finding(say, context.name(context.focus), indicator, behind, len(values)),
            measure=f"{measure}. {middle} {better}".strip(),
            figure=distribution(shown, context.colours, lambda v: quantity(context, indicator, v)),
            alt=alternatives.distribution_alt(
                say,
                measure,
                len(values),
                quantity(context, indicator, min(values)),
                quantity(context, indicator, max(values)),
            ),
            source=indicator_source(context, indicator, europe.period),
            table=table(
                [
                    Column(say("Region")),
                    Column(say("Kode")),
                    Column(say("Verdi"), numeric=True),
                    Column(say("År"), numeric=True),
                    Column(say("Merknad")),
                ],
                [
                    [context.label(code), code, quantity(context, indicator, value), period, flag]
                    for code, value, period, flag in rows
                ],
                measure,
                [n for n, kind in enumerate(kinds) if kind == "focus"],
            ),
            rows=frame_rows(europe.rows[["period", "value", "flag"]].assign(indicator=indicator.id), "region"),
            file_name=file_name(indicator, f"europa-{europe.period}"),
            notices=[*_beyond(context, len(dots) - len(shown)), *flag_notices(context, [flag for *_, flag in rows])],
            claims=europe_claims(context, europe, behind, indicator_source(context, indicator, europe.period)),
        ),
    )
