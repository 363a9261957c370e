"""Codes that people type at the terminal: what is near an unknown one, and what came after an outdated one."""

import difflib
from collections.abc import Iterable

from models.catalogue import Catalogue
from models.figures.territories import replacements


def unknown(kind: str, asked: Iterable[str], known: Iterable[str]) -> list[str]:
    """A line for each code that is not known, with the nearest known ones.

    Args:
        kind: what the codes stand for, "indicator" say.
        asked: codes to check.
        known: those that there are.
    """
    names = {k.lower(): k for k in known}
    lines = []
    for code in asked:
        if names.get(code.lower()) == code:
            continue
        near = difflib.get_close_matches(code.lower(), names, n=3, cutoff=0.5)
        hint = f"; nearest: {', '.join(names[n] for n in near)}" if near else ""
        lines.append(f"Unknown {kind} '{code}'{hint}.")
    return lines


def outdated(catalogue: Catalogue, asked: Iterable[str]) -> dict[str, str]:
    """A line for each region code that is no longer in use: when it ended, what replaced it, and what differs.

    Args:
        catalogue: knows which code followed which.
        asked: region codes as typed.
    """
    lines = {}
    for code in dict.fromkeys(asked):
        later = replacements(catalogue, code)
        if later is None:
            continue
        region, entry = catalogue.regions[code], catalogue.history.get(code)
        ended = f"{code} ({region.name}) ended with NUTS {region.version}" if region.version else f"{code} is outdated"
        line = f"{ended}; see {', '.join(later)}." if later else f"{ended}; nothing has come after it."
        lines[code] = f"{line} {entry.note.en}" if entry else line
    return lines
