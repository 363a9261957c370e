import json

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.charts.areas import OUTLINES, SURROUNDINGS
from server.routes import ROUTES


@pytest.fixture
def client():
    return TestClient(Starlette(routes=ROUTES))


@pytest.mark.parametrize("address", [OUTLINES, SURROUNDINGS])
def test_the_maps_outlines_are_served_compressed_and_kept(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-encoding"] == "gzip"
    assert "max-age" in answer.headers["cache-control"]
    assert len(answer.json()["features"]) > 40


def test_who_takes_no_gzip_gets_plain_outlines(client):
    answer = client.get(OUTLINES, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert json.loads(answer.content)["type"] == "FeatureCollection"


@pytest.mark.parametrize("name", ["none", "..%2Fmanifest", "nuts2_2021.geojson"])
def test_nothing_else_is_served(client, name):
    assert client.get(f"/assets/outlines/{name}.geojson").status_code == 404
