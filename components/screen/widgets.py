"""Choices that need typing or a list: Streamlit's widgets, each of which keeps its code in the session."""

import streamlit as st

from components.arrangement import Choice, Several, Steps, Typed
from components.screen import address
from components.view import LONGEST, OWN


def choice(part: Choice) -> None:
    """A drop-down."""
    words = dict(zip(part.codes, part.words, strict=True))
    st.selectbox(
        part.label,
        options=list(part.codes),
        format_func=lambda code: words.get(code, code),
        key=address.key(part.name),
        placeholder=part.placeholder,
        width=part.width,
        on_change=address.forget,
        args=part.resets,
        persist_state="session",
    )


def several(part: Several) -> None:
    """The reader's own list of regions."""
    words = dict(zip(part.codes, part.words, strict=True))
    st.multiselect(
        part.label,
        options=list(part.codes),
        format_func=lambda code: words.get(code, code),
        key=address.key(OWN),
        placeholder=part.placeholder,
        width=part.width,
        persist_state="session",
    )


def steps(part: Steps) -> None:
    """A slider over a few steps."""
    words = dict(zip(part.codes, part.words, strict=True))
    st.select_slider(
        part.label,
        options=list(part.codes),
        format_func=lambda code: words.get(code, code),
        key=address.key(part.name),
        width=part.width,
        persist_state="session",
    )


def typed(part: Typed) -> None:
    """A field for words."""
    st.text_input(
        part.label,
        key=address.key(part.name),
        placeholder=part.placeholder,
        width=part.width,
        max_chars=LONGEST,
        persist_state="session",
    )
