"""A plain Streamlit page without any code of ours: it shows what was recorded, each piece as Streamlit's own element.

The first word of its address's query chooses the recording; its switching drop-down chooses among the recorded views,
as does `view=` where there is nobody to use it.
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
        label, inside = piece.get("label", ""), piece.get("inside", [])
        if kind == "html":
            st.html(piece["body"])
        elif kind == "chart":
            config = {"displayModeBar": False}
            st.plotly_chart(piece["figure"], theme=None, config=config, alt=piece["alt"] or None, key=piece["name"])
        elif kind == "choice":
            key = "switch" if label == switch else f"{label}-{len(piece['options'])}"
            st.selectbox(label, piece["options"], index=piece["chosen"], key=key, width=piece["width"])
        elif kind == "several":
            st.multiselect(label, piece["options"], width=piece["width"])
        elif kind == "steps":
            st.select_slider(label, piece["options"], value=piece["options"][piece["chosen"]], width=piece["width"])
        elif kind == "typed":
            st.text_input(label, width=piece["width"])
        elif kind == "download":
            st.download_button(label, piece["data"], "tall.csv", on_click="ignore", type="tertiary", key=f"file-{at}")
        elif kind == "columns":
            for column, recorded in zip(st.columns(piece["widths"]), inside, strict=True):
                with column:
                    draw(recorded, number, switch)
        else:
            with _holder(kind, label, border=piece.get("border", False)):
                draw(inside, number, switch)


def _holder(kind: str, label: str, *, border: bool):  # noqa: ANN202 - Streamlit's DeltaGenerator
    if kind == "popover":
        return st.popover(label, type="tertiary")
    if kind == "fold":
        return st.expander(label)
    if kind in ("row", "box"):
        return st.container(horizontal=kind == "row", border=border)
    raise ValueError(f"The plain page does not know {kind!r}")


def show() -> None:
    """One run."""
    st.set_page_config(layout="wide")
    known = recording(st.query_params["page"])
    chosen = st.session_state.get("switch")
    at = known["labels"].index(chosen) if chosen in known["labels"] else int(st.query_params.get("view", 0))
    draw(known["views"][at], count(), known["switch"])


show()
