"""The map of the cluster directory: municipalities, commuting into Oslo, and where clusters sit."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.region_map import Arc, ClusterPlace, RegionMap
from components.exhibit import Exhibit
from components.html.tables import Cell, Column, table
from components.rows import rows_of
from models.catalogue.within import BusinessCluster, Municipality
from models.inside.subregions import Sums, per_hundred
from pages.exhibits.looked_at import Context
from pages.regionen.options import municipal
from pages.regionen.view import OSLO, source

DRAWN_FROM = 100  # commuters: thinner arcs would only blur the map
NAMED = 3  # municipalities with most commuters, in the text alternative


@dataclass(frozen=True)
class _Commuters:
    """Residents of a municipality who work in Oslo, and their share of the employed."""

    home: Municipality
    people: float
    share: float | None


def _commuters(context: Context) -> tuple[list[_Commuters], str]:
    """Commuters from each municipality but Oslo, most first, and the year."""
    numbers = municipal(context.figures, context.catalogue)
    year = numbers.work_years[-1] if numbers.work_years else ""

    def value(sums: Sums, home: Municipality) -> float | None:
        return sums.values.get(year, {}).get(home.code_2020)

    commuters = [
        _Commuters(home, people, per_hundred(people, value(numbers.residents, home)))
        for home in context.catalogue.within.municipalities.values()
        if home.code_2020 not in OSLO and (people := value(numbers.to_oslo, home)) is not None
    ]
    return sorted(commuters, key=lambda c: -c.people), year


def _arcs(context: Context, commuters: Sequence[_Commuters]) -> list[Arc]:
    say = context.say
    oslo = next(m for m in context.catalogue.within.municipalities.values() if m.code_2020 in OSLO)
    return [
        Arc(
            start=(one.home.lon, one.home.lat),
            end=(oslo.lon, oslo.lat),
            people=one.people,
            title=one.home.name,
            text=say(
                "{people} arbeider i Oslo, {share} av de sysselsatte",
                people=say.number(one.people),
                share="–" if one.share is None else say.quantity(one.share, 0, "%"),
            ),
        )
        for one in commuters
        if one.people >= DRAWN_FROM
    ]


def _places(context: Context, clusters: Sequence[BusinessCluster]) -> list[ClusterPlace]:
    """A point a municipality, with the names of its clusters."""
    grouped: dict[str, list[BusinessCluster]] = {}
    for cluster in clusters:
        if cluster.municipality:
            grouped.setdefault(cluster.municipality, []).append(cluster)
    return [
        ClusterPlace(
            at=(there[0].lon or 0.0, there[0].lat or 0.0),
            count=len(there),
            title=context.catalogue.within.municipalities[code].name,
            text="<br>".join(context.say.of(cluster.name) for cluster in there),
        )
        for code, there in grouped.items()
    ]


def _finding(
    context: Context, commuters: Sequence[_Commuters], arcs: Sequence[Arc], places: Sequence[ClusterPlace]
) -> str:
    """What the layers shown say."""
    say, total = context.say, sum(one.people for one in commuters)
    if arcs:
        return say(
            "{people} pendler til Oslo fra {count} kommuner rundt, flest fra {name}",
            people=say.number(total),
            count=len(commuters),
            name=commuters[0].home.name,
        )
    if places:
        return say.count("Klynger i {n} kommune", "Klynger i {n} kommuner", len(places))
    return say("Kommunene i og rundt Osloregionen")


def _alt(context: Context, arcs: Sequence[Arc], places: Sequence[ClusterPlace]) -> str:
    say = context.say
    words = [say("Kart over kommunene i og rundt Osloregionen.")]
    if arcs:
        most = say.listing([f"{arc.title} ({say.number(arc.people)})" for arc in arcs[:NAMED]])
        words.append(say("Flest pendler til Oslo fra {names}.", names=most))
    if places:
        named = say.listing([f"{place.title} ({place.count})" for place in places])
        words.append(say("Klynger holder til i {names}.", names=named))
    return " ".join(words)


def _about_arcs(context: Context) -> list[str]:
    say = context.say
    return [
        say("Færre enn {count} pendlere er ikke tegnet, men står i tabellen.", count=DRAWN_FROM),
        say("Buene går mellom midtpunkter i kommunene, ikke langs veier."),
    ]


def show_map(context: Context, clusters: Sequence[BusinessCluster]) -> None:
    """The map in its frame; the table beside it holds all that it shows."""
    say, layers = context.say, context.view.option("layers")
    commuters, year = _commuters(context)
    arcs = _arcs(context, commuters) if layers in ("everything", "commuting") else []
    places = _places(context, clusters) if layers in ("everything", "clusters") else []
    indicators = context.catalogue.indicators
    title = say("Innbyggere som arbeider i Oslo, etter kommune, {year}", year=year)
    counties = context.catalogue.regions
    cells: list[list[Cell]] = [
        [
            one.home.name,
            counties[one.home.county].name,
            say.number(one.people),
            "–" if one.share is None else say.quantity(one.share, 1, "%"),
        ]
        for one in commuters
    ]
    legend = [say("Buene går fra hver kommune til Oslo, tykkere jo flere som pendler.")] if arcs else []
    legend += [say("Sirklene er klynger; tallet sier hvor mange.")] if places else []
    kartverket = context.catalogue.publishers["kartverket"]
    context.page.exhibit(
        Exhibit(
            key="map",
            finding=_finding(context, commuters, arcs, places),
            measure=" ".join([title + "."] * bool(arcs) + legend),
            figure=None,
            alt=_alt(context, arcs, places),
            source=source(context, [indicators["works_in_oslo"], indicators["employed_by_residence"]], year),
            table=table(
                [
                    Column(say("Kommune")),
                    Column(say("Fylke")),
                    Column(say("Arbeider i Oslo"), numeric=True),
                    Column(say("Andel av de sysselsatte"), numeric=True),
                ],
                cells,
                title,
            )
            + table(
                [Column(say("Kommune")), Column(say("Klynger"))],
                [[place.title, place.text.replace("<br>", ", ")] for place in _places(context, clusters)],
                say("Klynger med kjent sted, etter kommune"),
            ),
            rows=rows_of(
                ["municipality", "name", "works_in_oslo", "share"],
                [(one.home.code, one.home.name, one.people, one.share) for one in commuters],
                share="prosent av de sysselsatte",
            ),
            file_name=f"osloregionen-pendling-{year}",
            notices=[
                *(_about_arcs(context) if arcs else []),
                say.of(kartverket.attribution),
            ],
            map=RegionMap(
                tuple(arcs),
                tuple(places),
                say("Nettleseren kan ikke tegne kartet. Åpne tabellen under: den har alt kartet viser."),
            ),
        ),
    )
