"""Where a text stands: at the beginning of a sentence, or in the middle of one."""

# Adjectives of names that keep their capital in English: bokmål writes them small, and not like this.
_NAMES = frozenset({"Nordic", "European", "Norwegian", "Europe’s", "Oslo"})


def sentence(text: str) -> str:
    """A text at the beginning of a sentence: "the Oslo Region" becomes "The Oslo Region"."""
    return text[:1].upper() + text[1:]


def within(title: str) -> str:
    """A title in the middle of a sentence: "Quality of life" becomes "quality of life".

    A first word with more capitals than its first letter is a name or an abbreviation and stays: "GDP", "EU's", "ICT".
    """
    first = title.split(maxsplit=1)[0] if title.strip() else ""
    if first in _NAMES or first[1:] != first[1:].lower():
        return title
    return title[:1].lower() + title[1:]
