"""Answers to "Kan jeg si dette?": sentences that the figures carry, ready to copy, and reasons why not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.words.text import Speaker


@dataclass(frozen=True)
class Said:
    """An answer to "can I say this?".

    Attributes:
        allowed: whether the figures carry it.
        text: by language, the sentence to quote or the reason why not.
    """

    allowed: bool
    text: Mapping[str, str]


def in_words(claims: Sequence[Said], say: Speaker) -> str:
    """The sentences that may be said, for those who cannot see the chart."""
    return " ".join(one.text[say.language] for one in claims if one.allowed)
