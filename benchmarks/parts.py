"""The parts of `python -m benchmarks`: each measures one thing and says what it must reach."""

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import clicks, files, lighthouse, load, messages, positions, readers
from benchmarks.cases import Case
from benchmarks.report import Section, at_least, at_most
from benchmarks.servers import Servers
from pages.navigation import NAVIGATION

SLUGS = tuple(spec.slug for spec in NAVIGATION)
SOAK, QUICK, FEW = 600.0, 10.0, 5  # seconds; under so many a turn it is a trial, with few readers and a short soak
AUDITED = ("oversikt", "talent")


@dataclass(frozen=True)
class Bench:
    """What a part measures with.

    Attributes:
        browser: Chromium.
        servers: the application and what it is compared with.
        cases: whose clicks are timed; *Talent* among them.
        clicks: on each page.
        seconds: of each turn of the many readers.
        rounds: turns of the many readers, visits of Lighthouse.
    """

    browser: Browser
    servers: Servers
    cases: tuple[Case, ...]
    clicks: int
    seconds: float
    rounds: int


def measure_clicks(bench: Bench) -> Section:
    """Clicks in a drop-down of every case."""
    rows = [clicks.clicks(bench.browser, bench.servers, case, bench.clicks) for case in bench.cases]
    talent = next(row for row in rows if row.slug == "talent")
    words = (
        f"From pressing the mouse on a choice in a drop-down to the painted page, median of {bench.clicks} clicks by "
        "turns on three pages: ours; a plain Streamlit page with the same texts, charts (`st.plotly_chart`), tables in "
        "popovers, downloads and drop-downs as Streamlit's own elements, ready-made; and a Dash page with the same "
        "charts and their text alternatives, ready-made, served by waitress."
    )
    assert talent.to_dash is not None
    targets = [
        at_most("click on *Talent* ÷ Dash", talent.to_dash, 2.0),
        at_most("click on the slowest page ÷ plain Streamlit", max(row.to_plain for row in rows), 1.2),
    ]
    return Section("Clicks", words, clicks.table(rows), targets)


def measure_messages(bench: Bench) -> Section:
    """WebSocket messages at opening."""
    rows = messages.messages(bench.browser, bench.servers.ours, SLUGS)
    numbers = {slug: number for slug, number, _ in rows}
    words = "What the server sends over the WebSocket until a page stands, in a browser that has nothing of it yet."
    targets = [
        at_most("messages at opening *Talent*", numbers["talent"], 45, ".0f"),
        at_most("messages at opening, most on any page", max(numbers.values()), 100, ".0f"),
    ]
    return Section("Messages at opening", words, messages.table(rows), targets)


def measure_readers(bench: Bench) -> Section:
    """Twenty readers at once."""
    rows = readers.many_readers(bench.servers, bench.seconds, bench.rounds)
    words = (
        f"{readers.READERS} connections that speak Streamlit's protocol from a process of their own, each asking for "
        f"its next view as soon as the last is there: {bench.rounds} turns of {bench.seconds:.0f} s on each page, "
        "ours against the plain Streamlit page. In brackets, how many views of ours were asked for."
    )
    targets = [
        at_least("20 readers, views not seen before ÷ plain Streamlit", rows[0].ratio, 1.1),
        at_least("20 readers, the same view ÷ plain Streamlit", rows[1].ratio, 2.0),
    ]
    return Section("Many readers", words, readers.table(rows), targets)


