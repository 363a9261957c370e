"""The button "Kan jeg si dette?": sentences that the figures carry, ready to copy, and reasons why not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.markup import paragraph
from components.text import LANGUAGES, Speaker

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


def show_claims(claims: Sequence[Said], say: Speaker) -> None:
    """Draw the button; it opens the sentences in the reader's language first, then in the other.

    Args:
        claims: at least one.
        say: the reader's language.
    """
    allowed = [one for one in claims if one.allowed]
    box = st.popover(say("Kan jeg si dette?"), icon=":material/fact_check:", type="tertiary")
    with box, st.container(gap="xsmall"):
        if allowed:
            st.html(paragraph(say("Ja, dette har tallene dekning for. Ta med parentesen."), "allowed"))
            for language in sorted(LANGUAGES, key=lambda code: code != say.language):
                st.html(paragraph(say(_COPY[language]), "note"))
                for one in allowed:
                    st.code(one.text[language], language=None, wrap_lines=True)
        for one in claims:
            if not one.allowed:
                st.html(paragraph(say("Nei: {reason}", reason=one.text[say.language]), "refused"))


def in_words(claims: Sequence[Said], say: Speaker) -> str:
    """The sentences that may be said, for those who cannot see the chart."""
    return " ".join(one.text[say.language] for one in claims if one.allowed)
