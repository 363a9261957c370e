"""Two regions against each other in two sentences that can be sent: who stands higher, and what parts them most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from components.words.text import Speaker
from components.words.wording import within
from models.catalogue import Indicator
from models.comparison.parting import Parting
from models.comparison.scorecard import Strip
from models.index.rank_ranges import RankRanges

RANKABLE = 9  # regions ranked; a place among fewer is no rank to quote
_SURE, _LIKELY = 0.9, 0.6  # shares of the draws in which the one stands above the other


@dataclass(frozen=True)
class Two:
    """Whom the sentences speak of.

    Attributes:
        focus, other: codes.
        name, other_name: in the middle of a sentence.
        what: what they are compared on, with its preposition (" på talent"); empty for everything.
    """

    focus: str
    other: str
    name: str
    other_name: str
    what: str


def _place(say: Speaker, place: tuple[int, int, int]) -> str:
    """ "nr. 2 (1–3)": the median place with its range."""
    median, low, high = place
    if low == high:
        return say("nr. {rank}", rank=median)
    return say("nr. {rank} ({low}–{high})", rank=median, low=low, high=high)


def _by_places(say: Speaker, two: Two, ranges: RankRanges) -> str:
    """Who stands higher by points, with both places and their ranges."""
    share = ranges.above[two.other]
    own, theirs = (_place(say, ranges.places[code]) for code in (two.focus, two.other))
    values: dict[str, object] = {"count": ranges.count, "on": two.what}
    if max(share, 1 - share) < _LIKELY:
        return say(
            "{name} og {other} ligger omtrent likt{on}: {own} og {theirs} av {count} regioner, etter metodevalg.",
            name=two.name,
            other=two.other_name,
            own=own,
            theirs=theirs,
            **values,
        )
    ahead = share > 1 - share
    values |= {
        "first": two.name if ahead else two.other_name,
        "second": two.other_name if ahead else two.name,
        "own": own if ahead else theirs,
        "theirs": theirs if ahead else own,
    }
    if max(share, 1 - share) >= _SURE:
        return say(
            "{first} ligger foran {second}{on}: {own} mot {theirs} av {count} regioner, etter metodevalg.", **values
        )
    return say(
        "{first} ligger trolig foran {second}{on}: {own} mot {theirs} av {count} regioner, etter metodevalg.", **values
    )


def _by_count(say: Speaker, two: Two, parting: Parting) -> str:
    """Who is ahead on more figures."""
    counted = parting.counted
    values: dict[str, object] = {"on": two.what, "count": counted.count}
    if counted.ahead == counted.behind:
        values |= {"name": two.name, "other": two.other_name, "n": counted.ahead}
        return say("{name} og {other} ligger likt{on}: foran på {n} av {count} tall hver.", **values)
    ahead = counted.ahead > counted.behind
    values |= {
        "first": two.name if ahead else two.other_name,
        "second": two.other_name if ahead else two.name,
        "n": max(counted.ahead, counted.behind),
    }
    return say("{first} ligger foran {second}{on}: på {n} av {count} tall.", **values)


def standing_sentence(say: Speaker, two: Two, parting: Parting, ranges: RankRanges | None) -> str:
    """Who stands higher: by points where both have them among enough regions, else by the number of figures."""
    if ranges is not None and ranges.count >= RANKABLE and two.other in ranges.above:
        return _by_places(say, two, ranges)
    return _by_count(say, two, parting)


def _items(
    say: Speaker, strips: Sequence[Strip], first: str, second: str, quantity: Callable[[Indicator, float], str]
) -> str:
    """Figures with the value of the region that is ahead, then the other's: "innovasjon (3,6 % mot 2,9 % i 2021)"."""
    listed = []
    for strip in strips:
        ours, theirs = (quantity(strip.indicator, strip.values[code]) for code in (first, second))
        year, other_year = strip.periods[first], strip.periods[second]
        figures = (
            say("{ours} mot {theirs} i {year}", ours=ours, theirs=theirs, year=year)
            if year == other_year
            else say("{ours} i {year} mot {theirs} i {before}", ours=ours, theirs=theirs, year=year, before=other_year)
        )
        listed.append(f"{within(say.of(strip.indicator.title))} ({figures})")
    return say.listing(listed)


def reasons_sentence(say: Speaker, two: Two, parting: Parting, quantity: Callable[[Indicator, float], str]) -> str:
    """The few figures on which they lie farthest apart, and who is ahead on which; empty where they are alike."""
    own = _items(say, parting.focus_ahead, two.focus, two.other, quantity)
    theirs = _items(say, parting.other_ahead, two.other, two.focus, quantity)
    if own and theirs:
        more = len(parting.focus_ahead) > len(parting.other_ahead)
        return say(
            "Mest skiller {these}, der {first} er best, og {those}, der {second} er best.",
            these=own if more else theirs,
            first=two.name if more else two.other_name,
            those=theirs if more else own,
            second=two.other_name if more else two.name,
        )
    if not own and not theirs:
        return ""
    return say(
        "Mest skiller {these}, der {first} er best.", these=own or theirs, first=two.name if own else two.other_name
    )
