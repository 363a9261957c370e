"""Looking up clusters: by sector, by where they belong, and by words in either language."""

from collections.abc import Collection, Iterable

from models.catalogue.texts import LANGUAGES
from models.catalogue.within import BusinessCluster
from models.keeping import noted
from models.search.search import tokens


@noted(256)
def _words(cluster: BusinessCluster) -> tuple[str, ...]:
    texts = (cluster.name, cluster.field, cluster.status, cluster.seat, cluster.size)
    # Text by text: what is searched for in is not cut off as a question is.
    return tuple(word for text in texts for language in LANGUAGES for word in tokens(text[language]))


def find(
    clusters: Iterable[BusinessCluster], *, sector: str = "", regions: Collection[str] = (), text: str = ""
) -> list[BusinessCluster]:
    """The clusters that fit, in the catalogue's order.

    Args:
        clusters: the directory.
        sector: id of a sector; all where it is empty.
        regions: NUTS 2 codes, one of which must be the cluster's; all where it is empty.
        text: words, each of which must begin a word of the entry or, from four letters on, stand in one; in either
            language and without regard to accents.
    """
    asked = tokens(text[:200])
    return [
        cluster
        for cluster in clusters
        if (not sector or cluster.sector == sector)
        and (not regions or not set(regions).isdisjoint(cluster.regions))
        and all(any(_fits(word, known) for known in _words(cluster)) for word in asked)
    ]


def seats(clusters: Iterable[BusinessCluster], region: str) -> tuple[int, int]:
    """How many of a region's clusters have a known seat, and in how many municipalities."""
    known = [cluster.municipality for cluster in clusters if region in cluster.regions and cluster.municipality]
    return len(known), len(set(known))


def _fits(asked: str, known: str) -> bool:
    return known.startswith(asked) or (len(asked) > 3 and asked in known)
