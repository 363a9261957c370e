"""Outlines of regions as GeoJSON: wound the way that maps on a sphere need, and simplified for the screen."""

import json
from functools import cache
from typing import Any

from data_sources.settings import PROJECT
from data_sources.snapshot.simplify import simplified

FOLDER = PROJECT / "data_sources" / "snapshot" / "outlines"
REGIONS, COUNTRIES = "nuts2_2021", "europe"  # the files that a map of Europe draws
# Degrees: less than a pixel of a map that shows Europe on a large screen. Files not named stay as they are.
TOLERANCE = {REGIONS: 0.03, COUNTRIES: 0.06}

Ring = list[list[float]]


def _turns_left(ring: Ring) -> bool:
    """Whether a ring runs counter-clockwise (shoelace formula, longitude and latitude as plane)."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0, *_), (x1, y1, *_) in pairs) > 0


def _wound(polygon: list[Ring]) -> list[Ring]:
    outer, *holes = polygon
    return [
        outer[::-1] if _turns_left(outer) else outer,
        *(hole if _turns_left(hole) else hole[::-1] for hole in holes),
    ]


def wound_clockwise(collection: dict[str, Any]) -> dict[str, Any]:
    """The collection with outer rings clockwise and holes the other way: the other order paints the whole globe."""
    for feature in collection["features"]:
        geometry = feature["geometry"]
        if geometry["type"] == "Polygon":
            geometry["coordinates"] = _wound(geometry["coordinates"])
        elif geometry["type"] == "MultiPolygon":
            geometry["coordinates"] = [_wound(polygon) for polygon in geometry["coordinates"]]
    return collection


def for_screen(collection: dict[str, Any], tolerance: float) -> dict[str, Any]:
    """The collection with simplified outlines, each feature a MultiPolygon with its code as `id`, wound clockwise.

    Args:
        collection: features with `id` among their properties.
        tolerance: how far a line may move, in degrees of latitude.
    """
    features = {feature["properties"]["id"]: feature for feature in collection["features"]}

    def polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
        shapes: list[list[Ring]] = geometry["coordinates"]
        return [geometry["coordinates"]] if geometry["type"] == "Polygon" else shapes

    outlines = simplified({code: polygons(f["geometry"]) for code, f in features.items()}, tolerance)
    made = [
        {
            "type": "Feature",
            "id": code,
            "properties": features[code]["properties"],
            "geometry": {"type": "MultiPolygon", "coordinates": outline},
        }
        for code, outline in outlines.items()
    ]
    return wound_clockwise({"type": "FeatureCollection", "features": made})


@cache  # constant: outlines that ship
def _names(file: str) -> dict[str, str]:
    features = json.loads((FOLDER / f"{file}.geojson").read_bytes())["features"]
    return {feature["properties"]["id"]: feature["properties"]["name"] for feature in features}


def _codes(file: str) -> frozenset[str]:
    return frozenset(_names(file))


def names() -> dict[str, str]:
    """What the outlines of the NUTS 2 regions call them, by code."""
    return _names(REGIONS)


def regions() -> frozenset[str]:
    """Codes of the NUTS 2 regions that have an outline."""
    return _codes(REGIONS)


def countries_around() -> frozenset[str]:
    """Codes of the countries without NUTS 2 regions that lie around the others."""
    return _codes(COUNTRIES) - {code[:2] for code in regions()}
