"""A link keeps the figures it was made with. Where newer ones differ, the page says so and shows both."""

from dataclasses import dataclass
from math import isnan

from markupsafe import Markup

from components.html.markup import paragraph
from components.html.tables import Column, table
from data_sources.errors import DataError
from models.catalogue import Indicator
from models.index.reference_year import ScoreTable
from pages import choices
from pages.exhibits.describe import then_and_now
from pages.exhibits.index_version import other_index
from pages.exhibits.looked_at import Context
from pages.known import releases

SHOWN = 50  # figures in the table; the terminal lists all (`python -m data_sources.releases --diff`)


@dataclass(frozen=True)
class _Change:
    """A figure of this view in the release shown and in the newest; the years differ where another one stands in."""

    indicator: Indicator
    region: str
    years: str
    old: tuple[float | None, str]
    new: tuple[float | None, str]


def _of_indicators(context: Context, indicators: list[str], newest: int) -> list[_Change]:
    """Of the indicators that the page shows, every year."""
    rows = releases.revisions(context.view.release, newest).of(indicators, context.ranked)
    known = context.catalogue.indicators
    return [
        _Change(known[row.indicator], row.region, row.period, (row.old_value, row.old_flag), (row.value, row.flag))
        for row in rows.itertuples()
    ]


def _of_scores(context: Context, newest: int) -> list[_Change]:
    """Of the figures that give points."""
    shown, now = context.index.table, releases.index(newest).table

    def cell(table: ScoreTable, region: str, name: str) -> tuple[float, str, str]:
        value, flag, years = (frame.at[region, name] for frame in (table.values, table.flags, table.periods))
        return float(value), str(flag), str(years)

    changes = []
    for name in shown.values.columns.intersection(now.values.columns):
        for region in context.ranked:
            old, new = cell(shown, region, name), cell(now, region, name)
            if old[1:] != new[1:] or (old[0] != new[0] and not (isnan(old[0]) and isnan(new[0]))):
                years = " → ".join(dict.fromkeys(year for year in (old[2], new[2]) if year))
                changes.append(_Change(context.catalogue.indicators[name], region, years, old[:2], new[:2]))
    return changes


def _shown(context: Context) -> list[str]:
    """The indicators that the page shows; none where it shows scores."""
    catalogue, options = context.catalogue, context.view.options
    chosen = [options[name] for name in ("indicator", "x", "y") if options.get(name) in catalogue.indicators]
    if chosen or context.spec.slug not in ("region", "lignende"):
        return chosen
    if context.spec.slug == "lignende":
        return [v.indicator for side in catalogue.structure.dimension for v in side.variable if v.indicator]
    themes = catalogue.themes if options["theme"] == choices.ALL else [options["theme"]]
    return [i.id for theme in themes for i in catalogue.of_theme(theme) if i.direction != "none"]


def _changes(context: Context, newest: int) -> list[_Change]:
    shown = _shown(context)
    return _of_indicators(context, shown, newest) if shown else _of_scores(context, newest)


def _table(context: Context, changes: list[_Change], newest: int) -> Markup:
    say = context.say
    columns = [
        Column(say("Indikator")),
        Column(say("Region")),
        Column(say("År")),
        Column(say("Datautgave {number}", number=context.view.release), numeric=True),
        Column(say("Datautgave {number}", number=newest), numeric=True),
    ]
    cells = [
        [
            say.of(change.indicator.title),
            context.label(change.region),
            change.years,
            *then_and_now(context, change.indicator, change.old, change.new),
        ]
        for change in changes
    ]
    return table(columns, cells, say("Tall som er endret"))


def show_drift(context: Context) -> None:
    """Say how many figures of this view differ in the newest release, show both, and lead there."""
    newest, say = context.choosable.releases[-1], context.say
    if context.view.release == newest:
        return
    values = {"release": context.view.release, "newest": newest}
    try:
        changes = _changes(context, newest)
    except DataError:  # the figures shown are in memory; the store that knows the others is gone for now
        words = say("Hva som er endret siden lenken ble laget, kan vi ikke se akkurat nå.")
        context.page.html(Markup('<p class="drift" role="status">%s</p>') % (words,))
        return
    if not changes:
        words = say("Lenken viser datautgave {release}. Tallene her er de samme i datautgave {newest}.", **values)
    else:
        words = say.count(
            "{n} tall i denne visningen er endret siden lenken ble laget. Du ser datautgave {release}.",
            "{n} tall i denne visningen er endret siden lenken ble laget. Du ser datautgave {release}.",
            len(changes),
            **values,
        )
    with context.page.box("drift", border=True, gap="small"):
        context.page.html(Markup('<p class="drift" role="status">%s</p>') % (words,))
        if told := other_index(context):
            context.page.html(told)
            context.link("metode", say("Hva som er endret, og hvorfor"), release=str(newest))
        with context.page.box("to-newest", horizontal=True):
            context.pick(say("Vis datautgave {newest}", newest=newest), "release", str(newest))
        if changes:
            with context.page.fold(say("Se hva som er endret"), key="changes", aside=True):
                context.page.html(_table(context, changes[:SHOWN], newest))
                if len(changes) > SHOWN:
                    few = say("De {shown} første av {count}.", shown=SHOWN, count=say.number(len(changes)))
                    context.page.html(paragraph(few, "note"))
