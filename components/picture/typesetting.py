"""What typst is given and what it gives back: values as JSON, one font, a file.

No text of a reader or publisher is ever read as typst's markup: all goes in as JSON, and texts stay texts.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import local
from typing import Any, Literal

import typst

from components.picture.shapes import Shape
from components.theme import LIGHT

Ending = Literal["png", "svg", "pdf"]
_ROOT = Path(__file__).parent.parent  # templates of all rooms share the drawings
_log = logging.getLogger("osloregionen")


class PictureError(Exception):
    """Typst could not set what it was given: a fault of ours."""


@cache  # constant: fonts that ship
def fonts() -> typst.Fonts:
    """Source Sans 3 alone (OFL 1.1), the font of the pages; what this machine has is not looked at."""
    folder = files("fontpkg_source_sans_3").joinpath("files")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


_own = local()


def _compiler() -> typst.Compiler:
    """One a thread: a compiler keeps what it has read, and is changed while it works."""
    if not hasattr(_own, "compiler"):
        _own.compiler = typst.Compiler(
            root=_ROOT, font_paths=fonts(), package_path=_ROOT / "picture", package_cache_path=_ROOT / "picture"
        )
    compiler: typst.Compiler = _own.compiler
    return compiler


def plain(text: str) -> str:
    """A text without characters that no font shows."""
    return "".join(sign if sign.isprintable() or sign == "\u00a0" else " " for sign in text)


def _plain(value: object) -> object:
    """Texts made plain, however deep they stand."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {name: _plain(inside) for name, inside in value.items()}
    return [_plain(inside) for inside in value] if isinstance(value, list | tuple) else value


def shape_of_type(shape: Shape | None) -> dict[str, Any] | None:
    """A shape with its kind, as the drawings read it."""
    return None if shape is None else {"kind": type(shape).__name__, **asdict(shape)}


def as_json(given: Mapping[str, Any]) -> str:
    """What a template reads: these values, and the colours of the pages in light."""
    colours = {name: colour for name, colour in asdict(LIGHT).items() if isinstance(colour, str)}
    return json.dumps(_plain({**given, "colours": colours}), ensure_ascii=False, allow_nan=False)


def typeset(template: Path, given: str, ending: Ending, scale: float = 1.0) -> bytes:
    """A file of what was given.

    A PDF can be read aloud (PDF/UA-1), which typst checks; where a sign is in it that the font has not, it is made
    without that claim, and the log says so.

    Args:
        template: in `components/`.
        given: of `as_json`.
        ending: of the file.
        scale: pixels a point.

    Raises:
        PictureError: typst could not set it.
    """
    try:
        try:
            return _set(template, given, ending, scale, aloud=ending == "pdf")
        except typst.TypstError as error:
            if "PDF/UA-1" not in str(error):
                raise
            _log.warning("A PDF cannot be read aloud whole: %s", error)
            return _set(template, given, ending, scale, aloud=False)
    except (RuntimeError, ValueError) as error:  # typst's own error is a RuntimeError
        raise PictureError(str(error)) from error


def _set(template: Path, given: str, ending: Ending, scale: float, *, aloud: bool) -> bytes:
    made = _compiler().compile(
        template,
        format=ending,
        ppi=72 * scale,
        sys_inputs={"given": given},
        pdf_standards=["ua-1"] if aloud else [],
    )
    whole = made[0] if isinstance(made, list) else made
    if whole is None:
        raise PictureError("typst gave no picture")
    return whole.encode() if isinstance(whole, str) else bytes(whole)
