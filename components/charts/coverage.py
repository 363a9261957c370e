"""Which regions have a figure for which years: a row a region, a square a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import room
from components.theme import SIZE_SMALL, Palette, layout

_ROW = 21  # pixels
_FEW_YEARS = 14  # with more the squares of a phone have no room for a letter


@dataclass(frozen=True)
class CoverageRow:
    """A region.

    Attributes:
        name: as the reader knows it.
        cells: for each year the figure in words, "" where there is none.
        flags: for each year the publisher's letters.
        focus: whether it is the focus region.
    """

    name: str
    cells: Sequence[str]
    flags: Sequence[str]
    focus: bool = False


def coverage(strips: Sequence[CoverageRow], years: Sequence[str], colours: Palette, missing: str) -> dict[str, Any]:
    """A Plotly figure, the first region on top.

    Args:
        strips: regions, each with a cell a year.
        years: in order.
        colours: palette.
        missing: what hovering says where there is no figure.
    """

    def kind(strip: CoverageRow, at: int) -> int:
        if not strip.cells[at]:
            return 0
        return (3 if strip.focus else 1) + bool(strip.flags[at])

    # Squares with a letter are light enough for it; where there is no figure the page shows through.
    shades = [colours.background, colours.reference, colours.peer_soft, colours.focus, colours.focus_soft]
    scale = [[(k + edge) / len(shades), shade] for k, shade in enumerate(shades) for edge in (0, 1)]
    return {
        "data": [
            {
                "type": "heatmap",
                "x": list(years),
                "y": list(range(len(strips))),
                "z": [[kind(strip, at) + 0.5 for at in range(len(years))] for strip in strips],
                "zmin": 0,
                "zmax": len(shades),
                "colorscale": scale,
                "showscale": False,
                "xgap": 2,
                "ygap": 3,
                "text": [[flag if len(years) <= _FEW_YEARS else "" for flag in strip.flags] for strip in strips],
                "texttemplate": "%{text}",
                "textfont": {"size": 12, "color": colours.text},
                "customdata": [
                    [
                        f"<b>{strip.name}</b>, {year}<br>{cell or missing}{f' ({flag})' if flag else ''}"
                        for year, cell, flag in zip(years, strip.cells, strip.flags, strict=True)
                    ]
                    for strip in strips
                ],
                "hovertemplate": "%{customdata}<extra></extra>",
            }
        ],
        "layout": layout(
            colours,
            height=_ROW * len(strips) + 34,
            hovermode="closest",
            meta=room.steps(len(strips), _ROW, 34, least=19),
            margin={"l": 8, "r": 8, "t": 4, "b": 24},
            xaxis={"type": "category", "showgrid": False, "nticks": 6, "tickformat": "", "tickangle": 0},
            yaxis={
                "tickmode": "array",
                "tickvals": list(range(len(strips))),
                "ticktext": [f"<b>{s.name}</b>" if s.focus else s.name for s in strips],
                "range": [len(strips) - 0.5, -0.5],
                "showgrid": False,
                "tickfont": {"size": SIZE_SMALL, "color": colours.text},
                "ticks": "",
                "ticklabelstandoff": 6,
            },
        ),
    }
