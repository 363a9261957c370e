"""What must be known before a figure is quoted."""

from datetime import UTC, datetime

from components.words.text import Speaker
from models.catalogue import Indicator
from models.comparison.one_year import Comparison


def reservations(say: Speaker, indicator: Indicator, comparison: Comparison) -> list[str]:
    """What a reader must know before quoting the figure: age, flags, unusual year, no score."""
    notes = []
    year = int(comparison.period[:4])
    age = datetime.now(UTC).year - year
    if age > indicator.max_age:
        notes.append(say("Gammelt tall: {age} år", age=age))
    if unusual := indicator.unusual_reason(comparison.period):
        notes.append(say.of(unusual))
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
