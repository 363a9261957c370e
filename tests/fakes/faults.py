"""How the fake publisher misbehaves."""

import gzip
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache

from tests.fakes import answers


@dataclass(frozen=True)
class Fault:
    """One kind of misbehaviour.

    Attributes:
        kind: a key of `REPLIES` or `WIRE`, or one that the publisher itself knows: "slow" (answers after `seconds`),
            "asynchronous" (prepares the answer, ready after `polls` questions; never with polls = -1), "expired" (an
            asynchronous answer is gone when it is asked for), "warning" (the Statistics API's 200 with a warning),
            "too_big" (413 unless one geoLevel is asked for), "far_too_big" (413 always), "reversed" (dimensions the
            other way round), "vanished" (404), "renamed" (answers with another data set), "frozen" (ETag and 304).
        dataset: the data set it strikes, or "*" for every request.
        times: how many requests it strikes; None for all.
        seconds: of waiting, or of Retry-After.
        polls: see "asynchronous".
        status: HTTP status of "status".
        body: what "body" sends instead.
    """

    kind: str
    dataset: str = "*"
    times: int | None = None
    seconds: float = 0.0
    polls: int = 1
    status: int = 500
    body: bytes = b""


@dataclass(frozen=True)
class Reply:
    """What goes back: sent with a Content-Length unless `pieces` are given."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)

    def with_headers(self, **headers: str) -> "Reply":
        return replace(self, headers=self.headers | {k.replace("_", "-"): v for k, v in headers.items()})


HTML = b"<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>Back soon</h1></body></html>"


def _date(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@cache
def _bomb() -> bytes:
    """Fifty thousand bytes that unpack to fifty million."""
    return gzip.compress(bytes(50_000_000), 1)


REPLIES: dict[str, Callable[[Reply, Fault], Reply]] = {
    "status": lambda reply, fault: Reply(fault.status, fault.body, reply.headers),
    "body": lambda reply, fault: replace(reply, body=fault.body),
    "limited": lambda _, fault: Reply(429, b"slow down", {"Retry-After": f"{fault.seconds:g}"}),
    "limited_until": lambda _, fault: Reply(503, b"back soon", {"Retry-After": _date(fault.seconds)}),
    "limit_used_up": lambda reply, fault: reply.with_headers(
        x_ratelimit_limit="30", x_ratelimit_remaining="0", x_ratelimit_reset=f"{fault.seconds:g}"
    ),
    "broken": lambda *_: Reply(500, b"Internal Server Error"),
    "html": lambda *_: Reply(200, HTML, {"Content-Type": "text/html"}),
    "half": lambda reply, _: replace(reply, body=reply.body[: len(reply.body) // 2]),  # whole by HTTP, cut inside
    "empty": lambda reply, _: replace(reply, body=b""),
    "gzip": lambda reply, _: replace(reply, body=gzip.compress(reply.body)).with_headers(Content_Encoding="gzip"),
    "gzip_bare": lambda reply, _: replace(reply, body=gzip.compress(reply.body)),
    "gzip_twice": lambda reply, _: replace(reply, body=gzip.compress(gzip.compress(reply.body))).with_headers(
        Content_Encoding="gzip"
    ),
    "gzip_cut": lambda reply, _: replace(reply, body=gzip.compress(reply.body)[:-20]),
    "gzip_false": lambda reply, _: reply.with_headers(Content_Encoding="gzip"),
    "gzip_bomb": lambda reply, _: replace(reply, body=_bomb()),
    "brotli": lambda reply, _: replace(reply, body=b"\x8b\x03\x80abc\x03").with_headers(Content_Encoding="br"),
    "latin1": lambda reply, _: replace(reply, body=reply.body.replace(b"Annual", b"\xe5rlig").replace(b"A", b"\xc5")),
    "utf16": lambda reply, _: replace(reply, body=reply.body.decode().encode("utf-16")),
    "elsewhere": lambda *_: Reply(302, b"", {"Location": "http://localhost:9/elsewhere"}),
    "soap": lambda *_: Reply(200, answers.fault(500, "SERVER ERROR: unexpected condition")),
    "error_inside": lambda *_: Reply(200, answers.error(400, 150, "INVALID_QUERY: said with status 200")),
    "no_results": lambda *_: Reply(200, answers.error(200, 100, "NO_RESULTS: no data for this query")),
}


def _drop(handler, _reply: Reply, _fault: Fault) -> None:
    handler.close_connection = True
    handler.connection.close()


def _cut(handler, reply: Reply, _fault: Fault) -> None:
    """Promises the whole and closes after a half."""
    handler.begin(reply, length=len(reply.body))
    handler.wfile.write(reply.body[: len(reply.body) // 2])
    handler.close_connection = True


def _chunks(body: bytes) -> Iterator[bytes]:
    for start in range(0, len(body), 1000):
        piece = body[start : start + 1000]
        yield b"%x\r\n%s\r\n" % (len(piece), piece)


def _chunked(handler, reply: Reply, _fault: Fault) -> None:
    handler.begin(reply.with_headers(Transfer_Encoding="chunked"))
    for chunk in _chunks(reply.body):
        handler.wfile.write(chunk)
    handler.wfile.write(b"0\r\n\r\n")


def _chunked_cut(handler, reply: Reply, _fault: Fault) -> None:
    handler.begin(reply.with_headers(Transfer_Encoding="chunked"))
    for chunk in _chunks(reply.body[: len(reply.body) // 2]):
        handler.wfile.write(chunk)
    handler.close_connection = True


def _endless(handler, reply: Reply, fault: Fault) -> None:
    """Never stops; with seconds, a few bytes at a time so that no single read is late."""
    handler.begin(reply)
    handler.close_connection = True
    while not handler.stopped.wait(fault.seconds):
        handler.wfile.write(b" " * (10 if fault.seconds else 100_000))


def _silent(handler, reply: Reply, fault: Fault) -> None:
    """Begins, then says nothing for `seconds`."""
    handler.begin(reply, length=len(reply.body))
    handler.wfile.write(reply.body[:10])
    handler.stopped.wait(fault.seconds)
    handler.close_connection = True


WIRE: dict[str, Callable[[object, Reply, Fault], None]] = {
    "drop": _drop,
    "cut": _cut,
    "chunked": _chunked,
    "chunked_cut": _chunked_cut,
    "endless": _endless,
    "silent": _silent,
}


def pause(seconds: float) -> None:
    """Wait before an answer."""
    time.sleep(seconds)
