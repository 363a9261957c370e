"""Answers to "Kan jeg si dette?": sentences that the figures carry, ready to copy, and reasons why not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.html.markup import paragraph, to_copy
from components.words.text import LANGUAGES, Speaker

_COPY = {"nb": "På norsk", "en": "På engelsk"}


@dataclass(frozen=True)
class Said:
    """An answer to "can I say this?".

    Attributes:
        allowed: whether the figures carry it.
        text: by language, the sentence to quote or the reason why not.
    """

    allowed: bool
    text: Mapping[str, str]


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


def in_words(claims: Sequence[Said], say: Speaker) -> str:
    """The sentences that may be said, for those who cannot see the chart."""
    return " ".join(one.text[say.language] for one in claims if one.allowed)
