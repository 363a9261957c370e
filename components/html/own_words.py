"""The presenter's own words on a step, in pieces that screens can part."""

import re
from collections.abc import Iterator

from markupsafe import Markup

_PARAGRAPH = 300  # characters: what is longer goes on in a paragraph of its own, so that screens can part it
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def _paragraphs(line: str) -> Iterator[str]:
    """A line in parts of whole sentences, none of them long where its sentences are not."""
    part = ""
    for sentence in _SENTENCE.split(line):
        if part and len(part) + len(sentence) >= _PARAGRAPH:
            yield part
            part = sentence
        else:
            part = f"{part} {sentence}" if part else sentence
    yield part


def own_words(text: str) -> Markup:
    """The presenter's own lines: one that begins with a dash is an item of a list."""
    parts: list[Markup] = []
    for line in text.splitlines():
        plain = line.strip()
        if plain[:2] in ("- ", "– ", "* "):
            first, *more = _paragraphs(plain[2:])
            parts.append(Markup('<p class="item">%s</p>') % (first,))
        else:
            more = list(_paragraphs(plain)) if plain else []
        parts += [Markup("<p>%s</p>") % (part,) for part in more]
    return Markup('<div class="own">%s</div>') % (Markup().join(parts),) if parts else Markup()
