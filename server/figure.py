"""The page of a figure alone: `/figur/<page>/<figure>` with the page's own query. Any site may show it in a frame."""

from functools import partial

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from components.html.figure_page import figure_page
from components.screen.chrome import notices_html
from pages.exhibits.registry import called, seen
from pages.exhibits.since import since
from pages.shell.found import instead
from server.asked import FILES, Asked, answered, lost
from server.embed import APPEARANCES


def _figure(request: Request, asked: Asked) -> Response:
    others = list(seen(asked.view).exhibits.values())
    context = seen(asked.view).context
    notice = notices_html(asked.say, asked.ignored, called(asked.view), partial(instead, context))
    notice += since(asked.view, asked.exhibit)
    chosen = request.query_params.get("appearance", "")
    appearance = chosen if chosen in APPEARANCES else ""
    page = figure_page(asked.exhibit, others, asked.view, asked.say, notice, FILES, asked.base, appearance)
    return HTMLResponse(page)


FIGURES = [
    Route("/figur/{slug}/{key}", answered(_figure)),
    Route("/figur", lost),
    Route("/figur/{rest:path}", lost),
]
