"""`python -m benchmarks`: how fast the application is, against plain Streamlit and Dash; all parts or those named."""

import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer
from playwright.sync_api import sync_playwright

from benchmarks.cases import CASES
from benchmarks.parts import PARTS, SLUGS, Bench, measure
from benchmarks.report import report
from benchmarks.servers import servers, wait_for_first_views
from data_sources.prepare import prepare
from data_sources.settings import Settings
from tests.browser.reader import CHROMIUM, FLAGS


def main(
    part: Annotated[
        list[str] | None, typer.Argument(help=f"Parts to measure: {', '.join(PARTS)}; all by default.")
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option(help="Time clicks on these pages beside talent's, not on all.")
    ] = None,
    clicks: Annotated[int, typer.Option(min=2, help="Clicks on each page.")] = 12,
    seconds: Annotated[float, typer.Option(min=2, help="Of each turn of the many readers.")] = 15,
    rounds: Annotated[int, typer.Option(min=1, help="Turns of the many readers, visits of Lighthouse.")] = 3,
    write: Annotated[
        Path | None, typer.Option(help="Also write it to this report, in place of what it says of these parts.")
    ] = None,
) -> None:
    """Measure, and print a report; ends with 1 where a target is missed."""
    names = part or list(PARTS)
    if unknown := [name for name in names if name not in PARTS]:
        typer.echo(f"No such part: {', '.join(unknown)}. There are: {', '.join(PARTS)}.", err=True)
        raise SystemExit(2)
    if CHROMIUM is None:
        typer.echo("No Chromium was found (Debian: apt-get install chromium).", err=True)
        raise SystemExit(2)
    cases = tuple(case for case in CASES if not only or case.slug in {"talent", *only})
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = f"sqlite:///{folder / 'figures.sqlite'}"
        prepare(Settings(database_url=url))
        served = stack.enter_context(servers(url, folder, cases))
        wait_for_first_views(served.ours, SLUGS)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        stack.callback(browser.close)
        sections = measure(Bench(browser, served, cases, clicks, seconds, rounds), names)
    typer.echo(report(sections))
    if write is not None:
        before = write.read_text(encoding="utf-8") if write.exists() else ""
        write.write_text(report(sections, before), encoding="utf-8")
    raise SystemExit(not all(target.met for section in sections for target in section.targets))


if __name__ == "__main__":
    typer.run(main)
