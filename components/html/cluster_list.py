"""The directory of clusters as HTML: an entry each, with its source and year, never a score."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from markupsafe import Markup

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


def entries(clusters: Sequence[BusinessCluster], sectors: Mapping[str, str], say: Speaker, year: int) -> Markup:
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
        today = Markup("<b>%s</b> %s") % (say("Aktiv i dag?"), activity(say, cluster, year))
        items.append(
            Markup(
                '<li><h4>%s</h4><p>%s&ensp;<span class="tag">%s</span></p><p>%s</p><p>%s</p><p>%s.</p>'
                '<p class="source">%s %s, %s</p></li>'
            )
            % (
                say.of(cluster.name),
                say.of(cluster.field),
                sectors[cluster.sector],
                today,
                seat,
                say.of(cluster.status),
                say("Kilde:"),
                out(site(cluster.source), cluster.source),
                _year(cluster, say),
            )
        )
    return Markup('<ul class="clusters">%s</ul>') % (Markup().join(items),)


def as_found(clusters: Sequence[BusinessCluster], say: Speaker) -> Markup:
    """The sources' own words, for whoever checks an entry."""
    rows = [[say.of(cluster.name), cluster.as_found] for cluster in clusters]
    return table([Column(say("Klynge")), Column(say("Slik det sto i kilden"))], rows, say("Ordrett fra kildene"))
