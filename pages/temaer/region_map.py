"""The map of a theme page: the indicator in all of Europe's regions, as a view of the ranking."""

from components.exhibit import Exhibit
from components.html.tables import Column, table
from components.rows import frame_rows
from components.words import alternatives
from components.words.flags import flags_explained
from models.comparison.one_year import Comparison
from pages.exhibits.claims import ranking_claims
from pages.exhibits.describe import (
    file_name,
    flag_notices,
    indicator_source,
    measure_line,
    quantity,
    unit_title,
    value_only,
)
from pages.exhibits.europe_map import region_map, view_switch
from pages.exhibits.looked_at import Context
from pages.temaer.ranking import finding, years_of


def show_region_map(context: Context, comparison: Comparison, europe: Comparison) -> None:
    """Draw the map; its title is the ranking's, its table holds every region.

    Args:
        context: the page.
        comparison: the focus region among its peers.
        europe: the same year in all of Europe.
    """
    say, indicator = context.say, comparison.indicator
    rows = [(str(row.Index), float(row.value), str(row.period), str(row.flag)) for row in europe.rows.itertuples()]
    notes = {code: (period, flag) for code, _, period, flag in rows}

    def hover(code: str, value: float) -> str:
        period, flag = notes[code]
        other = f", {period}" if period != comparison.period else ""
        explained = flags_explained([flag], say)
        return quantity(context, indicator, value) + other + (f" ({explained})" if explained else "")

    drawn = region_map(
        context,
        {code: value for code, value, _, _ in rows},
        peers=tuple(str(code) for code in comparison.rows.index),
        say_value=hover,
        say_short=lambda v: value_only(context, indicator, v),
        unit=unit_title(context, indicator),
    )
    measure = measure_line(context, indicator, years_of(comparison))
    source = indicator_source(context, indicator, years_of(comparison))
    values = [value for _, value, _, _ in rows]
    cells = [
        [context.label(code), code, quantity(context, indicator, value), period, flag]
        for code, value, period, flag in rows
    ]
    columns = [
        Column(say("Region")),
        Column(say("Kode")),
        Column(say("Verdi"), numeric=True),
        Column(say("År"), numeric=True),
        Column(say("Merknad")),
    ]
    context.page.exhibit(
        Exhibit(
            key="ranking",
            finding=finding(context, comparison),
            measure=f"{measure}. {say('Sammenligningsregionene har kraftig kant.')}",
            figure=drawn.figure if rows else None,
            alt=alternatives.map_alt(
                say,
                measure,
                len(rows),
                quantity(context, indicator, min(values)),
                quantity(context, indicator, max(values)),
                context.name(context.focus),
                None if europe.value is None else quantity(context, indicator, europe.value),
            )
            if rows
            else say("Ingen av regionene har tall for {year}.", year=comparison.period),
            source=source,
            table=table(columns, cells, measure, [n for n, row in enumerate(rows) if row[0] == context.focus]),
            rows=frame_rows(europe.rows[["period", "value", "flag"]].assign(indicator=indicator.id), "region"),
            file_name=file_name(indicator, f"kart-{comparison.period}"),
            notices=[*flag_notices(context, [flag for *_, flag in rows]), *drawn.notices],
            credit=drawn.credit,
            claims=ranking_claims(context, comparison, source, context.view.option("mark")),
            switches=view_switch(context),
        ),
    )
