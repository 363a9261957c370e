"""The trend of a theme page: one indicator over the years."""

import pandas as pd

from components import findings, frame
from components.charts.trend import Band, Series, Unusual, trend
from components.tables import Column, table
from models import trends
from models.catalogue import Indicator
from pages.choices import NONE
from pages.claims import trend_claims
from pages.context import Context
from pages.describe import file_name, indicator_source, link_here, measure_line, quantity, span, value_only


def show_trend(context: Context, indicator: Indicator) -> None:
    """The focus region over the years against the middle half of its peers."""
    say = context.say
    marked = context.view.option("mark")
    found = trends.trend(
        context.figures, context.catalogue, indicator, context.focus, context.peers, None if marked == NONE else marked
    )

    def series(one: trends.Line, kind: str) -> Series:
        flags = [str(f) for f in one.points["flag"]]
        return Series(
            name=context.label(one.region, short=True),
            years=[int(y) for y in one.points.index],
            values=[float(v) for v in one.points["value"]],
            kind=kind,
            notes=[f" ({frame.flags_explained([f], say)})" if f else "" for f in flags],
            breaks=one.breaks,
        )

    lines = [series(found.focus, "focus")] if found.focus else []
    lines += [series(one, "older") for one in found.older]
    lines += [series(found.marked, "marked")] if found.marked else []
    band = Band(
        name=say("Midterste halvdel"),
        median_name=say("Midten"),
        years=[int(y) for y in found.band.index],
        low=list(found.band["low"]),
        median=list(found.band["median"]),
        high=list(found.band["high"]),
    )
    notices = []
    if found.older:
        older = found.older[0].region
        notices.append(
            say(
                "{older} er et annet og mindre område enn {focus}. Tallene kan ikke settes sammen til én serie.",
                older=context.catalogue.region_name(older, say.language),
                focus=context.name(context.focus),
            )
        )
    if any(one.breaks for one in lines):
        notices.append(say("Strek på tvers betyr brudd i serien: tallene før og etter er ikke laget på samme måte."))
    reasons = {year: (en if say.language == "en" else nb) for year, nb, en in found.unusual}
    notices += [
        f"{reason.removesuffix('.')} ({span([str(y) for y, r in reasons.items() if r == reason])})."
        for reason in dict.fromkeys(reasons.values())
    ]
    drawn = any(len(one.years) > 1 for one in lines)
    every = sorted({y for one in lines for y in one.years} | set(band.years))
    years = span([str(y) for y in every])
    rows = [(one.name, year, value) for one in lines for year, value in zip(one.years, one.values, strict=True)]
    rows += [(band.median_name, year, value) for year, value in zip(band.years, band.median, strict=True)]
    measure = measure_line(context, indicator, years)
    source = indicator_source(context, indicator, years)
    frame.show(
        frame.Exhibit(
            key="trend",
            finding=findings.trend_finding(
                say, context.name(context.focus), found, lambda v: quantity(context, indicator, v)
            ),
            measure=measure + ". " + say("Grått felt: den midterste halvdelen av sammenligningsregionene"),
            figure=trend(
                lines,
                band,
                Unusual(list(reasons), reasons, say("pandemi")),
                context.colours,
                lambda v: value_only(context, indicator, v),
            )
            if drawn
            else None,
            alt=findings.trend_alt(
                say,
                measure,
                [(n, str(y), quantity(context, indicator, v)) for n, y, v in rows if n != band.median_name],
            )
            if drawn
            else say("Vi har tall for bare ett år, og kan ikke vise utviklingen."),
            source=source,
            table=table(
                [Column(say("Region")), Column(say("År"), numeric=True), Column(say("Verdi"), numeric=True)],
                [[name, str(year), quantity(context, indicator, value)] for name, year, value in rows],
                measure,
            ),
            csv=lambda: pd.DataFrame(rows, columns=["region", "period", "value"]).to_csv(index=False),
            file_name=file_name(indicator, "trend"),
            notices=notices,
            claims=trend_claims(context, indicator, found, source),
        ),
        say,
        context.view.release,
        link_here(context),
    )
