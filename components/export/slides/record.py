"""What a slide keeps of how it was made, so that it can be renewed: written into the picture of its QR code.

PowerPoint and LibreOffice keep a picture byte for byte, also when its slide is copied into another deck; LibreOffice
drops tags, custom XML and text alternatives. A slide without its code is nobody's but its owner's.
"""

import json
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.slide import Slide

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"Osloregionen"
_LONGEST = 12_000  # characters of an address
_MOST = 120  # pieces of a slide


@dataclass(frozen=True)
class Record:
    """How a slide was made.

    Attributes:
        address: of its figure, whole: server, page, query, and the figure's key after "#".
        part: which of the figure's slides it is, from 1.
        written: digests of what we wrote on it, by what it is (`written.py`).
        count: how many slides the figure had.
        shown: how many of them the deck was made with; the ten slides have the first of each.
    """

    address: str
    part: int
    written: Mapping[str, str]
    count: int = 1
    shown: int = 1

    @property
    def base(self) -> str:
        """The server, without slash at its end."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def slug(self) -> str:
        """The page."""
        return urlsplit(self.address).path.strip("/")

    @property
    def key(self) -> str:
        """The figure on its page."""
        return unquote(urlsplit(self.address).fragment)

    @property
    def query(self) -> dict[str, str]:
        """The view."""
        return dict(parse_qsl(urlsplit(self.address).query, keep_blank_values=True))


def engraved(png: bytes, record: Record) -> bytes:
    """The same picture with the record in it."""
    text = json.dumps(asdict(record))
    body = b"tEXt" + _KEYWORD + b"\0" + text.encode("ascii")
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    head = len(_SIGNATURE) + 25  # the signature, and the chunk that says how large the picture is
    return png[:head] + chunk + png[head:]


def _texts(png: bytes) -> Iterator[bytes]:
    """The texts of ours in a picture; none where it is no PNG or is cut off."""
    at = len(_SIGNATURE)
    while png.startswith(_SIGNATURE) and at + 8 <= len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + length]
        if kind == b"IDAT":  # ours stands before the picture itself
            return
        if kind == b"tEXt" and body.startswith(_KEYWORD + b"\0"):
            yield body[len(_KEYWORD) + 1 :]
        at += length + 12


def read(png: bytes) -> Record | None:
    """The record in a picture; None where there is none that we could have written."""
    for text in _texts(png):
        try:
            found: Any = json.loads(text)
            address, written = found["address"], found["written"]
            numbers = [found[name] for name in ("part", "count", "shown")]
            parts = urlsplit(address)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        fit = isinstance(address, str) and len(address) <= _LONGEST and address.isprintable()
        whole = parts.scheme in ("http", "https") and bool(parts.netloc) and bool(parts.fragment)
        numbered = all(isinstance(n, int) and not isinstance(n, bool) and 1 <= n <= _MOST for n in numbers)
        if not (fit and whole and numbered and isinstance(written, dict) and len(written) <= _MOST):
            return None
        part, count, shown = numbers
        return Record(address, part, {str(name): str(digest) for name, digest in written.items()}, count, shown)
    return None


def every_shape(shapes: Iterable[Any]) -> Iterator[Any]:
    """All shapes of a slide, also those that stand in groups."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every_shape(shape.shapes)
        else:
            yield shape


def of_slide(slide: Slide) -> tuple[Record, Any] | None:
    """The record of a slide, with the picture that holds it; None where a slide has none."""
    for shape in every_shape(slide.shapes):
        if shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
            try:
                blob = shape.image.blob
            except (KeyError, ValueError, AttributeError):  # a picture that is linked to, or gone
                continue
            if (found := read(blob)) is not None:
                return found, shape
    return None


def recorded(slide: Slide) -> tuple[Record, Any]:
    """The same of a slide that we have just made.

    Raises:
        LookupError: it has none.
    """
    found = of_slide(slide)
    if found is None:
        raise LookupError("a slide without its record")
    return found
