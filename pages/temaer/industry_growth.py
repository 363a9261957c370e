"""Where the growth of a region's industries comes from, on the page of clusters."""

from components import findings
from components.charts.industries import Part, contributions
from components.exhibit import Exhibit
from components.rows import frame_rows
from components.tables import Column, table
from components.wording import within
from models.catalogue.structure import Sectors
from pages.context import Context
from pages.temaer.industry_view import Industries, industry_source, titles


def show_growth(context: Context, sectors: Sectors, found: Industries, region: str) -> None:
    """Draw what each industry grew beyond the same one in the EU; the table has every part of the change."""
    say, names = context.say, titles(context, sectors)
    whole = context.catalogue.indicators[sectors.total]
    unit = context.catalogue.units[whole.unit]
    parts = found.change.sort_values("regional", ascending=False)
    total = parts.sum()

    def amount(value: float) -> str:
        return ("+" if value > 0 else "") + say.quantity(float(value), 1, unit.suffix[say.language])

    def bare(value: float) -> str:
        return ("+" if value > 0 else "") + say.number(float(value), whole.decimals)

    measure = say(
        "Vekst utover samme næring i EU, {unit}, {name}, {start}–{end}",
        unit=say.of(unit.title),
        name=context.name(region),
        start=sectors.since,
        end=sectors.period,
    )
    rows = [(str(group), row) for group, row in parts.iterrows()]
    sums = say(
        "Samlet endring {change}: {national} hvis alt hadde vokst som i EU, {mix} fordi vi har andre næringer enn EU, "
        "og {regional} fordi næringene her vokste mer eller mindre enn de samme i EU.",
        change=amount(total["change"]),
        national=amount(total["national"]),
        mix=amount(total["mix"]),
        regional=amount(total["regional"]),
    )
    cells = [
        [names[group], *(amount(row[column]) for column in ("national", "mix", "regional", "change"))]
        for group, row in rows
    ]
    cells.append([say("Sum"), *(amount(total[column]) for column in ("national", "mix", "regional", "change"))])
    context.page.exhibit(
        Exhibit(
            key="industries-change",
            finding=findings.growth_finding(
                say, context.name(region), within(names[rows[0][0]]), within(names[rows[-1][0]])
            ),
            measure=measure,
            figure=contributions(
                [
                    Part(
                        names[group],
                        float(row["regional"]),
                        bare(row["regional"]),
                        say("{change} i alt", change=amount(row["change"])),
                    )
                    for group, row in rows
                ],
                context.colours,
            ),
            alt=findings.industries_alt(say, measure, [f"{names[g]}: {amount(row['regional'])}" for g, row in rows]),
            source=industry_source(context, sectors),
            table=table(
                [
                    Column(say("Næring")),
                    Column(say("Som EU"), numeric=True),
                    Column(say("Andre næringer"), numeric=True),
                    Column(say("Utover EU"), numeric=True),
                    Column(say("Endring"), numeric=True),
                ],
                cells,
                measure,
                [len(cells) - 1],
            ),
            rows=frame_rows(parts, "industry"),
            file_name=f"osloregionen-naeringsvekst-{sectors.id}",
            notices=[sums],
        ),
    )
