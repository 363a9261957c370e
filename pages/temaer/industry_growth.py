"""Where the growth of a region's industries comes from, on the page of clusters."""

from components.charts.industries import Contribution, contributions
from components.exhibit import Exhibit
from components.html.tables import Column, table
from components.rows import frame_rows
from components.words import findings
from components.words.alternatives import industries_alt
from components.words.wording import within
from models.catalogue.structure import Sectors
from pages.exhibits.looked_at import Context
from pages.temaer.industry_view import Industries, industry_source, titles

_PARTS = ("national", "mix", "regional", "change")
_WHOLE = ("national", "change")  # levels, where money is told of


def show_growth(context: Context, sectors: Sectors, profiles: Industries, region: str) -> None:
    """Draw what each industry grew beyond the same one in the larger area; the table has every part of the change."""
    base = context.say.of(sectors.growth_base_title)
    say, names = context.say, titles(context, sectors)
    whole = context.catalogue.indicators[sectors.total]
    unit = context.catalogue.units[whole.unit]
    parts = profiles.change.sort_values("regional", ascending=False)
    total = parts.sum()

    def amount(value: float) -> str:
        return ("+" if value > 0 else "") + say.quantity(float(value), 1, unit.suffix[say.language])

    def level(value: float) -> str:
        return say.quantity(float(value), 1, unit.suffix[say.language])

    def bare(value: float) -> str:
        return ("+" if value > 0 else "") + say.number(float(value), whole.decimals)

    measure = say(
        "Vekst utover samme næring i {base}, {unit}, {name}, {start}–{end}",
        base=base,
        unit=say.of(unit.title),
        name=context.name(region),
        start=sectors.since,
        end=sectors.period,
    )
    rows = [(str(group), row) for group, row in parts.iterrows()]
    said = {name: amount(total[name]) for name in ("mix", "regional")}
    said |= {name: (level if sectors.money else amount)(total[name]) for name in ("change", "national")}
    if sectors.money:
        sums = say(
            "I alt {change} i {end}: {national} hvis alt hadde vokst som i {base} siden {start}, {mix} fordi vi har "
            "andre næringer enn {base}, og {regional} fordi næringene her vokste mer eller mindre enn de samme i "
            "{base}.",
            base=base,
            start=sectors.since,
            end=sectors.period,
            **said,
        )
    else:
        sums = say(
            "Samlet endring {change}: {national} hvis alt hadde vokst som i {base}, {mix} fordi vi har andre næringer "
            "enn {base}, og {regional} fordi næringene her vokste mer eller mindre enn de samme i {base}.",
            base=base,
            **said,
        )
    cells = [
        [
            name,
            *(
                (level if sectors.money and column in ("national", "change") else amount)(row[column])
                for column in _PARTS
            ),
        ]
        for name, row in [*((names[group], row) for group, row in rows), (say("Sum"), total)]
    ]
    context.page.exhibit(
        Exhibit(
            key="industries-change",
            finding=findings.growth_finding(
                say, context.name(region), base, within(names[rows[0][0]]), within(names[rows[-1][0]])
            ),
            measure=measure,
            figure=contributions(
                [
                    Contribution(
                        names[group],
                        float(row["regional"]),
                        bare(row["regional"]),
                        say("{level} i {year}", level=level(row["change"]), year=sectors.period)
                        if sectors.money
                        else say("{change} i alt", change=amount(row["change"])),
                    )
                    for group, row in rows
                ],
                context.colours,
            ),
            alt=industries_alt(say, measure, [f"{names[g]}: {amount(row['regional'])}" for g, row in rows]),
            source=industry_source(context, sectors),
            table=table(
                [
                    Column(say("Næring")),
                    Column(say("Som i {base}", base=base), numeric=True),
                    Column(say("Andre næringer"), numeric=True),
                    Column(say("Utover {base}", base=base), numeric=True),
                    Column(sectors.period if sectors.money else say("Endring"), numeric=True),
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
