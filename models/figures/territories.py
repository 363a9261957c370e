"""Territories whose code has changed: figures may stand by the old and by the new code, and must count once."""

from collections.abc import Collection, Iterable, Mapping

from models.catalogue import Catalogue
from models.keeping import noted


@noted(2)
def later_codes(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """For each NUTS 2 code that was replaced, all codes that came after it, in one step or several."""
    follows = {code: set(region.successor.split("+")) for code, region in catalogue.regions.items() if region.successor}
    for code, entry in catalogue.history.items():
        if entry.follows:
            follows.setdefault(code, set()).add(entry.follows)
    followers = {}
    for code in follows:
        later: set[str] = set()
        waiting = [code]
        while waiting:
            new = follows.get(waiting.pop(), set()) - later
            later |= new
            waiting += new
        if catalogue.regions[code].level == "nuts2":
            followers[code] = frozenset(later - {code})
    return followers


def replacements(catalogue: Catalogue, code: str) -> tuple[str, ...] | None:
    """The codes that stand today for what an outdated code stood for, or for the nearest to it.

    Empty where nothing came after it; None where the code is not outdated, or unknown.
    """
    region, entry = catalogue.regions.get(code), catalogue.history.get(code)
    if region is None or (entry is None and not region.successor):
        return None
    followers: list[str] = []
    waiting = [entry.follows] if entry and entry.follows and not region.successor else region.successor.split("+")
    while waiting:
        after = waiting.pop(0)
        later = replacements(catalogue, after) if after else ()
        followers += [after] if later is None else later
    return tuple(dict.fromkeys(followers))


def counted_once(catalogue: Catalogue, reporting: Iterable[str], keep: Collection[str] = ()) -> tuple[str, ...]:
    """The regions among those that report which cover each territory once, in the order given.

    A region is left out where one that came after it reports too (Zuid-Holland is NL33 to 2023 and NL36 from 2024).
    Without that every quantile over Europe counts such territories twice.

    Args:
        catalogue: knows which code followed which.
        reporting: codes with a figure.
        keep: codes the reader has chosen. They stay, and what overlaps with them is left out instead; of two that
            overlap with each other, the later one stays.
    """
    later = later_codes(catalogue)
    codes = tuple(dict.fromkeys(reporting))
    known = set(codes)
    kept = {code for code in known.intersection(keep) if not later.get(code, frozenset()) & known.intersection(keep)}
    overlapping = {code for k in kept for code in later.get(k, ())} | {
        code for code, after in later.items() if after & kept
    }
    rest = known - kept - overlapping
    return tuple(code for code in codes if code in kept or (code in rest and not later.get(code, frozenset()) & rest))


def every_region(catalogue: Catalogue) -> tuple[str, ...]:
    """Every NUTS 2 code there is or was; `counted_once` picks among those that report."""
    return tuple(code for code, region in catalogue.regions.items() if region.level == "nuts2")
