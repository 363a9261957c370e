"""The ranking of a theme page: one indicator in one year."""

from dataclasses import dataclass

from components.charts.ranking import Bar, ranking
from components.exhibit import Exhibit
from components.html.tables import Column, table
from components.rows import rows_of
from components.words import alternatives, findings
from components.words.flags import flags_explained
from models.comparison.one_year import Comparison
from pages.exhibits.claims import ranking_claims
from pages.exhibits.describe import (
    asked_name,
    file_name,
    flag_notices,
    indicator_source,
    measure_line,
    place_name,
    quantity,
    span,
    value_only,
)
from pages.exhibits.europe_map import view_switch
from pages.exhibits.looked_at import Context


def _kind(context: Context, code: str) -> str:
    if code == context.focus:
        return "focus"
    return "marked" if code == context.view.option("mark") else "peer"


@dataclass(frozen=True)
class _Row:
    """A region in the ranking."""

    code: str
    value: float
    flag: str
    period: str
    kind: str

    def mark(self, asked: str) -> str:
        """What follows the value: the year where it is another, a star where there is a flag."""
        return (f" ({self.period})" if self.period != asked else "") + ("*" if self.flag else "")


def _rows(context: Context, comparison: Comparison) -> list[_Row]:
    """The ranked regions, with the country and the EU among them for reference, in order."""
    indicator = comparison.indicator
    rows = [
        _Row(str(row.Index), float(row.value), str(row.flag), str(row.period), _kind(context, str(row.Index)))
        for row in comparison.rows.itertuples()
    ]
    if indicator.composition.rule != "sum":  # a whole country's count dwarfs every region's
        lines = context.figures.indicator(indicator.id)
        lines = lines.loc[lines["region"].isin(context.catalogue.reference_lines[:2])]
        lines = lines.loc[lines["period"] == comparison.period]
        rows += [
            _Row(str(r.region), float(r.value), str(r.flag), str(r.period), "reference") for r in lines.itertuples()
        ]
    return sorted(rows, key=lambda row: row.value * (1 if indicator.direction == "lower_better" else -1))


def years_of(comparison: Comparison) -> str:
    """The years that the figures are of: more than one where a neighbouring year stands in."""
    years_told = comparison.indicator.years_of
    return span([years_told(str(period)) for period in comparison.rows["period"]]) or years_told(comparison.period)


def finding(context: Context, comparison: Comparison) -> str:
    """The title of a ranking or a map: where the focus region stands."""
    return findings.comparison_finding(
        context.say,
        asked_name(context, comparison.indicator, context.focus) or context.name(context.focus),
        comparison,
        lambda code: asked_name(context, comparison.indicator, code) or context.name(code, short=True),
        lambda value, difference: quantity(context, comparison.indicator, value, difference=difference),
    )


def show_ranking(context: Context, comparison: Comparison) -> None:
    """The focus region among its peers in one year, with the country and the EU for reference."""
    say, indicator = context.say, comparison.indicator
    shown = _rows(context, comparison)
    bars = [
        Bar(
            name=place_name(context, indicator, row.code),
            value=row.value,
            label=value_only(context, indicator, row.value) + row.mark(comparison.period),
            hover=quantity(context, indicator, row.value)
            + (f" ({flags_explained([row.flag], say)})" if row.flag else ""),
            kind=row.kind,
        )
        for row in shown
    ]
    notices = flag_notices(context, [row.flag for row in shown], starred=True)
    if comparison.missing:
        names = say.listing([context.name(code) for code in comparison.missing])
        year = indicator.years_of(comparison.period)
        notices.append(say("Ikke publisert for {year}: {names}.", year=year, names=names))
    if indicator.asked:
        notices.append(say("Svar fra innbyggere i én by i hver region, ikke et tall for regionen."))
    ranked = [row.value for row in shown if row.kind != "reference"]
    cells = [
        [
            place_name(context, indicator, row.code) if indicator.asked else context.label(row.code),
            "–" if row.kind == "reference" else str(ranked.index(row.value) + 1),
            quantity(context, indicator, row.value),
            row.period,
            row.flag,
        ]
        for row in shown
    ]
    years = years_of(comparison)
    measure = measure_line(context, indicator, years)
    source = indicator_source(context, indicator, years)
    context.page.exhibit(
        Exhibit(
            key="ranking",
            finding=finding(context, comparison),
            measure=measure if indicator.asked else f"{measure}. {context.name_in_full(context.focus)}",
            figure=ranking(bars, context.colours) if bars else None,
            alt=alternatives.ranking_alt(say, measure, [(row[0], row[2]) for row in cells])
            if bars
            else say("Ingen av regionene har tall for {year}.", year=comparison.period),
            source=source,
            table=table(
                [
                    Column(say("Region")),
                    Column(say("Plassering"), numeric=True),
                    Column(say("Verdi"), numeric=True),
                    Column(say("År"), numeric=True),
                    Column(say("Merknad")),
                ],
                cells,
                measure,
                [n for n, row in enumerate(shown) if row.kind == "focus"],
            ),
            rows=rows_of(
                ["indicator", "region", "period", "value", "flag"],
                [(indicator.id, row.code, row.period, row.value, row.flag) for row in shown],
            ),
            file_name=file_name(indicator, comparison.period),
            notices=notices,
            switches=view_switch(context),
            claims=ranking_claims(context, comparison, source, context.view.option("mark")),
        ),
    )
