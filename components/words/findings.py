"""Words from figures: the sentences that stand as titles of charts."""

from collections.abc import Callable, Sequence

from components.words.quantities import of_hundred
from components.words.text import InTwoLanguages, Speaker
from components.words.wording import sentence, within
from models.catalogue import Indicator
from models.change.seasons import Season
from models.comparison.one_year import FEW, Comparison

_NAMED = 2  # regions that a title names beside its own


def comparison_finding(
    say: Speaker,
    name: str,
    comparison: Comparison,
    region: Callable[[str], str],
    quantity: Callable[[float, bool], str],
) -> str:
    """Where a region stands in one indicator and year: its place, what the sampling error leaves of it, or the gap.

    Args:
        say: the reader's language.
        name: the focus region's name.
        comparison: the figures.
        region: short names of regions.
        quantity: a figure with its unit; the second argument is whether it is a difference.
    """
    count = len(comparison.rows)
    if comparison.rank is None or comparison.value is None or comparison.places is None:
        return say("Ingen tall for {name} i {year}", name=name, year=comparison.period)
    if count == 1:
        return say("Bare {name} har tall for {year}", name=name, year=comparison.period)
    if count - 1 < FEW:
        return _few(say, name, comparison, quantity) + _years(say, comparison)
    best, worst = comparison.places
    values = {"name": name, "rank": comparison.rank, "count": count}
    plain = comparison.indicator.direction == "none"
    if best != worst:
        words = say("{name} er nr. {rank} av {count}", **values)
        words += say(", et sted mellom {best} og {worst} med feilmarginen", best=best, worst=worst)
    elif comparison.rank == 1 and comparison.leaders:
        words = say("{name} ligger høyest av {count}" if plain else "{name} er best av {count} regioner", **values)
        words += _level(say, comparison, region)
    else:
        words = say(
            "{name} er nr. {rank} av {count} fra toppen" if plain else "{name} er nr. {rank} av {count}", **values
        )
        words += _level(say, comparison, region) + _ahead(say, comparison, region)
    return words + _years(say, comparison)


def _level(say: Speaker, comparison: Comparison, region: Callable[[str], str]) -> str:
    """With whom the region shares its place."""
    names = [region(code) for code in comparison.level]
    if len(names) > _NAMED:
        return say(", likt med {n} andre", n=len(names))
    return say(", likt med {others}", others=say.listing(names)) if names else ""


def _ahead(say: Speaker, comparison: Comparison, region: Callable[[str], str]) -> str:
    """Who is ahead of all, where that is one or two; nothing where the region itself has the same figure."""
    names = [region(code) for code in comparison.leaders]
    if not names or len(names) > _NAMED or comparison.focus in comparison.leaders:
        return ""
    first = say.listing(names)
    if comparison.indicator.direction == "none":
        return say.count("; {first} ligger høyest", "; {first} ligger høyest", len(names), first=first)
    return say.count("; {first} er best", "; {first} er best", len(names), first=first)


def _few(say: Speaker, name: str, comparison: Comparison, quantity: Callable[[float, bool], str]) -> str:
    """The distance to the middle, where too few regions report for a place."""
    n, gap = len(comparison.rows) - 1, comparison.shown_gap or 0.0
    values = {
        "name": sentence(name),
        "value": quantity(comparison.value or 0.0, False),
        "gap": quantity(abs(gap), True),
    }
    if comparison.within_error or quantity(gap, True) == quantity(0.0, True):
        return say.count(
            "{name}: {value}, om lag som den andre regionen med tall",
            "{name}: {value}, om lag som midten av {n} andre regioner",
            n,
            **values,
        )
    if gap > 0:
        return say.count(
            "{name}: {value}, {gap} over den andre regionen med tall",
            "{name}: {value}, {gap} over midten av {n} andre regioner",
            n,
            **values,
        )
    return say.count(
        "{name}: {value}, {gap} under den andre regionen med tall",
        "{name}: {value}, {gap} under midten av {n} andre regioner",
        n,
        **values,
    )


def unusual_words(say: Speaker, reason: InTwoLanguages) -> str:
    """What made a year unusual, in a word or two: "pandemi" of "Pandemi: mange var permittert"."""
    return within(say.of(reason).partition(":")[0])


def _years(say: Speaker, comparison: Comparison) -> str:
    """What a title must say of the years: an unusual one, and regions that stand with another."""
    words = ""
    if unusual := comparison.indicator.unusual_reason(comparison.period):
        words += f" ({comparison.period}, {unusual_words(say, unusual)})"
    for year, n in comparison.other_years.items():
        words += say(" (tall for {own}, {n} av de andre for {year})", own=comparison.period, n=n, year=year)
    return words


def distribution_finding(say: Speaker, name: str, indicator: Indicator, share_behind: float | None, count: int) -> str:
    """How many of Europe's regions lie behind (or below, where no direction is good)."""
    if share_behind is None:
        return say.count("{n} region i Europa", "{n} regioner i Europa", count)
    percent = of_hundred(say, 100 * share_behind)
    if indicator.direction == "none":
        return say("{name} har høyere tall enn {percent} av 100 regioner i Europa", name=name, percent=percent)
    return say("{name} ligger foran {percent} av 100 regioner i Europa", name=name, percent=percent)


def extremes_finding(say: Speaker, name: str, extremes: Sequence[str] | None, count: int) -> str:
    """In which of a theme's figures a region is placed best and worst, also when only some of them are shown.

    Args:
        say: the reader's language.
        name: the region's name.
        extremes: titles of the two indicators; None where the figures have no good and bad end.
        count: how many figures there are.
    """
    if extremes is None:
        return say.count("{n} tall for {name}", "{n} tall for {name}", count, name=name)
    best, worst = extremes
    return say(
        "Av {count} tall ligger {name} lengst foran på «{best}», lengst bak på «{worst}»",
        count=count,
        name=name,
        best=best,
        worst=worst,
    )


def season_finding(say: Speaker, what: str, own: Season, name: str, other: Season | None, other_name: str) -> str:
    """In which month most come, here and in another region.

    Args:
        say: the reader's language.
        what: whom or what the figures count, in the middle of a sentence.
        own: the year of the focus region.
        name: its name.
        other: the year of the other region; None where it has no figures.
        other_name: its name.
    """
    values = {"what": sentence(what), "name": name, "peak": say.month_name(own.peak)}
    if other is None:
        return say("{what} topper i {peak} i {name}", **values)
    if own.peak == other.peak:
        most, theirs = (say.quantity(100 * one.share(one.peak), 1, "%") for one in (own, other))
        return say(
            "{what} topper i {peak}: {most} av året i {name}, {theirs} i {other}",
            **values,
            most=most,
            theirs=theirs,
            other=other_name,
        )
    return say(
        "{what} topper i {peak} i {name}, i {theirs} i {other}",
        **values,
        theirs=say.month_name(other.peak),
        other=other_name,
    )


def specialised_finding(say: Speaker, name: str, industries: Sequence[str], year: str) -> str:
    """In which industries a region is specialised."""
    if not industries:
        return say("{name} var ikke spesialisert i noen av næringene i {year}", name=name, year=year)
    return say(
        "{name} var spesialisert i {industries} i {year}",
        name=name,
        industries=say.listing(list(industries)),
        year=year,
    )


def growth_finding(say: Speaker, name: str, base: str, most: str, least: str) -> str:
    """Which industry of a region grew most, and least, against the same one in a larger area."""
    return say(
        "{name}: mest vekst utover {base} i {most}; minst i {least}", name=name, base=base, most=most, least=least
    )
