"""A map of Europe as a picture, in the projection and the colours of the page's own map."""

import io
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from math import cos, radians, sin, sqrt
from typing import Any

from PIL import Image, ImageDraw

from components.charts.areas import OUTLINES, SURROUNDINGS
from components.export.slides.drawn import Areas
from components.theme import LIGHT

Outlines = Callable[[str], Mapping[str, Any]]  # GeoJSON by its address on our server
WIDE, HIGH = 1100, 1180  # pixels
_OVER = 2  # drawn larger, then made smaller, so that edges are smooth
_LON, _LAT = radians(10), radians(52)
Ring = list[tuple[float, float]]


def _projected(lon: float, lat: float) -> tuple[float, float]:
    """Lambert's equal-area projection about the middle of Europe."""
    x, y = radians(lon) - _LON, radians(lat)
    k = sqrt(2 / (1 + sin(_LAT) * sin(y) + cos(_LAT) * cos(y) * cos(x)))
    return k * cos(y) * sin(x), k * (cos(_LAT) * sin(y) - sin(_LAT) * cos(y) * cos(x))


_X = (-0.235, 0.245)
_Y = (-0.31, 0.345)


def _pixel(lon: float, lat: float) -> tuple[float, float]:
    x, y = _projected(lon, lat)
    scale = min(WIDE / (_X[1] - _X[0]), HIGH / (_Y[1] - _Y[0])) * _OVER
    return (x - _X[0]) * scale, (_Y[1] - y) * scale


def _rings(feature: Mapping[str, Any]) -> Iterator[Ring]:
    """The outer ring of each part of an area."""
    geometry = feature["geometry"]
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for part in parts:
        yield [_pixel(*point[:2]) for point in part[0]]


@lru_cache(maxsize=4)  # constant: outlines that ship
def _outlines(load: Outlines, address: str) -> dict[str, list[Ring]]:
    return {str(one["id"]): list(_rings(one)) for one in load(address)["features"]}


def picture(shown: Areas, load: Outlines) -> bytes:
    """The map as PNG.

    Args:
        shown: which areas, in which colours.
        load: gives GeoJSON by its address on our server.
    """
    image = Image.new("RGB", (WIDE * _OVER, HIGH * _OVER), LIGHT.background)
    draw = ImageDraw.Draw(image)
    thin = _OVER
    for rings in _outlines(load, SURROUNDINGS).values():
        for ring in rings:
            draw.polygon(ring, fill=LIGHT.surface, outline=LIGHT.line)
    areas = _outlines(load, OUTLINES)
    for code, colour in shown.fills:
        for ring in areas.get(code, ()):
            edge = LIGHT.peer if colour == LIGHT.background else LIGHT.background
            draw.polygon(ring, fill=colour, outline=edge, width=thin)
    for code, colour, width in shown.outlined:
        for ring in areas.get(code, ()):
            draw.line([*ring, ring[0]], fill=colour, width=round(width * _OVER * 1.4), joint="curve")
    small = image.resize((WIDE, HIGH), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()
