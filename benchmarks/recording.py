"""What a page of ours sends to the browser, written down so that a plain Streamlit page can send the same."""

import json
import os
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block
from streamlit.util import calc_hash

from tests.application import PROJECT


def _piece(element: Any) -> dict[str, Any]:  # noqa: ANN401 - an element of AppTest
    proto, kind = element.proto, element.type
    if kind == "html":
        return {"kind": kind, "body": proto.body}
    if kind == "plotly_chart":
        return {"kind": kind, "figure": json.loads(proto.spec), "config": json.loads(proto.config), "alt": proto.alt}
    if kind == "selectbox":
        return {"kind": kind, "label": proto.label, "options": list(proto.options), "chosen": element.index}
    if kind == "select_slider":
        return {"kind": kind, "label": proto.label, "options": list(proto.options), "chosen": int(proto.default[0])}
    if kind == "button_group":
        return {"kind": kind, "options": [option.content for option in proto.options]}
    if kind == "code":
        return {"kind": kind, "body": proto.code_text}
    if kind == "caption":
        return {"kind": kind, "body": proto.body}
    return {"kind": kind, "label": proto.label}


def _pieces(block: Block) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for node in block.children.values():
        if not isinstance(node, Block):
            found.append(_piece(node))
            continue
        proto: Any = node.proto
        inside: dict[str, Any] = {"kind": node.type, "inside": _pieces(node)}
        if node.type == "flex_container":
            inside["horizontal"] = proto.flex_container.direction == 2
        elif node.type == "column":
            inside["weight"] = proto.weight
        elif node.type == "popover":
            inside["label"] = proto.popover.label
        elif node.type == "expander":
            inside["label"] = proto.label
        found.append(inside)
    return found


def record(database_url: str, slug: str, option: str, codes: list[str]) -> list[list[dict[str, Any]]]:
    """The pieces of a page, once for each code that an option of it may take."""
    os.environ["OSLOREGION_DATABASE_URL"] = database_url
    page = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=300)
    page._page_hash = calc_hash(slug)
    page.run()
    found = []
    for code in codes:
        page.selectbox(key=f"q.{option}").set_value(code).run()
        found.append(_pieces(page.main))
    return found
