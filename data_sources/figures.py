"""Prints figures: `python -m data_sources.figures --indicator nights_total --region NO08 --period 2024`.

Columns: indicator, region, period, value (as published), unit, flag, publisher, dataset, release.
"""

import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import pandas as pd
import typer

from data_sources.codes import outdated, unknown
from data_sources.errors import DataError, UnknownRelease
from data_sources.prepare import prepare
from data_sources.settings import SettingsError, settings
from data_sources.store.reader import Reader
from models.catalogue import CatalogueError, load_catalogue
from models.figures.observations import published

_COLUMNS = ["indicator", "region", "period", "value", "unit", "flag", "publisher", "dataset", "release"]


class FigureFormat(StrEnum):
    """How figures are printed."""

    csv = "csv"
    json = "json"


def select(
    reader: Reader,
    release: int,
    indicators: list[str],
    regions: list[str],
    periods: list[str],
    ended: Iterable[str] = (),
) -> pd.DataFrame:
    """The figures asked for, with unit, publisher and data set; empty lists mean all.

    Args:
        reader: of the store.
        release: number.
        indicators: ids.
        regions: codes; those that have `ended` may be without figures.
        periods: years or months.
        ended: region codes that are no longer in use.

    Raises:
        LookupError: unknown codes, a line each.
    """
    series = reader.series()
    wrong = unknown("indicator", indicators, series["indicator"].unique()) if indicators else []
    wrong += unknown("region", regions, [*reader.codes("region"), *ended]) if regions else []
    wrong += unknown("period", periods, reader.codes("period")) if periods else []
    if wrong:
        raise LookupError("\n".join(wrong))
    if indicators:
        frame = pd.concat([reader.indicator(release, i) for i in dict.fromkeys(indicators)])
    else:
        frame = reader.figures(release).frame
    if regions:
        frame = frame.loc[frame["region"].isin(regions)]
    if periods:
        frame = frame.loc[frame["period"].isin(periods)]
    origin = series.reindex(frame["series"].astype(str))
    described = {c: origin[c].to_numpy() for c in ("unit", "publisher", "dataset")}
    return frame.assign(**described, release=release)[_COLUMNS]


def _write(frame: pd.DataFrame, form: FigureFormat) -> None:
    if form is FigureFormat.csv:
        frame.assign(value=[published(v) for v in frame["value"]]).to_csv(sys.stdout, index=False, lineterminator="\n")
        return
    plain = frame.astype({c: object for c in frame.columns if c != "value"}).to_dict("records")
    for record in plain:
        value = record["value"]
        record["value"] = int(value) if value == int(value) else value
    json.dump(plain, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def main(
    indicator: Annotated[list[str] | None, typer.Option(help="Indicator id; repeat for several.")] = None,
    region: Annotated[list[str] | None, typer.Option(help="Region code; repeat for several.")] = None,
    period: Annotated[list[str] | None, typer.Option(help="Year or YYYY-MM; repeat for several.")] = None,
    release: Annotated[int | None, typer.Option(help="Number of a release; the newest by default.")] = None,
    form: Annotated[FigureFormat, typer.Option("--format", help="csv or json.")] = FigureFormat.csv,
) -> None:
    """Print figures of the store; all of them without filters."""
    try:
        reader = prepare(settings(), quiet=not sys.stderr.isatty())
        wanted = reader.newest_release() if release is None else release
        ended = outdated(load_catalogue(), region) if region else {}
        for line in ended.values():
            typer.echo(line, err=True)
        chosen = select(reader, wanted, indicator or [], region or [], period or [], ended)
    except (LookupError, UnknownRelease) as error:
        typer.echo(str(error).strip("'\""), err=True)
        raise SystemExit(2) from error
    except (DataError, SettingsError, CatalogueError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from error
    try:
        _write(chosen, form)
    except BrokenPipeError:  # `| head` has seen enough
        sys.stderr.close()


if __name__ == "__main__":
    typer.run(main)
