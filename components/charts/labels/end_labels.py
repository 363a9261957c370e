"""Names at the ends of lines, moved apart so that none lies on another."""

from collections.abc import Sequence
from typing import Any

from components.theme import SIZE_SMALL, SIZE_TEXT

_APART = 18  # pixels between two names
_FRAME = 60  # pixels of a chart's height that its axis and margins take
_NOTHING = 1e-9  # a span that is none: the figures are all the same
_LOW = (140, 180, 230, 290)  # heights of a chart in a window where all type is large


def end_label(x: float, y: float, name: str, colour: str, *, bold: bool) -> dict[str, Any]:
    """A name to the right of a line's last point, as an annotation."""
    return {
        "x": x,
        "y": y,
        "text": f"<b>{name}</b>" if bold else name,
        "showarrow": False,
        "xanchor": "left",
        "xshift": 10,
        "align": "left",
        "font": {"size": SIZE_TEXT if bold else SIZE_SMALL, "color": colour},
    }


def apart(labels: Sequence[dict[str, Any]], span: Sequence[float], height: int) -> list[dict[str, Any]]:
    """The labels that stand at the same end, shifted; they stay apart where the chart is drawn higher.

    Args:
        labels: as `end_label` makes them.
        span: values that the axis holds.
        height: of the chart, pixels.
    """
    if len(labels) < 2 or not span:
        return list(labels)
    reach = max(span) - min(span)
    pixels = (height - _FRAME) / (reach if reach > _NOTHING else 1.0)
    floor = float("inf")
    moved = []
    for label in sorted(labels, key=lambda label: -label["y"]):
        at = label["y"] * pixels
        placed = min(at, floor - _APART)
        moved.append({**label, "yshift": placed - at})
        floor = placed
    return moved


def at_heights(
    labels: Sequence[dict[str, Any]], span: Sequence[float], height: int
) -> list[tuple[float, float, list[dict[str, Any]]]]:
    """The same for lower heights, and last for the one given: width and height from which they hold, and the labels."""
    heights = [*(low for low in _LOW if low < height), height]
    return [(0, 0 if k == 0 else high, apart(labels, span, high)) for k, high in enumerate(heights)]
