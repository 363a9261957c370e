"""Following a showing: what screens are told, by two instances of one store, until the process stops."""

import asyncio
import shutil
import time
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.testclient import TestClient

from data_sources.presentations import Presentations, Room
from server import asked, editing, open_files, presentations, rooms
from server.routes import ROUTES
from tests.kept import looking_at

STORY = '{"format": 1, "title": "x", "lang": "nb", "steps": []}'


@pytest.fixture
def kept(database_url, tmp_path, monkeypatch):
    path = tmp_path / "store.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), path)
    for module in (asked, presentations, editing):
        monkeypatch.setattr(module, "following", SimpleNamespace(ready=True))
    monkeypatch.setattr(rooms, "audience", rooms.Audience())
    with looking_at(f"sqlite:///{path}"):
        yield Presentations(f"sqlite:///{path}")


def steered(kept, step="abcd"):
    code, edit = kept.add(STORY)
    return code, edit, kept.open_room(code, edit, step)


def test_a_screen_is_told_where_it_stands_and_whether_anybody_presents():
    room = Room("abcd", dark=False, moves=3, seen=1_000)
    assert rooms.state_of(room, 1_001) == {"step": "abcd", "dark": False, "moves": 3, "here": True}
    assert rooms.state_of(room, 1_000 + rooms.AWAY + 1)["here"] is False
    assert rooms.state_of(room, 1_001 + rooms.OVER) == {"over": True}
    assert rooms.state_of(None, 0) == {"over": True}


def test_two_instances_tell_the_same_within_a_second(kept):
    code, _, steer = steered(kept)

    async def played():
        instances = [rooms.Audience() for _ in range(2)]
        followers = [one.follow(code) for one in instances]
        first = [(await anext(one))["step"] for one in followers]
        before = time.monotonic()
        await asyncio.to_thread(kept.steer, code, steer, "efgh", dark=True)
        then = [await anext(one) for one in followers]
        took = time.monotonic() - before
        for one in instances:
            one.end()
        ended = [[state async for state in one] for one in followers]
        return first, then, took, ended, [one.count for one in instances]

    first, then, took, ended, left = asyncio.run(played())
    assert first == ["abcd", "abcd"]
    assert [(state["step"], state["dark"]) for state in then] == [("efgh", True)] * 2
    assert took < 1
    assert ended == [[], []]
    assert left == [0, 0]


def test_only_the_newest_place_is_told(kept):
    code, _, steer = steered(kept)

    async def played():
        audience = rooms.Audience()
        follower = audience.follow(code)
        await anext(follower)
        for step in ("efgh", "ijkl", "mnop"):
            await asyncio.to_thread(kept.steer, code, steer, step, dark=False)
            audience.wake()
            await asyncio.sleep(0.1)
        told = await anext(follower)
        audience.end()
        return told

    assert asyncio.run(played())["step"] == "mnop"


def test_a_store_that_is_gone_for_a_while_costs_nobody_the_place(kept, monkeypatch):
    code, _, steer = steered(kept)
    monkeypatch.setattr(rooms, "IN_TROUBLE", 0.05)
    there = rooms.presentations

    async def played():
        audience = rooms.Audience()
        follower = audience.follow(code)
        await anext(follower)
        nowhere = Presentations("sqlite:////nowhere/store.sqlite")
        monkeypatch.setattr(rooms, "presentations", lambda _: nowhere)
        await asyncio.to_thread(kept.steer, code, steer, "efgh", dark=False)
        await asyncio.sleep(0.6)
        monkeypatch.setattr(rooms, "presentations", there)
        told = await asyncio.wait_for(anext(follower), 5)
        audience.end()
        return told

    assert asyncio.run(played())["step"] == "efgh"


def test_only_so_many_may_follow(kept, monkeypatch):
    code, _, _ = steered(kept)
    monkeypatch.setattr(rooms, "streams", lambda _: 0)
    # Not over HTTP: where it is let in, its stream has no end.
    answer = asyncio.run(rooms.follow(Request({"type": "http", "path_params": {"code": code}})))
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "10"


def test_those_who_follow_leave_open_files_for_the_pages(monkeypatch):
    monkeypatch.setattr(open_files, "raise_limit", lambda: 1_040)
    assert open_files.streams(500) == 100
    assert open_files.room(2_000, 100) == 75


def test_only_who_has_the_secret_steers(kept):
    code, edit, steer = steered(kept)
    client = TestClient(Starlette(routes=list(ROUTES)))

    def post(what, secret, body, **headers):
        headers = {"Authorization": f"Bearer {secret}", **headers}
        return client.post(f"/vis/{code}/{what}", json=body, headers=headers)

    moved = post("styr", steer, {"step": "efgh", "dark": True})
    assert moved.json() == {"moves": 2}
    for secret in (edit, "2" * 26, "", "x" * 5_000):
        assert post("styr", secret, {"step": "ijkl"}).status_code == 403
        assert post("fjernkontroll", secret, {}).status_code == 403
    assert post("styring", steer, {"step": "ijkl"}).status_code == 403
    assert post("styr", steer, {"step": "<b>"}).status_code == 400
    assert post("styr", steer, {"step": "ijkl"}, **{"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert (
        client.post("/vis/2222222222/styring", json={"step": "a"}, headers={"Authorization": "Bearer x"}).status_code
        == 404
    )
    assert kept.rooms([code])[code].step == "efgh"
    remote = post("fjernkontroll", steer, {}).json()
    assert remote["address"] == f"http://testserver/vis/{code}#styr={steer}"
    assert "<svg" in remote["svg"]
    fresh = post("styring", edit, {"step": "efgh"}).json()["steer"]
    assert post("styr", steer, {"step": "ijkl"}).status_code == 403
    assert post("styr", fresh, {"step": "ijkl"}).status_code == 200


def test_what_is_over_ends_the_stream(kept):
    code, _ = kept.add(STORY)
    with TestClient(Starlette(routes=list(ROUTES))) as client:
        answer = client.get(f"/vis/{code}/hendelser")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert 'event: state\ndata: {"over": true}' in answer.text
    assert TestClient(Starlette(routes=list(ROUTES))).get("/vis/nothing/hendelser").status_code == 404
