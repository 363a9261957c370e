"""Many open pages, more than there is room for, and a thousand who come and go."""

import contextlib
import statistics
import time
from pathlib import Path

from websockets.exceptions import WebSocketException

from tests.drills.outcome import Outcome
from tests.drills.reader import Reader
from tests.drills.service import Service
from tests.drills.stores import Stores

OPEN, SOFT = 300, 1_024
SESSIONS, GROWTH = 1_000, 1.15


def many_open_pages(stores: Stores, folder: Path, pages: int = OPEN) -> Outcome:
    """Open pages at a soft limit of 1,024 open files, beside a reader who goes on."""
    outcome = Outcome()
    with Service(f"sqlite:///{stores.file()}", folder, soft=SOFT) as service, contextlib.ExitStack() as opened:
        active = opened.enter_context(Reader(service.address))
        for number in range(pages):
            try:
                page = opened.enter_context(Reader(service.address)).ask("metode", "lang=nb")
                outcome.count(not page.errors and bool(page.html), f"page {number}: {page.errors}")
            except (OSError, WebSocketException) as error:
                outcome.count(False, f"page {number}: {error!r}"[:120])
            if number % 25 == 0:
                seen = active.ask("talent", f"lang=nb&mark={('SE11', 'DK01')[number // 25 % 2]}")
                outcome.count(not seen.errors and "Talent" in seen.text, "the active reader")
        outcome.notes.append(f"{service.open_files} open files with {pages} pages")
        outcome.count(service.ready()[0] == 200, "not ready")
        outcome.count(not service.faults(), "; ".join(service.faults()[:2]))
    return outcome


def more_than_there_is_room_for(stores: Stores, folder: Path) -> Outcome:
    """The next reader is told so; those who are here go on; it is over when one leaves."""
    outcome = Outcome()
    service = Service(f"sqlite:///{stores.file()}", folder, OSLOREGION_OPEN_PAGES="3")
    with service, contextlib.ExitStack() as opened:
        readers = [opened.enter_context(Reader(service.address)) for _ in range(3)]
        answer = service.get("/talent?lang=nb")
        outcome.count(answer.status_code == 503 and "For mange har siden åpen" in answer.text, "no clear answer")
        outcome.count(service.get("/ready").status_code == 200, "/ready is turned away")
        outcome.count(not readers[0].ask("talent").errors, "who is here cannot go on")
        readers[1].close()
        outcome.count(service.until(lambda: service.get("/talent").status_code == 200, 10), "not over")
        outcome.count(not service.faults(), "; ".join(service.faults()[:2]))
    return outcome


def a_thousand_come_and_go(stores: Stores, folder: Path, sessions: int = SESSIONS) -> Outcome:
    """Sessions one after the other: memory stays flat, and so do the open files."""
    outcome = Outcome()
    with Service(f"sqlite:///{stores.file()}", folder) as service:
        sizes: list[float] = []
        for number in range(sessions):
            with Reader(service.address) as reader:
                page = reader.ask(("metode", "kilder", "oversikt", "talent")[number % 4], "lang=nb")
            outcome.count(not page.errors and bool(page.html), f"session {number}: {page.errors}")
            if number % 10 == 9:
                sizes.append(service.memory)
        third = max(1, len(sizes) // 3)
        early, late = statistics.median(sizes[third : 2 * third]), statistics.median(sizes[-third:])
        outcome.notes.append(
            f"{early:.0f} MB in the middle third, {late:.0f} MB in the last, {service.open_files} files"
        )
        outcome.count(late < early * GROWTH, f"memory grows from {early:.0f} to {late:.0f} MB")
        time.sleep(1)
        outcome.count(service.open_files < 256 + 128 * 3 + 50, f"{service.open_files} open files are left")
        outcome.count(not service.faults(), "; ".join(service.faults()[:2]))
    return outcome
