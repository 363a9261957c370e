"""A figure on somebody's own page: `/tall/<page>/<figure>.embed.html` gives the code, `/embed.js` keeps its height."""

from pathlib import Path
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

import components.script
from components.exhibit import Switch, Way
from components.html.embed_page import SCRIPT, embed_page
from components.html.tools import file_address
from pages.exhibits.following import following
from server.asked import Asked, answered

APPEARANCES = ("light", "dark")  # whatever the reader's screen is; without a choice as it is
_NEWEST, _THESE = "newest", "these"
_SCRIPT = (Path(components.script.__file__).parent / "embed.js").read_text(encoding="utf-8")


def _chosen(request: Request, name: str, allowed: tuple[str, ...]) -> str:
    given = request.query_params.get(name, "")
    return given if given in allowed else allowed[0]


def _code(request: Request, asked: Asked) -> Response:
    say, view, key = asked.say, asked.view, asked.exhibit.key
    numbers = _chosen(request, "numbers", (_NEWEST, _THESE))
    appearance = _chosen(request, "appearance", ("", *APPEARANCES))
    query = following(view) if numbers == _NEWEST else view.to_query()
    query |= {"appearance": appearance} if appearance else {}
    address = f"{asked.base}/figur/{view.page}/{quote(key)}?{urlencode(query, safe=',')}"

    def way(words: str, **chosen: str) -> Way:
        now = {"numbers": numbers, "appearance": appearance}
        return Way(words, file_address(view, key, "embed.html", **{**now, **chosen}), now.items() >= chosen.items())

    these = say("Datautgave {number}, for alltid", number=view.release)
    switches = (
        Switch(say("Tall"), (way(say("Alltid de nyeste"), numbers=_NEWEST), way(these, numbers=_THESE))),
        Switch(
            say("Farger"),
            (
                way(say("Som skjermen til leseren"), appearance=""),
                way(say("Lyse"), appearance="light"),
                way(say("Mørke"), appearance="dark"),
            ),
        ),
    )
    return HTMLResponse(embed_page(asked.exhibit, view, say, asked.base, address, switches))


async def script(_request: Request) -> Response:
    """The script that other sites' pages may use: it keeps each frame as high as its figure."""
    headers = {"Cache-Control": "public, max-age=3600", "Cross-Origin-Resource-Policy": "cross-origin"}
    return PlainTextResponse(_SCRIPT, media_type="text/javascript", headers=headers)


EMBEDDING = [
    Route(SCRIPT, script),
    Route("/tall/{slug}/{key}.embed.html", answered(_code)),
]
