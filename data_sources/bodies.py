"""Bodies of answers on their way to a file: unpacked, hashed, and never larger than allowed."""

import hashlib
import itertools
import zlib
from collections.abc import Iterator
from pathlib import Path

from data_sources.errors import NotData, TooLarge, Truncated

_GZIP = b"\x1f\x8b"
_PIECE = 1 << 18  # bytes unpacked at a time: a few packed bytes can hold gigabytes
_LAYERS = 2  # a packed file that a server packed once more for the way


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Gzip unpacked, piece by piece, several members one after the other.

    Raises:
        NotData: damaged.
        Truncated: it ends before its end.
    """
    member = zlib.decompressobj(wbits=31)
    try:
        for piece in pieces:
            rest = piece
            while rest:
                if member.eof:
                    if not rest.startswith(_GZIP[:1]):
                        return  # padding behind the last member
                    member = zlib.decompressobj(wbits=31)
                yield member.decompress(rest, _PIECE)
                rest = member.unused_data if member.eof else member.unconsumed_tail
        while not member.eof and (more := member.decompress(b"", _PIECE)):
            yield more
    except zlib.error as error:
        raise NotData("The answer is packed, and damaged.", detail=str(error)) from error
    if not member.eof:
        raise Truncated("The packed answer ends before its end.")


def unpacked(pieces: Iterator[bytes], layers: int = _LAYERS) -> Iterator[bytes]:
    """The body without gzip around it, told by its first bytes: servers say it in no header, or falsely."""
    head = b""
    for piece in pieces:
        head += piece
        if len(head) >= len(_GZIP):
            break
    whole = itertools.chain([head], pieces)
    if layers and head.startswith(_GZIP):
        yield from unpacked(_inflated(whole), layers - 1)
    else:
        yield from whole


def bounded(pieces: Iterator[bytes], largest: int) -> Iterator[bytes]:
    """The pieces, up to `largest` bytes.

    Raises:
        TooLarge: there are more.
    """
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > largest:
            raise TooLarge(f"The answer is larger than {largest:,} bytes.")
        yield piece


def save(pieces: Iterator[bytes], path: Path, largest: int) -> str:
    """Write a body to a file, unpacked; packed and unpacked it may have `largest` bytes.

    Returns:
        SHA-256 of the file.

    Raises:
        NotData, TooLarge, Truncated: what is left in the file is of no use.
    """
    sha = hashlib.sha256()
    with path.open("wb") as file:
        for piece in bounded(unpacked(bounded(pieces, largest)), largest):
            sha.update(piece)
            file.write(piece)
    return sha.hexdigest()
