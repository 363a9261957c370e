import shutil
from datetime import UTC, datetime

import httpx
import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data_sources.settings import settings
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.store.summary import Summary
from data_sources.store.writer import Renewal, write_release
from models.figures.revisions import Counts
from models.keeping import forget
from pages.exhibits import warm_up
from pages.known import releases
from server import following, routes
from server.following import Following
from tests.application import Application
from tests.data_sources.refresh.small import small_store
from tests.kept import put_aside


@pytest.fixture
def client(monkeypatch):
    """The routes, with a service of their own that has not looked at its store yet."""
    monkeypatch.setattr(routes, "following", Following())
    # The figures alone; what pages make of them takes its time and is none of this.
    monkeypatch.setattr(warm_up, "warm_up", lambda release=None: releases.figures(release))
    return TestClient(Starlette(routes=routes.ROUTES))


def test_healthy_but_not_ready_while_starting(client):
    assert client.get("/health").text == "ok"
    answer = client.get("/ready")
    assert (answer.status_code, answer.json()) == (503, {"ready": False, "reason": "starting"})


@pytest.fixture
def store_at(monkeypatch):
    """This process looks at another store; what it keeps of one is put aside."""

    def look_at(url):
        monkeypatch.setenv("OSLOREGION_DATABASE_URL", url)
        settings.cache_clear()
        forget()

    with put_aside():
        yield look_at
    settings.cache_clear()


@pytest.fixture
def own(store_at, tmp_path):
    """A store of the test's own that the process looks at, and its file: a few figures, for it is read many times."""
    path = tmp_path / "figures.sqlite"
    store_at(f"sqlite:///{path}")
    small_store(f"sqlite:///{path}")
    return path


def ready(client):
    routes.following.look()
    answer = client.get("/ready")
    return answer.status_code, answer.json()


@pytest.mark.usefixtures("own")
def test_ready_says_what_is_shown_and_when_it_looked(client):
    status, told = ready(client)
    assert (status, told["ready"], told["release"]) == (200, True, 1)
    assert told["age_days"] >= 0
    assert datetime.fromisoformat(told["made"]) < datetime.now(UTC)
    assert told["looked_seconds_ago"] < 60
    assert told["following"]
    assert not told["from_memory"]
    assert "reason" not in told


@pytest.mark.usefixtures("own")
def test_nobody_following_is_told(client, monkeypatch):
    ready(client)
    monkeypatch.setattr(following, "LATE", -1.0)
    told = client.get("/ready").json()
    assert (told["ready"], told["following"]) == (True, False)


def test_a_store_that_goes_is_told_and_its_return_too(client, own, caplog):
    ready(client)
    away = own.with_name("away.sqlite")
    own.rename(away)
    status, told = ready(client)
    assert (status, told["release"], told["from_memory"], told["reason"]) == (200, 1, True, "store_missing")
    assert not own.exists()  # looking makes no file
    assert releases.figures().release == 1  # readers go on
    away.rename(own)
    status, told = ready(client)
    assert (told["from_memory"], told.get("reason")) == (False, None)
    assert "The store can be read again" in caplog.text


@pytest.mark.usefixtures("own")
def test_nothing_ends_the_following(client, monkeypatch, caplog):
    ready(client)
    with monkeypatch.context() as patch:
        patch.setattr(warm_up, "take_up", lambda: 1 / 0)
        assert ready(client)[1]["reason"] == "fault"
    assert "ZeroDivisionError" in caplog.text
    assert ready(client)[1]["from_memory"] is False


def test_a_damaged_store_is_not_ready_until_it_is_whole(client, store_at, database_url, tmp_path):
    path = tmp_path / "figures.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), path)
    whole = path.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    path.write_bytes(whole[:middle] + b"\xff" * 4096 + whole[middle + 4096 :])
    store_at(f"sqlite:///{path}")
    assert ready(client) == (503, {"ready": False, "reason": "store_damaged"})
    path.write_bytes(whole)
    assert ready(client)[0] == 200


def test_a_store_that_is_replaced_by_damage_leaves_what_is_in_memory(client, own):
    """At the first look after it, and at the next, which would work everything out once more."""
    backup = own.read_bytes()
    make_release(store.create(f"sqlite:///{own}"), 7.0)
    assert ready(client)[1]["release"] == 2
    whole = own.read_bytes()
    middle = len(backup) // 2 // 4096 * 4096
    damaged = backup[:middle] + b"\xff" * 4096 + backup[middle + 4096 :]
    own.write_bytes(damaged)
    told = ready(client)[1]
    assert (told["release"], told["reason"]) == (2, "store_damaged")
    assert nights() == 7
    own.write_bytes(backup)
    assert ready(client)[1]["release"] == 1
    own.write_bytes(damaged)
    told = ready(client)[1]
    assert (told["release"], told["reason"]) == (1, "store_damaged")
    assert nights() == 4_080_000
    own.write_bytes(whole)
    assert [ready(client)[1]["release"] for _ in range(2)][-1] == 2
    assert nights() == 7


def test_a_store_put_back_to_an_earlier_state_is_shown(client, own):
    """Also where another release got the number meanwhile."""
    backup = own.read_bytes()
    engine = store.create(f"sqlite:///{own}")
    make_release(engine, 12_345_678.0)
    assert ready(client)[1]["release"] == 2
    assert nights() == 12_345_678
    own.write_bytes(backup)
    assert ready(client)[1]["release"] == 1
    assert nights() == 4_080_000
    make_release(engine, 7.0)
    assert ready(client)[1]["release"] == 2
    assert nights() == 7
    # Replaced between two looks: the same number, another release.
    own.write_bytes(backup)
    make_release(engine, 8.0)
    assert ready(client)[1]["release"] == 2
    assert nights() == 8


def nights():
    rows = releases.figures().indicator("nights_total")
    return rows.loc[(rows["region"] == "NO08") & (rows["period"] == "2023"), "value"].item()


def make_release(engine, value):
    """Release 2: other nights in Oslo in 2023."""
    rows = Reader(engine).indicator(1, "nights_total")
    series = rows.loc[(rows["region"] == "NO08") & (rows["period"] == "2023"), "series"].astype(str).item()
    key = ["series_id", "region", "period"]
    renewal = Renewal(
        closing=pd.DataFrame([(series, "NO08", "2023")], columns=key),
        adding=pd.DataFrame([(series, "NO08", "2023", value, "")], columns=[*key, "value", "flag"]),
        series=pd.DataFrame({"id": []}),
        summary=Summary("refresh", Counts(revised=1), indicators={"nights_total": Counts(revised=1)}),
    )
    write_release(engine, 1, renewal)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("nonsense", "store_unavailable"),
        ("sqlite:///{folder}/text.sqlite/below-a-file.sqlite", "store_unavailable"),
        ("sqlite:///{folder}/text.sqlite", "store_damaged"),
    ],
)
def test_not_ready_says_what_kind_of_trouble(client, store_at, tmp_path, address, reason):
    (tmp_path / "text.sqlite").write_text("this is no database" * 100)
    store_at(address.format(folder=tmp_path))
    assert ready(client) == (503, {"ready": False, "reason": reason})
    assert client.get("/health").status_code == 200


def test_the_real_server(server):
    assert httpx.get(f"{server}/health", trust_env=False).text == "ok"
    told = httpx.get(f"{server}/ready", trust_env=False).json()
    assert (told["ready"], told["release"], told["following"]) == (True, 1, True)
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
