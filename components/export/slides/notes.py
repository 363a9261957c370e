"""The notes of a slide: what the speaker must know."""

from components.export.plain_text import clean
from components.export.slides.told import Told

_DEFINED = 3  # figures that the notes define; a slide of more is about something else


def notes(told: Told) -> str:
    """What the speaker must know: what is measured, what may be said and what not, notices, source."""
    say, exhibit = told.say, told.exhibit
    found = [clean(exhibit.measure)]
    columns = list(exhibit.rows.columns)
    ids: list[str] = []
    if "indicator" in columns:
        at = columns.index("indicator")
        ids = list(dict.fromkeys(str(row[at]) for row in exhibit.rows.cells))
    if len(ids) <= _DEFINED:
        for one in ids:
            indicator = told.catalogue.indicators[one]
            found.append(f"{say.of(indicator.title)}: {say.of(indicator.description)}")
            if indicator.caution is not None:
                found.append(say.of(indicator.caution))
    allowed = [one.text[say.language] for one in exhibit.claims if one.allowed]
    refused = [one.text[say.language] for one in exhibit.claims if not one.allowed]
    if allowed:
        found += [say("Dette har tallene dekning for:"), *(f"• {text}" for text in allowed)]
    if refused:
        found += [say("Dette kan ikke sies:"), *(f"• {text}" for text in refused)]
    if exhibit.notices:
        found += [say("Merknader:"), *(f"• {note}" for note in exhibit.notices)]
    found += [told.source, told.address]
    return "\n".join(clean(line) for one in found for line in one.split("\n"))
