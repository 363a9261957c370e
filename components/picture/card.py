"""A card: one exhibit as a picture with all that must stand in it, set by typst.

No text of a reader or publisher is ever read as typst's markup: the card goes in as JSON, and its texts stay texts.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import local
from typing import Literal

import typst

from components.picture.shapes import Shape
from components.sizes import Size
from components.theme import LIGHT

Ending = Literal["png", "svg", "pdf"]
ENDINGS: tuple[Ending, ...] = ("png", "svg", "pdf")
MEDIA: Mapping[str, str] = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
_HERE = Path(__file__).parent
_log = logging.getLogger("osloregionen")


class PictureError(Exception):
    """Typst could not set a card: a fault of ours."""


@dataclass(frozen=True)
class Card:
    """What a picture shows.

    Attributes:
        lang: of all its words.
        service: what the service is called.
        finding, measure: title, and what is measured.
        shape: what is drawn; None for words alone.
        notes: what must be known of it: letters of flags, and what was left out.
        source: publisher, years and release.
        address: where it can be looked at, short.
        alt: the picture in words.
        part: "{n} of {count}", said where not all rows have room.
    """

    lang: str
    service: str
    finding: str
    measure: str
    shape: Shape | None
    notes: str
    source: str
    address: str
    alt: str
    part: str


@cache  # constant: fonts that ship
def _fonts() -> typst.Fonts:
    """Source Sans 3 alone (OFL 1.1), the font of the pages; what this machine has is not looked at."""
    folder = files("fontpkg_source_sans_3").joinpath("files")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


_own = local()


def _compiler() -> typst.Compiler:
    """One a thread: a compiler keeps what it has read, and is changed while it works."""
    if not hasattr(_own, "compiler"):
        _own.compiler = typst.Compiler(
            _HERE / "card.typ", root=_HERE, font_paths=_fonts(), package_path=_HERE, package_cache_path=_HERE
        )
    compiler: typst.Compiler = _own.compiler
    return compiler


def _plain(value: object) -> object:
    """Texts without characters that no font shows, however deep they stand."""
    if isinstance(value, str):
        return "".join(sign if sign.isprintable() or sign == "\u00a0" else " " for sign in value)
    if isinstance(value, dict):
        return {name: _plain(inside) for name, inside in value.items()}
    return [_plain(inside) for inside in value] if isinstance(value, list | tuple) else value


def written(card: Card, size: Size) -> str:
    """The card as the JSON that `card.typ` reads; lengths in points of type."""
    shape = None if card.shape is None else {"kind": type(card.shape).__name__, **asdict(card.shape)}
    whole = {
        **asdict(card),
        "shape": shape,
        "width": size.width / size.scale,
        "height": size.height / size.scale,
        "colours": {name: colour for name, colour in asdict(LIGHT).items() if isinstance(colour, str)},
    }
    return json.dumps(_plain(whole), ensure_ascii=False, allow_nan=False)


def picture(card: Card, size: Size, ending: Ending) -> bytes:
    """The card as a file.

    Raises:
        PictureError: typst could not set it.
    """
    try:
        try:
            return _set(card, size, ending, aloud=ending == "pdf")
        except typst.TypstError as error:
            if "PDF/UA-1" not in str(error):
                raise
            _log.warning("A PDF cannot be read aloud whole: %s", error)
            return _set(card, size, ending, aloud=False)
    except (RuntimeError, ValueError) as error:  # typst's own error is a RuntimeError
        raise PictureError(str(error)) from error


def _set(card: Card, size: Size, ending: Ending, *, aloud: bool) -> bytes:
    made = _compiler().compile(
        format=ending,
        ppi=72 * size.scale,
        sys_inputs={"card": written(card, size)},
        pdf_standards=["ua-1"] if aloud else [],
    )
    whole = made[0] if isinstance(made, list) else made
    if whole is None:
        raise PictureError("typst gave no picture")
    return whole.encode() if isinstance(whole, str) else bytes(whole)
