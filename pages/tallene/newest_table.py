"""The newest figures as a table, on the page and as a file."""

from datetime import UTC, date, datetime

from markupsafe import Markup

from components.exhibit import Exhibit, SourceNote
from components.html.sources import source_line
from components.html.tables import Cell, CellLink, Column, table
from components.rows import rows_of
from models.change.arrivals import last_seen, usual_month
from pages.exhibits.describe import place_name, quantity
from pages.exhibits.looked_at import Context
from pages.tallene.newest import Fresh


def _ahead(fresh: Fresh) -> date | None:
    """The day that the publisher has announced, as long as it has not passed."""
    day = fresh.announced
    return day if day is not None and day >= datetime.now(UTC).date() else None


def _next(context: Context, fresh: Fresh) -> str:
    """When the publisher has said that it comes next, else when it usually does, as far as that was seen."""
    say = context.say
    if (day := _ahead(fresh)) is not None:
        return say("varslet {day}", day=say.date(day))
    if (month := usual_month(fresh.arrivals)) is not None:
        return say("vanligvis i {month}", month=say.month_name(month))
    if (last := last_seen(fresh.arrivals)) is not None:
        return say("{period} kom i {month}", period=last.period, month=say.month(last.day.isoformat()[:7]))
    return say("ikke kjent")


def seen_to_come(shown: list[Fresh]) -> bool:
    """Whether any figure was seen to come, or is announced, so that there is something to say of the next."""
    return any(one.arrivals or _ahead(one) for one in shown)


def _row(context: Context, fresh: Fresh, *, seen: bool) -> list[Cell]:
    say, indicator = context.say, fresh.indicator
    city = place_name(context, indicator, context.focus) if indicator.asked else ""
    release = str(fresh.first)
    if fresh.since > fresh.first:
        release += f" ({say('revidert i {release}', release=fresh.since)})"
    if fresh.updated is None:
        updated = "–"
    else:
        updated = say.date(fresh.updated)
        updated = say("uttrekk fra {day}", day=updated) if fresh.extract else updated
    title = say.of(indicator.title) + (f" ({city})" if city else "")
    return [
        CellLink(title, context.at("tallene", indicator=indicator.id).address),
        indicator.years_of(fresh.period) if len(fresh.period) == len("2024") else say.month(fresh.period),
        say.count("{n} kommune", "{n} kommuner", fresh.municipalities)
        if fresh.municipalities
        else quantity(context, indicator, fresh.value),
        release,
        updated,
        *([_next(context, fresh)] if seen else []),
        indicator.publisher,
    ]


def newest_table(context: Context, shown: list[Fresh], caption: str, *, seen: bool) -> Markup:
    """The figures in the order given; with a column of what comes next where any was `seen` to come."""
    say, counted = context.say, any(one.municipalities for one in shown)
    columns = [
        Column(say("Indikator"), long=True),
        Column(say("Tall for")),
        Column(say("Kommuner med tall") if counted else say("Verdi"), numeric=True),
        Column(say("Kom i utgave")),
        Column(say("Utgiveren oppdaterte")),
        *([Column(say("Neste år kommer"))] if seen else []),
        Column(say("Utgiver")),
    ]
    return table(columns, [_row(context, one, seen=seen) for one in shown], caption)


def newest_tools(context: Context, shown: list[Fresh], *, seen: bool) -> None:
    """The same as a file."""
    say = context.say
    if not shown:
        return
    title = say("Nyeste tall for {name}", name=context.name(context.focus))
    publishers = list(dict.fromkeys(one.indicator.publisher for one in shown))
    source = SourceNote(
        say.listing(publishers), [], say("tall for {years}", years=f"{shown[-1].year}–{shown[0].year}"), False
    )
    listed = newest_table(context, shown, title, seen=seen)
    context.page.html(Markup('<p class="source">%s</p>') % (source_line(source, say, context.view.release),))
    context.page.tools(
        Exhibit(
            key="newest",
            finding=title,
            measure=title,
            figure=None,
            body=listed,
            alt=title,
            source=source,
            table=listed,
            rows=rows_of(
                ["indicator", "region", "period", "value", "flag"],
                [(one.indicator.id, context.focus, one.period, one.value, one.flag) for one in shown],
            ),
            file_name="osloregionen-nyeste-tall",
        )
    )
