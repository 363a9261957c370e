"""Texts and numbers of figures as PowerPoint has them."""

import re
from collections.abc import Sequence

from components.export.plain_text import clean
from components.words.text import MINUS, Speaker

_TAG = re.compile(r"<[^>]*>")
_NUMBER = re.compile(rf"^([+{MINUS}]?)([\d\s.,]*\d)(.*)$", re.DOTALL)


def cell(text: str) -> str:
    """The same for a chart's own sheet, whose writer takes what begins with "=" for a formula."""
    found = clean(text)
    return f" {found}" if found[:1] in ("=", "{") else found


def plain(text: str) -> str:
    """A text of a figure that is drawn in the browser, without its tags."""
    return clean(_TAG.sub("", re.sub(r"<br\s*/?>", " ", text))).replace("  ", " ").strip()


def is_strong(text: str) -> bool:
    """Whether a text of such a figure is set in bold."""
    return "<b>" in text


def number_format(values: Sequence[float], labels: Sequence[str], say: Speaker) -> tuple[str, tuple[str | None, ...]]:
    """How Office writes values as the labels do, so that they follow when somebody changes a number.

    Args:
        values: plain numbers.
        labels: the same in words, with unit.
        say: the language of the labels.

    Returns:
        The format, and for each label the format that writes it where it is another (one with a flag's star), None
        where none can.
    """
    found = next((m for m in map(_NUMBER.match, labels) if m), None)
    if found is None:
        return "General", tuple(None for _ in labels)
    point = "," if say.language == "nb" else "."
    decimals = len(found[2].rpartition(point)[2]) if point in found[2] else 0
    unit = found[3]
    signed = any(label.startswith("+") for label in labels)

    def written(value: float) -> str:
        number = say.number(value, decimals)
        return f"{'+' if signed and value > 0 and number.strip('0,.') else ''}{number}{unit}"

    digits = "#,##0" + (f".{'0' * decimals}" if decimals else "")

    def form(more: str) -> str:
        after = f'"{quoted}"' if (quoted := f"{unit}{more}".replace(chr(34), "")) else ""
        below = f'"{MINUS}"{digits}{after}'
        return f"+{digits}{after};{below};{digits}{after}" if signed else f"{digits}{after};{below}"

    def own(value: float, label: str) -> str | None:
        start = written(value)
        return form(label.removeprefix(start)) if label.startswith(start) else None

    return form(""), tuple(own(v, label) for v, label in zip(values, labels, strict=True))
