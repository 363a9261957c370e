"""What was measured, as it is written down: the machine, the targets, one section a part."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True)
class Target:
    """What a part must reach.

    Attributes:
        what: is measured.
        measured: the figure, as it is read.
        wanted: the limit, as it is read.
        met: whether it holds.
    """

    what: str
    measured: str
    wanted: str
    met: bool


def at_most(what: str, measured: float, limit: float, form: str = ".2f") -> Target:
    """A figure that must not be larger than a limit."""
    return Target(what, format(measured, form), f"≤ {limit:g}", measured <= limit)


def at_least(what: str, measured: float, limit: float, form: str = ".2f") -> Target:
    """A figure that must not be smaller than a limit."""
    return Target(what, format(measured, form), f"≥ {limit:g}", measured >= limit)


@dataclass(frozen=True)
class Section:
    """One part of the report.

    Attributes:
        title: heading.
        words: how it was measured.
        table: what was measured, in Markdown.
        targets: what it must reach.
    """

    title: str
    words: str
    table: str
    targets: Sequence[Target]


def machine() -> str:
    """Processor, cores, memory, and how busy it is."""
    model = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), model)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GB; load {os.getloadavg()[0]:.1f}"


def targets_table(targets: Sequence[Target]) -> str:
    """Every target with what was measured."""
    lines = ["| what | measured | target | |", "| --- | --: | --: | --- |"]
    lines += [
        f"| {one.what} | {one.measured} | {one.wanted} | {'met' if one.met else '**missed**'} |" for one in targets
    ]
    return "\n".join(lines)


def report(sections: Sequence[Section]) -> str:
    """The whole report."""
    day = datetime.now(UTC).date().isoformat()
    parts = [
        "# Performance",
        f"Measured by `make bench` on {day}: {machine()}. Ratios compare medians of the same run, taken by turns.",
        targets_table([target for section in sections for target in section.targets]),
    ]
    for section in sections:
        parts += [f"## {section.title}", section.words, section.table]
    return "\n\n".join(parts) + "\n"
