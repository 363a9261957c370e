"""The HTTP server of the fake publisher: it takes requests to it, and spoils answers on the wire."""

import sys
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.fakes.faults import REPLIES, WIRE, Reply, pause


@dataclass(frozen=True)
class Seen:
    """A request that came, and when by the monotonic clock."""

    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    at: float
    body: bytes = b""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is nothing to report; a fault of the fake itself shows as a broken answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*_)


class Handler(BaseHTTPRequestHandler):
    publisher: Any  # the `FakePublisher` that it asks for answers
    stopped: threading.Event
    protocol_version = "HTTP/1.1"
    # Head and body are sent one after the other: else each small answer would wait 40 ms for the asker's word that the
    # head has come.
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        self.do_GET(self.rfile.read(int(self.headers["Content-Length"])))

    def do_GET(self, body: bytes = b"") -> None:
        split = urlsplit(self.path)
        query = parse_qs(split.query, keep_blank_values=True) | {"_raw": [split.query]}
        headers = {k.lower(): v for k, v in self.headers.items()}
        seen = Seen(unquote(split.path), query, headers, time.monotonic(), body)
        self.publisher.seen.append(seen)
        self.publisher.enter(1)
        try:
            fault = self.publisher.strikes(seen.path)
            if fault and fault.kind == "slow":
                pause(fault.seconds)
            reply = self.publisher.reply(seen, fault)
            if fault and fault.kind in REPLIES:
                reply = REPLIES[fault.kind](reply, fault)
            if fault and fault.kind in WIRE:
                WIRE[fault.kind](self, reply, fault)
                return
            self.begin(reply, length=len(reply.body))
            self.wfile.write(reply.body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            self.publisher.enter(-1)

    def begin(self, reply: Reply, length: int | None = None) -> None:
        """Send status and headers."""
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Tests look at `seen` instead."""


def etagged(reply: Reply, seen: Seen, kind: str) -> Reply:
    """With the fault "frozen": an ETag, and 304 where the asker has it already."""
    if kind != "frozen" or reply.status != 200:
        return reply
    tag = f'"{hash(reply.body):x}"'
    return Reply(304, b"", {"ETag": tag}) if seen.headers.get("if-none-match") == tag else reply.with_headers(ETag=tag)
