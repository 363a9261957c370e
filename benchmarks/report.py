"""What was measured, as it is written down: the machine, the targets, one section a part."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_HEAD = """# Performance

Written by `make bench`. Ratios compare medians of the same run, taken by turns, so that other work on the machine meets
all alike; times alone do not compare between runs.
"""


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


def _written(section: Section) -> str:
    day = datetime.now(UTC).date().isoformat()
    parts = [f"## {section.title}", f"{section.words} Measured on {day}: {machine()}."]
    parts += [targets_table(section.targets)] if section.targets else []
    return "\n\n".join([*parts, section.table]).rstrip() + "\n"


def report(sections: Sequence[Section], before: str = "") -> str:
    """The whole report.

    Args:
        sections: what was measured now.
        before: an earlier report, whose other sections are kept.
    """
    kept = {text.partition("\n")[0]: f"## {text.strip()}\n" for text in before.split("\n## ")[1:]}
    kept |= {section.title: _written(section) for section in sections}
    return "\n".join([_HEAD, *kept.values()])
