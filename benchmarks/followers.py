"""An audience that follows a presentation beside an active reader: how long until all are told, and what it costs.

    python -m benchmarks.followers 200 120

Followers and seconds. It starts the application on loopback with a store of its own, and prints one line.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import httpx

from tests.application import Application

STORY = {"title": "x", "lang": "nb", "steps": [{"id": f"step{n}", "template": "text", "views": []} for n in range(4)]}
EVERY = 2.0  # seconds between two steps


def _used(process: int) -> tuple[float, float]:
    """Seconds of processor and MB of memory that a process has used (Linux)."""
    ticks = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE") / 2**20


async def _follow(client: httpx.AsyncClient, address: str, sent: dict[int, float], lags: list[float]) -> None:
    async with client.stream("GET", address) as answer:
        async for line in answer.aiter_lines():
            if line.startswith("data: {"):
                moves = httpx.Response(200, text=line[6:]).json().get("moves")
                if moves in sent:
                    lags.append(time.monotonic() - sent[moves])


async def measure(address: str, process: int, followers: int, seconds: float) -> str:
    """One line: lags, processor, memory, and how quickly the reader was answered."""
    sent: dict[int, float] = {}
    lags: list[float] = []
    pages: list[float] = []
    limits = httpx.Limits(max_connections=followers + 10)
    async with httpx.AsyncClient(base_url=address, trust_env=False, timeout=None, limits=limits) as client:
        made = (await client.post("/vis", json={"presentation": STORY})).json()
        room = f"/vis/{made['code']}"
        edits = {"Authorization": f"Bearer {made['edit']}"}
        begun = await client.post(f"{room}/styring", json={"step": "step0"}, headers=edits)
        steers = {"Authorization": f"Bearer {begun.json()['steer']}"}
        following = [asyncio.create_task(_follow(client, f"{room}/hendelser", sent, lags)) for _ in range(followers)]
        await asyncio.sleep(4)
        (used, memory), began, moves = _used(process), time.monotonic(), 1
        while time.monotonic() - began < seconds:
            moves += 1
            sent[moves] = time.monotonic()
            await client.post(f"{room}/styr", json={"step": f"step{moves % 4}"}, headers=steers)
            asked = time.monotonic()
            await client.get("/talent?lang=en")
            pages.append(time.monotonic() - asked)
            await asyncio.sleep(EVERY)
        took, (now, more) = time.monotonic() - began, _used(process)
        for one in following:
            one.cancel()
    lags.sort()
    return (
        f"{followers} followers, {len(sent)} steps, {len(lags)} of {followers * len(sent)} told: "
        f"median {statistics.median(lags):.2f} s, p95 {lags[int(0.95 * len(lags))]:.2f} s, last {lags[-1]:.2f} s; "
        f"{100 * (now - used) / took:.1f} % of a processor, {more - memory:+.0f} MB; "
        f"a page {statistics.median(pages):.2f} s"
    )


def main(followers: int, seconds: float) -> None:
    """Start the application, and measure."""
    with tempfile.TemporaryDirectory() as folder:
        application = Application(f"sqlite:///{folder}/store.sqlite", Path(folder) / "log.txt", first_views=True)
        with application as address:
            print(asyncio.run(measure(address, application._process.pid, followers, seconds)))


if __name__ == "__main__":
    os.environ.setdefault("OSLOREGION_FOLLOWERS", sys.argv[1])
    main(int(sys.argv[1]), float(sys.argv[2]))
