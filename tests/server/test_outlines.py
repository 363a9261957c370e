"""Outlines for maps come from our own server, once, and nothing else does."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.region_map import OUTLINES
from server.routes import ROUTES


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=list(ROUTES)))


def test_a_map_finds_its_outlines(client):
    answer = client.get(OUTLINES)
    assert answer.headers["content-type"].startswith("application/geo+json")
    assert "max-age" in answer.headers["cache-control"]
    assert len(answer.json()["features"]) == 121


@pytest.mark.parametrize("name", ["nothing", "..%2F..%2Fsnapshot%2Foutlines%2Feurope", "../../app", ".", "%00"])
def test_no_other_file_is_given_away(client, name):
    assert client.get(f"/assets/outlines/{name}.geojson").status_code == 404
