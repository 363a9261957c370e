"""Every sub-region in one table, with its clusters; and what is missing: industries, and a dated list of members."""

from collections.abc import Callable
from html import escape

from components.exhibit import Exhibit
from components.html.cards import missing_figure
from components.html.markup import heading, out, paragraph
from components.html.sources import source_line
from components.html.tables import Cell, Column, table
from components.rows import rows_of
from components.words import inside
from models.inside.subregion_profiles import SubregionProfile
from pages.exhibits.looked_at import Context
from pages.regionen.view import Inside, name, source


def _found(context: Context, profile: SubregionProfile) -> list[str]:
    """Names of the clusters that sit in a sub-region."""
    codes = {m.code for m in profile.part.members}
    return [context.say.of(c.name) for c in context.catalogue.within.clusters.values() if c.municipality in codes]


def _clusters(context: Context, profile: SubregionProfile) -> str:
    """Names of the clusters that sit in a sub-region; their number for the whole region."""
    say, clusters = context.say, _found(context, profile)
    if profile.part.id == "all":
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
    profiles = (shown.whole, *shown.profiles)
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
        + f'<p class="source">{source_line(source(context, indicators, years), say, context.view.release)}</p>'
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


def show_missing_industries(context: Context) -> None:
    """That there are no figures on the sub-regions' industries, and who has them."""
    missing = context.catalogue.within.missing.get("industries_by_municipality")
    if missing is None:  # another alliance's catalogue may have left it out
        return
    context.page.html(heading(context.say.of(missing.title)) + missing_figure(missing, context.say, titled=False))


def show_membership(context: Context) -> None:
    """Who belongs to the alliance, as far as sources say, and what follows from the gaps."""
    say = context.say
    items = []
    if not context.catalogue.within.membership:
        return
    for note in context.catalogue.within.membership:
        where = out(say("Kilde"), note.source) if note.source else escape(say("Teksten er bevart uten adresse"))
        when = escape(say.day(note.as_of) or say("Uten dato"))
        items.append(f"<dt>{when}</dt><dd>{escape(say.of(note.statement))}. {where}</dd>")
    with context.page.fold(say("Hvem er med i Osloregionen?")):
        context.page.html(
            paragraph(
                say(
                    "Ingen kilde vi har funnet, har en komplett og datert liste over medlemskommunene. "
                    "Derfor viser vi ikke hvor stor del av tallene som gjelder medlemmene. "
                    "Delregionene her er statistikkens inndeling, ikke rådets."
                )
            )
            + f'<dl class="facts">{"".join(items)}</dl>'
        )
