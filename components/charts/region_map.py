"""The map of the region's inside: municipalities, commuting into Oslo as arcs, clusters as points. No tiles."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pydeck as pdk

from components.theme import FONT, Palette

OUTLINES = "/assets/outlines/municipalities_2024.geojson"
HEIGHT = 480
# So far out that a phone shows all of it.
_VIEW = {"latitude": 60.8, "longitude": 10.17, "zoom": 5.3, "pitch": 0}
_NEAR = 0.8  # degrees: two names beside each other need more
_WIDEST = 14.0  # pixels: the arc with the most people
_FONT = pdk.types.String(FONT.replace('"', "'"))
_ON_TOP = {"depthCompare": "always"}  # what comes later lies above what came before


@dataclass(frozen=True)
class Arc:
    """People on their way: where from, how many, and what to say when it is pointed at."""

    start: tuple[float, float]
    end: tuple[float, float]
    people: float
    title: str
    text: str


@dataclass(frozen=True)
class ClusterPlace:
    """A place with one or more clusters: longitude and latitude, how many, and what to say."""

    at: tuple[float, float]
    count: int
    title: str
    text: str


@dataclass(frozen=True)
class RegionMap:
    """What the map shows, as a value.

    Attributes:
        arcs: drawn with a width in proportion to the people; may be empty.
        places: drawn as points with the number of clusters; may be empty.
        instead: said where the browser cannot draw it.
    """

    arcs: tuple[Arc, ...]
    places: tuple[ClusterPlace, ...]
    instead: str


class _Compact(pdk.Deck):  # type: ignore[misc] # pydeck has no types
    """Pydeck writes JSON with indentation: several times the size."""

    def to_json(self) -> str:
        return json.dumps(json.loads(super().to_json()), ensure_ascii=False, separators=(",", ":"))


def _rgb(colour: str, opacity: int = 255) -> list[int]:
    return [*(int(colour[start : start + 2], 16) for start in (1, 3, 5)), opacity]


def deck(shown: RegionMap, colours: Palette) -> pdk.Deck:
    """The map as a pydeck object; the browser fetches the outlines from our own server."""
    arcs, places = shown.arcs, shown.places
    most = max((arc.people for arc in arcs), default=1.0)
    layers = [
        pdk.Layer(
            "GeoJsonLayer",
            id="municipalities",
            data=OUTLINES,
            get_fill_color=_rgb(colours.surface),
            get_line_color=_rgb(colours.peer),
            line_width_min_pixels=1,
        )
    ]
    if arcs:
        layers.append(
            pdk.Layer(
                "ArcLayer",
                id="commuting",
                data=[
                    asdict(arc) | {"width": round(max(1.0, _WIDEST * arc.people / most), 1)}
                    for arc in sorted(arcs, key=lambda arc: arc.people)
                ],
                get_source_position="start",
                get_target_position="end",
                get_width="width",
                get_height=0.25,
                get_tilt=90,  # the arcs bend in the plane of the map
                parameters=_ON_TOP,
                get_source_color=_rgb(colours.focus, 150),
                get_target_color=_rgb(colours.focus, 210),
                pickable=True,
                auto_highlight=True,
            )
        )
    if places:
        layers += _points(places, colours)
    return _Compact(
        layers=layers,
        initial_view_state=pdk.ViewState(**_VIEW),
        views=[pdk.View("MapView", controller={"scrollZoom": False, "dragRotate": False, "touchRotate": False})],
        map_provider=None,
        tooltip={
            "html": "<b>{title}</b><br>{text}",
            "style": {
                "fontFamily": FONT,
                "fontSize": "14px",
                "maxWidth": "280px",
                "color": colours.text,
                "backgroundColor": colours.surface,
                "border": f"1px solid {colours.line}",
            },
        },
    )


def _points(places: Sequence[ClusterPlace], colours: Palette) -> list[Any]:
    rows = []
    for place in places:
        radius, left = 9 + 2 * place.count, _crowded(place, places)
        rows.append(
            asdict(place)
            | {
                "label": str(place.count),
                "radius": radius,
                "anchor": "end" if left else "start",
                "offset": [-radius - 5 if left else radius + 5, 0],
            }
        )
    return [
        pdk.Layer(
            "ScatterplotLayer",
            id="clusters",
            data=rows,
            get_position="at",
            get_radius="radius",
            radius_units=pdk.types.String("pixels"),
            get_fill_color=_rgb(colours.warning),
            get_line_color=_rgb(colours.background),
            stroked=True,
            line_width_min_pixels=2,
            pickable=True,
            parameters=_ON_TOP,
        ),
        pdk.Layer(
            "TextLayer",
            id="numbers",
            data=rows,
            get_position="at",
            get_text="label",
            get_size=15,
            get_color=_rgb(colours.background),
            parameters=_ON_TOP,
            font_family=_FONT,
        ),
        pdk.Layer(
            "TextLayer",
            id="names",
            data=rows,
            get_position="at",
            get_text="title",
            get_size=14,
            get_color=_rgb(colours.text),
            get_text_anchor="anchor",
            get_pixel_offset="offset",
            character_set=pdk.types.String("auto"),
            background=True,
            get_background_color=_rgb(colours.surface, 200),
            background_padding=[2, 0],
            font_weight=600,
            parameters=_ON_TOP,
            font_family=_FONT,
        ),
    ]


def _crowded(place: ClusterPlace, places: Sequence[ClusterPlace]) -> bool:
    """Whether another place lies close to the east, so that the name must stand to the west."""
    return any(0 < o.at[0] - place.at[0] < _NEAR and abs(o.at[1] - place.at[1]) < _NEAR / 2 for o in places)
