"""A year by months: the focus region's line and another's, their highest and lowest months pointed out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import room
from components.charts.labels.end_labels import at_heights, end_label
from components.theme import Palette, layout

HEIGHT = 320
_TICKS = (1, 4, 7, 10)  # every third month has room for its name on a phone


@dataclass(frozen=True)
class Year:
    """Twelve figures of one region; `kind` is "focus" or "beside"."""

    name: str
    values: Sequence[float]
    kind: str


def months(
    years: Sequence[Year],
    names: Sequence[str],
    ceiling: float,
    colours: Palette,
    say: Callable[[float], str],
    numbers: Mapping[int, str],
) -> dict[str, Any]:
    """A Plotly figure of lines from January to December.

    Args:
        years: the focus region's last, so that it lies on top.
        names: of the twelve months, short.
        ceiling: upper end of the axis, the same for charts that stand beside each other.
        colours: palette.
        say: a value as text in the reader's language.
        numbers: values that the axis names, as text.
    """
    colour = {"focus": colours.focus, "beside": colours.warning}
    data: list[dict[str, Any]] = []
    labels: list[dict[str, Any]] = []
    for year in years:
        peak, low = (pick(range(12), key=year.values.__getitem__) for pick in (max, min))
        data.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": list(range(1, 13)),
                "y": list(year.values),
                "line": {"color": colour[year.kind], "width": 3 if year.kind == "focus" else 2},
                "marker": {
                    "size": [10 if k in (peak, low) else 5 for k in range(12)],
                    "symbol": "circle" if year.kind == "focus" else "diamond",
                    "color": colour[year.kind],
                    "opacity": 1,
                },
                "customdata": [[names[k], say(year.values[k])] for k in range(12)],
                "hovertemplate": f"<b>{year.name}</b>, %{{customdata[0]}}: %{{customdata[1]}}<extra></extra>",
                "cliponaxis": False,
            }
        )
        bold = year.kind == "focus"
        labels.append(end_label(12, year.values[-1], year.name, colour[year.kind], bold=bold))
    sizes = at_heights(labels, (0, ceiling), HEIGHT)
    return {
        "data": data,
        "layout": layout(
            colours,
            height=HEIGHT,
            hovermode="closest",
            margin={"l": 8, "r": 124, "t": 12, "b": 8},
            xaxis={
                "tickmode": "array",
                "tickvals": list(_TICKS),
                "ticktext": [names[k - 1] for k in _TICKS],
                "tickangle": 0,
                "showgrid": False,
                "range": [0.7, 12.2],
            },
            yaxis={"range": [0, ceiling], "tickvals": list(numbers), "ticktext": list(numbers.values())},
            annotations=sizes[-1][-1],
            meta=room.sizes(*sizes),
        ),
    }
