"""Every sub-region in one table, with its clusters; and who belongs to the alliance."""

from collections.abc import Callable

from markupsafe import Markup, escape

from components.exhibit import Exhibit
from components.html.markup import heading, out, paragraph
from components.html.sources import source_line
from components.html.tables import Cell, Column, table
from components.rows import rows_of
from components.words import inside
from models.inside.subregion_profiles import SubregionProfile
from pages.exhibits.looked_at import Context
from pages.regionen.view import Inside, alliance_by_year, name, source


def _found(context: Context, profile: SubregionProfile) -> list[str]:
    """Names of the clusters that sit in a sub-region."""
    codes = {m.code for m in profile.part.members}
    return [context.say.of(c.name) for c in context.catalogue.within.clusters.values() if c.municipality in codes]


def _clusters(context: Context, profile: SubregionProfile) -> str:
    """Names of the clusters that sit in a sub-region; their number for the whole region and the alliance."""
    say, clusters = context.say, _found(context, profile)
    if profile.part.id in ("all", "alliance"):
        return say.count("{n} klynge med kjent sted", "{n} klynger med kjent sted", len(clusters))
    return ", ".join(clusters) or "–"


def _unemployed(context: Context) -> tuple[dict[str, float], str]:
    """Registered unemployed by county in the newest month, and the month."""
    rows = context.figures.indicator("registered_unemployed_share")
    if rows.empty:
        return {}, ""
    month = max(str(period) for period in rows["period"].unique())
    rows = rows.loc[rows["period"] == month]
    return {str(r): float(v) for r, v in zip(rows["region"], rows["value"], strict=True)}, month


_COLUMNS = (
    "part",
    "name",
    "population",
    "growth",
    "job_ratio",
    "oslo_share",
    "immigrants_share",
    "unemployed_share",
    "clusters",
)


def show_table(context: Context, shown: Inside) -> None:
    """All figures of every sub-region, side by side, to be read or downloaded."""
    say = context.say

    def text(value: float | None, say_it: Callable[[float], str]) -> str:
        return "–" if value is None else say_it(value)

    unemployed, month = _unemployed(context) if shown.level == "county" else ({}, "")
    columns = [
        Column(say("Delregion")),
        Column(say("Folketall {year}", year=shown.whole.year or ""), numeric=True),
        Column(say("Vekst siden {year}", year=shown.whole.since), numeric=True),
        Column(say("Jobber per 100 sysselsatte, {year}", year=shown.work_years[1]), numeric=True),
        Column(say("Arbeider i Oslo, {year}", year=shown.work_years[1]), numeric=True),
        Column(say("Innvandrere, {year}", year=shown.whole.immigrant_year), numeric=True),
        *([Column(say("Registrert ledige, {month}", month=say.month(month)), numeric=True)] if unemployed else []),
        Column(say("Klynger som holder til her"), long=True),
    ]
    profiles = (shown.whole, *([shown.alliance] if shown.alliance else []), *shown.profiles)
    rows: list[list[Cell]] = [
        [
            name(context, p) + ("" if p.part.within else " *"),
            text(p.population, say.number),
            text(p.growth, lambda v: inside.signed(say, v, 1, "%")),
            text(p.job_ratio, say.number),
            text(p.oslo_share, lambda v: say.quantity(v, 1, "%")),
            text(p.immigrants_share, lambda v: say.quantity(v, 1, "%")),
            *([text(unemployed.get(p.part.id), lambda v: say.quantity(v, 1, "%"))] if unemployed else []),
            _clusters(context, p),
        ]
        for p in profiles
    ]
    indicators = [
        context.catalogue.indicators[i]
        for i in (
            "population",
            *(("population_total",) if shown.level == "county" else ()),
            "employed_by_workplace",
            "employed_by_residence",
            "works_in_oslo",
            "immigrants_by_reason_share",
            *(("registered_unemployed_share",) if unemployed else ()),
        )
    ]
    marked = [n for n, p in enumerate(profiles) if p.part.id in ("all", shown.marked)]
    caption = say("Folketall, arbeidsplasser, pendling, innvandring og klynger")
    years = f"{shown.whole.since}–{month[:4] or shown.whole.year}"
    notes = [
        say("* Utenfor avgrensningen."),
        say("Innvandrere fra land utenfor Norden, prosent av innbyggerne."),
        say("Klynger uten kjent sted er ikke talt med. De står i klyngekatalogen."),
    ]
    context.page.html(
        heading(say("Alle delregionene side om side"))
        + table(columns, rows, caption, marked)
        + paragraph(" ".join(notes), "note")
        + Markup('<p class="source">%s</p>')
        % (source_line(source(context, indicators, years), say, context.view.release),)
    )
    context.page.tools(
        Exhibit(
            key="subregions",
            finding=say("Alle delregionene side om side"),
            measure=f"{caption}, {years}",
            figure=None,
            body=table(columns, rows, caption, marked),
            alt=caption,
            source=source(context, indicators, years),
            table=table(columns, rows, caption, marked),
            rows=rows_of(
                _COLUMNS,
                [
                    (
                        p.part.id,
                        name(context, p),
                        p.population,
                        p.growth,
                        p.job_ratio,
                        p.oslo_share,
                        p.immigrants_share,
                        unemployed.get(p.part.id),
                        len(_found(context, p)),
                    )
                    for p in profiles
                ],
            ),
            notices=notes,
            file_name="osloregionen-delregioner",
        )
    )


def _members(context: Context, shown: SubregionProfile) -> Markup:
    """The members by a list of the analyst's own, and how many lived in those of each year."""
    say = context.say
    rows: list[list[Cell]] = []
    for year, (count, total) in sorted(alliance_by_year(context).items(), reverse=True):
        missing = say("mangler tall: {names}", names=say.listing(list(total.missing)))
        rows.append([year, say.number(count), missing if total.value is None else say.number(total.value)])
    columns = [Column(say("1. januar")), Column(say("Medlemskommuner"), numeric=True)]
    columns.append(Column(say("Innbyggere"), numeric=True))
    names = say.listing(sorted((m.name for m in shown.part.members), key=say.sort_key))
    return (
        paragraph(say("Medlemmene etter lista som er lagt inn i denne tjenesten: {names}.", names=names))
        + paragraph(say("Delregionene her er statistikkens inndeling, ikke rådets."))
        + table(columns, rows, say("Innbyggere i medlemskommunene, med medlemmene det året"))
    )


def show_membership(context: Context, shown: Inside) -> None:
    """Who belongs to the alliance, as far as sources say, and what follows from the gaps."""
    say = context.say
    items = []
    if not context.catalogue.within.membership and shown.alliance is None:
        return
    for note in context.catalogue.within.membership:
        where = out(say("Kilde"), note.source) if note.source else escape(say("Teksten er bevart uten adresse"))
        when = escape(say.day(note.as_of) or say("Uten dato"))
        items.append(Markup("<dt>%s</dt><dd>%s. %s</dd>") % (when, say.of(note.statement), where))
    unknown = say(
        "Ingen kilde vi har funnet, har en komplett og datert liste over medlemskommunene. "
        "Derfor viser vi ikke hvor stor del av tallene som gjelder medlemmene. "
        "Delregionene her er statistikkens inndeling, ikke rådets."
    )
    known = _members(context, shown.alliance) if shown.alliance else paragraph(unknown)
    with context.page.fold(say("Hvem er med i Osloregionen?")):
        context.page.html(known + Markup('<dl class="facts">%s</dl>') % (Markup().join(items),))
