"""Words from figures: the sentences that stand as titles, and the text alternatives of charts."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from components.words.text import Speaker
from components.words.wording import sentence, within
from models.catalogue import Indicator
from models.change.seasons import Season
from models.change.told import ToldChange
from models.comparison.one_year import FEW, Comparison
from models.index.standing import Standing

# Why there is only one year to tell of.
_ONE_YEAR = {
    "alone": "{name}: {last} i {year}, det eneste året vi har",
    "break": "{name}: {last} i {year}; brudd i serien i {broken}, så eldre tall kan ikke sammenlignes",
    "unusual": "{name}: {last} i {year}, uten et vanlig år å sammenligne med",
    "unreliable": "{name}: {last} i {year}, for usikkert til å sammenligne",
    "redefined": "{name}: {last} i {year}; definisjonen er endret, så eldre tall kan ikke sammenlignes",
}


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
        return say("{name} har {score} poeng, like mange som midtregionen", **values)
    if distance > 0:
        return say("{name} har {score} poeng, {n} flere enn midtregionen", **values, n=distance)
    return say("{name} har {score} poeng, {n} færre enn midtregionen", **values, n=-distance)


def range_finding(say: Speaker, name: str, median: int, low: int, high: int) -> str:
    """How sure a place is."""
    if low == high:
        return say("{name} er nr. {rank} uansett metodevalg", name=name, rank=median)
    return say("{name} ligger mellom nr. {low} og nr. {high} etter metodevalg", name=name, low=low, high=high)


def theme_summary(say: Speaker, best: str, worst: str) -> str:
    """Which theme is strongest and which weakest."""
    return say("Sterkest på {best}, svakest på {worst}.", best=within(best), worst=within(worst))


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
    first = region(str(comparison.rows.index[0]))
    values = {"name": name, "rank": comparison.rank, "count": count, "first": first}
    best, worst = comparison.places
    plain = comparison.indicator.direction == "none"
    if best != worst:
        words = say("{name} er nr. {rank} av {count}", **values)
        words += say(", et sted mellom {best} og {worst} med feilmarginen", best=best, worst=worst)
    elif comparison.rank == 1:
        words = say("{name} ligger høyest av {count}" if plain else "{name} er best av {count} regioner", **values)
    elif plain:
        words = say("{name} er nr. {rank} av {count} fra toppen; {first} ligger høyest", **values)
    else:
        words = say("{name} er nr. {rank} av {count}; {first} er best", **values)
    return words + _years(say, comparison)


def _few(say: Speaker, name: str, comparison: Comparison, quantity: Callable[[float, bool], str]) -> str:
    """The distance to the middle, where too few regions report for a place."""
    n, gap = len(comparison.rows) - 1, comparison.gap or 0.0
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


def _years(say: Speaker, comparison: Comparison) -> str:
    """What a title must say of the years: an unusual one, and regions that stand with another."""
    words = ""
    if comparison.indicator.unusual_reason(comparison.period):
        words += say(" ({year}, et uvanlig år)", year=comparison.period)
    for year, n in comparison.other_years.items():
        words += say(" (tall for {own}, {n} av de andre for {year})", own=comparison.period, n=n, year=year)
    return words


def trend_finding(say: Speaker, name: str, told: ToldChange | None, quantity: Callable[[float], str]) -> str:
    """How a region's figure has changed over its comparable years, by the series that may tell it.

    Args:
        say: the reader's language.
        name: the region's name.
        told: the series and its change; None where there is none.
        quantity: a figure of that series with its unit.
    """
    if told is None:
        return say("Ingen tidsserie for {name}", name=name)
    years, change = told.comparable, told.change
    if change is None:
        why = {"last": quantity(float(told.line.points.at[years.last, "value"])), "year": years.last}
        why["year"] = told.indicator.years_of(str(years.last))
        if (years.why or "alone") == "alone" and "–" in str(why["year"]):
            return say("{name}: {last} i {year}, den eneste perioden vi har", name=name, **why)
        return say(_ONE_YEAR[years.why or "alone"], name=name, broken=years.broken, **why)
    values = {
        "name": name,
        "first": quantity(change.before),
        "last": quantity(change.after),
        "start": change.first,
        "end": change.last,
    }
    if change.kind == "same" or values["first"] == values["last"]:
        return say("{name}: {last} i {end}, det samme som i {start}", **values)
    if change.kind == "within_error":
        return say("{name}: {last} i {end} og {first} i {start}, innenfor feilmarginen", **values)
    if change.kind == "unclear":
        words = (
            "{name}: opp fra {first} i {start} til {last} i {end}, men ujevnt"
            if change.rising
            else "{name}: ned fra {first} i {start} til {last} i {end}, men ujevnt"
        )
        return say(words, **values)
    if change.rising:
        return say("{name}: opp fra {first} i {start} til {last} i {end}", **values)
    return say("{name}: ned fra {first} i {start} til {last} i {end}", **values)


def distribution_finding(say: Speaker, name: str, indicator: Indicator, share_behind: float | None, count: int) -> str:
    """How many of Europe's regions lie behind (or below, where no direction is good)."""
    if share_behind is None:
        return say("{count} regioner i Europa", count=count)
    percent = say.number(100 * share_behind)
    if indicator.direction == "none":
        return say("{name} har høyere tall enn {percent} av 100 regioner i Europa", name=name, percent=percent)
    return say("{name} ligger foran {percent} av 100 regioner i Europa", name=name, percent=percent)


