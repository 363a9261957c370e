"""Many readers at once on a page of ours and on the plain page that shows the same: reruns a second."""

import json
import random
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from benchmarks.servers import Servers
from pages.exhibits.registry import PAGES, choosable, options_of, view_of
from tests.application import PROJECT

PAGE = "talent"
READERS = 20
LEAD = 6.0  # seconds in which all connect and have their first view


@dataclass(frozen=True)
class Rates:
    """Reruns a second of both pages, by turns.

    Attributes:
        what: readers ask for.
        ours: rates of our page.
        plain: rates of the plain page.
        seconds: median seconds of a rerun, ours and plain.
        views: how many different views ours were asked for.
    """

    what: str
    ours: tuple[float, ...]
    plain: tuple[float, ...]
    seconds: tuple[float, float]
    views: int

    @property
    def ratio(self) -> float:
        """Median of ours over the plain page's."""
        return statistics.median(self.ours) / statistics.median(self.plain)


def views(seed: int) -> Iterator[str]:
    """Queries of the page, each of another view: indicator, year and marked region, in any order, without end.

    Only views that stand for themselves: none that would be shown as another one.
    """
    release = choosable().releases[-1]
    options = {option.name: option for option in options_of(PAGES[PAGE], release)}
    lens, dice, given = view_of(PAGE, {})[0].lens, random.Random(seed), set()
    while True:
        chosen: dict[str, str] = {}
        for name in ("indicator", "year", "mark"):
            chosen[name] = dice.choice(options[name].allowed({"lens": lens, **chosen}))
        view, ignored = view_of(PAGE, {"lang": "nb", **chosen})
        if not ignored and view.address not in given:
            given.add(view.address)
            yield urlencode(view.to_query(), safe=",")


def read(address: str, page: str, queries: Sequence[str], seconds: float, among: int = READERS) -> dict[str, Any]:
    """Let readers read in a process of their own; what `benchmarks.crowd.crowd` gives."""
    wanted = {
        "address": address,
        "page": page,
        "queries": list(queries),
        "readers": among,
        "seconds": seconds,
        "lead": LEAD,
    }
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.crowd"],
        input=json.dumps(wanted),
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=LEAD + 4 * seconds + 120,
    )
    return json.loads(done.stdout)


def many_readers(servers: Servers, seconds: float, rounds: int) -> list[Rates]:
    """Let 20 readers read both pages by turns: first views that nobody has seen, then one view for all.

    Args:
        servers: that serve them.
        seconds: of each turn.
        rounds: turns of each page.
    """
    unseen = views(1)
    one = [next(unseen)]
    recorded = [f"page={PAGE}&view={at}" for at in range(2)]
    # Plotly loads what it checks figures with when the first one comes, and not safely for many at once.
    read(servers.plain, "", recorded, 1, among=1)
    found = []
    for what in ("views not seen before", "the same view"):
        ours, plain, times, asked = [], [], [], set()
        for _ in range(rounds):
            queries = list(islice(unseen, int(200 * (LEAD + seconds)))) if what != "the same view" else one
            took = read(servers.ours, PAGE, queries, seconds)
            if len(queries) > 1 and took["asked"] > len(queries):
                raise RuntimeError("More views were asked for than were ready")
            asked |= set(queries[: took["asked"]])
            beside = read(servers.plain, "", recorded, seconds)
            ours.append(took["rate"])
            plain.append(beside["rate"])
            times.append((took["median"], beside["median"]))
        seconds_each = (statistics.median(a for a, _ in times), statistics.median(b for _, b in times))
        found.append(Rates(what, tuple(ours), tuple(plain), seconds_each, len(asked)))
    return found


def table(rows: Sequence[Rates]) -> str:
    """Both rates and their ratio."""
    lines = [
        "| 20 readers on /talent | ours, reruns/s | plain Streamlit, reruns/s | ours ÷ plain | median s of each |",
        "| --- | --: | --: | --: | --: |",
    ]
    lines += [
        f"| {row.what} ({row.views}) | {statistics.median(row.ours):.1f} | {statistics.median(row.plain):.1f} "
        f"| {row.ratio:.2f} | {row.seconds[0]:.2f}, {row.seconds[1]:.2f} |"
        for row in rows
    ]
    return "\n".join(lines)
