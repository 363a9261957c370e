"""Simplified outlines whose common borders stay common: a border is simplified once, for both its neighbours.

Rings are cut into arcs where three or more lines meet; each arc is thinned by Douglas and Peucker's rule (1973)
between its fixed ends, in the same direction whichever region it belongs to.
"""

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from math import cos, hypot, radians

Point = tuple[float, float]
Ring = list[list[float]]
_SHRINK = cos(radians(55))  # a degree of longitude against one of latitude, in the middle of Europe
_DECIMALS = 2
_CORNERS = 4  # points of the least ring: a triangle and its first corner again


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the line between two others, in degrees of latitude."""
    x, y = (end[0] - start[0]) * _SHRINK, end[1] - start[1]
    px, py = (point[0] - start[0]) * _SHRINK, point[1] - start[1]
    length = hypot(x, y)
    if length == 0:
        return hypot(px, py)
    along = min(1.0, max(0.0, (px * x + py * y) / length**2))
    return hypot(px - along * x, py - along * y)


def _thinned(arc: tuple[Point, ...], tolerance: float) -> list[Point]:
    """The points of an arc that are further than the tolerance from what is drawn without them; its ends stay."""
    kept = {0, len(arc) - 1}
    spans = [(0, len(arc) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        distances = [_distance(arc[k], arc[first], arc[last]) for k in range(first + 1, last)]
        furthest = max(range(len(distances)), key=distances.__getitem__)
        if distances[furthest] > tolerance:
            middle = first + 1 + furthest
            kept.add(middle)
            spans += [(first, middle), (middle, last)]
    return [arc[k] for k in sorted(kept)]


def _cut(ring: list[Point], junctions: set[Point]) -> list[tuple[Point, ...]]:
    """A closed ring as arcs from junction to junction; an island, which has none, in two from its lowest point."""
    starts = [k for k, point in enumerate(ring) if point in junctions]
    if not starts:
        lowest = min(range(len(ring)), key=ring.__getitem__)
        turned = ring[lowest:] + ring[:lowest]
        far = max(range(len(turned)), key=lambda k: hypot(turned[k][0] - turned[0][0], turned[k][1] - turned[0][1]))
        return [tuple(turned[: far + 1]), (*turned[far:], turned[0])]
    turned = ring[starts[0] :] + ring[: starts[0]]
    ends = [*(start - starts[0] for start in starts), len(turned)]
    closed = [*turned, turned[0]]
    return [tuple(closed[a : b + 1]) for a, b in pairwise(ends)]


def simplified(outlines: Mapping[str, list[list[Ring]]], tolerance: float) -> dict[str, list[list[Ring]]]:
    """Outlines with fewer points, in the same order and winding.

    Args:
        outlines: by code, polygons of closed rings (the first of a polygon is its outer one).
        tolerance: how far, in degrees of latitude, a line may move. Rings that vanish are left out, but for the
            longest of each region, which stays as it is.
    """
    rings = {
        code: [[[(round(x, _DECIMALS), round(y, _DECIMALS)) for x, y, *_ in ring[:-1]] for ring in p] for p in polygons]
        for code, polygons in outlines.items()
    }
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for polygons in rings.values():
        for ring in (ring for polygon in polygons for ring in polygon):
            for point, following in zip(ring, ring[1:] + ring[:1], strict=True):
                if point != following:
                    neighbours[point].add(following)
                    neighbours[following].add(point)
    junctions = {point for point, around in neighbours.items() if len(around) > 2}
    thinned: dict[tuple[Point, ...], list[Point]] = {}

    def drawn(arc: tuple[Point, ...]) -> list[Point]:
        forward = min(arc, arc[::-1])
        if forward not in thinned:
            thinned[forward] = _thinned(forward, tolerance)
        return thinned[forward] if forward == arc else thinned[forward][::-1]

    def whole(ring: list[Point]) -> list[Point]:
        points = [point for arc in _cut(ring, junctions) for point in drawn(arc)[:-1]]
        return [p for k, p in enumerate(points) if p != points[k - 1]]

    rings_of = {}
    for code, polygons in rings.items():
        longest = max((polygon[0] for polygon in polygons), key=len)
        kept = []
        for polygon in polygons:
            new = [whole(ring) for ring in polygon]
            outer = polygon[0] if len(new[0]) < _CORNERS - 1 and polygon[0] is longest else new[0]
            if len(outer) >= _CORNERS - 1:
                closed = [ring for ring in (outer, *new[1:]) if len(ring) >= _CORNERS - 1]
                kept.append([[list(point) for point in (*ring, ring[0])] for ring in closed])
        rings_of[code] = kept
    return rings_of
