"""`python -m models.composite FIGURES.csv FRAMEWORK.csv --out SCORES.csv`: an index of any figures."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from models.composite import CompositeError, IndexSpec, build
from models.composite.notes import notes
from models.composite.plan import experiments
from models.composite.reading import check_codes, read_figures, read_framework
from models.composite.spec_file import Choices, read_choices
from models.composite.writing import Rows, rank_rows, score_rows, write_all

DRAWS = 10_000


def run(
    figures: Path, framework: Path, spec: Path | None, out: Path, ranks: Path | None, draws: int, seed: int
) -> tuple[str, ...]:
    """Read, compute, write; nothing is written if anything is refused.

    Returns:
        What a reader of the scores must know, a line each.

    Raises:
        CompositeError: in words, naming region, indicator and cause.
    """
    _check_places({"--out": out, "--ranks": ranks}, (figures, framework, spec))
    if seed < 0:
        raise CompositeError(f"the seed cannot be negative (got {seed})")
    tree, table = read_framework(framework), read_figures(figures)
    check_codes(table, tree)
    chosen = read_choices(spec, tree) if spec else Choices(tree, IndexSpec(), None)
    result = build(table, chosen.framework, chosen.spec)
    files: dict[Path, Rows] = {out: score_rows(result)}
    if ranks is not None:
        drawn = experiments(table, chosen.framework, chosen.spec, chosen.plan, seed)
        root = tree.root.code
        files[ranks] = rank_rows({period: one.ranks(draws, seed)[root].summary() for period, one in drawn.items()})
    write_all(files)
    return notes(result)


def _check_places(written: Mapping[str, Path | None], read: Sequence[Path | None]) -> None:
    """Refuse to write over what is read, or two results into one file."""
    taken = {path.resolve(): "is read" for path in read if path is not None}
    for option, path in written.items():
        if path is None:
            continue
        if why := taken.get(path.resolve()):
            raise CompositeError(f"{option} names {path}, which {why}; choose another file")
        taken[path.resolve()] = f"{option} names too"


def main(
    figures: Annotated[
        Path, typer.Argument(help="CSV or XLSX: region (and period), then a column an indicator; empty = missing.")
    ],
    framework: Annotated[
        Path, typer.Argument(help="CSV or XLSX: code, parent, direction, weight; the root has no parent.")
    ],
    out: Annotated[Path, typer.Option(help="CSV to write: region,code,score,rank.")],
    spec: Annotated[
        Path | None,
        typer.Option(help="TOML: the choices; docs/composite.md lists its keys.", show_default="min-max 0-100, means"),
    ] = None,
    ranks: Annotated[
        Path | None, typer.Option(help="CSV to write: region,median,p5,p95,top_quartile over the draws.")
    ] = None,
    draws: Annotated[int | None, typer.Option(help=f"How many draws for --ranks (by default {DRAWS}).")] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same ranks.")] = 1,
) -> None:
    """Compute a composite index: scores and ranks, and with --ranks how firm the ranks are.

    Draws vary the weights directly under the root by 25 %, leave out 10 % of the indicators, pick a normaliser
    (min-max, percentile-clipped, rank) and a mean (arithmetic, geometric), and fill in missing cells from similar
    regions; the specification may choose others. A refusal says why in one line, ends with code 2 and writes nothing.
    """
    try:
        if draws is not None and ranks is None:
            raise CompositeError("--draws needs --ranks, the file to write")
        for note in run(figures, framework, spec, out, ranks, DRAWS if draws is None else draws, seed):
            typer.echo(note, err=True)
    except CompositeError as error:
        typer.echo(" ".join(str(error).split()), err=True)  # one line, whatever stood in the files
        raise typer.Exit(2) from error


def command() -> None:
    """The entry point, without the colours and boxes that would break up the one line."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.command()(main)
    try:
        code = app(standalone_mode=False)
    except TyperException as error:  # a missing or unknown option: one line, as for every refusal
        words = error.format_message() if hasattr(error, "format_message") else str(error)
        typer.echo(" ".join(words.split()) + " (--help lists the options)", err=True)
        raise SystemExit(2) from error
    raise SystemExit(code)


if __name__ == "__main__":
    command()
