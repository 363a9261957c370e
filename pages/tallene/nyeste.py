"""Nyeste tall: what is newest about us, year by year, with where it came in and when more usually comes."""

from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from components.exhibit import Exhibit, SourceNote
from components.html.markup import heading, lead, paragraph
from components.html.sources import source_line
from components.html.tables import Cell, CellLink, Column, table
from components.rows import rows_of
from data_sources.errors import DataError
from models.catalogue import Indicator
from models.change.arrivals import Arrival, last_seen, usual_month
from pages import choices
from pages.exhibits.describe import place_name, quantity
from pages.exhibits.kept import same_for_all_choices
from pages.exhibits.looked_at import Context
from pages.known import releases

OPEN = 3  # years that are shown at once; older ones are folded
FEED = "/atom/{language}.xml"


@dataclass(frozen=True)
class Fresh:
    """The newest figure of an indicator for the region.

    Attributes:
        period: year or month.
        first: release that brought the first figure for the period; `since`: the one from which it stands as it is.
        updated: day on which the publisher changed the data set last, or of the extract it is from; None if unknown.
        extract: whether it is the latter.
        arrivals: the periods that were seen to come.
    """

    indicator: Indicator
    period: str
    value: float
    flag: str
    first: int
    since: int
    updated: date | None
    extract: bool
    arrivals: tuple[Arrival, ...]

    @property
    def year(self) -> str:
        """The year of the period."""
        return self.period[:4]


