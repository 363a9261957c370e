"""The pages that may be open, and the reader who comes after the last of them."""

import resource

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from server import open_files
from server.crowd import Crowd


async def stream(socket):
    await socket.accept()
    while (await socket.receive())["type"] != "websocket.disconnect":
        pass


@pytest.fixture
def client():
    routes = [
        WebSocketRoute("/_stcore/stream", stream),
        Route("/{path:path}", lambda _: PlainTextResponse("passed on")),
    ]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Crowd, room=2)]))


def test_who_comes_beyond_the_room_is_told_so_and_those_here_go_on(client):
    with client.websocket_connect("/_stcore/stream"), client.websocket_connect("/_stcore/stream"):
        for path, words in (("/talent?lang=nb", "For mange"), ("/", "For mange"), ("/talent?lang=en", "Too many")):
            answer = client.get(path)
            assert answer.status_code == 503
            assert answer.headers["retry-after"] == "30"
            assert words in answer.text
        assert client.get("/ready").text == "passed on"
        assert client.get("/static/js/x.js").text == "passed on"
        with pytest.raises(WebSocketDisconnect) as turned_away, client.websocket_connect("/_stcore/stream"):
            pass
        assert turned_away.value.code == 1013
    assert client.get("/talent").text == "passed on"  # over as soon as its cause is
    with client.websocket_connect("/_stcore/stream"):
        pass


@pytest.mark.parametrize(
    ("limits", "wanted", "room"),
    [
        ((1_024, 4_096), 2_000, 864),  # the soft limit is raised
        ((1_024, 1_024), 2_000, 96),
        ((4_096, resource.RLIM_INFINITY), 2_000, 2_000),
        ((64, 64), 2_000, 1),
        ((1_024, 65_536), 10, 10),
    ],
)
def test_the_room_follows_from_the_open_files(monkeypatch, limits, wanted, room):
    set_to = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda _, new: set_to.append(new))
    assert open_files.room(wanted) == room
    assert all(new[1] == limits[1] and new[0] > limits[0] for new in set_to)
