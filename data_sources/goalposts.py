"""Freezes the goalposts of the index: `python -m data_sources.goalposts`.

Writes `models/catalogue/goalposts.toml` from the newest release. Run it on purpose only, together with a new
`version` in `index.toml`: every score changes its meaning. Before that, `--keep` puts the index as it is into
`models/catalogue/earlier/`, so that releases made with it, and links to them, are scored as they were.
"""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from data_sources.prepare import prepare
from data_sources.settings import settings
from models.catalogue import Catalogue, load_catalogue
from models.catalogue.checks import CHECKS, earlier_versions, goalposts
from models.catalogue.earlier import FOLDER
from models.catalogue.loading import HERE
from models.figures.observations import published
from models.index.attractiveness import reference_goalposts


def _inline(value: Any) -> str:  # noqa: ANN401 - whatever pydantic dumps
    """A value as TOML on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(k)} = {_inline(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _key(name: str) -> str:
    return name if name.replace("_", "").isalnum() and name.isascii() else json.dumps(name)


def _table(title: str, content: dict[str, Any]) -> list[str]:
    return ["", title, *(f"{_key(k)} = {_inline(v)}" for k, v in content.items() if v is not None)]


def kept(catalogue: Catalogue) -> str:
    """The index of a catalogue as a file of `earlier/`."""
    version = catalogue.rules.version
    lines = [f"# The index of version {version} as it was. Releases that name it are scored by it: never change it."]
    lines += _table("[rules]", catalogue.rules.model_dump(exclude_none=True))
    for theme in catalogue.themes.values():
        lines += _table("[[theme]]", theme.model_dump(exclude_none=True, exclude_defaults=True))
    lines += ["", "[scored]"]
    for i in catalogue.scored:
        then = {"score": i.score.model_dump(exclude_none=True) if i.score else {}, "why": i.why.model_dump()}
        lines.append(f"{i.id} = {_inline(then)}")
    posts = {name: list(pair) for name, pair in catalogue.goalposts.items()}
    return "\n".join([*lines, *_table("[goalposts]", posts)]) + "\n"


def keep(catalogue: Catalogue, folder: Path = HERE) -> Path:
    """Write the index of a catalogue into its folder of earlier versions; one that is there is never replaced.

    Raises:
        FileExistsError: this version is kept already.
    """
    path = folder / FOLDER / f"{catalogue.rules.version}.toml"
    path.parent.mkdir(exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(kept(catalogue))
    return path


def main(
    keep_first: Annotated[bool, typer.Option("--keep", help="Keep the index in earlier/; write no posts.")] = False,
) -> None:
    """Write the goalposts of the newest release into the catalogue, or keep the index as it is."""
    if keep_first:
        try:
            path = keep(load_catalogue(checks=[check for check in CHECKS if check is not earlier_versions]))
        except FileExistsError as error:
            typer.echo(f"{error.filename} is there already. Raise the version in index.toml first.", err=True)
            raise SystemExit(1) from error
        typer.echo(f"Kept as {path}. Now raise the version in index.toml.")
        return
    catalogue = load_catalogue(checks=[check for check in CHECKS if check is not goalposts])
    figures = prepare(settings(), quiet=not sys.stderr.isatty()).newest()
    posts = reference_goalposts(figures, catalogue)
    lines = [
        "# 0 and 100 points: the lowest and the highest figure of the reference set in the reference years, or the",
        "# post that the indicator's entry states, with its reason.",
        f"# Frozen with version {catalogue.rules.version} of index.toml by `python -m data_sources.goalposts`.",
        "",
        "[goalposts]",
        *(f"{name} = [{published(low)}, {published(high)}]" for name, (low, high) in posts.items()),
    ]
    (HERE / "goalposts.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    typer.echo(f"{len(posts)} goalposts from release {figures.release}")


if __name__ == "__main__":
    typer.run(main)
