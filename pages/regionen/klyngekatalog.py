"""Klyngekatalog: which business clusters are there in and around the region, where do they sit, says who?"""

from collections.abc import Sequence
from datetime import UTC, datetime

from markupsafe import Markup

from components.exhibit import Exhibit, SourceNote
from components.html.cluster_list import as_found, entries, seen_lately
from components.html.markup import lead, paragraph
from components.html.tables import Column, table
from components.rows import rows_of
from models.catalogue.within import BusinessCluster
from models.industries.cluster_directory import find
from pages.exhibits.describe import span
from pages.exhibits.looked_at import Context
from pages.regionen.cluster_map import show_map
from pages.regionen.options import ABROAD, ALL, NEIGHBOUR


def _seats(context: Context) -> str:
    """How many-centred the region's clusters are: where they sit, as far as sources say."""
    say, within = context.say, context.catalogue.within
    own = find(within.clusters.values(), regions=[context.focus])
    counted: dict[str, int] = {}
    for cluster in own:
        if cluster.municipality:
            counted[cluster.municipality] = counted.get(cluster.municipality, 0) + 1
    ordered = sorted(counted, key=lambda code: -counted[code])
    named = say.listing([f"{within.municipalities[code].name} ({counted[code]})" for code in ordered])
    unknown = len(own) - sum(counted.values())
    words = say.count(
        "{n} klynge i Osloregionen holder til i {names}.",
        "{n} klynger i Osloregionen holder til i {names}.",
        sum(counted.values()),
        names=named,
    )
    where = [words] if counted else []
    if unknown:
        where.append(say.count("For {n} er stedet ikke oppgitt.", "For {n} er stedet ikke oppgitt.", unknown))
    return " ".join(where)


def _title(context: Context) -> str:
    """How many clusters there are here and next door, and how many of them a recent source shows at work."""
    say, year = context.say, datetime.now(UTC).year
    home = context.catalogue.default_lens.id
    near = find(context.catalogue.within.clusters.values(), regions=[home, NEIGHBOUR])
    lately = [int(cluster.seen) for cluster in near if seen_lately(cluster, year)]
    title = say.count("{n} klynge i og rundt Osloregionen", "{n} klynger i og rundt Osloregionen", len(near))
    if not lately:
        return title
    return say.count(
        "{title}, {n} omtalt som aktiv siden {year}",
        "{title}, {n} omtalt som aktive siden {year}",
        len(lately),
        title=title,
        year=min(lately),
    )


def _filters(context: Context) -> None:
    say, sectors = context.say, context.catalogue.within.sectors
    places = {
        ALL: say("Alle steder"),
        context.catalogue.default_lens.id: context.label(context.catalogue.default_lens.id),
        NEIGHBOUR: context.label(NEIGHBOUR),
        ABROAD: say("Andre regioner"),
    }
    layers = {
        "everything": say("Pendling og klynger"),
        "commuting": say("Bare pendling"),
        "clusters": say("Bare klynger"),
        "outlines": say("Bare kommunegrenser"),
    }
    with context.row("clusters"):
        context.typed("q", say("Navn, næring eller sted"))
        context.choice(
            "sector",
            lambda code: say("Alle næringer") if code == ALL else say.of(sectors[code].title),
        )
        context.choice("where", places.__getitem__)
        context.choice("layers", layers.__getitem__)


def _chosen(context: Context) -> list[BusinessCluster]:
    clusters = context.catalogue.within.clusters.values()
    where, sector = context.view.option("where"), context.view.option("sector")
    near = (context.catalogue.default_lens.id, NEIGHBOUR)
    regions = {code for cluster in clusters for code in cluster.regions if code not in near}
    asked = () if where == ALL else tuple(regions) if where == ABROAD else (where,)
    return find(clusters, sector="" if sector == ALL else sector, regions=asked, text=context.view.option("q"))


_COLUMNS = (
    "cluster",
    "name",
    "regions",
    "sector",
    "field",
    "status",
    "seat",
    "municipality",
    "size",
    "year",
    "source",
    "as_found",
)


def _shown(context: Context, count: int) -> str:
    """How many clusters are shown, and where: those of other regions are neither in the region nor around it."""
    say = context.say
    if context.view.option("where") in (ALL, ABROAD):
        return say.count("{n} klynge", "{n} klynger", count)
    return say.count("{n} klynge i og rundt Osloregionen", "{n} klynger i og rundt Osloregionen", count)


