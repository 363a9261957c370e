"""Choices that change the view. Each widget keeps its code in the session; labels are only shown."""

from collections.abc import Callable, Sequence

import streamlit as st

from components import view_state
from components.text import Speaker
from components.view import OWN
from models.catalogue import Catalogue


def choice(
    label: str,
    name: str,
    codes: Sequence[str],
    words: Callable[[str], str],
    say: Speaker,
    *,
    width: int = 300,
    resets: Sequence[str] = (),
) -> None:
    """A drop-down for one part of the view.

    Args:
        label: what is chosen, in the reader's language.
        name: key in the URL.
        codes: what may be chosen.
        words: what the reader sees for a code.
        say: the reader's language.
        width: pixels, less where the screen is narrower.
        resets: parts of the view that fall back to their default when this one changes.
    """
    st.selectbox(
        label,
        options=list(codes),
        format_func=words,
        key=view_state.key(name),
        placeholder=say("Velg"),
        width=width,
        on_change=view_state.forget,
        args=tuple(resets),
        persist_state="session",
    )


def peers(say: Speaker, catalogue: Catalogue, regions: Sequence[str], name: Callable[[str], str]) -> None:
    """Which regions to compare with: a named set, or the reader's own list.

    Args:
        say: the reader's language.
        catalogue: for the sets.
        regions: codes that may be chosen one by one.
        name: what the reader calls a region in a list.
    """

    def words(code: str) -> str:
        title = catalogue.set_title(code)
        return say.of(title) if title else say("Eget utvalg …")

    sets = [*catalogue.peer_sets, *catalogue.structure.computed_sets]
    choice(say("Sammenlign med"), "peers", [*sets, OWN], words, say, width=330)
    if st.session_state.get(view_state.key("peers")) == OWN:
        st.multiselect(
            say("Regioner i utvalget"),
            options=sorted(regions, key=lambda code: say.sort_key(name(code))),
            format_func=name,
            key=view_state.key(OWN),
            placeholder=say("Velg regioner"),
            width=420,
            persist_state="session",
        )


def row(name: str) -> "st.delta_generator.DeltaGenerator":
    """A row of choices that wraps where the screen is narrow."""
    return st.container(horizontal=True, vertical_alignment="top", gap="small", key=f"filters-{name}")


def buttons(
    label: str,
    name: str,
    codes: Sequence[str],
    words: Callable[[str], str],
    *,
    resets: Sequence[str] = (),
    labelled: bool = True,
) -> None:
    """A row of buttons for one part of the view, where the few choices should all be seen.

    Args:
        label: what is chosen, in the reader's language.
        name: key in the URL.
        codes: what may be chosen.
        words: what the reader sees for a code; the same on every run but for the language.
        resets: parts of the view that fall back to their default when this one changes.
        labelled: whether the label is seen; screen readers are told it in any case.
    """
    st.segmented_control(
        label,
        options=list(codes),
        format_func=words,
        key=view_state.key(name),
        required=True,
        wrap=True,
        on_change=view_state.forget,
        args=tuple(resets),
        label_visibility="visible" if labelled else "collapsed",
        persist_state="session",
    )


def pick(label: str, where: str, name: str, code: str, *, resets: Sequence[str] = ()) -> None:
    """A button, looking like a link, that sets one part of the view of this very page.

    A link to the page that the reader is on would do, but Streamlit leaves the old address in the browser then.

    Args:
        label: what the reader sees.
        where: the part of the page, which tells two buttons that set the same apart.
        name: key in the URL.
        code: what it is set to.
        resets: parts of the view that fall back to their default.
    """
    key = f"pick-{where}-{name}-{code}"
    st.button(label, type="tertiary", key=key, on_click=view_state.choose, args=(name, code, *resets))


def steps(label: str, name: str, codes: Sequence[str], say: Speaker) -> None:
    """A slider over a few steps, for one part of the view; the codes are numbers.

    Args:
        label: what is set.
        name: key in the URL.
        codes: the steps, in order.
        say: the reader's language.
    """
    st.select_slider(
        label,
        options=list(codes),
        format_func=lambda code: say.number(float(code), 1 if "." in code else 0),
        key=view_state.key(name),
        width=220,
        persist_state="session",
    )
