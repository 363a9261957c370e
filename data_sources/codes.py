"""Codes that people type at the terminal: unknown ones are named with the nearest that are known."""

import difflib
from collections.abc import Iterable


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
