"""The region's parts beside those of peers, by NUTS 3: growth of the population, or gross domestic product."""

from components.charts.strip import PartDot, StripRow, strip
from components.exhibit import Exhibit
from components.html.markup import heading
from components.html.tables import Column, table
from components.rows import rows_of
from components.words import alternatives, inside
from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.inside import nuts3
from models.inside.nuts3 import Divided
from models.keeping import noted
from models.rounding import as_shown
from pages import choices
from pages.exhibits.describe import measure_line, quantity
from pages.exhibits.looked_at import Context
from pages.regionen.options import BESIDE, comparable_years
from pages.regionen.view import source

NAMED = 8  # regions that cannot be compared, by name; the others are only counted


@noted(64)
def _divided(
    figures: Figures, catalogue: Catalogue, by: str, years: tuple[int, ...], regions: tuple[str, ...]
) -> tuple[Divided, ...]:
    if by == "growth":
        return tuple(nuts3.growing(figures, catalogue, BESIDE[by], regions, years[0], years[-1]))
    return tuple(nuts3.levels(figures, catalogue, BESIDE[by], regions, years[-1]))


def _part_name(context: Context, code: str) -> str:
    """A part's name without its legal form: "Ingolstadt, Kreisfreie Stadt" is Ingolstadt."""
    return context.name(code, short=True).partition(",")[0]


def _choice(context: Context) -> None:
    say = context.say
    words = {"growth": say("Befolkningsvekst"), "gdp": say("Bruttoregionalprodukt per innbygger")}
    with context.row("beside"):
        context.choice("beside", words.__getitem__)
        choices.peer_filter(context)


def _reasons(context: Context, divided: tuple[Divided, ...]) -> list[str]:
    """Why peers are not shown, those with the same reason together."""
    say = context.say
    words = {
        "one_area": say("er ett område i statistikken og kan ikke deles"),
        "no_figures": say("har ikke tall for delene sine"),
        "borders_changed": say("har fått nye grenser mellom delene i perioden"),
        "break": say("har brudd i serien i perioden"),
    }
    grouped: dict[str, list[str]] = {}
    for one in divided:
        if one.why_not is not None:
            grouped.setdefault(one.why_not, []).append(context.name(one.region, short=True))
    named = {why: names if len(names) <= NAMED else _shortened(context, names) for why, names in grouped.items()}
    return [
        say("Kan ikke sammenlignes: {names} {reason}.", names=say.listing(names), reason=words[why])
        for why, names in named.items()
    ]


def _shortened(context: Context, names: list[str]) -> list[str]:
    """The first of many names, and how many more there are."""
    return [*names[:NAMED], context.say("{count} til", count=len(names) - NAMED)]


def show_beside(context: Context) -> None:
    """A row a region, a dot a part."""
    say, by = context.say, context.view.option("beside")
    indicator = context.catalogue.indicators[BESIDE[by]]
    years = comparable_years(context.figures, context.catalogue, indicator.id, context.focus)
    context.page.html(heading(say("Delene av regionen ved siden av delene av andre regioner")))
    _choice(context)
    divided = _divided(context.figures, context.catalogue, by, years, tuple(context.ranked)) if years else ()
    shown = sorted((d for d in divided if d.parts), key=lambda d: (d.region != context.focus, d.parts[-1].value))
    own = next((d for d in shown if d.region == context.focus), None)

    decimals = 1 if by == "growth" else indicator.decimals

    def words(value: float) -> str:
        return inside.signed(say, value, decimals, "%") if by == "growth" else quantity(context, indicator, value)

    rows = [
        StripRow(
            context.label(d.region, short=True),
            [PartDot(_part_name(context, p.code), p.value) for p in d.parts],
            "focus" if d.region == context.focus else "peer",
        )
        for d in shown
    ]
    span = f"{years[0]}–{years[-1]}" if years and by == "growth" else str(years[-1] if years else "")
    title = (
        say("Vekst i folketallet per år, prosent, {years}", years=span)
        if by == "growth"
        else measure_line(context, indicator, span)
    )
    cells = [[row.name, part.name, words(part.value)] for row in rows for part in row.parts]
    listed = [(d.region, p.code, p.value, p.flag) for d in shown for p in d.parts]
    context.page.exhibit(
        Exhibit(
            key="beside",
            finding=inside.spread(say, [(p.name, as_shown(p.value, decimals)) for p in rows[0].parts], rows[0].name, by)
            if own
            else say("{name} har ikke tall for delene sine", name=context.name(context.focus)),
            measure=title + ". " + say("Én prikk per del (NUTS 3); navn på høyeste og laveste"),
            figure=strip(rows, context.colours, words) if own else None,
            alt=alternatives.trend_alt(say, title, [(r, p, v) for r, p, v in cells])
            if own
            else say("Ingen av delregionene har tall."),
            source=source(context, [indicator], span, derived=by == "growth"),
            table=table(
                [Column(say("Region")), Column(say("Del")), Column(say("Verdi"), numeric=True)],
                cells,
                title,
                [n for n, row in enumerate(cells) if own and row[0] == rows[0].name],
            ),
            rows=rows_of(["region", "area", "value", "flag"], listed, value="prosent per år" if by == "growth" else ""),
            file_name=f"osloregionen-nuts3-{by}",
            notices=[*_notes(context, by), *_reasons(context, divided)],
        ),
    )


def _notes(context: Context, by: str) -> list[str]:
    if by == "growth":
        return []
    return [
        context.say(
            "Verdiskapingen telles der jobben er, folk der de bor. Byer som mange pendler til, får derfor høye tall."
        ),
        context.say("Tallene bruker de gamle delene av regionen: Oslo og Viken."),
    ]
