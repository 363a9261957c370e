"""A QR code as a picture."""

import io

import segno

from components.theme import LIGHT


def code(address: str) -> io.BytesIO:
    """The QR code of an address as PNG, as small as it gets: the more modules, the harder for a telephone."""
    out = io.BytesIO()
    segno.make(address, error="l", micro=False, boost_error=False, mask=3).save(
        out, kind="png", scale=5, border=2, dark=LIGHT.text, light=LIGHT.background
    )
    out.seek(0)
    return out
