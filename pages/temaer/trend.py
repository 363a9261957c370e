"""The trend of a theme page: one indicator over the years."""

from components.charts.trend import Band, Series, UnusualYears, trend
from components.exhibit import Exhibit
from components.html.tables import Column, table
from components.rows import Rows, rows_of
from components.words import alternatives
from components.words.flags import flags_explained
from components.words.trends import trend_finding
from models.catalogue import Indicator
from models.change import trends
from pages.choices import NONE
from pages.exhibits.claims import trend_claims
from pages.exhibits.describe import file_name, indicator_source, measure_line, place_name, quantity, span, value_only
from pages.exhibits.looked_at import Context
from pages.exhibits.told import amount, series, told


def finding(context: Context, indicator: Indicator, name: str) -> str:
    """How the figure has changed, by the series that may tell it."""
    change = told(context, indicator)
    if change is None:
        return trend_finding(context.say, name, None, str)
    of = ", ".join(filter(None, [name, series(context, change)]))
    return trend_finding(context.say, of, change, lambda value: amount(context, change, value))


def _rows(indicator: Indicator, drawn: trends.Trend) -> Rows:
    """Each region's figures, then the middle half of the peers."""
    lines = [one for one in (drawn.focus, *drawn.older, drawn.marked) if one]
    cells = [
        (indicator.id, one.region, str(year), "figure", point["value"], str(point["flag"]))
        for one in lines
        for year, point in one.points.iterrows()
    ]
    cells += [
        (indicator.id, "peers", str(year), what, value, "")
        for year, band in drawn.band[["low", "median", "high"]].iterrows()
        for what, value in zip(("lower_quartile", "median", "upper_quartile"), band, strict=True)
    ]
    return rows_of(["indicator", "region", "period", "statistic", "value", "flag"], cells)


def show_trend(context: Context, indicator: Indicator) -> None:
    """The focus region over the years against the middle half of its peers."""
    say = context.say
    marked = context.view.option("mark")
    over_years = trends.trend(
        context.figures, context.catalogue, indicator, context.focus, context.peers, None if marked == NONE else marked
    )

    def drawn_line(one: trends.Line, kind: str) -> Series:
        flags = [str(f) for f in one.points["flag"]]
        return Series(
            name=place_name(context, indicator, one.region),
            years=[int(y) for y in one.points.index],
            values=[float(v) for v in one.points["value"]],
            kind=kind,
            notes=[f" ({flags_explained([f], say)})" if f else "" for f in flags],
            breaks=one.breaks,
        )

    lines = [drawn_line(over_years.focus, "focus")] if over_years.focus else []
    lines += [drawn_line(one, "older") for one in over_years.older]
    lines += [drawn_line(over_years.marked, "marked")] if over_years.marked else []
    band = Band(
        name=say("Midterste halvdel"),
        median_name=say("Midten"),
        years=[int(y) for y in over_years.band.index],
        low=list(over_years.band["low"]),
        median=list(over_years.band["median"]),
        high=list(over_years.band["high"]),
    )
    notices = []
    if over_years.older:
        older = over_years.older[0].region
        notices.append(
            say(
                "{older} er et annet og mindre område enn {focus}. Tallene kan ikke settes sammen til én serie.",
                older=context.catalogue.region_name(older, say.language),
                focus=context.name(context.focus),
            )
        )
    if any(one.breaks for one in lines):
        notices.append(say("Strek på tvers betyr brudd i serien: tallene før og etter er ikke laget på samme måte."))
    reasons = {year: (en if say.language == "en" else nb) for year, nb, en in over_years.unusual}
    notices += [
        f"{reason.removesuffix('.')} ({span([str(y) for y, r in reasons.items() if r == reason])})."
        for reason in dict.fromkeys(reasons.values())
    ]
    by = told(context, indicator)
    if by is not None and (instead := series(context, by)):
        notices.append(
            say("Beløpene er i løpende priser og stiger med prisene. Tittelen sier {series}.", series=instead)
        )
    drawn = any(len(one.years) > 1 for one in lines)
    every = sorted({y for one in lines for y in one.years} | set(band.years))
    years = span([str(y) for y in every])
    rows = [(one.name, year, value) for one in lines for year, value in zip(one.years, one.values, strict=True)]
    rows += [(band.median_name, year, value) for year, value in zip(band.years, band.median, strict=True)]
    measure = measure_line(context, indicator, years)
    source = indicator_source(context, indicator, years)
    context.page.exhibit(
        Exhibit(
            key="trend",
            finding=finding(
                context,
                indicator,
                place_name(context, indicator, context.focus) if indicator.asked else context.name(context.focus),
            ),
            measure=measure + ". " + say("Grått felt: den midterste halvdelen av sammenligningsregionene"),
            figure=trend(
                lines,
                band,
                UnusualYears(list(reasons), reasons, say("pandemi")),
                context.colours,
                lambda v: value_only(context, indicator, v),
            )
            if drawn
            else None,
            alt=alternatives.trend_alt(
                say,
                measure,
                [(n, str(y), quantity(context, indicator, v)) for n, y, v in rows if n != band.median_name],
            )
            if drawn
            else say("Vi har tall for bare én periode, og kan ikke vise utviklingen.")
            if indicator.windows
            else say("Vi har tall for bare ett år, og kan ikke vise utviklingen."),
            source=source,
            table=table(
                [Column(say("Region")), Column(say("År"), numeric=True), Column(say("Verdi"), numeric=True)],
                [[name, str(year), quantity(context, indicator, value)] for name, year, value in rows],
                measure,
            ),
            rows=_rows(indicator, over_years),
            file_name=file_name(indicator, "trend"),
            notices=notices,
            claims=trend_claims(context, indicator, told(context, indicator), source),
        ),
    )
