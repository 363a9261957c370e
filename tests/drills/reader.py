"""A reader without a browser: asks Streamlit for pages as its own script does, and reads what comes."""

import asyncio
import re
import ssl
import threading
from collections.abc import Coroutine
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Self, TypeVar

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE = 120.0  # seconds that a page may take on a loaded machine
_Came = TypeVar("_Came")


@cache
def _network() -> asyncio.AbstractEventLoop:
    """Where all readers' connections live: one thread reads and writes them, and answers the server's pings.

    The library's client for threads reads in one and writes in another, which OpenSSL does not bear on one connection:
    of a thousand greetings over TLS one or two never left the client (2026-11).
    """
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="readers", daemon=True).start()
    return loop


def _done(work: Coroutine[Any, Any, _Came], seconds: float = PATIENCE) -> _Came:
    """What came of it; TimeoutError after so long."""
    return asyncio.run_coroutine_threadsafe(asyncio.wait_for(work, seconds), _network()).result()


@dataclass
class Shown:
    """A page as it came: HTML, Markdown of notices and texts, what broke, and the widgets by their key."""

    html: str = ""
    markdown: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    widgets: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words of the HTML, style and scripts left out."""
        plain = re.sub(r"(?s)<(style|script)\b.*?</\1>", " ", self.html)
        return re.sub(r"<[^>]+>", " ", plain).replace("\u00a0", " ")


def _own_certificate() -> ssl.SSLContext:
    """For a server on loopback whose certificate nobody has signed."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


class Reader:
    """One open page.

    Args:
        address: of the server.
        cookie: that its browser sends.
    """

    def __init__(self, address: str, cookie: str = "") -> None:
        stream = address.replace("http", "ws", 1) + "/_stcore/stream"
        more = {"Cookie": cookie} if cookie else {}
        self._socket = _done(self._come(stream, more))

    @staticmethod
    async def _come(stream: str, headers: dict[str, str]) -> ClientConnection:
        """Connect."""
        return await connect(
            stream,
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            open_timeout=60,
            proxy=None,
            additional_headers=headers,
            ssl=_own_certificate() if stream.startswith("wss") else None,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave."""
        _done(self._socket.close())

    def ask(self, slug: str, query: str = "", widgets: dict[str, str] | None = None) -> Shown:
        """Go to a page by its address, or use text fields on it.

        Args:
            slug: of the page.
            query: as in the address, without question mark.
            widgets: texts typed, by the widget's id.
        """
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = slug
        for name, text in (widgets or {}).items():
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.string_value = name, text
        _done(self._socket.send(message.SerializeToString()))
        shown = Shown()
        while True:
            came = ForwardMsg()
            came.ParseFromString(_done(self._socket.recv(decode=False)))
            kind = came.WhichOneof("type")
            if kind == "delta" and came.delta.WhichOneof("type") == "new_element":
                _take(shown, came.delta.new_element)
            # 0 and 2: finished, or stopped early for another run; a rerun follows of its own then.
            elif kind == "script_finished" and came.script_finished == 0:
                return shown


def _take(shown: Shown, element: object) -> None:
    kind = element.WhichOneof("type")  # type: ignore[attr-defined]
    given = getattr(element, kind)
    if kind == "html":
        shown.html += given.body + "\n"
    elif kind == "alert":
        shown.markdown.append(given.body)
        if given.format == given.ERROR:
            shown.errors.append(given.body)
    elif kind == "markdown":
        shown.markdown.append(given.body)
    elif kind == "exception":
        shown.errors.append(f"{given.type}: {given.message}")
    elif kind == "text_input":
        shown.widgets[given.id.split("-", 2)[-1]] = given.id
