"""A figure passed on: /tall/<page>/<key> .apa.txt and .bib cite it, .mail writes a letter, .sheets.html renews it."""

from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from components.export.columns import columns_of
from components.export.formulas import import_data, numeric, power_query
from components.html.documents import spreadsheets_page
from components.html.tools import place_address
from components.picture.compose import source_text
from components.words.citing import Work, apa, bibtex
from components.words.mailing import mailto
from pages.exhibits.cited import work
from pages.exhibits.lasting import lasting_query
from pages.exhibits.registry import look_at
from server.asked import Asked, answered
from server.short import short_or_long

_OPEN = {"Access-Control-Allow-Origin": "*"}  # published figures: any page may read them


def _cited(asked: Asked) -> Work:
    return work(look_at(asked.view).catalogue, asked.view, asked.exhibit, asked.base)


def _apa(_request: Request, asked: Asked) -> Response:
    return PlainTextResponse(apa(asked.say, _cited(asked)), headers=_OPEN)


def _bibtex(_request: Request, asked: Asked) -> Response:
    name = f"{quote(asked.exhibit.file_name)}.bib"
    headers = {**_OPEN, "Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(bibtex(asked.say, _cited(asked)), media_type="application/x-bibtex; charset=utf-8", headers=headers)


def _mail(_request: Request, asked: Asked) -> Response:
    """A letter with finding, measure, source and link, which the reader's own program opens."""
    one = asked.exhibit
    link = short_or_long(place_address(asked.view, one.key), asked.base)
    lines = [f"{one.finding}.", one.measure, "", source_text(one.source, asked.say, asked.view.release)]
    return RedirectResponse(mailto(one.finding, lines, link), status_code=302)


def _sheets(_request: Request, asked: Asked) -> Response:
    known, view, key = look_at(asked.view).catalogue, asked.view, asked.exhibit.key
    query = urlencode({"form": "machine", **lasting_query(view)}, safe=",")
    address = f"{asked.base}/tall/{view.page}/{quote(key)}.csv?{query}"
    m = power_query(address, numeric(columns_of(asked.exhibit.rows, known)))
    page = spreadsheets_page(asked.exhibit, view, asked.say, address, m, import_data(address))
    return HTMLResponse(page)


SHARING = [
    Route("/tall/{slug}/{key}.apa.txt", answered(_apa)),
    Route("/tall/{slug}/{key}.bib", answered(_bibtex)),
    Route("/tall/{slug}/{key}.mail", answered(_mail)),
    Route("/tall/{slug}/{key}.sheets.html", answered(_sheets)),
]
