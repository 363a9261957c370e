"""How a picture uses the room it gets: what its rows are, and what stands elsewhere where there is more or less room.

A chart does not know how large it will be drawn: a phone, a page and a whole window give it different room. What
differs with it belongs to the picture and stands in the figure's `layout.meta`, where the scripts find it:

- `sizes`: names and marks for a width and height and more; the last that fits counts (components/script/charts.js);
- `rows`, `panels`, `swarm`, `circles`, `beads`, `legend`: what a picture is made of, for the page of a figure alone,
  which shows as much at a time as can be read (components/script/figure.js, screens.js). Without them a picture takes
  any height.
"""

from collections.abc import Sequence
from typing import Any


def rows(
    edges: Sequence[float],
    pixels: float,
    around: float,
    *,
    least: float,
    head: float = 0,
    focus: int | None = None,
    headings: Sequence[float] = (),
) -> dict[str, Any]:
    """A picture whose height follows its rows.

    Args:
        edges: where rows begin on the axis upwards, and where the last ends; a picture is parted at these only.
        pixels: height of one unit of that axis, as drawn on pages.
        around: pixels over and under the rows, for the axis.
        least: the smallest height of a unit at which nothing in a row touches its neighbour, pixels.
        head: units over the first row whose words hold for all, and are repeated.
        focus: position of the focus region's row.
        headings: rows on the same axis that name those under them, and are repeated where these are parted.
    """
    room = {"edges": list(edges), "pixels": pixels, "around": around, "least": least, "head": head}
    return {"rows": {**room, "focus": focus, "headings": list(headings)}}


def steps(count: int, pixels: float, around: float, *, least: float, focus: int | None = None) -> dict[str, Any]:
    """Rows at 0, 1, 2 … of the axis upwards."""
    return rows([k - 0.5 for k in range(count + 1)], pixels, around, least=least, focus=focus)


def sizes(*variants: tuple[float, float, Sequence[dict[str, Any]]]) -> dict[str, Any]:
    """What stands elsewhere where there is more or less room.

    Args:
        variants: the least width and height of the whole picture, pixels, and the annotations that hold from there on.
            Those of the last variant begin the layout's annotations; each other variant's may take their place.
    """
    return {"sizes": [{"from": [w, h], "annotations": list(notes)} for w, h, notes in variants]}


def beads(aside: float) -> dict[str, Any]:
    """Circles that would lie on each other in a low picture.

    Args:
        aside: how far one of them then stands from its place, on the axis across.
    """
    return {"beads": {"aside": aside}}


def position(kinds: Sequence[str]) -> int | None:
    """Where the focus region stands among kinds of rows."""
    return kinds.index("focus") if "focus" in kinds else None
