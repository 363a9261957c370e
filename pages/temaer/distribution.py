"""The distribution of a theme page: all of Europe's regions in one year."""

from components import findings, frame
from components.charts.distribution import Dot, distribution
from components.tables import Column, table
from models.comparison import Comparison
from pages.context import Context
from pages.describe import file_name, indicator_source, link_here, measure_line, quantity

MIN_DOTS = 20  # fewer regions than this are no distribution


def show_distribution(context: Context, europe: Comparison, peers: tuple[str, ...]) -> None:
    """Where the focus region lies among all European regions that report that year."""
    say, indicator = context.say, europe.indicator
    if len(europe.rows) < MIN_DOTS:
        return
    codes, values = [str(c) for c in europe.rows.index], [float(v) for v in europe.rows["value"]]
    kinds = ["focus" if c == context.focus else "peer" if c in peers else "other" for c in codes]
    dots = [Dot(context.label(c, short=k == "focus"), v, k) for c, v, k in zip(codes, values, kinds, strict=True)]
    behind = None
    if (own := europe.value) is not None and europe.rank is not None:
        after = [v for v in values if v != own][europe.rank - 1 :]
        behind = len(after) / (len(values) - 1)
    measure = measure_line(context, indicator, europe.period)
    frame.show(
        frame.Exhibit(
            key="distribution",
            finding=findings.distribution_finding(say, context.name(context.focus), indicator, behind, len(values)),
            measure=f"{measure}. " + say("Én prikk per region i Europa; de kraftigste er sammenligningsregionene"),
            figure=distribution(dots, context.colours, lambda v: quantity(context, indicator, v)),
            alt=findings.distribution_alt(
                say,
                measure,
                len(values),
                quantity(context, indicator, min(values)),
                quantity(context, indicator, max(values)),
            ),
            source=indicator_source(context, indicator, europe.period),
            table=table(
                [Column(say("Region")), Column(say("Kode")), Column(say("Verdi"), numeric=True)],
                [
                    [context.label(code), code, quantity(context, indicator, v)]
                    for code, v in zip(codes, values, strict=True)
                ],
                measure,
                [n for n, code in enumerate(codes) if code == context.focus],
            ),
            csv=lambda: europe.rows[["period", "value", "flag"]].to_csv(),
            file_name=file_name(indicator, f"europa-{europe.period}"),
        ),
        say,
        context.view.release,
        link_here(context),
    )
