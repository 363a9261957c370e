"""How much one client may ask for, and all of them together: every address is under one of these bounds.

A client is an address as uvicorn gives it: the peer's, or that of a proxy's header where `FORWARDED_ALLOW_IPS` names
the proxy. Nothing of it is written anywhere; it is forgotten ten minutes after the last request, and
when the last page is closed.
"""

import asyncio
import ipaddress
import logging
import math
import os
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.allowance import Allowance
from server.asked import said, speaker_of
from server.work import charged_to


@dataclass(frozen=True)
class Bound:
    """How much of something: a minute, and at once after a quiet time; of one client, and of all."""

    a_minute: float
    at_once: float
    all_a_minute: float
    all_at_once: float


_CORES = os.cpu_count() or 1
# Two hundred people in a room may share one address: each may open four pages, figures or presentations in the same
# moment, and six a minute from then on. Working through a page's choices asks nothing: that goes by the open page.
BOUNDS = {
    "read": Bound(1_200, 2_400, 12_000, 12_000),  # requests, but for files that ship
    "change": Bound(240, 240, 1_200, 1_200),  # requests that are not only reading: short links, saving, steering
    "open": Bound(600, 600, 3_000, 3_000),  # pages that are opened, by their WebSockets
    "work": Bound(12, 60, 45 * _CORES, 120 * _CORES),  # processor seconds of what is made and not kept: files, pictures
}
OPEN_EACH = 500  # pages of one client that are open at the same time
MESSAGES = Bound(600, 120, 0, 0)  # of one open page; one that sends more is heard more slowly
WINDOW = 600.0  # seconds after which nothing of a client's use can be left
MOST = 10_000  # clients that are remembered; beyond, those who were not here for longest are forgotten
# Files that ship, kept by browsers for long, and what monitors ask: these cost nothing to speak of.
_FREE = ("assets", "static", "_stcore", "health", "ready", "robots.txt", "favicon.ico", "favicon.svg", "favicon.png")
_log = logging.getLogger("osloregionen")


def kind_of(scope: Scope) -> str | None:
    """What a request is bounded as, or None where it costs nothing; whatever is not known is bounded."""
    if scope["type"] == "websocket":
        return "open"
    if scope["method"] not in ("GET", "HEAD", "OPTIONS"):
        return "change"
    return None if scope["path"].split("/")[1:2] in [[one] for one in _FREE] else "read"


def client_of(scope: Scope) -> str:
    """Whom a request comes from; of IPv6 the network of 64 bits, which is what one household or host has."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return str(host)
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped or ipaddress.IPv6Address(int(address) >> 64 << 64))
    return host


@dataclass
class _Client:
    name: str
    left: dict[str, Allowance]
    seen: float


class Clients:
    """What each client has left, and all of them together; bounded, and forgotten in time.

    Args:
        clock: seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: OrderedDict[str, _Client] = OrderedDict()
        self.open: Counter[str] = Counter()  # pages, of those who have any
        self._all = {kind: Allowance(b.all_a_minute, b.all_at_once, clock) for kind, b in BOUNDS.items()}

    def __len__(self) -> int:
        return len(self._known)

    def of(self, name: str) -> _Client:
        """A client, as one that is here now."""
        found = self._known.get(name)
        if found is None:
            left = {kind: Allowance(b.a_minute, b.at_once, self._clock) for kind, b in BOUNDS.items()}
            found = self._known[name] = _Client(name, left, 0)
        found.seen = self._clock()
        self._known.move_to_end(name)
        self.forget()
        return found

    def forget(self) -> None:
        """Forget those who were not here for long, and beyond the most that are remembered."""
        old = self._clock() - WINDOW
        while self._known:
            first = next(iter(self._known.values()))
            if first.seen >= old and len(self._known) <= MOST:
                return
            self._known.popitem(last=False)

    def refusal(self, client: _Client, kind: str) -> float:
        """Take one of a kind; seconds until it may be asked again where it may not be had now, else 0."""
        waits = max(client.left["work"].wait(0), self._all["work"].wait(0))
        if waits:
            return waits
        for left in (client.left[kind], self._all[kind]):
            if not left.take():
                return left.wait()
        return 0.0

    def charge(self, client: _Client, seconds: float) -> None:
        """Charge processor seconds; more than were left means waiting the next time."""
        client.left["work"].charge(seconds)
        self._all["work"].charge(seconds)


class Limits:
    """Answers 429 to what is asked for too often or took too much work; those who use the pages do not meet it."""

    def __init__(self, app: ASGIApp, clients: Clients | None = None) -> None:
        self._app = app
        self._clients = Clients() if clients is None else clients
        self._sweep: asyncio.TimerHandle | None = None
        self._told = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or refuse."""
        kind = kind_of(scope) if scope["type"] in ("http", "websocket") else None
        if kind is None:
            await self._app(scope, receive, send)
            return
        self._look_for_a_proxy(scope)
        client = self._clients.of(client_of(scope))
        self._forget_later()
        waits = self._clients.refusal(client, kind)
        if kind == "open":
            await self._opened(client, waits, scope, receive, send)
            return
        if waits:
            say, seconds = speaker_of(scope), max(1, math.ceil(waits))
            title = say("Mange spør om mye akkurat nå")
            words = say.count(
                "Siden kommer av seg selv om ett sekund.", "Siden kommer av seg selv om {n} sekunder.", seconds
            )
            await said(429, title, words, say, again=seconds)(scope, receive, send)
            return
        told = charged_to.set(lambda seconds: self._clients.charge(client, seconds))
        try:
            await self._app(scope, receive, send)
        finally:
            charged_to.reset(told)

    async def _opened(self, client: _Client, waits: float, scope: Scope, receive: Receive, send: Send) -> None:
        opened = self._clients.open
        if waits or opened[client.name] >= OPEN_EACH:
            await receive()
            await send({"type": "websocket.close", "code": 1013, "reason": "too many open pages"})
            return
        left = Allowance(MESSAGES.a_minute, MESSAGES.at_once)

        async def heard() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and not left.take():
                await asyncio.sleep(left.wait())
                left.take()
            return message

        opened[client.name] += 1
        try:
            await self._app(scope, heard, send)
        finally:
            opened[client.name] -= 1
            if not opened[client.name]:
                del opened[client.name]

    def _forget_later(self) -> None:
        if self._sweep is None:
            self._sweep = asyncio.get_running_loop().call_later(WINDOW + 1, self._swept)

    def _swept(self) -> None:
        self._sweep = None
        self._clients.forget()
        if len(self._clients):
            self._forget_later()

    def _look_for_a_proxy(self, scope: Scope) -> None:
        """Tell once of a proxy that is not named: all its readers would share what one client may ask for.

        uvicorn gives an address of a proxy's header the port 0.
        """
        if not self._told and scope.get("client") and scope["client"][1]:
            self._told = "x-forwarded-for" in Headers(scope=scope)
            if self._told:
                _log.warning(
                    "Requests come by a proxy that FORWARDED_ALLOW_IPS does not name: its readers count as one client."
                )
