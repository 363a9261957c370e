"""Draws the parts of a page in Streamlit: HTML as few elements as hold it, and a widget for each choice."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from components.charts.region_map import HEIGHT, deck
from components.exhibit import Exhibit
from components.html.exhibit import alternative, foot_html, head_html
from components.html.markup import paragraph
from components.html.tools import tools_html
from components.parts import Box, Choice, Columns, Fold, Gap, Html, Live, Part, Several, Shown, Steps, Typed
from components.screen import widgets
from components.theme import palette
from components.view import ViewState
from components.words.text import Speaker

_GAPS: dict[Gap, Literal["xxsmall", "xsmall", "small", "medium", "large"] | None] = {
    "none": None,
    "xxsmall": "xxsmall",
    "xsmall": "xsmall",
    "small": "small",
    "medium": "medium",
    "large": "large",
}


def draw(parts: Sequence[Part], view: ViewState, say: Speaker, *, in_row: bool = False) -> None:
    """Draw parts that `ready` has made.

    Args:
        parts: what to draw.
        view: where they stand.
        say: the reader's language.
        in_row: whether they stand beside each other, each as wide as it is.
    """
    for part in parts:
        _draw(part, view, say, in_row=in_row)


def _draw(part: Part, view: ViewState, say: Speaker, *, in_row: bool) -> None:
    if isinstance(part, Html):
        st.html(part.text, width="content" if in_row else "stretch")
    elif isinstance(part, Choice):
        widgets.choice(part)
    elif isinstance(part, Several):
        widgets.several(part)
    elif isinstance(part, Steps):
        widgets.steps(part)
    elif isinstance(part, Typed):
        widgets.typed(part)
    elif isinstance(part, Live):
        part.draw()
    elif isinstance(part, Shown):
        _with_map(part.exhibit, view, say)
    elif isinstance(part, Box):
        with st.container(
            key=part.key or None,
            border=part.border or None,
            horizontal=part.horizontal,
            vertical_alignment=part.align,
            gap=_GAPS[part.gap],
        ):
            draw(part.parts, view, say, in_row=part.horizontal)
    elif isinstance(part, Fold):
        with st.expander(part.label, expanded=part.opened, key=part.key or None):
            draw(part.parts, view, say)
    elif isinstance(part, Columns):
        for column, inside in zip(st.columns(part.widths, gap=_GAPS[part.gap]), part.parts, strict=True):
            with column:
                draw(inside, view, say)


def _with_map(exhibit: Exhibit, view: ViewState, say: Speaker) -> None:
    """An exhibit whose map has layers, which only Streamlit draws; the table beside it holds the same."""
    if exhibit.map is None:
        return
    with st.container(key=f"exhibit-{exhibit.key}", gap="xsmall"):
        st.html(f'<div id="{exhibit.key}">{head_html(exhibit)}</div>')
        with st.container(key="region-map", gap=None):
            colours = palette(st.context.theme.type)
            st.pydeck_chart(deck(exhibit.map, colours), height=HEIGHT, alt=alternative(exhibit, say))
        instead = paragraph(exhibit.map.instead, "missing instead-of-map")
        st.html(instead + foot_html(exhibit, view, say) + tools_html(exhibit, view, say))
