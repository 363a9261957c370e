"""Klyngekatalog: which business clusters are there in and around the region, where do they sit, says who?"""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components import filters
from components.cluster_list import as_found, entries
from components.markup import lead, paragraph
from models.catalogue.within import BusinessCluster
from models.cluster_directory import find
from pages import choices
from pages.context import Context
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
    words = say("{count} klynger i Osloregionen har sete i {names}.", count=sum(counted.values()), names=named)
    return f"{words} {say.count('Sete er ikke oppgitt for {n}.', 'Sete er ikke oppgitt for {n}.', unknown)}"


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
            say("Vis i kartet"), "layers", choices.chosen_again(context, "layers"), layers.__getitem__, say, width=220
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
    st.download_button(
        say("Last ned CSV"),
        lambda: pd.DataFrame(rows).to_csv(index=False),
        file_name="osloregionen-klynger.csv",
        mime="text/csv",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        key="csv-clusters",
    )


def _directory(context: Context, clusters: Sequence[BusinessCluster]) -> None:
    say = context.say
    total = len(context.catalogue.within.clusters)
    st.html(
        paragraph(
            say("Viser {count} av {total} klynger. Hver er beskrevet slik kilden gjør det.", **_counts(clusters, total))
        )
    )
    if not clusters:
        st.html(
            '<div class="missing" role="note">'
            + say("Ingen klynger passer. Prøv et annet ord, eller velg alle næringer og alle steder.")
            + "</div>"
        )
        return
    titles = {sector.id: say.of(sector.title) for sector in context.catalogue.within.sectors.values()}
    st.html(entries(clusters, titles, say))
    _download(context, clusters)
    with st.expander(say("Ordrett fra kildene")):
        st.html(as_found(clusters, say))


def _counts(clusters: Sequence[BusinessCluster], total: int) -> dict[str, object]:
    return {"count": len(clusters), "total": total}


def render(context: Context) -> None:
    """Draw the page."""
    say = context.say
    note = say(
        "Medlemmer og ansatte telles ulikt fra klynge til klynge og år til år. "
        "Tallene kan ikke legges sammen eller rangeres."
    )
    st.html(lead(say("Klynger i og rundt Osloregionen")) + paragraph(_seats(context), "summary") + paragraph(note))
    clusters = _chosen(context, _filters(context))
    left, right = st.columns(2, gap="large")
    with left:
        show_map(context, clusters)
        context.link("klynger", say("Se hva regionen er spesialisert i"))
    with right:
        _directory(context, clusters)
