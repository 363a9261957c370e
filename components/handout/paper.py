"""A hand-out as a PDF: tagged, in its language, every picture with its words; typst checks that it is PDF/UA-1."""

import re
from dataclasses import asdict, dataclass
from math import sqrt
from pathlib import Path

from components.handout.blocks import Block, Figure, Grid
from components.handout.compose import Handout, is_wide
from components.picture.shapes import SmallTable
from components.picture.typesetting import as_json, shape_of_type, typeset
from components.words.text import Speaker

SIDES = 2
MOST = 40  # sides where all of a page is wanted
_WIDEST = 240  # characters of a cell that count for the width of its column
_TEMPLATE = Path(__file__).parent / "handout.typ"


@dataclass(frozen=True)
class Stands:
    """Where a hand-out comes from.

    Attributes:
        service: what it is called.
        page: the page's name in the menu, and its release.
        link: leads to the page, the short one where there is one; `qr` is the same as SVG.
        credit: whose figures and outlines they are.
    """

    service: str
    page: str
    link: str
    qr: str
    credit: str


def _widths(grid: Grid) -> list[float]:
    """How wide columns of text are against each other: by the root of their longest cell, as lines of them wrap."""
    return [sqrt(min(max(len(cell) for cell in column), _WIDEST)) for column in zip(grid.head, *grid.rows, strict=True)]


def _words(grid: Grid) -> list[str]:
    """The longest word of each column; of numbers the longest cell, which stays on one line."""
    found = []
    for n, column in enumerate(zip(grid.head, *grid.rows, strict=True)):
        whole = 0 < n < len(grid.numeric) and grid.numeric[n]
        words = [column[0].split(), *([cell] if whole else re.split(r"[ /-]", cell) for cell in column[1:])]
        found.append(max((word for cell in words for word in cell), key=len, default=""))
    return found


def _given(block: Block) -> dict[str, object]:
    held = {"kind": type(block).__name__, **asdict(block), "wide": is_wide(block)}
    if isinstance(block, Figure):
        held["shape"] = shape_of_type(block.shape)
        if isinstance(block.shape, SmallTable):
            grid = Grid(block.shape.head, block.shape.rows, block.shape.numeric)
            held |= {"widths": _widths(grid), "words": _words(grid)}
    elif isinstance(block, Grid):
        held |= {"widths": _widths(block), "words": _words(block)}
    return held


def paper(made: Handout, stands: Stands, say: Speaker, *, whole: bool = False) -> bytes:
    """The file.

    Args:
        made: what stands on it.
        stands: where it comes from.
        say: the reader's language.
        whole: on as many sides as it takes, instead of two.

    Raises:
        PictureError: typst could not set it.
    """
    given = {
        "lang": made.lang,
        "title": made.title,
        "lead": made.lead,
        "blocks": [_given(block) for block in made.blocks],
        "most": MOST if whole else SIDES,
        "service": stands.service,
        "page": stands.page,
        "foot": f"{stands.service} · {stands.page}",
        "side": say("Side {n} av {count}", n="{n}", count="{count}"),
        "more-online": say("Mer på nett:"),
        "here": say("Siden med alle valg, tall og kilder:"),
        "link": stands.link,
        "link-told": stands.link.removeprefix("https://").removeprefix("http://"),
        "qr": stands.qr,
        "qr-told": say("QR-kode som leder til {address}", address=stands.link),
        "credit": stands.credit,
        "part": say("Viser {n} av {count}", n="{n}", count="{count}"),
    }
    return typeset(_TEMPLATE, as_json(given), "pdf")
