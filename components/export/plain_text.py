"""Texts that files of Office can hold."""

import re
import unicodedata

_BREAKS = re.compile(r"[\r\n\t\v\f]+")


def clean(text: str) -> str:
    """A text without characters that XML cannot hold; line breaks and tabs become spaces."""
    spaced = _BREAKS.sub(" ", text)
    return "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cs") and c not in "\ufffe\uffff")
