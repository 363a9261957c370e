"""Two neighbours and an island: what is simplified stays whole, and common borders stay common."""

import json
from itertools import pairwise

import pytest

from data_sources.snapshot import outlines
from data_sources.snapshot.simplify import simplified

# A wavy border between two squares.
WAVES = [[1.0, 0.0], [1.01, 0.2], [0.99, 0.4], [1.3, 0.6], [1.01, 0.8], [1.0, 1.0]]
WEST = [[0.0, 0.0], *WAVES, [0.0, 1.0], [0.0, 0.0]]
EAST = [[2.0, 0.0], [2.0, 1.0], *WAVES[::-1], [2.0, 0.0]]
ISLAND = [[5.0, 5.0], [5.01, 5.0], [5.01, 5.01], [5.0, 5.0]]


def edges(ring):
    return {frozenset((tuple(a), tuple(b))) for a, b in pairwise(ring)}


def test_neighbours_keep_one_border():
    found = simplified({"W": [[WEST]], "E": [[EAST]]}, 0.05)
    west, east = found["W"][0][0], found["E"][0][0]
    common = edges(west) & edges(east)
    assert common == edges([[1.0, 0.0], [0.99, 0.4], [1.3, 0.6], [1.01, 0.8], [1.0, 1.0]])
    assert west[0] == west[-1]


def test_coarser_is_simpler_and_never_empty():
    found = simplified({"W": [[WEST]], "E": [[EAST]], "I": [[ISLAND]]}, 0.2)
    assert len(found["W"][0][0]) < len(WEST)
    assert found["I"] == [[ISLAND]]  # the only ring of its region stays, whatever the tolerance


def test_small_islands_of_a_larger_region_go():
    found = simplified({"W": [[WEST], [ISLAND]]}, 0.05)
    assert len(found["W"]) == 1


def test_the_same_figures_come_out_whichever_region_comes_first():
    one = simplified({"W": [[WEST]], "E": [[EAST]]}, 0.05)
    other = simplified({"E": [[EAST]], "W": [[WEST]]}, 0.05)
    assert one == other


@pytest.mark.parametrize("name", [outlines.REGIONS, outlines.COUNTRIES])
def test_embedded_outlines_are_ready_for_the_map(name):
    collection = json.loads((outlines.FOLDER / f"{name}.geojson").read_bytes())
    for feature in collection["features"]:
        assert feature["id"] == feature["properties"]["id"]
        assert feature["geometry"]["coordinates"]
        for outer, *_ in feature["geometry"]["coordinates"]:
            assert outer[0] == outer[-1]
            assert sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(outer)) < 0, "clockwise"


def test_the_map_has_its_regions_and_its_surroundings():
    assert len(outlines.regions()) > 300
    assert {"NO08", "SE11", "DK01", "IS00"} <= outlines.regions()
    assert {"BA", "UA", "MD"} <= outlines.countries_around()
    assert not {"NO", "SE", "DE"} & outlines.countries_around()
