"""The exhibits of similar regions: how unlike each is and in what, or how near by income."""

from components.charts.likeness import Alike, likeness
from components.charts.ranking import Bar, ranking
from components.exhibit import Exhibit, SourceNote
from components.html.tables import Column, table
from components.rows import rows_of
from components.words import alternatives, comparing
from models.catalogue.structure import StructuralVariable
from models.peers import Similar, unlikeness
from pages.exhibits.describe import indicator_source, quantity, span, value_only
from pages.exhibits.looked_at import Context
from pages.exhibits.why_similar import drawn_note, firmness
from pages.known import similar
from pages.known.similar import Likeness


def _published(context: Context, variable: StructuralVariable, region: str) -> str:
    if variable.tag:
        return context.say("ja") if region in context.catalogue.tags[variable.tag] else context.say("nei")
    value = similar.published(context.view.release, variable).get(region)
    return "–" if value is None else quantity(context, context.catalogue.indicators[variable.indicator], value)


def _row(context: Context, alike: Likeness, place: int, one: Similar) -> Alike:
    described = context.catalogue.structure.dimension
    known = {d.id: unlikeness(one, d) for d in similar.structure(context.view.release).dimensions}
    hover = []
    for dimension in described:
        lines = [
            f"{_title(context, v)}: {_published(context, v, one.region)} "
            + f"({context.label(context.focus, short=True)} {_published(context, v, context.focus)})"
            for v in dimension.variable
        ]
        hover.append(f"<b>{context.label(one.region)}</b><br>" + "<br>".join(lines))
    return Alike(
        name=f"{place}. {context.label(one.region, short=True)}",
        note=firmness(context, alike, one.region),
        parts=[known[d.id] for d in described],
        hover=hover,
    )


def _title(context: Context, variable: StructuralVariable) -> str:
    if variable.tag:
        return context.say("Har hovedstad")
    return context.say.of(context.catalogue.indicators[variable.indicator].short)


def _weights(context: Context) -> str:
    """How much each side of structure counts."""
    say, sides = context.say, context.catalogue.structure.dimension
    total = sum(side.weight for side in sides)
    counted = [f"{say.of(side.title)} {say.quantity(100 * side.weight / total, 0, '%')}" for side in sides]
    return say("Slik teller sidene: {sides}.", sides=say.listing(counted))


def show_alike(context: Context, alike: Likeness) -> None:
    """The similar regions, each with how unlike it is in every side of structure, and the figures behind."""
    say, structure = context.say, context.catalogue.structure
    variables = [v for d in structure.dimension for v in d.variable]
    indicators = [context.catalogue.indicators[v.indicator] for v in variables if v.indicator]
    regions = [context.focus, *(one.region for one in alike.regions)]
    years = span([v.period for v in variables if v.period])
    measure = say("Jo kortere strek, desto likere. Full strek: så ulike som to tilfeldige regioner")
    rows = [_row(context, alike, place, one) for place, one in enumerate(alike.regions, start=1)]
    titles = [say.of(d.title) for d in structure.dimension]
    cells = [[context.label(code), *(_published(context, v, code) for v in variables)] for code in regions]
    parts = [
        (one.region, one.d2, float(alike.stability[one.region]), *(one.shares.get(d.id) for d in structure.dimension))
        for one in alike.regions
    ]
    context.page.exhibit(
        Exhibit(
            key="alike",
            finding=comparing.stability_finding(
                say, [(context.name(one.region), float(alike.stability[one.region])) for one in alike.regions]
            ),
            measure=measure,
            figure=likeness(rows, titles, context.colours, say("ingen tall")),
            alt=comparing.likeness_alt(say, measure, titles, [(row.name, row.parts) for row in rows]),
            source=SourceNote(
                publisher=say.listing(sorted({i.publisher for i in indicators})),
                datasets=list(dict(link for i in indicators for link in context.catalogue.dataset_links(i)).items()),
                years=say("tall for {years}", years=years),
                derived=True,
            ),
            table=table(
                [Column(say("Region")), *(Column(_title(context, v), numeric=True) for v in variables)],
                cells,
                say("Tallene som likheten er regnet av, {years}", years=years),
                [0],
            ),
            rows=rows_of(["region", "d2", "stability", *(f"share_{d.id}" for d in structure.dimension)], parts),
            file_name="osloregionen-lignende-regioner",
            notices=[
                _weights(context) + " " + drawn_note(context),
                say(
                    "Regioner med under {share} prosent av tallene er ikke med.",
                    share=round(100 * structure.min_shared),
                ),
            ],
        ),
    )


def show_income(context: Context, near: tuple[tuple[str, float], ...]) -> None:
    """The regions nearest by output per inhabitant, and the focus region among them."""
    say, income = context.say, context.catalogue.structure.income
    indicator = context.catalogue.indicators[income.indicator]
    variable = StructuralVariable(indicator=income.indicator, period=income.period)
    own = similar.published(context.view.release, variable)[context.focus]
    values = {context.focus: own, **{code: own + gap for code, gap in near}}
    ordered = sorted(values, key=lambda code: -values[code])
    measure = f"{say.of(indicator.title)}, {income.period}"
    cells = [[context.label(code), quantity(context, indicator, values[code])] for code in ordered]
    context.page.exhibit(
        Exhibit(
            key="income",
            finding=say.count("Den nærmeste regionen", "De {n} nærmeste regionene", len(near)),
            measure=measure,
            figure=ranking(
                [
                    Bar(
                        context.label(code, short=True),
                        values[code],
                        value_only(context, indicator, values[code]),
                        kind="focus" if code == context.focus else "peer",
                    )
                    for code in ordered
                ],
                context.colours,
            ),
            alt=alternatives.ranking_alt(say, measure, [(row[0], row[1]) for row in cells]),
            source=indicator_source(context, indicator, income.period),
            table=table(
                [Column(say("Region")), Column(say("Verdi"), numeric=True)],
                cells,
                measure,
                [ordered.index(context.focus)],
            ),
            rows=rows_of(["region", indicator.id], [(code, values[code]) for code in ordered]),
            file_name="osloregionen-naermest-i-verdiskaping",
        ),
    )
