"""A QR code as a picture."""

import io

import segno

from components.theme import LIGHT

_MASKS = 8  # that a QR code may have


def code(address: str, part: int = 1) -> bytes:
    """The QR code of an address as PNG, as small as it gets: the more modules, the harder for a telephone.

    Args:
        address: where it leads.
        part: which of the slides of that address it stands on, from 1. Each gets a pattern of its own that reads the
            same: LibreOffice keeps only one of pictures that look alike, and each picture holds its slide's record.
    """
    turn, mask = divmod(part + 2, _MASKS)
    out = io.BytesIO()
    segno.make(address, error="l", micro=False, boost_error=False, mask=mask).save(
        out, kind="png", scale=5, border=2 + turn, dark=LIGHT.text, light=LIGHT.background
    )
    return out.getvalue()
