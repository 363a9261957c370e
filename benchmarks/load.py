"""Load: readers by real WebSockets on ours and plain Streamlit, by turns; memory, a soak, two instances, more figures.

Every reader asks for its next view as soon as the last is there. All come from one address, so limits are off.
"""

import os
import shutil
import sqlite3
import threading
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.readers import LEAD, PAGE, read, views
from benchmarks.servers import wait_for_first_views
from tests.application import Application

READERS, FEW = (1, 20, 100), 20
TIMES = 10  # as many figures
_TICK = os.sysconf("SC_CLK_TCK")
Took = Mapping[str, Any]  # what `benchmarks.crowd` gives, and `processor`: seconds of a rerun


@dataclass(frozen=True)
class Loaded:
    """What was measured.

    Attributes:
        turns: readers, and what ours and the plain page took.
        session: megabytes that a reader takes.
        soak: megabytes before and after, and how long it was, seconds.
        instances: one, and each of two that share a store.
        figures: with those there are, and with ten times as many.
    """

    turns: Sequence[tuple[int, Took, Took]]
    session: float
    soak: tuple[float, float, float]
    instances: tuple[Took, tuple[Took, Took]]
    figures: tuple[Took, Took]

    @property
    def two(self) -> float:
        """Reruns that two instances do in the processor time that one needs for one: 2 where they share nothing."""
        one, both = self.instances
        return sum(float(one["processor"]) / float(each["processor"]) for each in both)

    @property
    def ten(self) -> float:
        """Processor time of a rerun with ten times the figures, over that with those there are."""
        return float(self.figures[1]["processor"]) / float(self.figures[0]["processor"])


def larger(file: Path, times: int) -> None:
    """Let a store hold so many times its figures, by further indicators that no page shows."""
    with closing(sqlite3.connect(file)) as store, store:
        store.execute(
            "UPDATE release SET summary = json_set(summary, '$.added', ? * json_extract(summary, '$.added')"
            ", '$.withdrawn', ? * json_extract(summary, '$.withdrawn'))",
            (times, times),
        )
        for n in range(1, times):
            store.execute(
                "INSERT INTO series SELECT ? || id, ? || indicator, publisher, dataset, dimensions, unit, derived,"
                " origin FROM series WHERE id NOT LIKE 'more%'",
                (f"more{n}_", f"more{n}_"),
            )
            store.execute(
                "INSERT INTO observation SELECT ? || series_id, region, period, valid_from, valid_to, value, flag"
                " FROM observation WHERE series_id NOT LIKE 'more%'",
                (f"more{n}_",),
            )


def megabytes(pid: int) -> float:
    """Memory of a process."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS"))) / 1024


def processor(pid: int) -> float:
    """Processor seconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def _timed(server: Application, address: str, queries: Sequence[str], seconds: float, among: int) -> Took:
    before = processor(server.pid)
    took = read(address, PAGE, queries, seconds, among)
    return {**took, "processor": (processor(server.pid) - before) / took["asked"]}


def load(folder: Path, database_url: str, plain: str, seconds: float, soak: float, most: int = READERS[-1]) -> Loaded:
    """Measure.

    Args:
        folder: for stores and logs.
        database_url: of a store that is prepared; a file of SQLite.
        plain: address of the plain pages.
        seconds: of each turn.
        soak: seconds of the soak.
        most: readers at once.
    """
    unseen, recorded = views(2), [f"page={PAGE}&view={at}" for at in range(2)]

    def fresh(rate: int = 200) -> list[str]:
        return list(islice(unseen, int(rate * (LEAD + seconds))))

    same = [next(unseen)]
    with ExitStack() as stack:

        def started(name: str, url: str = database_url) -> tuple[Application, str]:
            server = Application(url, folder / f"{name}.txt", first_views=True)
            address = stack.enter_context(server)
            wait_for_first_views(address, [PAGE])
            return server, address

        server, address = started("one")
        read(plain, "", recorded, 1, among=1)
        read(address, PAGE, same, 1, among=1)
        turns = [
            (n, _timed(server, address, same, seconds, n), read(plain, "", recorded, seconds, n))
            for n in sorted({min(n, most) for n in READERS})
        ]
        one = _timed(server, address, fresh(), seconds, min(FEW, most))
        before = megabytes(server.pid)
        held = threading.Thread(target=read, args=(address, PAGE, same, seconds, most))
        held.start()
        peak = before
        while held.is_alive():
            peak = max(peak, megabytes(server.pid))
            held.join(0.5)
        start = megabytes(server.pid)
        read(address, PAGE, same, soak, min(FEW, most))
        soaked = (start, megabytes(server.pid), soak)
        another, beside = started("two")
        both = (
            _timed(server, address, fresh(), seconds, min(FEW, most)),
            _timed(another, beside, fresh(), seconds, min(FEW, most)),
        )
        file = folder / "larger.sqlite"
        shutil.copy(database_url.removeprefix("sqlite:///"), file)
        larger(file, TIMES)
        more, there = started("larger", f"sqlite:///{file}")
        ten = (
            _timed(another, beside, same, seconds, min(FEW, most)),
            _timed(more, there, same, seconds, min(FEW, most)),
        )
    return Loaded(turns, max(0.0, peak - before) / most, soaked, (one, both), ten)


def table(found: Loaded) -> str:
    """Everything, in Markdown."""
    lines = [
        "| readers on /talent | ours, reruns/s | plain, reruns/s | ours ÷ plain | p50 s of each | p95 s of each |",
        "| --- | --: | --: | --: | --: | --: |",
    ]
    lines += [
        f"| {n} | {ours['rate']:.1f} | {plain['rate']:.1f} | {ours['rate'] / plain['rate']:.2f} "
        f"| {ours['median']:.3f}, {plain['median']:.3f} | {ours['p95']:.3f}, {plain['p95']:.3f} |"
        for n, ours, plain in found.turns
    ]
    start, end, seconds = found.soak
    one, both = found.instances
    each = ", ".join(f"{1000 * took['processor']:.0f}" for took in (one, *both))
    with_ten = ", ".join(f"{1000 * took['processor']:.0f}" for took in found.figures)
    return "\n".join(
        [
            *lines,
            "",
            f"- A reader takes {found.session:.2f} MB at most while all are there.",
            f"- {seconds:.0f} s of readers without a pause: from {start:.0f} to {end:.0f} MB.",
            f"- Processor ms of a rerun of views not seen before, with one instance, and on each of two: {each}.",
            f"- Processor ms of a rerun with these figures, and with {TIMES} times as many: {with_ten}.",
        ]
    )
