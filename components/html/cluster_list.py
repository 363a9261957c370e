"""The directory of clusters as HTML: an entry each, with its source and year, never a score."""

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlsplit

from components.html.markup import out
from components.html.tables import Column, table
from components.words.text import Speaker
from models.catalogue.within import BusinessCluster

_LATELY = 2  # years after which nobody can say from a source whether a cluster is still at work


def site(address: str) -> str:
    """The name of a web site, as text for a link: "www.ssb.no" without the "www"."""
    return urlsplit(address).netloc.removeprefix("www.")


def _year(cluster: BusinessCluster, say: Speaker) -> str:
    if not cluster.year:
        return say("kilden har ingen dato")
    about = say("om lag {year}", year=cluster.year.removeprefix("ca. "))
    return about if cluster.year.startswith("ca.") else say("tall for {years}", years=cluster.year)


def seen_lately(cluster: BusinessCluster, year: int) -> bool:
    """Whether a source of the last two years before `year`, or of it, shows a cluster at work."""
    return bool(cluster.seen) and year - int(cluster.seen) <= _LATELY


def activity(say: Speaker, cluster: BusinessCluster, year: int) -> str:
    """Whether a cluster is active today, as far as the newest source that shows it at work can say.

    Args:
        say: the reader's language.
        cluster: which.
        year: this year.
    """
    if not cluster.seen:
        return say("Vet ikke. Kildene har ingen dato.")
    if cluster.seen == str(year):
        return say("Ja, omtalt i {year}.", year=cluster.seen)
    if seen_lately(cluster, year):
        return say("Trolig. Sist omtalt i {year}.", year=cluster.seen)
    return say("Vet ikke. Sist omtalt i {year}.", year=cluster.seen)


def entries(clusters: Sequence[BusinessCluster], sectors: Mapping[str, str], say: Speaker, year: int) -> str:
    """The entries one after the other, as HTML.

    Args:
        clusters: in the order to show.
        sectors: name of each sector by id.
        say: the reader's language.
        year: this year.
    """
    items = []
    for cluster in clusters:
        seat = f"{say('Holder til i')}: {say.of(cluster.seat)}. {say('Størrelse')}: {say.of(cluster.size)}."
        today = f"<b>{escape(say('Aktiv i dag?'))}</b> {escape(activity(say, cluster, year))}"
        items.append(
            f"<li><h4>{escape(say.of(cluster.name))}</h4>"
            f'<p>{escape(say.of(cluster.field))}&ensp;<span class="tag">{escape(sectors[cluster.sector])}</span></p>'
            f"<p>{today}</p><p>{escape(seat)}</p><p>{escape(say.of(cluster.status))}.</p>"
            f'<p class="source">{escape(say("Kilde:"))} {out(site(cluster.source), cluster.source)}, '
            f"{escape(_year(cluster, say))}</p></li>"
        )
    return f'<ul class="clusters">{"".join(items)}</ul>'


def as_found(clusters: Sequence[BusinessCluster], say: Speaker) -> str:
    """The sources' own words, for whoever checks an entry."""
    rows = [[say.of(cluster.name), cluster.as_found] for cluster in clusters]
    return table([Column(say("Klynge")), Column(say("Slik det sto i kilden"))], rows, say("Ordrett fra kildene"))
