"""Choices that need typing or a list: Streamlit's widgets, each of which keeps its code in the session."""

from typing import Any

import streamlit as st

from components.parts import Choice, Several, Steps, Typed
from components.screen import address
from components.view import LONGEST, OWN


def _listed(part: Choice | Several | Steps) -> dict[str, Any]:
    """What every widget with codes to choose from is given."""
    words = dict(zip(part.codes, part.words, strict=True))
    return {
        "options": list(part.codes),
        "format_func": lambda code: words.get(code, code),
        "width": part.width,
        "persist_state": "session",
    }


def choice(part: Choice) -> None:
    """A drop-down."""
    st.selectbox(
        part.label,
        key=address.key(part.name),
        placeholder=part.placeholder,
        on_change=address.forget,
        args=part.resets,
        **_listed(part),
    )


def several(part: Several) -> None:
    """The reader's own list of regions."""
    st.multiselect(
        part.label,
        key=address.key(OWN),
        placeholder=part.placeholder,
        **_listed(part),
    )


def steps(part: Steps) -> None:
    """A slider over a few steps."""
    st.select_slider(
        part.label,
        key=address.key(part.name),
        **_listed(part),
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
