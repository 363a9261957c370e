"""Outlines of regions as GeoJSON, wound the way that maps on a sphere need."""

from typing import Any

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
