"""How sure places are: for each region the range of its place and the median, first place to the left."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import room
from components.theme import ROW, SIZE_SMALL, SIZE_TEXT, Palette, layout

TALL_ROW = 40  # pixels: where a name is broken into two lines


@dataclass(frozen=True)
class RankDot:
    """A region's place: the median, and the range that holds 90 % of the ways to compute it.

    Attributes:
        name: as the reader knows it; may be broken by "<br>".
        median, low, high: places, 1 is best.
        hover: the same in words.
        kind: "focus", "marked" or "peer".
    """

    name: str
    median: int
    low: int
    high: int
    hover: str
    kind: str = "peer"


def rank_range(places: Sequence[RankDot], colours: Palette, axis: str) -> dict[str, Any]:
    """A Plotly figure: a line from the best to the worst likely place, a dot at the median.

    Args:
        places: in the order to show, the first on top.
        colours: palette.
        axis: name of the axis.
    """
    colour = {"focus": colours.focus, "marked": colours.warning, "peer": colours.peer}
    rows = list(range(len(places)))
    data: list[dict[str, Any]] = []
    for kind in ("peer", "marked", "focus"):
        chosen = [row for row in rows if places[row].kind == kind]
        xs = [x for row in chosen for x in (places[row].low, places[row].high, None)]
        ys = [y for row in chosen for y in (row, row, None)]
        line = {"color": colour[kind], "width": 8 if kind == "focus" else 6}
        data.append(
            {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line, "opacity": 0.45, "hoverinfo": "skip"}
        )
        data.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [places[row].median for row in chosen],
                "y": chosen,
                "marker": {"size": 13 if kind == "focus" else 10, "color": colour[kind]},
                "cliponaxis": False,
                "customdata": [[places[row].name, places[row].hover] for row in chosen],
                "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
            }
        )
    worst = max((place.high for place in places), default=1)
    broken = any("<br>" in place.name for place in places)
    step = max(1, round(worst / 6))
    ticks = [1, *range(1 + step, worst + 1, step)]
    row, least = (TALL_ROW, 38) if broken else (ROW, 21)
    focus = room.position([place.kind for place in places])
    return {
        "data": data,
        "layout": layout(
            colours,
            height=row * len(places) + 56,
            meta=room.steps(len(places), row, 56, least=least, focus=focus),
            hovermode="closest",
            xaxis={
                "tickvals": ticks,
                "ticktext": [str(t) for t in ticks],
                "range": [0.5, worst + 0.5],
                "title": {"text": axis, "font": {"size": SIZE_SMALL, "color": colours.muted_text}, "standoff": 8},
            },
            yaxis={
                "tickmode": "array",
                "tickvals": rows,
                "ticktext": [f"<b>{p.name}</b>" if p.kind == "focus" else p.name for p in places],
                "range": [len(places) - 0.5, -0.5],
                "showgrid": False,
                "tickfont": {"size": SIZE_TEXT, "color": colours.text},
                "ticklabelstandoff": 6,
            },
        ),
    }