def measure_load(bench: Bench) -> Section:
    """One, twenty and a hundred readers; memory, a soak, two instances, ten times the figures."""
    quick = bench.seconds < QUICK
    with tempfile.TemporaryDirectory() as folder:
        url = os.environ["OSLOREGION_DATABASE_URL"]
        soak, most = (bench.seconds, FEW) if quick else (SOAK, load.READERS[-1])
        found = load.load(Path(folder), url, bench.servers.plain, bench.seconds, soak, most)
    words = (
        "Connections that speak Streamlit's protocol, each asking as soon as it has been answered, "
        f"{bench.seconds:.0f} s a turn, ours against the plain Streamlit page by turns. Instances and figures are "
        "compared by the processor time of a rerun, since the readers themselves take a part of this machine."
    )
    few = next(turn for turn in found.turns if turn[0] >= min(load.FEW, most))
    _, ours, plain = few
    targets = [
        at_least(f"{few[0]} readers ÷ plain Streamlit, reruns a second", ours["rate"] / plain["rate"], 1.1),
        at_most(f"{few[0]} readers ÷ plain Streamlit, p95", ours["p95"] / plain["p95"], 1.0),
        at_most("MB a reader", found.session, 1.0),
        at_least("two instances ÷ one, by processor time", found.two, 1.7),
        at_most("a rerun with ten times the figures ÷ one", found.ten, 1.2),
        at_most("memory after the soak ÷ before", found.soak[1] / found.soak[0], 1.15),
    ]
    return Section("Load", words, load.table(found), targets)


def measure_lighthouse(bench: Bench) -> Section:
    """Lighthouse: how the pages that most readers open first load, and whether all can use and find every page."""
    with tempfile.TemporaryDirectory() as folder:
        program = lighthouse.install(Path(folder))
        if program is None:
            return Section("Lighthouse", "Not measured: npm or its registry is missing.", "", ())
        rows = lighthouse.audits(program, bench.servers.ours, AUDITED, bench.rounds, Path(folder))
        others = [slug for slug in SLUGS if slug not in AUDITED]
        rest = lighthouse.audits(program, bench.servers.ours, others, 1, Path(folder))
    words = (
        f"Lighthouse {lighthouse.VERSION}, its desktop setting: medians of {bench.rounds} visits to the first two, "
        "one visit to each of the others."
    )
    targets = [
        target
        for row in rows
        for target in (
            at_least(f"Lighthouse performance of /{row.slug}", row.performance, 65, ".0f"),
            at_most(f"layout shift of /{row.slug}", row.shift, 0.05, ".3f"),
            at_most(f"first contentful paint of /{row.slug}, s", row.first_paint, 1.0),
        )
    ] + [
        target
        for row in (*rows, *rest)
        for target in (
            at_least(f"Lighthouse accessibility of /{row.slug}", row.accessibility, 100, ".0f"),
            at_least(f"Lighthouse best practices of /{row.slug}", row.best_practices, 100, ".0f"),
            at_least(f"Lighthouse SEO of /{row.slug}", row.seo, 100, ".0f"),
        )
    ]
    return Section("Lighthouse", words, lighthouse.table([*rows, *rest]), targets)


def measure_positions(bench: Bench) -> Section:
    """Places in the first view against the settled page."""
    rows = positions.positions(bench.browser, bench.servers.ours, SLUGS)
    words = (
        "How far heading, charts and tools stand in the first view from where they stand when the page has settled: "
        "the largest distance at any time, across or down, and of what."
    )
    worst = max(rows, key=lambda row: row.pixels)
    targets = [at_most("largest move from first view to settled page, px", worst.pixels, 8, ".1f")]
    return Section("Positions", words, positions.table(rows), targets)


def measure_files(bench: Bench) -> Section:
    """Pictures, slides and workbooks beside their pages."""
    rounds = bench.clicks
    rows = files.files(bench.servers.ours, rounds)
    times = {row.what: row.median for row in rows}
    words = (
        f"From asking for a file to its last byte, over HTTP, {rounds} times each. *Beside its page*: the page has "
        "been seen, as it has by whoever clicks *Last ned*, and the file is made anew."
    )
    targets = [
        at_most("card of a figure, ms", times[files.CARD] * 1000, 150, ".0f"),
        at_most("ten slides, s", times[files.TEN], 2.0),
    ]
    return Section("Files", words, files.table(rows), targets)


PARTS: Mapping[str, Callable[[Bench], Section]] = {
    "clicks": measure_clicks,
    "messages": measure_messages,
    "readers": measure_readers,
    "load": measure_load,
    "lighthouse": measure_lighthouse,
    "positions": measure_positions,
    "files": measure_files,
}


def measure(bench: Bench, names: Sequence[str]) -> list[Section]:
    """Measure the parts named, in the order in which they are known."""
    return [part(bench) for name, part in PARTS.items() if name in names]
