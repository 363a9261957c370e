"""How far an indicator reaches: a strip of squares a region, a square a year."""

import pandas as pd

from components.charts.coverage import CoverageRow, coverage
from components.exhibit import Exhibit
from components.html.tables import Column, table
from components.rows import frame_rows
from components.words.flags import flags_explained
from models.catalogue import Indicator
from models.comparison.coverage import Reach, holes, reach
from models.comparison.coverage import coverage as covered
from pages.exhibits.describe import file_name, indicator_source, quantity, span, value_only
from pages.exhibits.looked_at import Context

_PUBLISHED = ["indicator", "region", "period", "value", "flag"]
_NAMED = 12  # missing regions named one by one
_MOST = 40  # regions that strips can be read of


def _regions(context: Context) -> list[str]:
    """The regions compared with; the fixed ones where these are too many to read."""
    peers = context.peers if len(context.peers) <= _MOST else context.catalogue.reference_regions
    return list(dict.fromkeys([context.focus, *peers]))


def _finding(context: Context, reached: Reach, count: int) -> str:
    say, name = context.say, context.name(context.focus)
    own = reached.values.loc[context.focus].dropna()
    if own.empty:
        return say("Ingen tall for {name}", name=name)
    newest = str(own.index[-1])
    with_newest = int(reached.values[newest].notna().sum()) - 1
    return say(
        "{name} har tall for {years} år, {span}. {n} av {count} andre har {newest}",
        name=name,
        years=len(own),
        span=span([str(y) for y in own.index]),
        n=with_newest,
        count=count,
        newest=newest,
    )


def _notices(context: Context, indicator: Indicator, reached: Reach) -> list[str]:
    say, catalogue = context.say, context.catalogue
    counted = covered(context.figures, catalogue, indicator, context.focus, context.peers)
    notices = []
    if gaps := holes(reached, context.focus):
        years = say.listing(list(gaps))
        notices.append(say("Hull i serien for {name}: {years}.", name=context.name(context.focus), years=years))
    if counted.older:
        older = catalogue.region_name(counted.older, say.language)
        notices.append(
            say("{code}, {name}, har egne, eldre tall. De settes aldri sammen.", name=older, code=counted.older)
        )
    if counted.missing and counted.newest:
        shown = [context.name(c) for c in counted.missing[:_NAMED]]
        names = say.listing(shown)
        if (rest := len(counted.missing) - _NAMED) > 0:
            names = f"{', '.join(shown)} {say.count('og {n} til', 'og {n} til', rest)}"
        notices.append(say("Ikke publisert for {year}: {names}.", year=counted.newest, names=names))
    letters = reached.flags.to_numpy().ravel()
    if explained := flags_explained([str(flag) for flag in letters], say):
        flagged = int((letters != "").sum())
        notices.append(say("Ruter i svakere farge har merknad ({n}): {flags}.", n=flagged, flags=explained))
    if len(context.peers) > _MOST:
        notices.append(say("Viser de {count} faste regionene: de valgte er for mange.", count=len(reached.values) - 1))
    return notices


def show_reach(context: Context, indicator: Indicator) -> None:
    """Draw the strips; nothing where no region has figures."""
    say, regions = context.say, _regions(context)
    reached = reach(context.figures, indicator, regions)
    if not reached.years:
        if indicator.scope == "europe":
            context.missing(say("Ingen av regionene har tall."))
        return
    rows = context.figures.indicator(indicator.id)
    monthly = bool((rows["period"].astype(str).str.len() > 4).any())

    def words(value: float) -> str:
        if pd.isna(value):
            return ""
        if monthly:
            return say.count("{n} måned", "{n} måneder", int(value))
        return quantity(context, indicator, float(value))

    strips = [
        CoverageRow(
            context.label(code, short=True),
            [words(v) for v in reached.values.loc[code]],
            [str(f) for f in reached.flags.loc[code]],
            focus=code == context.focus,
        )
        for code in regions
    ]
    years = span(list(reached.years))
    measure = say("Én rute per region og år. Fylt: tall finnes. Tom: ikke publisert.")
    cells = [
        [
            context.label(code),
            *(
                ("–" if pd.isna(v) else words(v) if monthly else value_only(context, indicator, float(v)))
                + (f" {f}" if f else "")
                for v, f in zip(reached.values.loc[code], reached.flags.loc[code], strict=True)
            ),
        ]
        for code in regions
    ]
    finding = _finding(context, reached, len(regions) - 1)
    context.page.exhibit(
        Exhibit(
            key="reach",
            finding=finding,
            measure=measure,
            figure=coverage(strips, reached.years, context.colours, say("Ikke publisert")),
            alt=f"{finding}. {measure}",
            source=indicator_source(context, indicator, years),
            table=table(
                [Column(say("Region")), *(Column(year, numeric=True) for year in reached.years)],
                cells,
                f"{say.of(indicator.title)}, {years}",
                [0],
            ),
            rows=frame_rows(rows.loc[rows["region"].isin(regions), _PUBLISHED]),
            file_name=file_name(indicator, "serie"),
            notices=_notices(context, indicator, reached),
        ),
    )
