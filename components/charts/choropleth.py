"""Europe's regions coloured by class: the higher the figure, the stronger the colour."""

from collections.abc import Sequence
from typing import Any

from components.charts.areas import OUTLINES, SURROUNDINGS, Area
from components.theme import SIZE_SMALL, SIZE_TEXT, Palette, layout

_LEGEND = 210  # width of the row of classes, pixels
_BAR = 12
_TOP = 64  # room for the legend
# Lambert's equal-area projection about the middle of Europe, as Eurostat's own maps.
_VIEW = {
    "projection": {"type": "azimuthal equal area", "rotation": {"lon": 10, "lat": 52}},
    "lonaxis": {"range": [-11, 34]},
    "lataxis": {"range": [34.5, 71.5]},
}


def _areas(chosen: Sequence[Area], **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - Plotly's own keys
    """A trace of areas; `z` has no meaning unless given."""
    return {
        "type": "choropleth",
        "geojson": OUTLINES,
        "locations": [area.code for area in chosen],
        "z": [0] * len(chosen),
        "showscale": False,
        "customdata": [[area.name, area.label] for area in chosen],
        "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
        **changes,
    }


def _plain(colour: str) -> list[list[float | str]]:
    return [[0, colour], [1, colour]]


def _border(chosen: Sequence[Area], colour: str, width: float) -> dict[str, Any]:
    """The bare outlines of some areas, above the others; what lies under them answers the pointer."""
    clear = "rgba(0,0,0,0)"
    line = {"line": {"color": colour, "width": width}}
    return _areas(chosen, colorscale=_plain(clear), marker=line, hoverinfo="skip", hovertemplate=None)


def _scale(colours: Palette, classes: int) -> list[list[float | str]]:
    """A colour for each class, without passages between them; fewer classes take the outer colours."""
    chosen = [colours.scale[round(k * (len(colours.scale) - 1) / max(1, classes - 1))] for k in range(classes)]
    return [[edge / classes, colour] for k, colour in enumerate(chosen) for edge in (k, k + 1)]


def choropleth(
    areas: Sequence[Area],
    classes: Sequence[int | None],
    bounds: Sequence[str],
    surroundings: Sequence[str],
    colours: Palette,
    *,
    unit: str,
    missing: str,
    height: int = 540,
) -> dict[str, Any]:
    """A Plotly figure of Europe.

    Args:
        areas: regions that have an outline.
        classes: of each region, 0 the lowest; None where it has no figure.
        bounds: the bounds between the classes, as text, one fewer than there are classes.
        surroundings: codes of the countries around.
        colours: palette.
        unit: stands over the classes.
        missing: the word for regions without a figure.
        height: pixels.
    """
    coloured = [(area, number) for area, number in zip(areas, classes, strict=True) if number is not None]
    without = [area for area, number in zip(areas, classes, strict=True) if number is None]
    count = len(bounds) + 1
    thin = {"line": {"color": colours.background, "width": 0.5}}
    data = [
        {
            "type": "choropleth",
            "geojson": SURROUNDINGS,
            "locations": list(surroundings),
            "z": [0] * len(surroundings),
            "colorscale": _plain(colours.surface),
            "showscale": False,
            "marker": thin,
            "hoverinfo": "skip",
        }
    ]
    if without:
        line = {"line": {"color": colours.peer, "width": 0.5}}
        data.append(_areas(without, colorscale=_plain(colours.background), marker=line))
    if coloured:
        shown = [area for area, _ in coloured]
        data.append(
            _areas(
                shown,
                z=[number for _, number in coloured],
                zmin=-0.5,
                zmax=count - 0.5,
                colorscale=_scale(colours, count),
                marker=thin,
                showscale=bool(bounds),
                colorbar=_legend(bounds, unit, colours),
            )
        )
    data.append(_border([a for a in areas if a.kind == "peer"], colours.text, 1.2))
    named = [a for kind in ("marked", "focus") for a in areas if a.kind == kind]
    for area in named:
        colour = colours.focus if area.kind == "focus" else colours.warning
        data += [_border([area], colours.background, 4), _border([area], colour, 2)]
        data.append(
            {
                "type": "scattergeo",
                "geojson": OUTLINES,
                "locationmode": "geojson-id",
                "locations": [area.code],
                "mode": "text",
                "text": [f"<b>{area.name}</b><br> "],  # the empty line lifts the name off the region
                "textposition": "top center",
                "textfont": {
                    "size": SIZE_TEXT,
                    "color": colour,
                    "shadow": ", ".join([f"0 0 3px {colours.background}"] * 4),
                },
                "hoverinfo": "skip",
            }
        )
    return {
        "data": data,
        "layout": layout(
            colours,
            height=height,
            hovermode="closest",
            meta={"legend": {"high": _TOP, "wide": _LEGEND + 20}},
            margin={"l": 0, "r": 0, "t": _TOP, "b": 0},
            geo={
                **_VIEW,
                "showframe": False,
                "showcoastlines": False,
                "bgcolor": "rgba(0,0,0,0)",
                "domain": {"x": [0, 1], "y": [0, 1]},
            },
            **(_missing_sign(missing, colours, beside=bool(bounds)) if without else {}),
        ),
    }


def _legend(bounds: Sequence[str], unit: str, colours: Palette) -> dict[str, Any]:
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "lenmode": "pixels",
        "len": _LEGEND,
        "thickness": _BAR,
        "xpad": 0,
        "ypad": 0,
        "outlinewidth": 0,
        "title": {"text": unit, "side": "top", "font": {"size": SIZE_SMALL, "color": colours.muted_text}},
        "tickvals": [k + 0.5 for k in range(len(bounds))],
        "ticktext": list(bounds),
        "tickangle": 0,
        "tickfont": {"size": SIZE_SMALL, "color": colours.muted_text},
    }


def _missing_sign(text: str, colours: Palette, *, beside: bool) -> dict[str, Any]:
    """The colour of regions without a figure, named, beside the classes."""
    left = _LEGEND + 20 if beside else 0
    sign = {
        "type": "rect",
        "xref": "paper",
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": 0,
        "yanchor": 1,
        "x0": left,
        "x1": left + 18,
        "y0": 22,
        "y1": 22 + _BAR,
        "fillcolor": colours.background,
        "line": {"color": colours.peer, "width": 1},
    }
    label = {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": left + 24,
        "yshift": 22 + _BAR / 2,
        "text": text,
        "showarrow": False,
        "font": {"size": SIZE_SMALL, "color": colours.muted_text},
    }
    return {"shapes": [sign], "annotations": [label]}
