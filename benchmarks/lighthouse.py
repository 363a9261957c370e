"""Lighthouse with its desktop setting: how pages load, whether they jump, whether all can use and find them.

Lighthouse is an npm package; it is installed into a folder of its own, outside the project.
"""

import json
import os
import shutil
import statistics
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.browser.reader import CHROMIUM

VERSION = "12.8.2"
_FLAGS = "--headless=new --no-sandbox --disable-dev-shm-usage --disable-background-networking --no-first-run"


@dataclass(frozen=True)
class Audit:
    """What Lighthouse says of a page: medians of several visits.

    Attributes:
        slug: of the page.
        performance: 0 to 100.
        shift: layout shift.
        first_paint: seconds to the first content.
        accessibility: 0 to 100.
        best_practices: 0 to 100.
        seo: 0 to 100.
        faults: what it finds fault with for these three.
    """

    slug: str
    performance: float
    shift: float
    first_paint: float
    accessibility: float
    best_practices: float
    seo: float
    faults: tuple[str, ...]


def install(folder: Path) -> Path | None:
    """Install Lighthouse; None where there is no npm, or it cannot be fetched."""
    if shutil.which("npm") is None:
        return None
    command = [
        "npm",
        "install",
        "--prefix",
        str(folder),
        "--no-audit",
        "--no-fund",
        "--silent",
        f"lighthouse@{VERSION}",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    program = folder / "node_modules" / ".bin" / "lighthouse"
    return program if done.returncode == 0 and program.exists() else None


def _visit(program: Path, address: str, report: Path) -> dict:
    subprocess.run(
        [program, address, "--preset=desktop", "--output=json", f"--output-path={report}", "--quiet",
         f"--chrome-flags={_FLAGS}", "--only-categories=performance,accessibility,best-practices,seo"],
        env={**os.environ, "CHROME_PATH": str(CHROMIUM)},
        capture_output=True,
        timeout=300,
        check=True,
    )  # fmt: skip
    return json.loads(report.read_text("utf-8"))


def _faults(report: dict) -> list[str]:
    found = []
    for name in ("accessibility", "best-practices", "seo"):
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] not in (1, None):
                found.append(audit["title"])
    return found


def audits(program: Path, server: str, slugs: Sequence[str], visits: int, folder: Path) -> list[Audit]:
    """Visit each page several times.

    Args:
        program: Lighthouse.
        server: address of the application.
        slugs: of the pages.
        visits: of each page.
        folder: for its reports.
    """
    found = []
    for slug in slugs:
        reports = [_visit(program, f"{server}/{slug}?lang=nb", folder / f"{slug}-{n}.json") for n in range(visits)]

        def score(name: str, reports: list[dict] = reports) -> float:
            return 100 * statistics.median(one["categories"][name]["score"] for one in reports)

        def number(name: str, reports: list[dict] = reports) -> float:
            return statistics.median(one["audits"][name]["numericValue"] for one in reports)

        found.append(
            Audit(
                slug,
                score("performance"),
                number("cumulative-layout-shift"),
                number("first-contentful-paint") / 1000,
                score("accessibility"),
                score("best-practices"),
                score("seo"),
                tuple(dict.fromkeys(fault for one in reports for fault in _faults(one))),
            )
        )
    return found


def table(rows: Sequence[Audit]) -> str:
    """One line a page."""
    lines = [
        "| page | performance | layout shift | first content s | accessibility | best practices | SEO | faults |",
        "| --- | --: | --: | --: | --: | --: | --: | --- |",
    ]
    lines += [
        f"| /{row.slug} | {row.performance:.0f} | {row.shift:.3f} | {row.first_paint:.2f} "
        f"| {row.accessibility:.0f} | {row.best_practices:.0f} | {row.seo:.0f} | {'; '.join(row.faults)} |"
        for row in rows
    ]
    return "\n".join(lines)
