"""Short links: `POST /s` makes one for a view, `/s/<code>` leads there, `/s/<code>.svg` is its QR code.

Only views of our own pages get one, by their canonical address, so a code never leads to another site. Where the store
cannot be written the answer says so, and the long link is used instead.
"""

import io
import logging
import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

import segno
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from data_sources.errors import DataError
from data_sources.settings import settings
from data_sources.short_links import ShortLinks, TooManyLinks, understood
from pages.exhibits.registry import UnknownPage, view_of
from server.allowance import Allowance
from server.asked import base_of, lost, not_ready, said, speaker_of, to_front
from server.following import following
from server.work import in_thread

A_MINUTE = 60  # new links that one process makes in a minute; links that are there already cost nothing
LONGEST = 9_000  # bytes of what is sent
_KEY = re.compile(r"[a-z0-9-]{1,60}")
_KEEP = "public, max-age=31536000, immutable"
_log = logging.getLogger("osloregionen")


allowance = Allowance(A_MINUTE)


@lru_cache(maxsize=2)  # constant: ways to a store; what it holds is asked for each time
def links(url: str) -> ShortLinks:
    """The short links of a store."""
    return ShortLinks(url)


def canonical(given: str) -> str:
    """The address of a view as we write it, with the figure it stands at.

    Raises:
        UnknownPage: it is no address of a page of ours.
    """
    parts = urlsplit(given)
    view, _ = view_of(parts.path.strip("/"), dict(parse_qsl(parts.query, keep_blank_values=True)))
    return view.address + (f"#{parts.fragment}" if _KEY.fullmatch(parts.fragment) else "")


def short_or_long(address: str, base: str) -> str:
    """A link to a view, complete: the short one, or the long one where the store cannot be written or may not now.

    Args:
        address: of the view, with the figure it stands at.
        base: address of the server, without slash at its end.
    """
    try:
        return f"{base}/s/{links(settings().database_url).code(address, allowance.take)}"
    except TooManyLinks:
        _log.info("A long link was given: too many new ones")
    except DataError as error:
        _log.warning("A long link was given: %s", error)
    return base + address


def _made(given: str, base: str) -> Response:
    try:
        address = canonical(given)
        code = links(settings().database_url).code(address, allowance.take)
    except (UnknownPage, ValueError):
        return JSONResponse({"error": "no view of ours"}, status_code=400)
    except TooManyLinks:
        return JSONResponse({"error": "too many new links"}, status_code=429, headers={"Retry-After": "60"})
    except DataError as error:
        _log.warning("No short link: %s", error)
        return JSONResponse({"error": error.kind}, status_code=503, headers={"Retry-After": "60"})
    return JSONResponse({"short": f"{base}/s/{code}", "qr": f"{base}/s/{code}.svg", "long": base + address})


async def make(request: Request) -> Response:
    """A short link for the view whose path and query are sent; only pages of this site may ask."""
    if not following.ready:
        return JSONResponse({"error": "starting"}, status_code=503, headers={"Retry-After": "3"})
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return JSONResponse({"error": "another site"}, status_code=403)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            return JSONResponse({"error": "too long"}, status_code=413)
    try:
        given = body.decode()
    except UnicodeDecodeError:
        return JSONResponse({"error": "no view of ours"}, status_code=400)
    answer = await in_thread(_made, given, base_of(request))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _unknown(request: Request) -> Response:
    say = speaker_of(request.scope)
    words = say("Kanskje mangler et tegn: koden har ti tegn, uten 0, 1, i, l og o.")
    return said(404, say("Lenken finnes ikke"), words, say, to_front(say))


def _behind(request: Request) -> str | Response:
    """The address behind the code asked for, or why there is none."""
    code = understood(str(request.path_params["code"]))
    if code is None:
        return _unknown(request)
    try:
        return links(settings().database_url).address(code) or _unknown(request)
    except DataError as error:
        _log.error("No look at a short link: %s", error)
        return not_ready(speaker_of(request.scope))


def follow(request: Request) -> Response:
    """Leads to the view."""
    found = _behind(request)
    if isinstance(found, Response):
        return found
    return RedirectResponse(found, status_code=302, headers={"Cache-Control": "no-cache"})


def qr(request: Request) -> Response:
    """The link as a QR code, black on white whatever it lies on."""
    found = _behind(request)
    if isinstance(found, Response):
        return found
    code = understood(str(request.path_params["code"]))
    drawn = io.BytesIO()
    segno.make(f"{base_of(request)}/s/{code}", error="m", micro=False).save(drawn, kind="svg", scale=8, light="#fff")
    return Response(drawn.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": _KEEP})


SHORT = [
    Route("/s", make, methods=["POST"]),
    Route("/s/{code}.svg", qr),
    Route("/s/{code}", follow),
    Route("/s", lost),
    Route("/s/{rest:path}", lost),
]
