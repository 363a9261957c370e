"""`python -m server.renew DECK.pptx`: the same slides with the newest figures, and what has moved on the terminal."""

from pathlib import Path
from typing import Annotated

import typer

from components.export.slides.given import LARGEST, LARGEST_UNPACKED, MOST_SLIDES, NotADeck, TooLarge
from components.export.slides.renew import MOST_VIEWS, NotOurs, renew
from components.export.slides.renewal_report import text
from data_sources.errors import DataError
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from server.renewal import NewestFigures


def _instead(deck: Path) -> Path:
    return deck.with_name(f"{deck.stem}-fornyet.pptx")


def main(
    deck: Annotated[Path, typer.Argument(help="A deck downloaded from the service, as it is by now.")],
    out: Annotated[Path | None, typer.Option(help="Where to write it; DECK-fornyet.pptx by default.")] = None,
    base: Annotated[
        str, typer.Option(help="Address of the server that links lead to; the one that each slide names by default.")
    ] = "",
) -> None:
    """Renew a deck: figures, and what we wrote of them; what a person has changed stays. DECK itself stays as it is."""
    try:
        made = renew(deck.read_bytes(), NewestFigures(base.rstrip("/")))
        where = out or _instead(deck)
        where.write_bytes(made.content)
    except TooLarge as error:
        limits = f"{LARGEST // 1024**2} MB, {LARGEST_UNPACKED // 1024**2} MB unpacked, {MOST_SLIDES} slides"
        raise _ended(f"{deck} is too large: at most {limits}, {MOST_VIEWS} views.", 2) from error
    except NotADeck as error:
        raise _ended(f"{deck} is no PowerPoint file (.pptx), or a damaged one.", 2) from error
    except NotOurs as error:
        words = "none of its slides was made by this service, or their QR codes, which hold what they show, are gone"
        raise _ended(f"{deck}: {words}.", 2) from error
    except OSError as error:
        raise _ended(f"{error.filename}: {error.strerror}", 2) from error
    except (DataError, SettingsError, CatalogueError) as error:
        raise _ended(str(error), 1) from error
    typer.echo(text(made.outcomes, made.say))
    typer.echo(str(where))


def _ended(words: str, status: int) -> SystemExit:
    typer.echo(words, err=True)
    return SystemExit(status)


if __name__ == "__main__":
    typer.run(main)
