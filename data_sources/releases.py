"""Lists releases and what differs between two: `python -m data_sources.releases --diff 1 2`."""

import json
import sys
from enum import StrEnum
from typing import Annotated

import pandas as pd
import typer

from data_sources.errors import DataError, UnknownRelease
from data_sources.settings import SettingsError, settings
from data_sources.store import engine as store
from data_sources.store.reader import Reader, Release
from models.figures.observations import published
from models.figures.revisions import Revisions


class DifferenceFormat(StrEnum):
    """How differences are printed."""

    text = "text"
    csv = "csv"
    json = "json"


def _line(release: Release) -> str:
    told, counts = release.summary, release.summary.counts
    made = release.created.strftime("%Y-%m-%d %H:%M UTC")
    version = f"; catalogue {told.catalogue}" if told.catalogue else ""
    if told.kind == "snapshot" and not told.made:
        return f"{release.id:>4}  {made}  the same figures{version}"
    if told.kind == "snapshot" and not told.indicators:
        return f"{release.id:>4}  {made}  {counts.added:,} embedded figures of {told.made[:10]}{version}"
    refused = f"; {len(told.refused)} indicators refused" if told.refused else ""
    return (
        f"{release.id:>4}  {made}  {counts.added:,} new, {counts.revised:,} revised, {counts.withdrawn:,} withdrawn "
        f"figures of {len(told.indicators)} indicators{refused}{', uploaded' if told.kind == 'upload' else ''}{version}"
    )


def _value(value: float, flag: str) -> str:
    return "" if pd.isna(value) else f"{published(value)}{' ' + flag if flag else ''}"


def _text(revisions: Revisions, *, figures: bool) -> str:
    counts = revisions.counts
    lines = [
        f"From release {revisions.older} to {revisions.newer}: {counts.added:,} new, {counts.revised:,} revised, "
        f"{counts.withdrawn:,} withdrawn."
    ]
    rows = dict(list(revisions.frame.groupby("indicator", sort=False, observed=True)))
    for name, c in revisions.by_indicator.items():
        lines.append(f"{name}: {c.added:,} new, {c.revised:,} revised, {c.withdrawn:,} withdrawn")
        if figures:
            for row in rows[name].itertuples():
                old, new = _value(row.old_value, row.old_flag), _value(row.value, row.flag)
                lines.append(f"  {row.region} {row.period}: {old or '–'} → {new or '–'}")
    return "\n".join(lines)


def _as_csv(frame: pd.DataFrame) -> str:
    texts = {name: ["" if pd.isna(v) else published(v) for v in frame[name]] for name in ("old_value", "value")}
    return str(frame.assign(**texts).to_csv(index=False, lineterminator="\n"))


def _as_json(frame: pd.DataFrame) -> str:
    records = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def main(
    diff: Annotated[tuple[int, int] | None, typer.Option(help="Two releases, the older one first.")] = None,
    indicator: Annotated[list[str] | None, typer.Option(help="Only this indicator; repeat for several.")] = None,
    figures: Annotated[bool, typer.Option("--figures", help="Also each figure, as it was and as it is.")] = False,
    form: Annotated[
        DifferenceFormat, typer.Option("--format", help="text; csv or json print each figure.")
    ] = DifferenceFormat.text,
) -> None:
    """List the releases, or say what is new, revised and withdrawn between two of them."""
    try:
        reader = Reader(store.create_to_read(settings().database_url))
        if diff is None:
            typer.echo("\n".join(_line(release) for release in reader.releases()))
            return
        revisions = reader.revisions(*diff)
    except UnknownRelease as error:
        typer.echo(str(error), err=True)
        raise SystemExit(2) from error
    except (DataError, SettingsError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from error
    if indicator:
        revisions = Revisions(revisions.older, revisions.newer, revisions.of(indicator))
    text = {
        DifferenceFormat.text: lambda: _text(revisions, figures=figures) + "\n",
        DifferenceFormat.csv: lambda: _as_csv(revisions.frame),
        DifferenceFormat.json: lambda: _as_json(revisions.frame),
    }[form]()
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has seen enough
        sys.stderr.close()


if __name__ == "__main__":
    typer.run(main)