def ranking_alt(say: Speaker, measure: str, rows: Sequence[tuple[str, str]]) -> str:
    """A ranking in words: every region with its value, best first."""
    listed = "; ".join(f"{position}. {name}: {value}" for position, (name, value) in enumerate(rows, start=1))
    return f"{say('Rangering')}. {measure}. {listed}."


def trend_alt(say: Speaker, measure: str, rows: Sequence[tuple[str, str, str]]) -> str:
    """Lines in words: every named region's years and values."""
    listed = "; ".join(f"{name} {year}: {value}" for name, year, value in rows)
    return f"{say('Utvikling')}. {measure}. {listed}."


def distribution_alt(say: Speaker, measure: str, count: int, lowest: str, highest: str) -> str:
    """A distribution in words."""
    return say(
        "Fordeling. {measure}. {count} regioner, fra {lowest} til {highest}.",
        measure=measure,
        count=count,
        lowest=lowest,
        highest=highest,
    )


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


def season_alt(say: Speaker, measure: str, regions: Sequence[str]) -> str:
    """A year in words: the highest and the lowest month of each region."""
    return f"{say('Året måned for måned')}. {measure}. {'; '.join(regions)}."


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


def industries_alt(say: Speaker, measure: str, rows: Sequence[str]) -> str:
    """A region's industries in words."""
    return f"{say('Næringer')}. {measure}. {'; '.join(rows)}."


def map_alt(say: Speaker, measure: str, count: int, lowest: str, highest: str, name: str, own: str | None) -> str:
    """A map in words: how many regions, from what to what, and the focus region's figure; the table holds the rest."""
    spread = say(
        "Kart over Europa. {measure}. {count} regioner, fra {lowest} til {highest}.",
        measure=measure,
        count=count,
        lowest=lowest,
        highest=highest,
    )
    return spread if own is None else f"{spread} {sentence(name)}: {own}."


def quality(say: Speaker, indicator: Indicator, comparison: Comparison) -> list[str]:
    """What a reader must know before quoting the figure: age, flags, unusual year, no score."""
    notes = []
    year = int(comparison.period[:4])
    age = datetime.now(UTC).year - year
    if age > indicator.max_age:
        notes.append(say("Gammelt tall: {age} år", age=age))
    if unusual := indicator.unusual_reason(comparison.period):
        notes.append(f"{say('Uvanlig år')}: {say.of(unusual)}")
    if comparison.focus in comparison.rows.index:
        flag = str(comparison.rows.at[comparison.focus, "flag"])
        if "b" in flag:
            notes.append(say("Brudd i serien"))
        if "u" in flag:
            notes.append(say("Lav pålitelighet"))
        if "e" in flag or "s" in flag:
            notes.append(say("Anslag"))
        if "p" in flag:
            notes.append(say("Foreløpig tall"))
        if "d" in flag:
            notes.append(say("Avvikende definisjon"))
    if indicator.role != "score":
        notes.append(say("Gir ikke poeng"))
    return notes
