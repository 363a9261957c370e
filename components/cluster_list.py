"""The directory of clusters as HTML: an entry each, with its source and year, never a score."""

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlsplit

from components.markup import out
from components.tables import Column, table
from components.text import Speaker
from models.catalogue.within import BusinessCluster


def site(address: str) -> str:
    """The name of a web site, as text for a link: "www.ssb.no" without the "www"."""
    return urlsplit(address).netloc.removeprefix("www.")


def _year(cluster: BusinessCluster, say: Speaker) -> str:
    if not cluster.year:
        return say("kilden har ingen dato")
    about = say("om lag {year}", year=cluster.year.removeprefix("ca. "))
    return about if cluster.year.startswith("ca.") else say("tall for {years}", years=cluster.year)


def entries(clusters: Sequence[BusinessCluster], sectors: Mapping[str, str], say: Speaker) -> str:
    """The entries one after the other, as HTML.

    Args:
        clusters: in the order to show.
        sectors: name of each sector by id.
        say: the reader's language.
    """
    items = []
    for cluster in clusters:
        seat = f"{say('Sete')}: {say.of(cluster.seat)}. {say('Størrelse')}: {say.of(cluster.size)}."
        items.append(
            f"<li><h4>{escape(say.of(cluster.name))}</h4>"
            f'<p>{escape(say.of(cluster.field))}&ensp;<span class="tag">{escape(sectors[cluster.sector])}</span></p>'
            f"<p>{escape(seat)}</p><p>{escape(say.of(cluster.status))}.</p>"
            f'<p class="source">{escape(say("Kilde:"))} {out(site(cluster.source), cluster.source)}, '
            f"{escape(_year(cluster, say))}</p></li>"
        )
    return f'<ul class="clusters">{"".join(items)}</ul>'


def as_found(clusters: Sequence[BusinessCluster], say: Speaker) -> str:
    """The sources' own words, for whoever checks an entry."""
    rows = [[say.of(cluster.name), cluster.as_found] for cluster in clusters]
    return table([Column(say("Klynge")), Column(say("Slik det sto i kilden"))], rows, say("Ordrett fra kildene"))
