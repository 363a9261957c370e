"""Answers to "Kan jeg si dette?" as HTML: ready to copy, or the reasons why not."""

from collections.abc import Sequence

from components.html.markup import paragraph, to_copy
from components.words.said import Said
from components.words.text import LANGUAGES, Speaker

_COPY = {"nb": "På norsk", "en": "På engelsk"}


def claims_html(claims: Sequence[Said], say: Speaker) -> str:
    """The sentences in the reader's language first, then in the other, ready to copy; and the reasons why not."""
    parts = []
    allowed = [one for one in claims if one.allowed]
    if allowed:
        parts.append(paragraph(say("Ja, dette har tallene dekning for. Ta med parentesen."), "allowed"))
        for language in sorted(LANGUAGES, key=lambda code: code != say.language):
            parts.append(paragraph(say(_COPY[language]), "note"))
            parts += [f'<div lang="{language}">{to_copy(one.text[language], say)}</div>' for one in allowed]
    parts += [
        paragraph(say("Nei: {reason}", reason=one.text[say.language]), "refused") for one in claims if not one.allowed
    ]
    return "".join(parts)
