"""Addresses of a figure's numbers: /tall/<page>.json, and of /tall/<page>/<key> .csv, .json, .table.html, .claims.html.

Those by which they are passed on are in `server/sharing.py`.
"""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from components.export.archive import ends_of
from components.export.columns import columns_of
from components.export.csv import csv_file
from components.export.document import document
from components.html.documents import claims_page, table_page
from components.html.tools import figure_address, file_address
from pages.exhibits.asking import asking
from pages.exhibits.registry import PAGES, seen, view_of
from pages.known.releases import catalogue
from server.asked import Asked, answered, base_of, lost, not_ready, params_of, speaker_of
from server.following import following
from server.sharing import SHARING

_OPEN = {"Access-Control-Allow-Origin": "*"}  # published figures: any page may read them


def _csv(request: Request, asked: Asked) -> Response:
    machine = request.query_params.get("form") == "machine"
    known = catalogue()
    ends = ends_of(asked.exhibit, asked.view, asked.base)
    body = csv_file(columns_of(asked.exhibit.rows, known), known, asked.say, ends, machine=machine)
    name = f"{asked.exhibit.file_name}{'-machine' if machine else ''}.csv"
    headers = {**_OPEN, "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)


def _json(_request: Request, asked: Asked) -> Response:
    return JSONResponse(document(asked.exhibit, asked.view, catalogue(), asked.base), headers=_OPEN)


def _table(_request: Request, asked: Asked) -> Response:
    return HTMLResponse(table_page(asked.exhibit, asked.view, asked.say))


def _claims(_request: Request, asked: Asked) -> Response:
    return HTMLResponse(
        claims_page(asked.exhibit, asked.view, asked.say, asking(asked.view, asked.exhibit.key).address)
    )


def listed(request: Request) -> Response:
    """Every figure of a view, with its finding and its addresses."""
    if not following.ready:
        return not_ready(speaker_of(request.scope))
    slug, base = str(request.path_params["slug"]), base_of(request)
    if slug not in PAGES:
        return JSONResponse({"error": "unknown page", "pages": list(PAGES)}, status_code=404, headers=_OPEN)
    view, ignored = view_of(slug, params_of(request.scope))
    exhibits = [
        {
            "key": one.key,
            "finding": one.finding,
            "addresses": {
                "figure": base + figure_address(view, one.key),
                "csv": base + file_address(view, one.key, "csv"),
                "csv_machine": base + file_address(view, one.key, "csv", form="machine"),
                "json": base + file_address(view, one.key, "json"),
                "page": f"{base}{view.address}#{quote(one.key)}",
            },
        }
        for one in seen(view).exhibits.values()
    ]
    content = {
        "page": slug,
        "address": f"{base}{view.address}",
        "release": view.release,
        "ignored": [{"name": one.name, "given": one.given} for one in ignored],
        "exhibits": exhibits,
    }
    return JSONResponse(content, headers=_OPEN)


DATA = [
    Route("/tall/{slug}.json", listed),
    Route("/tall/{slug}/{key}.csv", answered(_csv)),
    Route("/tall/{slug}/{key}.json", answered(_json)),
    Route("/tall/{slug}/{key}.table.html", answered(_table)),
    Route("/tall/{slug}/{key}.claims.html", answered(_claims)),
    *SHARING,
    Route("/tall", lost),
    Route("/tall/{rest:path}", lost),
]