def _day(iso: str) -> date | None:
    """The day of a moment as publishers write it; None for anything else."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def _updated(context: Context, origin: str, dataset: str) -> tuple[date | None, bool]:
    """When the publisher changed the data set last, and whether that is the day of an extract that it is known from."""
    told = [
        one.summary.updated[dataset]
        for one in releases.history()
        if one.id <= context.view.release and dataset in one.summary.updated
    ]
    if told:
        return _day(told[-1]), False
    extracts = releases.extracts()
    days = [day for part in origin.split("+") if (day := _day(extracts.get(part, "")))]
    return min(days, default=None), bool(days)  # figures of several extracts are as new as the oldest of them


def _arrivals(rows: list[tuple[str, int]], datasets: tuple[str, ...]) -> tuple[Arrival, ...]:
    """The periods that a refresh brought, with the day on which the publisher had changed the data set."""
    told = {one.id: one.summary.updated for one in releases.history()}
    found = []
    for period, first in rows:
        days = [day for name in datasets if (day := _day(told.get(first, {}).get(name, "")))]
        if days:
            found.append(Arrival(period, max(days)))
    return tuple(found)


@same_for_all_choices()
def _every(context: Context) -> list[Fresh]:
    """The newest figure of every indicator that the region has, the newest first."""
    came = releases.came(context.view.release, context.focus)
    rows = {str(name): part for name, part in came.groupby("indicator", sort=False)}
    series, found = context.figures.series, []
    for indicator in context.catalogue.indicators.values():
        own = context.figures.indicator(indicator.id)
        own = own.loc[own["region"] == context.focus]
        if indicator.role == "series" or own.empty:
            continue
        newest = own.loc[own["period"].astype(str).idxmax()]
        period, told = str(newest["period"]), rows[indicator.id]
        here = told.loc[told["period"] == period].iloc[0]
        origin = str(series.at[newest["series"], "origin"])
        updated, extract = _updated(context, origin, indicator.datasets[0])
        brought = [(str(p), int(n)) for p, n in zip(told["period"], told["first"], strict=True)]
        found.append(
            Fresh(
                indicator,
                period,
                float(newest["value"]),
                str(newest["flag"]),
                int(here["first"]),
                int(here["since"]),
                updated,
                extract,
                _arrivals(brought, indicator.datasets),
            )
        )
    titles = {one.indicator.id: context.say.sort_key(context.say.of(one.indicator.title)) for one in found}
    found.sort(key=lambda one: titles[one.indicator.id])
    return sorted(found, key=lambda one: one.period, reverse=True)


def _next(context: Context, fresh: Fresh) -> str:
    """When the publisher usually comes with a new year, as far as that was seen."""
    say = context.say
    if (month := usual_month(fresh.arrivals)) is not None:
        return say("vanligvis i {month}", month=say.month_name(month))
    if (last := last_seen(fresh.arrivals)) is not None:
        return say("{period} kom i {month}", period=last.period, month=say.month(last.day.isoformat()[:7]))
    return say("ikke kjent")


def _seen(shown: list[Fresh]) -> bool:
    """Whether any figure was seen to come, so that there is something to say of the next."""
    return any(one.arrivals for one in shown)


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
        quantity(context, indicator, fresh.value),
        release,
        updated,
        *([_next(context, fresh)] if seen else []),
        indicator.publisher,
    ]


def _table(context: Context, shown: list[Fresh], caption: str, *, seen: bool) -> Markup:
    say = context.say
    columns = [
        Column(say("Indikator"), long=True),
        Column(say("Tall for")),
        Column(say("Verdi"), numeric=True),
        Column(say("Kom i utgave")),
        Column(say("Utgiveren oppdaterte")),
        *([Column(say("Neste år kommer"))] if seen else []),
        Column(say("Utgiver")),
    ]
    return table(columns, [_row(context, one, seen=seen) for one in shown], caption)


def _lead(context: Context, found: list[Fresh]) -> None:
    say, name = context.say, context.name(context.focus)
    if not found:
        context.page.html(lead(say("Nyeste tall")))
        context.missing(say("Ingen av indikatorene har tall for {name}.", name=name))
        return
    newest = found[0].year
    count = sum(one.year == newest for one in found)
    words = say.count(
        "{name} har tall for {year} på {n} område",
        "{name} har tall for {year} på {n} områder",
        count,
        name=name,
        year=newest,
    )
    before = str(int(newest) - 1)
    context.page.html(
        lead(words[:1].upper() + words[1:])
        + paragraph(
            say(
                "{n} av {all} indikatorer har sitt nyeste tall fra {year} eller senere. Årene er dem tallene gjelder, "
                "ikke når de ble publisert.",
                n=say.number(sum(one.year >= before for one in found)),
                all=say.number(len(found)),
                year=before,
            ),
            "measure",
        )
        + Markup('<p class="way"><a href="%s" type="application/atom+xml">%s</a></p>')
        % (FEED.format(language=say.language), say("Følg nye og reviderte tall (Atom)"))
    )


def _unseen(context: Context, every: list[Fresh]) -> Markup:
    """That nobody knows when new years come, as long as none was seen to come."""
    say = context.say
    words = say("Når på året utgiverne kommer med nye tall, står her når denne tjenesten har sett det skje.")
    return Markup() if _seen(every) else paragraph(words, "note")


def _waiting(context: Context, every: list[Fresh]) -> None:
    """What publishers had that this service has not, when they were last asked."""
    say, found = context.say, releases.checked()
    if found is None:
        words = say("Utgiverne er ikke spurt fra denne tjenesten ennå. Tallene er de som fulgte med.")
    else:
        day = say.date(datetime.fromisoformat(found.at))
        known = [name for name in found.waiting if name in context.catalogue.indicators]
        stands = found.release is None and known
        words = (
            say("Utgiverne ble sist spurt {day}, om {n} indikatorer.", day=day, n=say.number(found.indicators)) + " "
        )
        if stands:
            newer = [name for name in known if name in found.newest]
            words += say.count(
                "En henting ville endret {n} indikator", "En henting ville endret {n} indikatorer", len(known)
            )
            words += f" {say('og gitt nyere år for {n} av dem', n=say.number(len(newer)))}" if newer else ""
            titles = [say.of(context.catalogue.indicators[name].title) for name in (newer or known)[:8]]
            words += f": {say.listing(titles)}" + (" …" if len(newer or known) > len(titles) else ".")
        elif found.release is not None:
            words += say("Det ga datautgave {release}.", release=found.release)
        else:
            words += say("De hadde ikke noe nytt.")
    context.page.html(heading(say("Hva en ny henting ville gitt")) + paragraph(words) + _unseen(context, every))


def render(context: Context) -> None:
    """Draw the page."""
    context.page.passing = True  # what publishers had may be asked anew at any time, without a release that tells it
    say, chosen = context.say, context.view.option("theme")
    try:
        found = _every(context)
    except DataError:
        context.page.html(lead(say("Nyeste tall")))
        context.missing(say("Hvilke tall det er, kan vi ikke se akkurat nå."))
        return
    _lead(context, found)
    with context.row("newest"):
        choices.theme_filter(context)
    shown = [one for one in found if chosen in (choices.ALL, one.indicator.theme)]
    years = sorted({one.year for one in shown}, reverse=True)
    with context.page.box("newest"):
        for year in years[:OPEN]:
            part = [one for one in shown if one.year == year]
            count = say.count("{n} indikator", "{n} indikatorer", len(part))
            context.page.html(
                heading(say("Tall for {year}", year=year)) + _table(context, part, count, seen=_seen(found))
            )
    for year in years[OPEN:]:
        part = [one for one in shown if one.year == year]
        title = say("Tall for {year} ({n})", year=year, n=len(part))
        with context.page.fold(title):
            context.page.html(_table(context, part, title, seen=_seen(found)))
    _tools(context, shown, seen=_seen(found))
    _waiting(context, found)


def _tools(context: Context, shown: list[Fresh], *, seen: bool) -> None:
    """The same as a file."""
    say = context.say
    if not shown:
        return
    title = say("Nyeste tall for {name}", name=context.name(context.focus))
    publishers = list(dict.fromkeys(one.indicator.publisher for one in shown))
    source = SourceNote(
        say.listing(publishers), [], say("tall for {years}", years=f"{shown[-1].year}–{shown[0].year}"), False
    )
    listed = _table(context, shown, title, seen=seen)
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
