"""Klyngekatalog: which business clusters are there in and around the region, where do they sit, says who?"""

from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

import pandas as pd
import streamlit as st

from components import filters, frame
from components.cluster_list import as_found, entries, seen_lately
from components.markup import lead, paragraph
from models.catalogue.within import BusinessCluster
from models.cluster_directory import find
from pages import choices
from pages.context import Context
from pages.describe import link_here
from pages.regionen.cluster_map import show_map
from pages.regionen.options import ABROAD, ALL, NEIGHBOUR

SEARCH = "cluster-search"


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
    words = say("{count} klynger i Osloregionen holder til i {names}.", count=sum(counted.values()), names=named)
    return f"{words} {say.count('For {n} er stedet ikke oppgitt.', 'For {n} er stedet ikke oppgitt.', unknown)}"


def _title(context: Context) -> str:
    """How many clusters there are here and next door, and how many of them a recent source shows at work."""
    say, year = context.say, datetime.now(UTC).year
    home = context.catalogue.default_lens.id
    near = find(context.catalogue.within.clusters.values(), regions=[home, NEIGHBOUR])
    lately = [int(cluster.seen) for cluster in near if seen_lately(cluster, year)]
    title = say("{count} klynger i og rundt Osloregionen", count=len(near))
    if not lately:
        return title
    return say("{title}, {n} omtalt som aktive siden {year}", title=title, n=len(lately), year=min(lately))


def _filters(context: Context) -> str:
    """The choices; returns what is searched for."""
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
    with filters.row("clusters"):
        text = st.text_input(say("Søk i klyngene"), key=SEARCH, placeholder=say("Navn, næring eller sted"), width=240)
        filters.choice(
            say("Næring"),
            "sector",
            choices.chosen_again(context, "sector"),
            lambda code: say("Alle næringer") if code == ALL else say.of(sectors[code].title),
            say,
            width=250,
        )
        filters.choice(say("Sted"), "where", choices.chosen_again(context, "where"), places.__getitem__, say, width=190)
        filters.choice(
            say("Vis i kartet"), "layers", choices.chosen_again(context, "layers"), layers.__getitem__, say, width=260
        )
    return str(text or "")


def _chosen(context: Context, text: str) -> list[BusinessCluster]:
    clusters = context.catalogue.within.clusters.values()
    where, sector = context.view.option("where"), context.view.option("sector")
    near = (context.catalogue.default_lens.id, NEIGHBOUR)
    regions = {code for cluster in clusters for code in cluster.regions if code not in near}
    asked = () if where == ALL else tuple(regions) if where == ABROAD else (where,)
    return find(clusters, sector="" if sector == ALL else sector, regions=asked, text=text)


def _download(context: Context, clusters: Sequence[BusinessCluster]) -> None:
    say = context.say
    rows = [
        {
            "id": c.id,
            "name": say.of(c.name),
            "regions": ";".join(c.regions),
            "sector": say.of(context.catalogue.within.sectors[c.sector].title),
            "field": say.of(c.field),
            "status": say.of(c.status),
            "seat": say.of(c.seat),
            "municipality": c.municipality,
            "size": say.of(c.size),
            "year": c.year,
            "source": c.source,
            "as_found": c.as_found,
        }
        for c in clusters
    ]
    frame.tools(
        "clusters",
        "",
        lambda: pd.DataFrame(rows).to_csv(index=False),
        "osloregionen-klynger.csv",
        say,
        link_here(context),
    )


def _nothing(context: Context) -> None:
    """Where no cluster fits what was asked for."""
    frame.missing(context.say("Ingen klynger passer. Prøv et annet ord, eller velg alle næringer og alle steder."))


def _list(context: Context, place: str, clusters: Sequence[BusinessCluster]) -> None:
    titles = {s.id: context.say.of(s.title) for s in context.catalogue.within.sectors.values()}
    st.html(f"<h3>{escape(place)}</h3>{entries(clusters, titles, context.say, datetime.now(UTC).year)}")


def _sources(context: Context, clusters: Sequence[BusinessCluster]) -> None:
    """The file to download, and the sources' own words."""
    if clusters:
        _download(context, clusters)
        with st.expander(context.say("Ordrett fra kildene")):
            st.html(as_found(clusters, context.say))


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
    st.html(
        lead(_title(context)) + paragraph(_seats(context), "summary") + paragraph(f"{note} {levels}", "description")
    )
    clusters = _chosen(context, _filters(context))
    total = len(context.catalogue.within.clusters)
    grouped = list(_by_place(context, clusters).items())
    left, right = st.columns(2, gap="large")
    with left:
        show_map(context, clusters)
        with st.container(key="ways-clusters"):
            context.link("klynger", say("Se hva regionen er spesialisert i"))
    with right:
        count = say(
            "Viser {count} av {total} klynger. Hver er beskrevet slik kilden gjør det.",
            count=len(clusters),
            total=total,
        )
        st.html(paragraph(count, "measure"))
        if not clusters:
            _nothing(context)
        for place, found in grouped[:1]:
            _list(context, place, found)
    for place, found in grouped[1:]:
        _list(context, place, found)
    _sources(context, clusters)
