"""All of Europe's regions as a swarm of dots along one axis; the focus region and its peers are named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import room
from components.charts.labels.swarm import fitting, flags
from components.theme import SIZE_SMALL, SIZE_TEXT, Palette, layout

HEIGHT = 350  # the same for every figure, so that nothing below moves
_WIDTH = 1080  # of the dots' area on a usual screen; they keep clear of each other from here on
_WIDTHS = (400, 540, 760)  # of the dots' area; names keep clear of each other from each on, and it has its own names
_DIAMETERS = (10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0)
_SWARM, _LANE, _LANES = 170, 20, 6
_AXIS = 34  # room for the axis and its numbers
_LETTER = 0.58  # width of a letter against the size of the text


@dataclass(frozen=True)
class AxisDot:
    """A region on the axis; `kind` is "focus", "marked", "peer" or "other"."""

    name: str
    value: float
    kind: str


def distribution(dots: Sequence[AxisDot], colours: Palette, say: Callable[[float], str]) -> dict[str, Any]:
    """A Plotly figure: a dot a region, as near the axis as the others allow, its name on a flag above.

    Args:
        dots: regions in any order; those of kind "other" are named when pointed at only.
        colours: palette.
        say: a value as text in the reader's language.
    """
    low, high = min(d.value for d in dots), max(d.value for d in dots)
    spread = (high - low) or 1.0
    shares = [(d.value - low) / spread for d in dots]
    diameter, across = fitting(tuple(share * _WIDTH for share in shares), _DIAMETERS, _SWARM)
    colour = {"focus": colours.focus, "marked": colours.warning, "peer": colours.reference, "other": colours.other}
    data = []
    for kind in ("other", "peer", "marked", "focus"):
        chosen = [k for k, d in enumerate(dots) if d.kind == kind]
        data.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [dots[k].value for k in chosen],
                "y": [round(across[k], 2) for k in chosen],
                "marker": {
                    "size": diameter + (6 if kind == "focus" else 2 if kind == "marked" else 0),
                    "color": colour[kind],
                    "line": {"width": 0.75, "color": colours.background},
                },
                "cliponaxis": False,
                "customdata": [[dots[k].name, say(dots[k].value)] for k in chosen],
                "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
            }
        )
    rank = {"focus": 0, "marked": 1, "peer": 2}
    named = sorted((k for k, d in enumerate(dots) if d.kind in rank), key=lambda k: rank[dots[k].kind])
    top = _SWARM / 2 + _LANE / 2
    every = [_names(dots, named, shares, across, top, colour, width) for width in _WIDTHS]
    # Where room is short, the first name stays: Osloregionen's.
    sizes = [(0, 0, every[0][:1]), *((width + 16, 0, names) for width, names in zip(_WIDTHS, every, strict=True))]
    return {
        "data": data,
        "layout": layout(
            colours,
            height=HEIGHT,
            hovermode="closest",
            margin={"l": 8, "r": 8, "t": 4, "b": _AXIS},
            xaxis={
                "showgrid": False,
                "nticks": 7,
                "range": [low - 0.01 * spread, high + 0.01 * spread],
                "showline": True,
                "automargin": False,
            },
            yaxis={"visible": False, "range": [-_SWARM / 2 - 8, HEIGHT - _AXIS - 4 - _SWARM / 2 - 8]},
            annotations=sizes[-1][-1],
            meta={**room.sizes(*sizes), "swarm": {"high": _SWARM, "wide": _WIDTH, "over": top, "lane": _LANE}},
        ),
    }


def _names(
    dots: Sequence[AxisDot],
    named: Sequence[int],
    shares: Sequence[float],
    across: Sequence[float],
    top: float,
    colour: dict[str, str],
    width: float,
) -> list[dict[str, Any]]:
    """The names on their masts; the focus region's comes first."""
    texts = [dots[k].name for k in named]
    sizes = [SIZE_TEXT if dots[k].kind != "peer" else SIZE_SMALL for k in named]
    widths = [_LETTER * size * len(text) + 12 for text, size in zip(texts, sizes, strict=True)]
    annotations = []
    for flag in flags([shares[k] * width for k in named], widths, width, _LANES):
        dot, height = dots[named[flag.name]], top + flag.lane * _LANE
        strong = dot.kind != "peer"
        annotations.append(
            {
                "x": dot.value,
                "y": round(across[named[flag.name]], 2),
                "ax": dot.value,
                "ay": height,
                "axref": "x",
                "ayref": "y",
                "text": f"<b>{texts[flag.name]}</b>" if strong else texts[flag.name],
                "xanchor": "right" if flag.leftwards else "left",
                "yanchor": "bottom",
                "showarrow": True,
                "arrowhead": 0,
                "arrowwidth": 1.5 if strong else 0.75,
                "arrowcolor": colour[dot.kind],
                "borderpad": 0,
                "font": {"size": sizes[flag.name], "color": colour[dot.kind]},
            }
        )
    return annotations
