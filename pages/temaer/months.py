"""The year by months, on the page of visitors: nights from abroad and from home, beside another region's."""

from dataclasses import dataclass
from math import ceil

from components.charts.months import Year, months
from components.exhibit import Exhibit
from components.html.markup import paragraph
from components.html.tables import Column, table
from components.rows import rows_of
from components.words import alternatives, findings
from models.change.seasons import Season, season, years_with_months
from models.figures.observations import Figures
from models.keeping import noted
from pages import choices
from pages.exhibits.claims import season_claims
from pages.exhibits.describe import indicator_source, quantity
from pages.exhibits.looked_at import Context

ABROAD, HOME = "nights_international_monthly", "nights_domestic_monthly"


@noted(512)
def _season(figures: Figures, indicator: str, region: str) -> Season | None:
    return season(figures, indicator, region)


@dataclass(frozen=True)
class _Pair:
    """One monthly figure of the focus region and of the one beside it, if it has any."""

    indicator: str
    own: Season | None
    other: Season | None

    @property
    def seasons(self) -> tuple[Season, ...]:
        return tuple(year for year in (self.own, self.other) if year)


def _beside(context: Context) -> None:
    with context.row("months"):
        choices.region_filter(context, "beside")


def show_months(context: Context) -> None:
    """Draw both years side by side, on the same axis."""
    say, code = context.say, context.view.option("beside")
    pairs = [
        _Pair(name, _season(context.figures, name, context.focus), _season(context.figures, name, code))
        for name in (ABROAD, HOME)
    ]
    years = sorted({year for pair in pairs for year in years_with_months(context.figures, pair.indicator)})
    if not years:
        return
    if len(years) == 1:
        context.page.html(
            paragraph(
                say(
                    "Vi har månedstall for bare ett år, {year}. Vær, ferier og store arrangementer det året kan ha "
                    "påvirket dem.",
                    year=years[0],
                ),
                "measure",
            )
        )
    _beside(context)
    top = max((100 * share for pair in pairs for one in pair.seasons for share in one.shares), default=10)
    for column, pair in zip(context.page.columns(2, gap="large"), pairs, strict=True):
        with column:
            _show(context, pair, code, 2.0 * ceil(top / 2 + 0.25))


def _show(context: Context, pair: _Pair, code: str, ceiling: float) -> None:
    say, indicator = context.say, context.catalogue.indicators[pair.indicator]
    names = {context.focus: context.name(context.focus), code: context.name(code, short=True)}
    what = say("utenlandske overnattinger") if pair.indicator == ABROAD else say("innenlandske overnattinger")
    year = pair.seasons[0].year if pair.seasons else ""
    shown = [one for one in (pair.other, pair.own) if one]

    def percent(share: float) -> str:
        return say.quantity(100 * share, 1, "%")

    def in_words(one: Season) -> str:
        return say(
            "{name}: flest i {peak} ({most}), færrest i {low} ({least})",
            name=context.label(one.region, short=True),
            peak=say.month_name(one.peak),
            most=percent(one.share(one.peak)),
            low=say.month_name(one.low),
            least=percent(one.share(one.low)),
        )

    notices = [in_words(one) + "." for one in pair.seasons]
    if pair.other is None:
        notices.append(say("{name} mangler månedstall.", name=context.label(code)))
    measure = say("Andel av årets {what}, prosent, {year}", what=what, year=year)
    rows = [
        (one.region, month, one.values[month - 1], one.share(month)) for one in pair.seasons for month in range(1, 13)
    ]
    context.page.exhibit(
        Exhibit(
            key=f"months-{'abroad' if pair.indicator == ABROAD else 'home'}",
            finding=findings.season_finding(say, what, pair.own, names[context.focus], pair.other, names[code])
            if pair.own
            else say("Ingen månedstall for {name}", name=names[context.focus]),
            measure=measure,
            figure=months(
                [
                    Year(
                        context.label(one.region, short=True),
                        [100 * share for share in one.shares],
                        "focus" if one.region == context.focus else "beside",
                    )
                    for one in shown
                ],
                [say.month_name(number, short=True) for number in range(1, 13)],
                ceiling,
                context.colours,
                lambda v: say.quantity(v, 1, "%"),
                {n: say.quantity(n, 0, "%") for n in range(0, int(ceiling) + 1, 5)},
            )
            if pair.own
            else None,
            alt=alternatives.season_alt(say, measure, [in_words(one) for one in pair.seasons])
            if pair.own
            else say("Kilden har ikke publisert alle tolv måneder for {name}.", name=names[context.focus]),
            source=indicator_source(context, indicator, year),
            table=table(
                [
                    Column(say("Region")),
                    Column(say("Måned")),
                    Column(say("Verdi"), numeric=True),
                    Column(say("Andel av året"), numeric=True),
                ],
                [
                    [context.label(region), say.month_name(month), quantity(context, indicator, value), percent(share)]
                    for region, month, value, share in rows
                ],
                measure,
            ),
            rows=rows_of(
                ["indicator", "region", "period", "value", "share"],
                [(indicator.id, region, f"{year}-{month:02}", value, share) for region, month, value, share in rows],
            ),
            file_name=f"osloregionen-{indicator.id.replace('_', '-')}",
            notices=notices,
            claims=season_claims(context, indicator, pair.own, indicator_source(context, indicator, year)),
        ),
    )
