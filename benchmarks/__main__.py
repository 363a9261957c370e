"""`python -m benchmarks`: clicks and first pages of the real application, against plain Streamlit pages."""

import json
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from playwright.sync_api import Browser, sync_playwright

from benchmarks.driver import Hand
from benchmarks.recording import record
from data_sources.prepare import prepare
from data_sources.settings import Settings
from tests.application import PROJECT, Application
from tests.browser.reader import CHROMIUM, FLAGS, PATIENCE


@dataclass(frozen=True)
class Case:
    """A page, one of its drop-downs, and two choices in it."""

    slug: str
    option: str
    label: str
    codes: tuple[str, str]


# The directory of clusters is left out: its map is no Plotly figure, and the plain page knows no other.
CASES = (
    Case("talent", "indicator", "Indikator", ("unemployment_rate_15_74", "employment_rate_tertiary")),
    Case("plassering", "score", "Poeng for", ("index", "living")),
    Case("oversikt", "peers", "Sammenlign med", ("alliance", "reference")),
    Case("besokende", "beside", "Sett ved siden av", ("SE11", "DK01")),
    Case("klynger", "indicator", "Indikator", ("coe_lq_k_n", "coe_lq_c")),
    Case("region", "with", "Sett ved siden av", ("SE11", "DK01")),
    Case("to-tall", "whom", "Blant", ("europe", "peers")),
    Case("lignende", "among", "Let blant", ("abroad", "capitals")),
    Case("styrker", "strict", "Krav", ("usual", "stricter")),
    Case("barrierer", "audience", "Viktig for", ("all", "talent")),
    Case("hva-skal-til", "to1", "Mål", ("middle", "quarter")),
    Case("delregioner", "level", "Del inn etter", ("economic", "county")),
    Case("utvikling", "area", "Område", ("all", "population")),
    Case("strategi", "by", "Ordnet etter", ("activities", "goals")),
    Case("tallene", "theme", "Tema", ("all", "talent")),
    Case("metode", "indicator", "Følg dette tallet", ("gdp_per_inhabitant_pps", "pm25")),
    Case("kvalitet", "theme", "Tema", ("all", "talent")),
)
FRESH = 3  # processes whose first page is timed
Row = tuple[str, Sequence[float], float | None]


def _recorded(case: Case, database_url: str, folder: Path) -> list[str]:
    """Write a case's recording; the labels of its two choices."""
    views = record(database_url, case.slug, case.option, list(case.codes))

    def box(pieces: list[dict]) -> dict:
        for piece in pieces:
            if piece["kind"] == "selectbox" and piece["label"] == case.label:
                return piece
            if found := box(piece.get("inside", [])):
                return found
        return {}

    boxes = [box(view) for view in views]
    labels = [found["options"][found["chosen"]] for found in boxes]
    (folder / f"{case.slug}.json").write_text(json.dumps({"switch": case.label, "labels": labels, "views": views}))
    return labels


def _clicks(browser: Browser, ours: str, reference: str, case: Case, labels: list[str], number: int) -> list[Row]:
    """Both pages by turns, so that other work on the machine meets both alike."""
    hands = []
    for address in (f"{ours}/{case.slug}?lang=nb", f"{reference}/?page={case.slug}"):
        hand = Hand(browser.new_context(locale="nb-NO").new_page(), case.label, labels)
        hand.open(address)
        hands.append(hand)
    took: list[list[float]] = [[], []]
    for turn in range(number):
        for hand, times in zip(hands, took, strict=True):
            times.append(hand.click(labels[turn % 2]))
    for hand in hands:
        hand.page.context.close()
    ratio = statistics.median(took[0]) / statistics.median(took[1])
    return [
        (f"/{case.slug}: click to repaint", took[0], ratio),
        (f"/{case.slug}: the same in plain Streamlit", took[1], None),
    ]


def _first_sight(browser: Browser, address: str) -> float:
    """Milliseconds from asking for the page to its heading, in a browser that has nothing of it yet."""
    context = browser.new_context(locale="nb-NO")
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, timeout=PATIENCE, wait_until="commit")
    page.locator("h1").wait_for(timeout=PATIENCE)
    took = (time.perf_counter() - start) * 1000
    context.close()
    return took


def _machine() -> str:
    model = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), model)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GB; load {os.getloadavg()[0]:.1f}"


def _table(rows: Sequence[Row]) -> str:
    lines = ["| what | n | median ms | p95 ms | ratio |", "| --- | --: | --: | --: | --: |"]
    for what, times, ratio in rows:
        shown = "" if ratio is None else f"{ratio:.2f}"
        p95 = float(np.percentile(times, 95))
        lines.append(f"| {what} | {len(times)} | {statistics.median(times):.0f} | {p95:.0f} | {shown} |")
    return "\n".join(lines)


def main(
    clicks: Annotated[int, typer.Option(min=2, help="Clicks on each page.")] = 20,
    visits: Annotated[int, typer.Option(min=1, help="Later first sights, each in a fresh browser.")] = 5,
    write: Annotated[Path | None, typer.Option(help="Also write the figures to this file.")] = None,
) -> None:
    """Measure, and print a table."""
    if CHROMIUM is None:
        typer.echo("No Chromium was found (Debian: apt-get install chromium).", err=True)
        raise SystemExit(1)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = f"sqlite:///{folder / 'figures.sqlite'}"
        prepare(Settings(database_url=url))
        labels = {case.slug: _recorded(case, url, folder) for case in CASES}
        os.environ["BENCHMARK_RECORDINGS"] = str(folder)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        stack.callback(browser.close)
        page = PROJECT / "benchmarks" / "reference_page.py"
        reference = stack.enter_context(Application(url, folder / "reference.txt", page, "/_stcore/health"))
        _first_sight(browser, f"{reference}/?page=talent")  # the browser's own start is no page's
        first = []
        for number in range(FRESH):
            with Application(url, folder / f"fresh-{number}.txt") as fresh:
                first.append(_first_sight(browser, f"{fresh}/talent?lang=nb"))
        ours = stack.enter_context(Application(url, folder / "ours.txt"))
        _first_sight(browser, f"{ours}/talent?lang=nb")
        later = [_first_sight(browser, f"{ours}/talent?lang=nb") for _ in range(visits)]
        rows: list[Row] = []
        for case in CASES:
            rows += _clicks(browser, ours, reference, case, labels[case.slug], clicks)
        ratio = statistics.median(first) / statistics.median(later)
        rows.append(("first page of a fresh process, to its heading", first, ratio))
        rows.append(("later pages, each in a fresh browser", later, None))
    table = _table(rows)
    typer.echo(table)
    if write is not None:
        day = datetime.now(UTC).date().isoformat()
        write.write_text(
            f"# Performance\n\nMeasured by `make bench` on {day}: {_machine()}.\n\n{table}\n\n"
            "A ratio compares medians of the same run: a page with a plain Streamlit page that shows the same\n"
            "widgets, tables and charts, ready-made; the first page of a process with later ones.\n",
            encoding="utf-8",
        )


if __name__ == "__main__":
    typer.run(main)
