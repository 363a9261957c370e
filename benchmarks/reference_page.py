"""A plain Streamlit page without any code of ours: it shows what was recorded, widget for widget, chart for chart.

The first word of its address's query chooses the recording; its switching drop-down chooses among the recorded views.
"""

import json
import os
from itertools import count
from pathlib import Path
from typing import Any

import streamlit as st

Piece = dict[str, Any]


@st.cache_resource
def recording(name: str) -> dict[str, Any]:
    """The views of a page, read once a process; they are only read from then on."""
    found: dict[str, Any] = json.loads((Path(os.environ["BENCHMARK_RECORDINGS"]) / f"{name}.json").read_text("utf-8"))
    return found


def draw(pieces: list[Piece], number: "count[int]", switch: str) -> None:
    """Send pieces in order."""
    for piece in pieces:
        kind, at = piece["kind"], next(number)
        if kind == "html":
            st.html(piece["body"])
        elif kind == "plotly_chart":
            st.plotly_chart(
                piece["figure"], theme=None, config=piece["config"], alt=piece["alt"] or None, key=f"chart-{at}"
            )
        elif kind == "selectbox":
            key = "switch" if piece["label"] == switch else f"{piece['label']}-{len(piece['options'])}"
            st.selectbox(piece["label"], piece["options"], index=piece["chosen"], key=key)
        elif kind == "select_slider":
            st.select_slider(piece["label"], piece["options"], value=piece["options"][piece["chosen"]])
        elif kind == "text_input":
            st.text_input(piece["label"], label_visibility="collapsed")
        elif kind == "button_group":
            st.segmented_control("", piece["options"], label_visibility="collapsed", default=piece["options"][0])
        elif kind == "button":
            st.button(piece["label"], type="tertiary", key=f"button-{at}")
        elif kind == "toggle":
            st.toggle(piece["label"], key=f"toggle-{at}")
        elif kind == "page_link":
            st.page_link("https://localhost/", label=piece["label"])
        elif kind == "download_button":
            st.download_button(piece["label"], "x", on_click="ignore", type="tertiary", key=f"download-{at}")
        elif kind == "code":
            st.code(piece["body"], language=None, wrap_lines=True)
        elif kind == "caption":
            st.caption(piece["body"])
        elif kind == "flex_container" and piece["inside"] and piece["inside"][0]["kind"] == "column":
            columns = st.columns([column["weight"] for column in piece["inside"]])
            for column, recorded in zip(columns, piece["inside"], strict=True):
                with column:
                    draw(recorded["inside"], number, switch)
        elif kind == "flex_container":
            with st.container(horizontal=piece["horizontal"]):
                draw(piece["inside"], number, switch)
        elif kind == "popover":
            with st.popover(piece["label"], type="tertiary"):
                draw(piece["inside"], number, switch)
        elif kind == "expander":
            with st.expander(piece["label"]):
                draw(piece["inside"], number, switch)
        else:
            raise ValueError(f"The reference page does not know {kind!r}")


def show() -> None:
    """One run."""
    st.set_page_config(layout="wide")
    known = recording(st.query_params["page"])
    chosen = st.session_state.get("switch")
    views = known["views"]
    draw(views[known["labels"].index(chosen) if chosen in known["labels"] else 0], count(), known["switch"])


show()
