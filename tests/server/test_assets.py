"""What pages are made with: from our own server, compressed, kept by browsers while the name is the same."""

import hashlib

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.charts.region_map import OUTLINES
from components.theme import DARK, LIGHT
from pages.navigation import NAVIGATION
from server.assets import PLOTLY, SCRIPT, hash_of
from server.routes import ROUTES


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=list(ROUTES)))


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
@pytest.mark.parametrize("address", [PLOTLY, SCRIPT])
def test_scripts_come_compressed_and_keep(client, address, encoding):
    answer = client.get(address, headers={"Accept-Encoding": encoding})
    assert answer.headers.get("content-encoding") == ("gzip" if encoding == "gzip" else None)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/javascript")
    assert len(answer.text) > 5000


def test_a_script_that_changes_gets_another_name(client):
    assert hashlib.sha256(client.get(SCRIPT).content).hexdigest()[:12] in SCRIPT


def test_the_script_knows_pages_colours_and_both_languages(client):
    text = client.get(SCRIPT).text
    assert all(f'"{spec.slug}"' in text for spec in NAVIGATION)
    assert f'"{LIGHT.text}": "{DARK.text}"' in text
    assert PLOTLY in text
    assert '"close": "Lukk"' in text
    assert '"close": "Close"' in text


def test_a_map_finds_its_outlines(client):
    answer = client.get(OUTLINES)
    assert answer.headers["content-type"].startswith("application/geo+json")
    assert "max-age" in answer.headers["cache-control"]
    assert len(answer.json()["features"]) == 121


@pytest.mark.parametrize("name", ["nothing", "..%2F..%2Fsnapshot%2Foutlines%2Feurope", "../../app", ".", "%00"])
def test_no_other_file_is_given_away(client, name):
    assert client.get(f"/assets/outlines/{name}.geojson").status_code == 404


def test_a_hash_of_files_tells_what_they_hold_whatever_their_order(tmp_path):
    one, other = tmp_path / "one.py", tmp_path / "other.py"
    one.write_text("1")
    other.write_text("2")
    before = hash_of([one, other])
    assert hash_of([other, one]) == before
    other.write_text("3")
    assert hash_of([one, other]) != before
