"""Names at the ends of lines, moved apart so that none lies on another."""

from collections.abc import Sequence
from typing import Any

from components.theme import SIZE_SMALL, SIZE_TEXT

_APART = 18  # pixels between two names
_FRAME = 60  # pixels of a chart's height that its axis and margins take


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


def move_apart(labels: list[dict[str, Any]], span: Sequence[float], height: int) -> None:
    """Shift labels that stand at the same end.

    Args:
        labels: changed in place.
        span: values that the axis holds.
        height: of the chart, pixels.
    """
    if len(labels) < 2 or not span:
        return
    pixels = (height - _FRAME) / ((max(span) - min(span)) or 1.0)
    floor = float("inf")
    for label in sorted(labels, key=lambda label: -label["y"]):
        at = label["y"] * pixels
        placed = min(at, floor - _APART)
        label["yshift"] = placed - at
        floor = placed
