from contextlib import ExitStack

import httpx
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from server.lifespan import warm
from server.routes import ROUTES
from tests.application import Application
from tests.kept import looking_at


@pytest.fixture
def client():
    return TestClient(Starlette(routes=ROUTES))


def test_healthy_but_not_ready_while_starting(client):
    assert client.get("/health").text == "ok"
    assert not warm.is_set()
    answer = client.get("/ready")
    assert (answer.status_code, answer.json()) == (503, {"ready": False, "reason": "starting"})


@pytest.fixture
def other_store():
    """This process looks at another store; what it keeps of one is forgotten before and after."""
    with ExitStack() as stack:
        warm.set()
        yield lambda url: stack.enter_context(looking_at(url))
        warm.clear()


def test_ready_names_the_release(client, other_store, database_url):
    other_store(database_url)
    answer = client.get("/ready")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "release": 1})


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("nonsense", "store_unavailable"),
        ("sqlite:///{folder}/text.sqlite/below-a-file.sqlite", "store_unavailable"),
        ("sqlite:///{folder}/text.sqlite", "store_damaged"),
    ],
)
def test_not_ready_says_what_kind_of_trouble(client, other_store, tmp_path, address, reason):
    (tmp_path / "text.sqlite").write_text("this is no database" * 100)
    other_store(address.format(folder=tmp_path))
    answer = client.get("/ready")
    assert (answer.status_code, answer.json()) == (503, {"ready": False, "reason": reason})
    assert client.get("/health").status_code == 200


def test_the_real_server(server):
    assert httpx.get(f"{server}/health", trust_env=False).text == "ok"
    assert httpx.get(f"{server}/ready", trust_env=False).json() == {"ready": True, "release": 1}
    assert httpx.get(f"{server}/_stcore/health", trust_env=False).status_code == 200


def test_maps_find_an_empty_world_here(server):
    answer = httpx.get(f"{server}/assets/topojson/world_110m.json", trust_env=False)
    world = answer.json()
    assert world["type"] == "Topology"
    assert all(layer["geometries"] == [] for layer in world["objects"].values())
    assert {"coastlines", "land", "countries"} <= set(world["objects"])


def test_a_store_that_cannot_be_opened_leaves_the_server_up(tmp_path):
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"this is no database" * 100)
    with Application(f"sqlite:///{broken}", tmp_path / "log.txt", ready="/health") as address:
        assert httpx.get(f"{address}/talent", trust_env=False).status_code == 200
        assert httpx.get(f"{address}/ready", trust_env=False).status_code == 503
    assert "Traceback" not in (tmp_path / "log.txt").read_text()