def _download(context: Context, clusters: Sequence[BusinessCluster]) -> None:
    say, sectors = context.say, context.catalogue.within.sectors
    years = span([str(c.year).removeprefix("ca. ") for c in clusters if c.year])
    listed = [
        (
            c.id,
            say.of(c.name),
            ";".join(c.regions),
            say.of(sectors[c.sector].title),
            say.of(c.field),
            say.of(c.status),
            say.of(c.seat),
            c.municipality,
            say.of(c.size),
            c.year,
            c.source,
            c.as_found,
        )
        for c in clusters
    ]
    measure = say("Medlemmer og ansatte telles ulikt fra klynge til klynge og år til år.")
    as_table = table(
        [Column(say("Klynge")), Column(say("Næring")), Column(say("Sted")), Column(say("År"), numeric=True)],
        [[row[1], row[3], row[6], str(row[9] or "–")] for row in listed],
        measure,
    )
    context.page.tools(
        Exhibit(
            key="clusters",
            finding=_shown(context, len(clusters)),
            measure=measure,
            figure=None,
            alt=measure,
            source=SourceNote(
                say("Klyngene selv og det statlige klyngeprogrammet"), [], say("oppgitt for {years}", years=years)
            ),
            table=as_table,
            body=as_table,
            rows=rows_of(_COLUMNS, listed),
            file_name="osloregionen-klynger",
        )
    )


def _nothing(context: Context) -> None:
    """Where no cluster fits what was asked for."""
    context.missing(context.say("Ingen klynger passer. Prøv et annet ord, eller velg alle næringer og alle steder."))


def _list(context: Context, place: str, clusters: Sequence[BusinessCluster]) -> None:
    titles = {s.id: context.say.of(s.title) for s in context.catalogue.within.sectors.values()}
    context.page.html(Markup("<h3>%s</h3>%s") % (place, entries(clusters, titles, context.say, datetime.now(UTC).year)))


def _sources(context: Context, clusters: Sequence[BusinessCluster]) -> None:
    """The file to download, and the sources' own words."""
    if clusters:
        _download(context, clusters)
        with context.page.fold(context.say("Ordrett fra kildene")):
            context.page.html(as_found(clusters, context.say))


def _by_place(context: Context, clusters: Sequence[BusinessCluster]) -> dict[str, list[BusinessCluster]]:
    """The clusters of the region first, then those of Innlandet, then others."""
    home = context.catalogue.default_lens.id
    grouped: dict[str, list[BusinessCluster]] = {}
    for code in (home, NEIGHBOUR, ABROAD):
        name = context.say("Andre regioner") if code == ABROAD else context.label(code)
        for cluster in clusters:
            belongs = next((near for near in (home, NEIGHBOUR) if near in cluster.regions), ABROAD)
            if belongs == code:
                grouped.setdefault(name, []).append(cluster)
    return grouped


def render(context: Context) -> None:
    """Draw the page."""
    say = context.say
    note = say(
        "Medlemmer og ansatte telles ulikt fra klynge til klynge og år til år. "
        "Tallene kan ikke legges sammen eller rangeres."
    )
    levels = say(
        "Arena, NCE (Norwegian Centres of Expertise) og moden klynge er trinn i det statlige klyngeprogrammet. "
        "Gullmerket er fra European Cluster Excellence Initiative (ECEI)."
    )
    context.page.html(
        lead(_title(context)) + paragraph(_seats(context), "summary") + paragraph(f"{note} {levels}", "description")
    )
    _filters(context)
    clusters = _chosen(context)
    total = len(context.catalogue.within.clusters)
    grouped = list(_by_place(context, clusters).items())
    left, right = context.page.columns(2, gap="large")
    with left:
        show_map(context, clusters)
        with context.page.box("ways-clusters"):
            context.link("klynger", say("Se hva regionen er spesialisert i"))
    with right:
        count = say(
            "Viser {count} av {total} klynger. Hver er beskrevet slik kilden gjør det.",
            count=len(clusters),
            total=total,
        )
        context.page.html(paragraph(count, "measure"))
        if not clusters:
            _nothing(context)
        for place, there in grouped[:1]:
            _list(context, place, there)
    for place, there in grouped[1:]:
        _list(context, place, there)
    _sources(context, clusters)
