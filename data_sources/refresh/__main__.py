"""Fetches figures anew: `python -m data_sources.refresh`.

Makes one new release of what has changed, or none. Exit codes: 0 renewed or nothing new, 3 partly renewed, 1 nothing
could be renewed, 2 bad arguments.
"""

import os
import sys
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated

import typer
from tqdm import tqdm

from data_sources.base import Answer
from data_sources.codes import unknown
from data_sources.errors import DataError
from data_sources.last_check import Check, keep
from data_sources.own_catalogue import load
from data_sources.prepare import prepare
from data_sources.refresh.plan import FetchPlan, PlannedQuery, make_plan
from data_sources.refresh.run import Outcome, Refresh
from data_sources.registry import collectors
from data_sources.settings import SettingsError, settings
from data_sources.store import engine as store
from models.catalogue import CatalogueError
from models.figures.revisions import Counts

NOTHING, BAD_ARGUMENTS, PARTLY = 1, 2, 3


def _say(text: str) -> None:
    tqdm.write(text, file=sys.stderr)


def _counted(counts: Counts) -> str:
    parts = [(counts.added, "new"), (counts.revised, "revised"), (counts.withdrawn, "withdrawn")]
    return ", ".join(f"{number:,} {word}" for number, word in parts if number) or "no change"


def _report(plan: FetchPlan, outcome: Outcome, seconds: float, *, dry: bool) -> None:
    """What came of it, for the terminal."""
    for name, counts in sorted(outcome.changed.items()):
        before, after = outcome.newest.get(name, ("", ""))
        _say(f"  {name}: {_counted(counts)}" + (f"; newest {after}, so far {before or 'none'}" if after else ""))
    for name, notices in sorted(outcome.notices.items()):
        for notice in notices:
            _say(f"  {name}: note: {notice.text}")
    for name, refusal in sorted(outcome.refused.items()):
        _say(f"  {name}: REFUSED ({refusal.kind}): {refusal.why}")
    if dry:
        for name, reason in sorted(plan.left.items()):
            _say(f"  {name}: not collected: {reason}")
    if outcome.refused:
        _say(f"{len(outcome.refused)} indicators could not be renewed and keep their last figures.")
    total = sum(outcome.changed.values(), Counts())
    if outcome.release is not None:
        text = f"Release {outcome.release}: {_counted(total)} figures of {len(outcome.changed)} indicators"
    elif dry and outcome.changed:
        text = f"A new release would hold {_counted(total)} figures of {len(outcome.changed)} indicators"
    else:
        text = "Nothing new"
    left = f"; {len(plan.left)} indicators have no collector (--dry-run names them)" if plan.left and not dry else ""
    typer.echo(f"{text} ({len(outcome.renewed)} renewed, {len(outcome.refused)} refused, {seconds:.1f} s){left}.")


def _check(plan: FetchPlan, outcome: Outcome) -> Check:
    """What was found, for the pages: what a release has taken up waits no longer."""
    taken = outcome.release is not None
    return Check(
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        indicators=len({indicator.id for question in plan.questions for indicator in question.indicators}),
        release=outcome.release,
        waiting={} if taken else {name: counts.total for name, counts in outcome.changed.items()},
        newest={} if taken else {name: after for name, (_, after) in outcome.newest.items()},
        refused=len(outcome.refused),
    )


def _exit_code(outcome: Outcome) -> int:
    if not outcome.refused:
        return 0
    return PARTLY if outcome.renewed else NOTHING


class _Progress:
    """A bar in a terminal; a plain line for each answer elsewhere."""

    def __init__(self, total: int) -> None:
        self._bar = tqdm(total=total, desc="Asking", unit=" answers", disable=not sys.stderr.isatty())
        self._total, self._done = total, 0

    def __call__(self, question: PlannedQuery, result: Answer | Exception) -> None:
        self._done += 1
        self._bar.update()
        if self._bar.disable:
            came = f"failed ({getattr(result, 'kind', 'fault')})" if isinstance(result, Exception) else "answered"
            typer.echo(f"[{self._done}/{self._total}] {question.name}: {came}", err=True)

    def close(self) -> None:
        self._bar.close()


def _checked(kind: str, asked: Iterable[str], known: Iterable[str]) -> list[str]:
    """The codes, if all are known.

    Raises:
        LookupError: naming the others.
    """
    codes = list(dict.fromkeys(asked))
    if wrong := unknown(kind, codes, known):
        raise LookupError("\n".join(wrong))
    return codes


def main(
    source: Annotated[list[str] | None, typer.Option(help="Publisher id; repeat for several.")] = None,
    indicator: Annotated[list[str] | None, typer.Option(help="Indicator id; repeat for several.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Fetch and compare, but make no release.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Read answers even if they are the last ones again.")] = False,
    jobs: Annotated[int, typer.Option(min=1, max=32, help="Questions under way at a time.")] = 4,
) -> None:
    """Fetch figures anew; all that collectors serve without options."""
    start = time.monotonic()
    try:
        chosen = settings()
        catalogue = load()
        sources = collectors(chosen, catalogue)
        plan = make_plan(
            catalogue,
            sources,
            _checked("source", source or [], sources),
            _checked("indicator", indicator or [], catalogue.indicators),
        )
        if not plan.questions:
            reasons = "\n".join(f"{name}: {reason}" for name, reason in sorted(plan.left.items()))
            raise LookupError(f"There is nothing to ask.\n{reasons}".strip())
        prepare(chosen, quiet=not sys.stderr.isatty())
    except LookupError as error:
        typer.echo(str(error.args[0]), err=True)
        raise SystemExit(BAD_ARGUMENTS) from error
    except (DataError, SettingsError, CatalogueError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(NOTHING) from error
    progress = _Progress(len(plan.questions))
    engine = store.create(chosen.database_url)
    refresh = Refresh(engine, catalogue, sources, plan, chosen.raw_answers, jobs, again, progress)
    try:
        outcome = refresh.run(dry=dry_run)
    except DataError as error:
        typer.echo(str(error), err=True)
        raise SystemExit(NOTHING) from error
    except KeyboardInterrupt:
        typer.echo("Stopped; no release was made.", err=True)
        sys.stderr.flush()
        os._exit(130)  # downloads under way would hold the process back for minutes
    finally:
        progress.close()
    try:
        keep(chosen.raw_answers, _check(plan, outcome))
    except OSError as error:  # the release is made all the same; the page tells of the check before
        _say(f"What publishers had could not be kept for the pages: {error}")
    _report(plan, outcome, time.monotonic() - start, dry=dry_run)
    raise SystemExit(_exit_code(outcome))


if __name__ == "__main__":
    typer.run(main)
