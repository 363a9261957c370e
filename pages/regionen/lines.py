"""An area's figures over time, a panel each."""

from collections.abc import Sequence

from components.charts.panels import Panel, PanelLine, panels
from components.exhibit import Exhibit
from components.html.tables import Column, table
from components.rows import rows_of
from components.words.flags import flags_explained
from components.words.said import Said
from models.catalogue.within import DevelopmentArea
from models.comparison.developments import Development
from pages.exhibits.claims import trend_claims
from pages.exhibits.describe import quantity, span
from pages.exhibits.looked_at import Context
from pages.regionen.view import source
from pages.temaer.trend import finding


def _line(one: Development, name: str) -> PanelLine:
    """The region's line, interrupted before each break."""
    years: list[float] = []
    values: list[float | None] = []
    if one.trend.focus is not None:
        for year, value in one.trend.focus.points["value"].items():
            if year in one.trend.focus.breaks and years:
                years.append(year - 0.5)
                values.append(None)
            years.append(int(year))
            values.append(float(value))
    return PanelLine(name, years, values, "focus")


def _middle(one: Development, name: str) -> PanelLine:
    """The peers' middle value in the years of the region's own line."""
    own = [] if one.trend.focus is None else list(one.trend.focus.points.index)
    band = one.trend.band.loc[(one.trend.band.index >= own[0]) & (one.trend.band.index <= own[-1])]
    return PanelLine(name, [int(year) for year in band.index], list(band["median"]), "peer")


def _unusual(context: Context, drawn: Sequence[Development]) -> list[str]:
    """The unusual years of the lines, with the reason; figures that share both stand together."""
    say = context.say
    named: dict[tuple[str, str], list[str]] = {}
    for one in drawn:
        reasons = {year: (en if say.language == "en" else nb) for year, nb, en in one.trend.unusual}
        for reason in dict.fromkeys(reasons.values()):
            years = span([str(year) for year, known in reasons.items() if known == reason])
            named.setdefault((years, reason), []).append(say.of(one.indicator.short))
    return [f"{say.listing(names)}, {years}. {reason}" for (years, reason), names in named.items()]


def show_lines(context: Context, area: DevelopmentArea, drawn: Sequence[Development]) -> None:
    """The area's figures over time, a panel each with its own scale."""
    say = context.say
    focus, middle = context.label(context.focus, short=True), say("Midten")
    shown = [
        Panel(
            title=say.of(one.indicator.short),
            label=f"{quantity(context, one.indicator, one.value or 0.0)} ({one.year})",
            lines=[
                _middle(one, middle),
                _line(one, focus),
            ],
        )
        for one in drawn
    ]
    rows = [
        (say.of(one.indicator.title), int(year), float(value), str(flag), quantity(context, one.indicator, value))
        for one in drawn
        if one.trend.focus is not None
        for year, value, flag in one.trend.focus.points.itertuples()
    ]
    years = span([str(year) for _, year, *_ in rows])
    title = f"{say.of(area.title)}, {context.name(context.focus)}, {years}"
    notices = _unusual(context, drawn)
    if flags := flags_explained([row[3] for row in rows], say):
        notices.append(say("Merknader: {flags}.", flags=flags))
    origin = source(
        context,
        [one.indicator for one in drawn],
        years,
        derived=any(one.indicator.derivation for one in drawn),
    )
    context.page.exhibit(
        Exhibit(
            key=f"lines-{area.id}",
            finding=finding(context, drawn[0].indicator, say.of(drawn[0].indicator.title)),
            measure=title + ". " + say("Egen skala i hver rute; grå strek er midten av sammenligningsregionene"),
            figure=panels(shown, context.colours, lambda n, v: quantity(context, drawn[n].indicator, v), shared=False),
            alt=title + ". " + "; ".join(f"{panel.title}: {panel.label}" for panel in shown),
            source=origin,
            table=table(
                [
                    Column(say("Indikator")),
                    Column(say("År"), numeric=True),
                    Column(say("Verdi"), numeric=True),
                    Column(say("Merknad")),
                ],
                [[indicator, str(year), words, flag] for indicator, year, _, flag, words in rows],
                title,
            ),
            rows=rows_of(
                ["indicator", "region", "period", "value", "flag"],
                [
                    (one.indicator.id, one.trend.focus.region, str(year), value, flag)
                    for one in drawn
                    if one.trend.focus is not None
                    for year, value, flag in one.trend.focus.points.itertuples()
                ],
            ),
            file_name=f"osloregionen-{area.id}",
            notices=notices,
            claims=[said for one in drawn for said in _claims(context, one)],
        ),
    )


def _claims(context: Context, one: Development) -> tuple[Said, ...]:
    """What may be said of a figure's development."""
    origin = source(context, [one.indicator], str(one.year), derived=bool(one.indicator.derivation))
    return trend_claims(context, one.indicator, one.told, origin)
