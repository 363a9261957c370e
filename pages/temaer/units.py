"""Enterprises and workplaces of the clusters' industries by sub-region, or who has the counts while we do not."""

from components.charts.ranking import Bar, ranking
from components.exhibit import Exhibit
from components.html.cards import missing_figure
from components.html.markup import paragraph
from components.html.tables import Column, table
from components.rows import rows_of
from components.words import alternatives, inside
from components.words.text import Speaker
from components.words.wording import sentence
from models.catalogue import Indicator
from models.inside.subregions import Subregion, parts, whole
from models.inside.units import Kind, Units, indicator_of
from pages.exhibits.looked_at import Context
from pages.regionen.view import quotable, source
from pages.temaer.options import units

MISSING = "enterprises_by_municipality"


def has_place(context: Context) -> bool:
    """Whether the region has sub-regions to count in, or a word on why there are no counts."""
    return bool(_parts(context)) and bool(
        units(context.figures, context.catalogue).industries or MISSING in context.catalogue.within.missing
    )


def _parts(context: Context) -> tuple[Subregion, ...]:
    return parts(context.catalogue, "economic", context.focus)


def _industry(say: Speaker, indicator: Indicator) -> str:
    """An industry by its name alone: "Foretak: datatjenester" is datatjenester."""
    return say.of(indicator.short).rpartition(": ")[2]


def show_units(context: Context) -> None:
    """The industry chosen: how many enterprises, and how many workplaces, each sub-region has."""
    found = units(context.figures, context.catalogue)
    if not found.industries:
        missing = context.catalogue.within.missing[MISSING]
        context.page.html(missing_figure(missing, context.say, titled=False))
        return
    say, chosen = context.say, context.view.option("units")
    context.page.html(
        paragraph(
            say(
                "Foretak telles der de har adresse, arbeidssteder der folk arbeider, med næringen som hoved- eller "
                "binæring. Registeret teller bare dem som står der den dagen det spørres, så tallene har ingen "
                "historie før de ble hentet."
            ),
            "description",
        )
    )
    named = {name: indicator_of(found.kinds(name)[0], name) for name in found.industries}
    with context.row("units"):
        context.choice("units", lambda code: sentence(_industry(say, context.catalogue.indicators[named[code]])))
    columns = context.page.columns(2, gap="large")
    for column, kind in zip(columns, found.kinds(chosen), strict=False):
        with column:
            _show(context, found, kind, chosen)


def _show(context: Context, found: Units, kind: Kind, industry: str) -> None:
    """A bar a sub-region, the most on top; those in which a municipality has no count are named."""
    say, indicator = context.say, context.catalogue.indicators[indicator_of(kind, industry)]
    shown, month = _parts(context), say.month(found.month(kind, industry))
    totals = {part: found.total(kind, industry, part).value for part in shown}
    known = sorted(((value, part) for part, value in totals.items() if value is not None), key=lambda p: -p[0])
    everywhere = found.total(kind, industry, whole(shown, context.focus)).value
    most = known[0] if known else None

    def finding(say: Speaker) -> str:
        number, place = (None, "") if most is None else (most[0], most[1].name)
        name = context.catalogue.region_name(context.focus, say.language)
        return inside.most_units(say, kind, place, number, everywhere, _industry(say, indicator), name)

    def share(value: float) -> str:
        return say.quantity(100 * value / everywhere, 1, "%") if everywhere else "–"

    title = f"{say.of(indicator.title)}, {month}"
    bars = [
        Bar(part.name, value, say.number(value), say("{share} av regionen", share=share(value)))
        for value, part in known
    ]
    cells = [[part.name, say.number(value), share(value)] for value, part in known]
    notices = []
    if unknown := [part.name for part, value in totals.items() if value is None]:
        named = say.listing(unknown)
        notices.append(say("Ikke vist, fordi tall for en eller flere kommuner mangler: {names}.", names=named))
    origin = source(context, [indicator], month)
    context.page.exhibit(
        Exhibit(
            key=kind,
            finding=finding(say),
            measure=title,
            figure=ranking(bars, context.colours) if bars else None,
            alt=alternatives.ranking_alt(say, title, [(cell[0], cell[1]) for cell in cells]) if bars else finding(say),
            source=origin,
            table=table(
                [
                    Column(say("Delregion")),
                    Column(say("Antall"), numeric=True),
                    Column(say("Av alle i regionen"), numeric=True),
                ],
                cells,
                title,
            ),
            rows=rows_of(
                ["part", "name", "within", "value"],
                [(part.id, part.name, part.within, value) for value, part in known],
                value=inside.UNITS[kind],
            ),
            file_name=f"osloregionen-{kind}",
            notices=notices,
            claims=quotable(context, finding, origin, month) if bars else (),
        )
    )
