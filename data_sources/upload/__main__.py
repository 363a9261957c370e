"""Takes a table of one's own into the store: `python -m data_sources.upload FILE --indicator ID`.

CSV (also as a Norwegian spreadsheet writes it), XLSX, Eurostat's TSV or SDMX-CSV. Makes one new release of what has
changed, or none. Exit codes: 0 taken or nothing new, 1 the store cannot be used, 2 refused; nothing is changed then.
"""

import hashlib
import sys
from pathlib import Path
from typing import Annotated

import typer

from data_sources.codes import unknown
from data_sources.errors import DataError
from data_sources.own_catalogue import load
from data_sources.prepare import prepare
from data_sources.refresh.implausible import Implausible
from data_sources.settings import SettingsError, settings
from data_sources.store import engine as store
from data_sources.upload.files import read_file
from data_sources.upload.table import BadTable
from data_sources.upload.take import Taken, take
from models.catalogue import Catalogue, CatalogueError, Indicator
from models.catalogue.formulas import inputs, is_formula
from models.figures.revisions import Counts

FAILED, REFUSED = 1, 2


def _indicator(name: str, source: str | None, catalogue: Catalogue) -> Indicator:
    """The indicator, if figures can be given for it.

    Raises:
        BadTable: unknown, computed from others, or another publisher's.
    """
    if wrong := unknown("indicator", [name], catalogue.indicators):
        raise BadTable(wrong[0])
    indicator = catalogue.indicators[name]
    if is_formula(indicator.derivation):
        raise BadTable(f"'{name}' is computed from {', '.join(inputs(indicator.derivation))}; give figures for those.")
    publisher = catalogue.publisher_of(indicator.publisher)
    names = {indicator.publisher, *((publisher.id, publisher.name.nb, publisher.name.en) if publisher else ())}
    if source is not None and source.lower() not in {known.lower() for known in names}:
        raise BadTable(
            f"The figures of '{name}' are of {indicator.publisher}, and its name stands beside them on the pages. "
            f"Figures of {source} need an indicator of their own (see the README, OSLOREGION_CATALOGUE)."
        )
    return indicator


def _say(taken: Taken, indicator: Indicator, page: str, *, dry: bool) -> None:
    for notice in taken.notices:
        typer.echo(f"  note: {notice.text}", err=True)
    for name, refusal in sorted(taken.refused.items()):
        typer.echo(f"  {name}: could not be computed anew ({refusal.kind}): {refusal.why}", err=True)
    for name, counts in sorted(taken.changed.items()):
        typer.echo(f"  {name}: {_counted(counts)}", err=True)
    if not taken.changed:
        typer.echo(f"Nothing new: the store has these figures of {indicator.id} already.")
    elif dry:
        typer.echo(f"A new release would hold them ({indicator.publisher}).")
    else:
        typer.echo(f"Release {taken.release} ({indicator.publisher}).")
        typer.echo(f"On its page: {page}", err=True)


def _page(indicator: Indicator, catalogue: Catalogue) -> str:
    """The address at the service where the figures stand; a theme's page shows no municipalities and no bare series."""
    on_theme = indicator.scope == "europe" and indicator.role != "series"
    slug = catalogue.themes[indicator.theme].slug if on_theme else "tallene"
    return f"/{slug}?indicator={indicator.id}"


def _counted(counts: Counts) -> str:
    parts = [(counts.added, "new"), (counts.revised, "revised")]
    return ", ".join(f"{number:,} {word}" for number, word in parts if number)


def main(
    file: Annotated[Path, typer.Argument(help="CSV, XLSX, Eurostat's TSV or SDMX-CSV.")],
    indicator: Annotated[str, typer.Option(help="Indicator id.")],
    source: Annotated[str | None, typer.Option(help="Who publishes the table; must be the indicator's own.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read, check and compare, but make no release.")] = False,
) -> None:
    """Take a table of one's own into the store. Figures that it does not hold stay as they are."""
    try:
        chosen, catalogue = settings(), load()
        wanted = _indicator(indicator, source, catalogue)
        upload = read_file(file, wanted, catalogue)
        sha = hashlib.sha256(file.read_bytes()).hexdigest()
        prepare(chosen, quiet=not sys.stderr.isatty())
        engine = store.create(chosen.database_url)
        taken = take(engine, catalogue, wanted, upload, f"upload {file.name} sha256:{sha}", dry=dry_run)
    except (BadTable, Implausible) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(REFUSED) from error
    except (DataError, SettingsError, CatalogueError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(FAILED) from error
    _say(taken, wanted, _page(wanted, catalogue), dry=dry_run)


if __name__ == "__main__":
    typer.run(main)
