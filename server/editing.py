"""Making and changing presentations: only pages of ours ask, and the secret goes in a header, never in an address.

Two people's edits become one (`models/presentations/merge.py`); where the store cannot be written the answer says so,
and the browser keeps what was written until it can.
"""

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components.words.text import Speaker
from data_sources.errors import DataError
from data_sources.presentations import NoPresentation, WrongSecret
from data_sources.settings import SettingsError, settings
from data_sources.short_links import understood
from models.catalogue import CatalogueError
from models.presentations import BadStory, Story, merge, read, written
from pages.presentasjoner.changed import renewed_address, with_changes
from pages.presentasjoner.showing import Gone, seen_view, shown_step
from server.allowance import Allowance
from server.asked import base_of, speaker_of
from server.following import following
from server.kept_stories import presentations
from server.sent import TooLong, refused_words, same_site, secret_of, whole_body
from server.work import in_thread

A_MINUTE = 30  # new presentations that one process takes in a minute
allowance = Allowance(A_MINUTE)
_log = logging.getLogger("osloregionen")
Made = Callable[[Request, Any, Speaker], Response]


def _refused(status: int, error: str, says: str, again: int = 0) -> Response:
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": str(again)} if again else {})
    return JSONResponse({"error": error, "says": says}, status_code=status, headers=headers)


def failed(error: Exception, say: Speaker) -> Response:
    """Why something could not be done, as a sentence for the one who asked."""
    if isinstance(error, BadStory | TooLong | ValueError | RecursionError):
        code = error.code if isinstance(error, BadStory) else "too_long" if isinstance(error, TooLong) else "no_story"
        return _refused(413 if isinstance(error, TooLong) else 400, code, refused_words(error, say))
    if isinstance(error, NoPresentation):
        return _refused(404, "unknown", say("Presentasjonen finnes ikke her."))
    if isinstance(error, WrongSecret):
        return _refused(403, "secret", say("Lenken gir ikke lov til dette. Be om redigeringslenken på nytt."))
    if isinstance(error, DataError | SettingsError | CatalogueError):
        _log.warning("A presentation was not kept: %s", error)
        words = say(
            "Vi kan ikke lagre akkurat nå. Du kan fortsatt vise presentasjonen, og det du har skrevet, ligger i "
            "nettleseren. Vi prøver igjen av oss selv."
        )
        return _refused(503, getattr(error, "kind", "configuration"), words, again=15)
    _log.error("A presentation broke", exc_info=error)
    return _refused(500, "fault", say("Noe gikk galt. Feilen er logget."))


def sent(make: Made) -> Callable[[Request], Awaitable[Response]]:
    """A route for what pages of ours send as JSON."""

    async def route(request: Request) -> Response:
        say = speaker_of(request.scope)
        if not following.ready:
            return _refused(503, "starting", say("Tjenesten starter"), again=3)
        if not same_site(request):
            return _refused(403, "another_site", say("Bare sidene her kan endre presentasjoner."))
        try:
            body = await whole_body(request)
            given = json.loads(body) if body else {}
            if not isinstance(given, dict):
                raise BadStory("no_story")
            answer = await in_thread(make, request, given, say)
        except Exception as error:  # noqa: BLE001 - each is told in the reader's language; ours with its lines in the log
            return failed(error, say)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    return route


def as_text(story: Story) -> str:
    """A presentation as it stands in the store."""
    return json.dumps(written(story), ensure_ascii=False, separators=(",", ":"))


def code_of(request: Request) -> str:
    """The code in the address.

    Raises:
        NoPresentation: it can be none.
    """
    code = understood(str(request.path_params["code"]))
    if code is None:
        raise NoPresentation
    return code


def _create(request: Request, given: Any, say: Speaker) -> Response:  # noqa: ANN401 - JSON
    story = read(given.get("presentation"))
    if not allowance.take():
        return _refused(
            429, "too_many", say("Mange lager presentasjoner akkurat nå. Prøv igjen om et minutt."), again=60
        )
    code, secret = presentations(settings().database_url).add(as_text(story))
    base = base_of(request)
    told = {"code": code, "edit": secret, "view": f"{base}/vis/{code}", "revision": 1, "presentation": written(story)}
    return JSONResponse(told, status_code=201)


def _save(request: Request, given: Any, _say: Speaker) -> Response:  # noqa: ANN401 - JSON
    ours = read(given.get("presentation"))
    base = None if given.get("base") is None else read(given["base"])
    clashes: list[tuple[str, str]] = []

    def make(document: str) -> str:
        merged = merge(base, read(json.loads(document)), ours)
        clashes[:] = merged.clashes
        return as_text(merged.story)

    kept = presentations(settings().database_url).save(code_of(request), secret_of(request), make)
    story = read(json.loads(kept.document))
    told = {"presentation": written(story), "revision": kept.revision, "clashes": clashes}
    return JSONResponse(told)


def _content(request: Request, _given: Any, _say: Speaker) -> Response:  # noqa: ANN401 - JSON
    """A presentation with the notes, for those who edit or steer it; without them for everybody else."""
    store, code, secret = presentations(settings().database_url), code_of(request), secret_of(request)
    kept = store.found(code)
    if kept is None:
        raise NoPresentation
    edits = bool(secret) and store.may_edit(code, secret)
    if secret and not edits and not store.may_steer(code, secret):
        raise WrongSecret
    story = read(json.loads(kept.document))
    told = {"presentation": written(story, notes=bool(secret)), "revision": kept.revision, "edits": edits}
    return JSONResponse(told)


def _looked_through(_request: Request, given: Any, say: Speaker) -> Response:  # noqa: ANN401 - JSON
    """What each step shows in words, and which of its numbers are others by now."""
    story = read(given.get("presentation"))
    told = []
    for step in story.steps:
        shown = with_changes(shown_step(step, say), step, say)
        told.append(
            {
                "id": step.id,
                "heading": shown.panes[0].exhibit.finding if shown.panes else getattr(shown.barrier, "title", ""),
                "about": shown.panes[0].exhibit.measure if shown.panes else getattr(shown.barrier, "description", ""),
                "gone": shown.gone,
                "changes": [[one.what, one.then, one.now] for one in shown.changes],
                "changed": shown.changed,
                "stale": shown.stale,
            }
        )
    return JSONResponse({"steps": told})


def _renewed(_request: Request, given: Any, say: Speaker) -> Response:  # noqa: ANN401 - JSON
    """The same presentation with the newest figures; what cannot be renewed stays as it is."""
    story = read(given.get("presentation"))
    document = written(story)
    for step in document["steps"]:
        for number, address in enumerate(step["views"]):
            try:
                view, key, _ = seen_view(address, say)
            except Gone:
                continue
            step["views"][number] = renewed_address(address, view, key)
    return JSONResponse({"presentation": document})


EDITED = [
    Route("/vis", sent(_create), methods=["POST"]),
    Route("/vis/sett", sent(_looked_through), methods=["POST"]),
    Route("/vis/fornyet", sent(_renewed), methods=["POST"]),
    Route("/vis/{code}", sent(_save), methods=["PUT"]),
    Route("/vis/{code}/innhold", sent(_content)),
]
