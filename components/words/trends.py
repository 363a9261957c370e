"""How a figure has changed over the years, in words."""

from collections.abc import Callable

from components.words.findings import unusual_words
from components.words.text import Speaker
from models.change.told import ToldChange

# Why there is only one year to tell of.
_ONE_YEAR = {
    "alone": "{name}: {last} i {year}, det eneste året vi har",
    "break": "{name}: {last} i {year}; brudd i serien i {broken}, så eldre tall kan ikke sammenlignes",
    "unusual": "{name}: {last} i {year}, ingen tidligere år å sammenligne med",
    "unreliable": "{name}: {last} i {year}, for usikkert til å sammenligne",
    "redefined": "{name}: {last} i {year}; definisjonen er endret, så eldre tall kan ikke sammenlignes",
}


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
        reason = years.why or "alone"
        if reason == "unusual" and (unusual := told.indicator.unusual_reason(str(years.last))):
            because = unusual_words(say, unusual)
            return say("{name}: {last} i {year} ({why}), ingen år å sammenligne med", name=name, **why, why=because)
        if reason == "alone" and str(years.last) in told.indicator.windows:
            return say("{name}: {last} i {year}, den eneste perioden vi har", name=name, **why)
        return say(_ONE_YEAR[reason], name=name, broken=years.broken, **why)
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
