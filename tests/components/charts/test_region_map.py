"""The map of the region's inside: small, from our own server only, and honest where it cannot be drawn."""

import json

from components.charts.region_map import OUTLINES, Arc, ClusterPlace, RegionMap, deck
from components.theme import DARK, LIGHT

OSLO = (10.75, 59.91)
ARCS = [Arc((10.5, 59.9), OSLO, 20000, "Bærum", "a"), Arc((11.4, 59.1), OSLO, 100, "Halden", "b")]
PLACES = [
    ClusterPlace(OSLO, 5, "Oslo", "a<br>b"),
    ClusterPlace((10.61, 60.73), 1, "Vestre Toten", "c"),
    ClusterPlace((11.07, 60.79), 1, "Hamar", "d"),
]


def drawn(arcs=(), places=(), colours=LIGHT):
    return deck(RegionMap(tuple(arcs), tuple(places), "Se tabellen."), colours).to_json()


def layers(arcs=(), places=(), colours=LIGHT):
    spec = json.loads(drawn(arcs, places, colours))
    return {layer["id"]: layer for layer in spec["layers"]}


def test_layers_are_those_asked_for():
    assert list(layers()) == ["municipalities"]
    assert list(layers(ARCS)) == ["municipalities", "commuting"]
    assert list(layers((), PLACES)) == ["municipalities", "clusters", "numbers", "names"]
    assert list(layers(ARCS, PLACES, DARK)) == ["municipalities", "commuting", "clusters", "numbers", "names"]


def test_outlines_come_from_our_own_server_and_no_tiles_at_all():
    text = drawn(ARCS, PLACES)
    assert "http" not in text
    assert "mapProvider" not in text
    assert layers()["municipalities"]["data"] == OUTLINES
    assert OUTLINES.startswith("/assets/")
    assert len(text) < 6000
    assert "\n" not in text


def test_more_people_make_a_wider_arc_and_lie_on_top():
    arcs = layers(ARCS)["commuting"]["data"]
    assert [arc["title"] for arc in arcs] == ["Halden", "Bærum"]
    assert arcs[0]["width"] == 1.0 < arcs[1]["width"]


def test_names_stand_where_no_other_place_is_in_the_way():
    anchors = {row["title"]: (row["anchor"], row["offset"][0] > 0) for row in layers((), PLACES)["names"]["data"]}
    assert anchors == {"Oslo": ("start", True), "Vestre Toten": ("end", False), "Hamar": ("start", True)}
