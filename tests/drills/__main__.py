"""Tries every kind of fault on a real server: `python -m tests.drills` (docs/operations.md)."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from tests.drills import crowds, faults_of_stores, instances, strangers
from tests.drills.outcome import Outcome
from tests.drills.stores import Stores

DRILLS: dict[str, Callable[[Stores, Path], Outcome]] = {
    drill.__name__: drill
    for drill in (
        faults_of_stores.connections_are_cut,
        faults_of_stores.pages_are_overwritten,
        faults_of_stores.files_are_moved_and_restored,
        faults_of_stores.a_damaged_store_at_the_start,
        faults_of_stores.a_writer_is_killed,
        faults_of_stores.three_prepare_at_once,
        faults_of_stores.the_server_is_killed,
        strangers.odd_addresses,
        strangers.texts_without_end,
        strangers.words_of_strangers,
        strangers.any_view,
        crowds.more_than_there_is_room_for,
        crowds.many_open_pages,
        crowds.a_thousand_come_and_go,
        instances.an_instance_is_stopped,
        instances.two_instances_and_one_is_killed,
        instances.two_instances_serve_the_same,
        instances.two_instances_and_a_refresh,
        instances.two_instances_for_members_only,
    )
}


def main(
    only: Annotated[list[str] | None, typer.Option(help="Only this drill; repeat for several.")] = None,
) -> None:
    """Run the drills; exit code 1 where anything was lost."""
    if unknown := [name for name in only or [] if name not in DRILLS]:
        typer.echo(f"No such drill: {', '.join(unknown)}. There are: {', '.join(DRILLS)}.", err=True)
        raise SystemExit(2)
    lost, begun = 0, time.monotonic()
    typer.echo(f"{'drill':<32}{'tried':>7}{'survived':>10}{'lost':>6}{'seconds':>9}")
    # The database's own user must get into the folder.
    with tempfile.TemporaryDirectory(prefix="drills-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        stores = Stores(folder)
        for title, drill in DRILLS.items():
            if only and title not in only:
                continue
            start = time.monotonic()
            outcome = drill(stores, folder)
            took = time.monotonic() - start
            words = title.replace("_", " ")
            typer.echo(f"{words:<32}{outcome.tried:>7,}{outcome.survived:>10,}{outcome.lost:>6,}{took:>9.0f}")
            if outcome.skipped:
                typer.echo(f"    NOT TRIED: {outcome.skipped}.")
            for note in outcome.notes[:4]:
                typer.echo(f"    {note}")
            lost += outcome.lost
    typer.echo(f"{'lost in all' if lost else 'nothing lost':<32}{'':>17}{lost:>6,}{time.monotonic() - begun:>9.0f}")
    raise SystemExit(1 if lost else 0)


if __name__ == "__main__":
    typer.run(main)
