"""A ranking: one bar a region, best on top, named and numbered directly."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import room
from components.theme import ROW, SIZE_SMALL, SIZE_TEXT, Palette, layout


@dataclass(frozen=True)
class Bar:
    """A region in a ranking.

    Attributes:
        name: as the reader knows it.
        value: length of the bar.
        label: the value in words and unit.
        hover: what else there is to say.
        kind: "focus", "marked", "peer" or "reference" (a country or the EU, not ranked).
    """

    name: str
    value: float
    label: str
    hover: str = ""
    kind: str = "peer"


def ranking(bars: Sequence[Bar], colours: Palette) -> dict[str, Any]:
    """A Plotly figure of bars in the order given, the first on top."""
    colour = {"focus": colours.focus, "peer": colours.peer, "reference": colours.peer_soft, "marked": colours.warning}
    names = [
        f"<b>{b.name}</b>" if b.kind == "focus" else f"<i>{b.name}</i>" if b.kind == "reference" else b.name
        for b in bars
    ]
    rows = list(range(len(bars)))
    low, high = min([0.0, *(b.value for b in bars)]), max([0.0, *(b.value for b in bars)])
    longest = max((len(b.label) for b in bars), default=0)
    # Room for the labels beyond the bars' ends, on a phone too, where bars to both sides share the little there is.
    room_for = max(0.16, 0.09 * longest) if low < 0 else max(0.16, 0.05 * longest)
    beyond = (high - low) * min(0.5 if low < 0 else 0.4, room_for)
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [b.value for b in bars],
        "y": rows,
        "marker": {"color": [colour[b.kind] for b in bars]},
        "text": [f"<b>{b.label}</b>" if b.kind == "focus" else b.label for b in bars],
        "textposition": "outside",
        "textfont": {"size": SIZE_SMALL, "color": colours.text},
        "constraintext": "none",
        "cliponaxis": False,
        "hovertemplate": [f"<b>{b.name}</b><br>{b.hover or b.label}<extra></extra>" for b in bars],
    }
    return {
        "data": [trace],
        "layout": layout(
            colours,
            height=ROW * len(bars) + 16,
            bargap=0.28,
            meta=room.steps(len(bars), ROW, 16, least=20, focus=room.position([b.kind for b in bars])),
            xaxis={"visible": False, "range": [low - (beyond if low < 0 else 0), high + beyond]},
            yaxis={
                "tickmode": "array",
                "tickvals": rows,
                "ticktext": names,
                "range": [len(bars) - 0.5, -0.5],
                "showgrid": False,
                "tickfont": {"size": SIZE_TEXT, "color": colours.text},
                "ticklabelstandoff": 6,
            },
        ),
    }
