"""Freezes the goalposts of the index: `python -m data_sources.goalposts`.

Writes `models/catalogue/goalposts.toml` from the newest release. Run it on purpose only, together with a new
`version` in `index.toml`: every score changes its meaning.
"""

import sys

import typer

from data_sources.prepare import prepare
from data_sources.settings import settings
from models.attractiveness import reference_goalposts
from models.catalogue import load_catalogue
from models.catalogue.checks import CHECKS, goalposts
from models.catalogue.loading import HERE
from models.observations import published


def main() -> None:
    """Write the goalposts of the newest release into the catalogue."""
    catalogue = load_catalogue(checks=[check for check in CHECKS if check is not goalposts])
    figures = prepare(settings(), quiet=not sys.stderr.isatty()).newest()
    posts = reference_goalposts(figures, catalogue)
    lines = [
        "# The lowest and the highest figure of the reference set in the reference years: 0 and 100 points.",
        f"# Frozen with version {catalogue.rules.version} of index.toml by `python -m data_sources.goalposts`.",
        "",
        "[goalposts]",
        *(f"{name} = [{published(low)}, {published(high)}]" for name, (low, high) in posts.items()),
    ]
    (HERE / "goalposts.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    typer.echo(f"{len(posts)} goalposts from release {figures.release}")


if __name__ == "__main__":
    typer.run(main)
