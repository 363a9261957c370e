"""`/forny`: a deck is given, and comes back with the newest figures. Nothing of it is kept."""

import asyncio
import logging
from threading import BoundedSemaphore, Semaphore
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from components.export.slides.given import LARGEST, NotADeck, TooLarge
from components.export.slides.renew import NotOurs, renew
from components.html.renew_page import renew_page
from components.words.text import Speaker
from data_sources.errors import DataError
from server.allowance import Allowance
from server.asked import FILES, base_of, lost, not_ready, said, speaker_of
from server.files import PPTX
from server.following import following
from server.making import Busy
from server.renewal import NewestFigures
from server.work import in_thread

ADDRESS = "/forny"
A_MINUTE = 20  # decks that one process renews in a minute
READ_AT_ONCE = 3  # that it holds in memory
IN_TIME, PATIENCE = 60.0, 20.0  # seconds for a deck to arrive, and to wait for its turn
_ROUND_IT = 4_096  # bytes of a form around its file
_log = logging.getLogger("osloregionen")
allowance = Allowance(A_MINUTE)
_read = BoundedSemaphore(READ_AT_ONCE)
_turn = Semaphore(1)


def _page(say: Speaker, trouble: str = "", status: int = 200) -> Response:
    address = f"{ADDRESS}?lang={say.language}"
    page = renew_page(say, address, LARGEST // 1024**2, FILES, trouble)
    return HTMLResponse(page, status_code=status, headers={"Cache-Control": "no-store"})


def asked(request: Request) -> Response:
    """The page where a deck is given."""
    return _page(speaker_of(request.scope))


async def _given(request: Request) -> bytes:
    """The file that a form brings.

    Raises:
        TooLarge: it is.
        NotADeck: the form brings none.
        TimeoutError: it has not arrived in time.
    """
    body = bytearray()
    async with asyncio.timeout(IN_TIME):
        async for part in request.stream():
            body += part
            if len(body) > LARGEST + _ROUND_IT:
                raise TooLarge
    request._body = bytes(body)
    del body
    try:
        async with request.form(max_files=1, max_fields=2) as form:
            file = form.get("deck")
            if not isinstance(file, UploadFile):
                raise NotADeck
            return await file.read()
    except (MultiPartException, HTTPException) as error:
        raise NotADeck from error


def _made(given: bytes, base: str) -> Response:
    if not _turn.acquire(timeout=PATIENCE):
        raise Busy
    try:
        made = renew(given, NewestFigures(base))
    finally:
        _turn.release()
    name = made.say("osloregionen-fornyet")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}.pptx", "Cache-Control": "no-store"}
    return Response(made.content, media_type=PPTX, headers=headers)


async def given(request: Request) -> Response:
    """The deck with the newest figures, or the page again with what is wrong; only pages of this site may send one."""
    say = speaker_of(request.scope)
    if not following.ready:
        return not_ready(say)
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return _page(say, say("Filen må sendes fra denne siden."), 403)
    if not allowance.take() or not _read.acquire(blocking=False):
        return _busy(say)
    try:
        return await in_thread(_made, await _given(request), base_of(request))
    except TooLarge:
        return _page(say, say("Filen er for stor, eller har for mange lysbilder."), 413)
    except NotADeck:
        return _page(say, say("Dette er ikke en PowerPoint-fil (.pptx), eller den er skadet."), 400)
    except NotOurs:
        words = "Ingen av lysbildene er lastet ned her, eller QR-kodene er tatt bort. De sier hva lysbildet viser."
        return _page(say, say(words), 422)
    except TimeoutError:
        return _page(say, say("Filen kom ikke frem i tide. Prøv igjen."), 408)
    except ClientDisconnect:
        return Response(status_code=400)  # nobody reads it
    except Busy:
        return _busy(say)
    except DataError as error:
        _log.error("No deck renewed: %s", error)
        return not_ready(say)
    except Exception:  # noqa: BLE001 - a fault of ours: told to the reader, and with all its lines to the log
        _log.exception("A deck could not be renewed")
        return said(500, say("Noe gikk galt"), say("Lysbildene kan ikke fornyes. Feilen er logget."), say)
    finally:
        _read.release()


def _busy(say: Speaker) -> Response:
    return _page(say, say("Mange fornyer lysbilder akkurat nå. Prøv igjen om et minutt."), 503)


RENEWING = [
    Route(ADDRESS, asked),
    Route(ADDRESS, given, methods=["POST"]),
    Route(f"{ADDRESS}/{{rest:path}}", lost),
]
