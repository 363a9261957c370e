"""Recorded pieces of a page, and the charts among them."""

from collections.abc import Iterator
from typing import Any

Piece = dict[str, Any]


def charts(pieces: list[Any]) -> Iterator[Piece]:
    """Every chart among recorded pieces."""
    for piece in pieces:
        if isinstance(piece, list):
            yield from charts(piece)
        elif piece["kind"] == "chart":
            yield piece
        else:
            yield from charts(piece.get("inside", []))
