"""Following a showing: `/vis/<code>/hendelser` tells every screen where it stands, those with the secret steer it.

Where it stands lies in the store, which each process looks at for the rooms that are followed here: so two instances
serve one audience, and a process that is started anew goes on where it was.
"""

import asyncio
import io
import json
import logging
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import segno
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from components.words.text import Speaker
from data_sources.errors import DataError
from data_sources.presentations import Room, WrongSecret
from data_sources.settings import SettingsError, settings
from data_sources.short_links import understood
from models.presentations import BadStory
from server.asked import base_of
from server.editing import code_of, sent
from server.kept_stories import presentations
from server.open_files import streams
from server.sent import secret_of

LOOK_EVERY = 0.3  # seconds between two looks at the store while somebody follows
IN_TROUBLE = 2.0  # the same while it cannot be read
BEAT = 10.0  # seconds between two signs of life, for proxies and for phones that have slept
AWAY = 45  # seconds without a sign of the presenter until the audience is told
OVER = 3 * 3600  # seconds after which a showing is over: the page is then the hand-out
_log = logging.getLogger("osloregionen")
State = dict[str, Any]


def state_of(room: Room | None, now: float) -> State:
    """What a screen is told: nothing but that it is over, or where the showing stands and whether somebody presents."""
    if room is None or now - room.seen > OVER:
        return {"over": True}
    return {"step": room.step, "dark": room.dark, "moves": room.moves, "here": now - room.seen <= AWAY}


class Audience:
    """Everybody who follows by this process, and one look at the store for all of them."""

    def __init__(self) -> None:
        self._listening: dict[str, set[asyncio.Queue[State | None]]] = {}
        self._told: dict[str, State] = {}
        self._looking: asyncio.Task[None] | None = None
        self._woken = asyncio.Event()
        self._ended = False
        self._trouble = False

    @property
    def count(self) -> int:
        """How many follow."""
        return sum(len(queues) for queues in self._listening.values())

    def wake(self) -> None:
        """Look at once: somebody has just steered here."""
        self._woken.set()

    def end(self) -> None:
        """Let everybody go: the process stops. They come back to the next one by themselves."""
        self._ended = True
        for queues in self._listening.values():
            for queue in queues:
                _latest(queue, None)

    async def follow(self, code: str) -> AsyncIterator[State | None]:
        """Where a showing stands, now and whenever that changes; None where nothing has for a while."""
        queue: asyncio.Queue[State | None] = asyncio.Queue(maxsize=1)
        self._listening.setdefault(code, set()).add(queue)
        if code in self._told:
            _latest(queue, self._told[code])
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        self.wake()
        try:
            while not self._ended:
                try:
                    state = await asyncio.wait_for(queue.get(), BEAT)
                except TimeoutError:
                    yield None
                    continue
                if state is None:
                    return
                yield state
        finally:
            queues = self._listening[code]
            queues.discard(queue)
            if not queues:
                del self._listening[code]
                self._told.pop(code, None)

    async def _look(self) -> None:
        while self._listening and not self._ended:
            self._woken.clear()
            codes = list(self._listening)
            try:
                store = presentations(settings().database_url)
                rooms = await asyncio.to_thread(store.rooms, codes)
                if self._trouble:
                    _log.warning("Showings can be followed again.")
                self._trouble = False
            except Exception as error:  # noqa: BLE001 - a fault of ours too must not leave the audience behind
                if not self._trouble:
                    ours = not isinstance(error, DataError | SettingsError)
                    _log.warning("Showings cannot be followed: %s", error, exc_info=ours)
                self._trouble = True
                await asyncio.sleep(IN_TROUBLE)
                continue
            now = time.time()
            for code in codes:
                state = state_of(rooms.get(code), now)
                if state != self._told.get(code) and code in self._listening:
                    self._told[code] = state
                    for queue in self._listening[code]:
                        _latest(queue, state)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), LOOK_EVERY)


def _latest(queue: asyncio.Queue[State | None], state: State | None) -> None:
    """Only where it stands now counts; what nobody has read yet goes."""
    while not queue.empty():
        queue.get_nowait()
    queue.put_nowait(state)


audience = Audience()


async def _events(code: str) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    async for state in audience.follow(code):
        yield f"event: {'beat' if state is None else 'state'}\ndata: {json.dumps(state)}\n\n"
        if state is not None and state.get("over"):
            return


async def follow(request: Request) -> Response:
    """A stream of events: where the showing stands."""
    code = understood(str(request.path_params["code"]))
    if code is None:
        return PlainTextResponse("no such presentation", status_code=404)
    if audience.count >= streams(settings().followers):
        _log.warning("%d follow already; no more are let in", audience.count)
        return PlainTextResponse("full", status_code=503, headers={"Retry-After": "10", "Cache-Control": "no-store"})
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_events(code), media_type="text/event-stream", headers=headers)


def _step_of(given: Any) -> str:  # noqa: ANN401 - JSON
    step = given.get("step")
    if not isinstance(step, str) or not (step.isascii() and step.isalnum() and len(step) <= 16):
        raise BadStory("no_story", 0, "step")
    return step


def _begin(request: Request, given: Any, _say: Speaker) -> Response:  # noqa: ANN401 - JSON
    """A new showing, or the same one taken back from all who steered it."""
    step = _step_of(given)
    steer = presentations(settings().database_url).open_room(code_of(request), secret_of(request), step)
    return JSONResponse({"steer": steer})


def _steer(request: Request, given: Any, _say: Speaker) -> Response:  # noqa: ANN401 - JSON
    step, dark = _step_of(given), given.get("dark") is True
    moves = presentations(settings().database_url).steer(code_of(request), secret_of(request), step, dark=dark)
    return JSONResponse({"moves": moves})


def _remote(request: Request, _given: Any, _say: Speaker) -> Response:  # noqa: ANN401 - JSON
    """The way for a phone that steers, as a QR code: only who has the secret is drawn one."""
    code, secret = code_of(request), secret_of(request)
    if not presentations(settings().database_url).may_steer(code, secret):
        raise WrongSecret(code)
    drawn = io.BytesIO()
    way = f"{base_of(request)}/vis/{code}#styr={secret}"
    segno.make(way, error="m", micro=False).save(drawn, kind="svg", scale=8, light="#fff")
    return JSONResponse({"svg": drawn.getvalue().decode(), "address": way})


_steering = sent(_steer)


async def steer(request: Request) -> Response:
    """Show another step to all who follow."""
    answer = await _steering(request)
    audience.wake()
    return answer


FOLLOWED = [
    Route("/vis/{code}/hendelser", follow),
    Route("/vis/{code}/styring", sent(_begin), methods=["POST"]),
    Route("/vis/{code}/styr", steer, methods=["POST"]),
    Route("/vis/{code}/fjernkontroll", sent(_remote), methods=["POST"]),
]
