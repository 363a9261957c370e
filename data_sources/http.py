"""The one way to ask a publisher: patient, polite, bounded, and straight to a file."""

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

import httpx
import stamina

from data_sources.bodies import save
from data_sources.errors import (
    NotData,
    RateLimited,
    Redirected,
    Refused,
    Truncated,
    Unavailable,
    Unreachable,
)
from data_sources.limits import Limits, pause_of
from data_sources.marks import Mark
from data_sources.patience import Again, Patience, worth_another

AGENT = "Osloregionen-i-Europa (regional statistics, a few requests a day; https://osloregionen.no)"
_BUSY = frozenset({408, 425, 429})  # and all from 500 on
_REDIRECTS = 5
_SHOWN = 1 << 16  # bytes of a refusal that are read
_STALE = 86_400.0  # seconds after which a half-written file is nobody's any more

Accept = Callable[[Path], None]


@dataclass(frozen=True)
class Download:
    """An answer that lies in a file, and when it came or was found to hold still."""

    address: str
    path: Path
    sha256: str
    fetched: datetime


@cache  # constant: the authorities that the installed packages trust; to read them takes longer than an answer
def _trusted() -> ssl.SSLContext:
    return httpx.create_ssl_context()


class Client:
    """Asks one publisher; its limits hold for all threads that use it.

    Args:
        patience: how long and how often.
        at_once: requests under way at a time, for each host.
        per_hour, per_minute: requests within an hour or a minute, for each host, or None.
        pause: seconds to wait after HTTP 429 where it names no pause; None: as after other faults.
    """

    def __init__(
        self,
        patience: Patience | None = None,
        *,
        at_once: int = 2,
        per_hour: int | None = None,
        per_minute: int | None = None,
        pause: float | None = None,
    ) -> None:
        self.patience = patience or Patience()
        self._at_once, self._per_hour, self._per_minute, self._pause = at_once, per_hour, per_minute, pause
        self._limits: dict[str, Limits] = {}
        self._swept: set[Path] = set()
        self._http = httpx.Client(
            headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(self.patience.read, connect=self.patience.connect, pool=None),
            follow_redirects=False,
            verify=_trusted(),
        )

    def download(
        self, address: str, path: Path, *, largest: int, accept: Accept, question: bytes | None = None
    ) -> Download:
        """Put the answer to a GET request, or to a POST of a question, into a file, unpacked, in one step.

        Where the file is there already from the same address and the publisher gave it a mark (ETag, Last-Modified),
        the publisher is asked whether it still holds.

        Args:
            address: full address.
            path: the file; its folder is made.
            largest: bytes that the answer may have.
            accept: looks at the finished file before it takes its place, and raises what it has against it; NotData,
                Truncated and Unavailable are worth another attempt.
            question: JSON to send, where the address alone would be too long. Such an answer bears no mark.

        Raises:
            Refused: the publisher's 4xx, with status and the beginning of the body.
            SourceError: any other trouble.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.parent not in self._swept:  # once: to look through it for each of its files takes seconds
            _sweep(path.parent)
            self._swept.add(path.parent)
        p = self.patience
        try:
            for attempt in stamina.retry_context(
                on=worth_another,
                attempts=p.attempts,
                timeout=None,
                wait_initial=p.first_wait,
                wait_max=p.longest_wait,
                wait_jitter=p.first_wait,
            ):
                with attempt:
                    return self._attempt(address, path, largest, accept, question)
        except Again as again:
            raise again.error from again.__cause__
        raise AssertionError("an attempt returns or raises")

    def _attempt(self, address: str, path: Path, largest: int, accept: Accept, question: bytes | None) -> Download:
        part = path.with_name(f".{path.name}.{uuid4().hex}.part")
        mark = Mark.of(path, address) if question is None else None
        try:
            with self._response(address, mark.conditions if mark else {}, question) as response:
                deadline = time.monotonic() + self.patience.whole
                if response.status_code == httpx.codes.NOT_MODIFIED and mark:
                    return Download(address, path, mark.sha256, datetime.now(UTC))
                self._check(response, deadline)
                headers = response.headers
                try:
                    sha = save(_pieces(response, deadline), part, largest)
                    accept(part)
                except (NotData, Truncated, Unavailable) as error:
                    raise Again(error) from error
            part.replace(path)
            Mark.keep(path, address, sha, headers if question is None else {})
            return Download(address, path, sha, datetime.now(UTC))
        finally:
            part.unlink(missing_ok=True)

    @contextmanager
    def _response(self, address: str, conditions: dict[str, str], question: bytes | None) -> Iterator[httpx.Response]:
        """An open response, when it is this request's turn."""
        limits = self._limits_of(httpx.URL(address).host)
        with limits.turn():
            try:
                response = self._send(address, conditions, question)
            except httpx.TransportError as error:
                words = f"{type(error).__name__}: {error}"[:300]
                trouble = Unreachable("The publisher cannot be reached.", detail=f"{address}\n{words}")
                if "CERTIFICATE_VERIFY_FAILED" in words:
                    raise trouble from error
                raise Again(trouble) from error
            limits.heed(response.headers)
            with closing(response):
                yield response

    def _limits_of(self, host: str) -> Limits:
        fresh = Limits(
            at_once=self._at_once,
            per_hour=self._per_hour,
            per_minute=self._per_minute,
            longest=self.patience.longest_wait,
        )
        return self._limits.setdefault(host, fresh)

    def _send(self, address: str, conditions: dict[str, str], question: bytes | None) -> httpx.Response:
        """The response, after redirects within the same host."""
        url = httpx.URL(address)
        method = "GET" if question is None else "POST"
        headers = conditions if question is None else {"Content-Type": "application/json"}
        for _ in range(_REDIRECTS):
            request = self._http.build_request(method, url, headers=headers, content=question)
            response = self._http.send(request, stream=True)
            if not response.has_redirect_location:
                return response
            response.close()
            url = _followed(url, response.headers["location"])
        raise Redirected("The publisher sends the request round in circles.", detail=address)

    def _check(self, response: httpx.Response, deadline: float) -> None:
        """Let only a plain success through."""
        status, where = response.status_code, str(response.url)
        if status == httpx.codes.OK:
            encoding = response.headers.get("content-encoding", "").strip().lower()
            if encoding not in ("", "identity", "gzip", "x-gzip"):
                raise NotData(f"The answer is packed as '{encoding[:40]}', which was not asked for.", detail=where)
            return
        if status not in _BUSY and status < httpx.codes.INTERNAL_SERVER_ERROR:
            body = b""
            for piece in _pieces(response, deadline):
                body += piece[: _SHOWN - len(body)]
                if len(body) == _SHOWN:
                    break
            raise Refused(f"The publisher answers HTTP {status}.", detail=where, status=status, body=body)
        limited = status == httpx.codes.TOO_MANY_REQUESTS
        kind = RateLimited if limited else Unavailable
        wait = pause_of(response.headers.get("retry-after", ""), datetime.now(UTC))
        if wait is None and limited:
            wait = self._pause
        if wait is None:
            raise Again(kind(f"The publisher answers HTTP {status}.", detail=where))
        trouble = kind(f"The publisher asks for a pause of {wait:,.0f} seconds (HTTP {status}).", detail=where)
        if wait > self.patience.longest_wait:
            raise trouble
        self._limits_of(response.url.host).be_quiet(wait)
        raise Again(trouble, wait)


