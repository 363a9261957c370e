"""Where a region stands in the index, in words: its place, its points, how sure the place is."""

from components.words.text import Speaker
from components.words.wording import within
from models.index.standing import Standing


def overall(
    say: Speaker,
    name: str,
    median: int,
    count: int,
    between: tuple[int, int] | None,
    apart: tuple[int, int] | None = None,
) -> str:
    """Where a region stands in the total index: the median place, with its range, and the one without cities.

    Args:
        say: the reader's language.
        name: the region's name.
        median: place.
        count: regions ranked.
        between: lowest and highest place in 90 % of the ways to compute it.
        apart: place and number of regions without those that end at a city's border; None where that leaves too few.
    """
    values = {"name": name, "rank": median, "count": count}
    said = say("{name} er nr. {rank} av {count} regioner samlet sett", **values)
    if between is not None and between[0] != between[1]:
        said += say(" (mellom {low} og {high} etter metodevalg)", low=between[0], high=between[1])
    if apart is not None:
        said += say(", og nr. {rank} av {count} uten byer som slutter ved bygrensa", rank=apart[0], count=apart[1])
    return said


def ranking_title(say: Speaker, name: str) -> str:
    """Title of the ranking page."""
    return say("Slik plasserer {name} seg", name=name)


def score_finding(say: Speaker, name: str, place: Standing | None, what: str) -> str:
    """How many points a region has against the middle of its peers."""
    if place is None:
        return say("{name} har for få tall til poeng", name=name)
    values = {"name": name, "score": say.number(place.score), "what": within(what)}
    if place.distance is None:
        return say("{name} har {score} poeng", **values)
    distance = round(place.distance)
    if distance == 0:
        return say("{name} har {score} poeng, like mange som regionen midt på lista", **values)
    if distance > 0:
        return say("{name} har {score} poeng, {n} flere enn regionen midt på lista", **values, n=distance)
    return say("{name} har {score} poeng, {n} færre enn regionen midt på lista", **values, n=-distance)


def range_finding(say: Speaker, name: str, median: int, low: int, high: int) -> str:
    """How sure a place is."""
    if low == high:
        return say("{name} er nr. {rank} uansett metodevalg", name=name, rank=median)
    return say("{name} ligger mellom nr. {low} og nr. {high} etter metodevalg", name=name, low=low, high=high)


def theme_summary(say: Speaker, best: str, worst: str) -> str:
    """Which theme is strongest and which weakest."""
    return say("Sterkest på {best}, svakest på {worst}.", best=within(best), worst=within(worst))
