"""`python -m benchmarks.dash_page PORT`: Dash pages with the recorded charts, and a drop-down between two views.

One page a recording, at `/<slug>/`; served by waitress, as Dash's own documentation would have it in production.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from dash import Dash, Input, Output, dcc, html
from flask import Flask
from waitress import serve

from benchmarks.pieces import Piece, charts

CONFIG = {"displayModeBar": False}


def add_page(server: Flask, slug: str, known: dict[str, Any]) -> None:
    """Add the page of a recording; none where nothing in it is a chart."""
    views = [{chart["name"]: chart for chart in charts(view)} for view in known["views"]]
    names = list(dict.fromkeys(name for view in views for name in view))
    if not names:
        return
    app = Dash(slug, server=server, url_base_pathname=f"/{slug}/", title=slug)

    def shown(view: dict[str, Piece], name: str) -> tuple[str, Piece, Piece]:
        if name not in view:
            return "", {"data": [], "layout": {}}, {"display": "none"}
        figure = view[name]["figure"]
        return view[name]["alt"], figure, {"height": f"{figure['layout']['height']}px"}

    parts: list[Any] = []
    for name in names:
        alt, figure, style = shown(views[0], name)
        parts += [html.P(alt, id=f"alt-{name}"), dcc.Graph(f"chart-{name}", figure=figure, style=style, config=CONFIG)]
    labels = known["labels"]
    switch = dcc.Dropdown(labels, labels[0], id="switch", clearable=False)
    app.layout = html.Main([html.H1(slug), html.Label(known["switch"], htmlFor="switch"), switch, *parts])
    places = [
        Output(f"{kind}-{name}", prop)
        for name in names
        for kind, prop in (("alt", "children"), ("chart", "figure"), ("chart", "style"))
    ]

    @app.callback(places, Input("switch", "value"), prevent_initial_call=True)
    def choose(label: str) -> list[Any]:
        view = views[labels.index(label)]
        return [part for name in names for part in shown(view, name)]


def application(folder: Path) -> Flask:
    """All pages of a folder of recordings."""
    server = Flask(__name__)
    server.add_url_rule("/ready", "ready", lambda: "ready")
    for path in sorted(folder.glob("*.json")):
        add_page(server, path.stem, json.loads(path.read_text("utf-8")))
    return server


if __name__ == "__main__":
    serve(
        application(Path(os.environ["BENCHMARK_RECORDINGS"])),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        threads=8,
        _quiet=True,
    )