def _sweep(folder: Path) -> None:
    """Remove what killed processes left half-written."""
    for part in folder.glob(".*.part"):
        with suppress(FileNotFoundError):
            if time.time() - part.stat().st_mtime > _STALE:
                part.unlink()


def _pieces(response: httpx.Response, deadline: float) -> Iterator[bytes]:
    """The body as it comes, still packed, until the deadline."""
    where = str(response.url)
    try:
        for piece in response.iter_raw():
            if time.monotonic() > deadline:
                raise Unreachable("The answer did not come to its end in time.", detail=where)
            yield piece
    except httpx.TimeoutException as error:
        raise Again(Unreachable("The publisher fell silent in the middle of the answer.", detail=where)) from error
    except httpx.TransportError as error:
        raise Again(Truncated("The connection broke in the middle of the answer.", detail=where)) from error


def _followed(url: httpx.URL, location: str) -> httpx.URL:
    """Where a redirect leads, if it stays with the publisher."""
    try:
        target = url.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise Redirected("The publisher points to something that is no address.", detail=location[:300]) from error
    secured = url.scheme == "http" and target.scheme == "https" and url.port is None
    if target.host != url.host or target.port != url.port or not (target.scheme == url.scheme or secured):
        raise Redirected(f"The publisher points to another host: {target.host}.", detail=str(target)[:300])
    return target
