"""Nyeste tall: what is newest about us, year by year, with where it came in and when more usually comes."""

from datetime import UTC, date, datetime

from markupsafe import Markup

from components.exhibit import Exhibit, SourceNote
from components.html.markup import heading, lead, paragraph
from components.html.sources import source_line
from components.html.tables import Cell, CellLink, Column, table
from components.rows import rows_of
from data_sources.errors import DataError
from models.change.arrivals import last_seen, usual_month
from pages import choices
from pages.exhibits.describe import place_name, quantity
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.tallene.fresh import Fresh, every, municipal

OPEN = 3  # years that are shown at once; older ones are folded
FEED = "/atom/{language}.xml"


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


def _seen(shown: list[Fresh]) -> bool:
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


def _table(context: Context, shown: list[Fresh], caption: str, *, seen: bool) -> Markup:
    say = context.say
    counted = any(one.municipalities for one in shown)
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


def _municipalities(context: Context, found: list[Fresh], *, seen: bool) -> None:
    """The newest figures of the region's municipalities, which have no figure of the region itself."""
    if found:
        title = context.say("Tall for kommunene")
        context.page.html(heading(title) + _table(context, found, title, seen=seen))


def _unseen(context: Context, fresh: list[Fresh]) -> Markup:
    """That nobody knows when new years come, as long as none was seen to come."""
    say = context.say
    words = say("Når på året utgiverne kommer med nye tall, står her når denne tjenesten har sett det skje.")
    return Markup() if _seen(fresh) else paragraph(words, "note")


def _waiting(context: Context, fresh: list[Fresh]) -> None:
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
    context.page.html(heading(say("Hva en ny henting ville gitt")) + paragraph(words) + _unseen(context, fresh))


def render(context: Context) -> None:
    """Draw the page."""
    context.page.passing = True  # what publishers had may be asked anew at any time, without a release that tells it
    say, chosen = context.say, context.view.option("theme")
    try:
        found, inside = every(context), municipal(context)
    except DataError:
        context.page.html(lead(say("Nyeste tall")))
        context.missing(say("Hvilke tall det er, kan vi ikke se akkurat nå."))
        return
    _lead(context, found)
    with context.row("newest"):
        choices.theme_filter(context)
    shown = [one for one in found if chosen in (choices.ALL, one.indicator.theme)]
    inside = [one for one in inside if chosen in (choices.ALL, one.indicator.theme)]
    seen = _seen([*found, *inside])
    years = sorted({one.year for one in shown}, reverse=True)
    with context.page.box("newest"):
        for year in years[:OPEN]:
            part = [one for one in shown if one.year == year]
            count = say.count("{n} indikator", "{n} indikatorer", len(part))
            context.page.html(heading(say("Tall for {year}", year=year)) + _table(context, part, count, seen=seen))
    for year in years[OPEN:]:
        part = [one for one in shown if one.year == year]
        title = say("Tall for {year} ({n})", year=year, n=len(part))
        with context.page.fold(title):
            context.page.html(_table(context, part, title, seen=seen))
    _municipalities(context, inside, seen=seen)
    _tools(context, shown, seen=seen)
    _waiting(context, [*found, *inside])


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
