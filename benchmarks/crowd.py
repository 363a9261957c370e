"""`python -m benchmarks.crowd`: readers who go from view to view, each as soon as the last one is there.

They speak Streamlit's protocol over raw WebSockets, as the browser does, but draw nothing, and run in a process of
their own. A JSON object on standard input says what they do, one on standard output what they got.
"""

import asyncio
import json
import sys
import time
from collections import deque
from collections.abc import Iterator
from itertools import cycle
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

KEPT = 2  # runs for which the browser keeps large messages


class Reader:
    """One connection, with what a browser would remember of it."""

    def __init__(self, socket: ClientConnection, page: str) -> None:
        self._socket = socket
        self._page = page
        self._script = ""
        self._large: deque[set[str]] = deque(maxlen=KEPT)
        self.messages = 0

    async def see(self, query: str) -> float:
        """Ask for the view of a query; seconds until its run has finished.

        Raises:
            RuntimeError: the page failed, or nothing came of it.
        """
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string, state.is_history_navigation = query, bool(self._script)
        if self._script:
            state.page_script_hash = self._script
        else:
            state.page_name = self._page
        state.cached_message_hashes.extend(set().union(*self._large))
        self._large.append(set())
        start = time.perf_counter()
        await self._socket.send(asked.SerializeToString())
        drawn = 0
        while True:
            message = ForwardMsg.FromString(await self._socket.recv())  # type: ignore[arg-type]
            self.messages += 1
            kind = message.WhichOneof("type")
            if message.metadata.cacheable and message.hash:
                self._large[-1].add(message.hash)
            if kind == "new_session":
                self._script = message.new_session.page_script_hash
            elif kind in ("delta", "ref_hash"):
                drawn += 1
                if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                    raise RuntimeError(message.delta.new_element.exception.message)
            elif kind == "script_finished":
                if not drawn:
                    raise RuntimeError(f"{query} shows nothing")
                return time.perf_counter() - start


async def _one(wanted: dict[str, Any], queries: Iterator[str], times: list[tuple[float, float]], ends: float) -> int:
    address = wanted["address"].replace("http", "ws", 1) + "/_stcore/stream"
    protocols = [Subprotocol("streamlit")]
    async with connect(address, subprotocols=protocols, max_size=None, proxy=None) as socket:
        reader = Reader(socket, wanted["page"])
        while time.perf_counter() < ends:
            took = await reader.see(next(queries))
            times.append((time.perf_counter(), took))
        return reader.messages


async def crowd(wanted: dict[str, Any]) -> dict[str, Any]:
    """Let readers read for a while.

    Args:
        wanted: `address`, `page`, `queries`, `readers`, `seconds`, and `lead`, seconds at the start that do not count.

    Returns:
        `rate`, reruns a second; `median` and `p95`, seconds of a rerun; `messages` of a rerun; `number` of reruns
        that count, `asked` of all.
    """
    start = time.perf_counter()
    counts, ends = start + wanted["lead"], start + wanted["lead"] + wanted["seconds"]
    times: list[tuple[float, float]] = []
    queries = cycle(wanted["queries"])
    async with asyncio.timeout(wanted["lead"] + 3 * wanted["seconds"] + 60):
        messages = await asyncio.gather(*[_one(wanted, queries, times, ends) for _ in range(wanted["readers"])])
    took = sorted(one for at, one in times if counts <= at < ends)
    return {
        "rate": len(took) / wanted["seconds"],
        "median": took[len(took) // 2],
        "p95": took[int(len(took) * 0.95)],
        "messages": sum(messages) / len(times),
        "number": len(took),
        "asked": len(times),
    }


if __name__ == "__main__":
    json.dump(asyncio.run(crowd(json.load(sys.stdin))), sys.stdout)
