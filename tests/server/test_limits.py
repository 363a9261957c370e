"""How much one client and all together may ask for: floods are refused, and those who use the pages never are."""

import ast
import asyncio
import time

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from data_sources.settings import Settings
from server import application, limits
from server.allowance import Allowance
from server.limits import BOUNDS, Clients, Limits, client_of, kind_of
from server.routes import ROUTES
from server.work import charging, counted
from tests.conftest import PROJECT

SOMEBODY, ANOTHER = ("203.0.113.9", 5_000), ("198.51.100.7", 5_000)


class Clock:
    """Time that goes on only when it is told to."""

    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def clients(clock):
    return Clients(clock)


async def stream(socket):
    await socket.accept()
    while (await socket.receive())["type"] != "websocket.disconnect":
        await socket.send_text("heard")


def worked(_request):
    with counted():
        end = time.thread_time() + 0.02
        while time.thread_time() < end:
            pass
    return PlainTextResponse("made")


def served(clients, wrap=lambda app: app):
    """A server under the limits, and who asks it."""
    routes = [
        WebSocketRoute("/_stcore/stream", stream),
        Route("/fil/x.pptx", worked),
        Route("/{path:path}", lambda _: PlainTextResponse("passed on"), methods=["GET", "POST", "PUT"]),
    ]
    app = wrap(Starlette(routes=routes, middleware=[Middleware(Limits, clients=clients)]))
    return lambda who=SOMEBODY: TestClient(app, client=who)


def use_up(clients, kind, name=SOMEBODY[0]):
    """A client has just taken all that may be had at once."""
    taken = 0
    while not clients.refusal(clients.of(name), kind):
        taken += 1
        assert taken < 1_000_000, "nothing bounds it"
    return taken


# What people do.


def test_two_hundred_people_behind_one_address_are_never_refused(clients, clock):
    """A meeting: all open a page, two figures and the presentation at once, and a new page every half minute for an
    hour; everybody keeps two pages open. Deep links make the browser ask twice more."""
    room = clients.of("203.0.113.9")
    for _ in range(200 * 3 * 2 + 200 * 4):
        assert clients.refusal(room, "read") == 0
    for _ in range(200 * 2):
        assert clients.refusal(room, "open") == 0
    assert limits.OPEN_EACH >= 400
    for _ in range(120):
        clock.now += 30
        for _ in range(200 * 3):
            assert clients.refusal(room, "read") == 0
        for _ in range(200):
            assert clients.refusal(room, "open") == 0
        clients.charge(room, 200 * 0.01)  # a page that is kept is sent


def test_ten_cards_a_deck_and_a_report_are_never_refused(clients, clock):
    """An editor opens a page with ten cards and their pictures, takes deck, hand-out and workbook, again and again."""
    one = clients.of("203.0.113.9")
    for _ in range(20):
        for _ in range(40):
            assert clients.refusal(one, "read") == 0
        clients.charge(one, 10 * 0.1 + 3.0)  # ten pictures, three files, on a slow machine
        clock.now += 30


def test_who_presents_is_never_refused(clients, clock):
    """A step a second, each told to those who follow, and saving while writing."""
    one = clients.of("203.0.113.9")
    for _ in range(3_600):
        assert clients.refusal(one, "change") == 0
        clock.now += 1


def test_choosing_and_typing_is_heard_at_once():
    now = Clock()
    left = Allowance(limits.MESSAGES.a_minute, limits.MESSAGES.at_once, now)
    for _ in range(300):  # a slider that is drawn to and fro for half a minute
        assert left.take()
        now.now += 0.1


# Floods.


@pytest.mark.parametrize("kind", ["read", "change", "open"])
def test_what_one_client_asks_for_is_bounded_and_comes_back(clients, clock, kind):
    assert use_up(clients, kind) == BOUNDS[kind].at_once
    assert clients.refusal(clients.of(ANOTHER[0]), kind) == 0
    clock.now += 60
    assert use_up(clients, kind) == pytest.approx(BOUNDS[kind].a_minute, abs=1)


@pytest.mark.parametrize("kind", ["read", "change", "open"])
def test_what_all_ask_for_together_is_bounded(clients, kind):
    taken = sum(use_up(clients, kind, f"203.0.113.{n}") for n in range(50))
    assert taken == BOUNDS[kind].all_at_once
    assert clients.refusal(clients.of(ANOTHER[0]), kind) > 0


def test_work_is_bounded_for_one_and_for_all(clients, clock):
    one, other = clients.of(SOMEBODY[0]), clients.of(ANOTHER[0])
    clients.charge(one, BOUNDS["work"].at_once + 12)
    assert clients.refusal(one, "read") == pytest.approx(60)
    assert clients.refusal(other, "read") == 0
    clock.now += 61
    assert clients.refusal(one, "read") == 0
    for n in range(int(BOUNDS["work"].all_at_once / 40) + 2):
        clients.charge(clients.of(f"192.0.2.{n}"), 40)
    assert clients.refusal(other, "read") > 0


@pytest.mark.parametrize(("language", "words"), [("nb", "Siden kommer"), ("en", "The page comes")])
def test_the_answer_says_so_in_the_readers_language(clients, language, words):
    ask = served(clients)
    use_up(clients, "read")
    answer = ask().get(f"/bilde/talent.png?lang={language}")
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
    assert answer.headers["cache-control"] == "no-store"
    assert words in answer.text
    assert ask(ANOTHER).get("/bilde/talent.png").status_code == 200
    assert ask().post("/s").status_code == 200
    use_up(clients, "change")
    assert ask().post("/s").status_code == 429


def test_work_of_a_thread_is_charged_to_whom_it_is_for(clients):
    ask = served(clients)
    clients.of(SOMEBODY[0]).left["work"].charge(BOUNDS["work"].at_once - 0.01)
    assert ask().get("/fil/x.pptx").status_code == 200
    assert ask().get("/fil/x.pptx").status_code == 429
    assert ask(ANOTHER).get("/fil/x.pptx").status_code == 200


def test_open_pages_of_one_client_are_bounded(clients, monkeypatch):
    monkeypatch.setattr(limits, "OPEN_EACH", 1)
    ask = served(clients)
    with ask().websocket_connect("/_stcore/stream"):
        with pytest.raises(WebSocketDisconnect) as away, ask().websocket_connect("/_stcore/stream"):
            pass
        assert away.value.code == 1013
        with ask(ANOTHER).websocket_connect("/_stcore/stream"):
            pass
    with ask().websocket_connect("/_stcore/stream"):
        clients.forget()
        assert dict(clients.open) == {SOMEBODY[0]: 1}
    assert not clients.open


def test_a_page_that_sends_without_end_is_heard_more_slowly(clients, monkeypatch):
    slept = []

    async def noted(seconds):
        slept.append(seconds)

    monkeypatch.setattr(limits, "MESSAGES", limits.Bound(600, 3, 0, 0))
    monkeypatch.setattr(limits.asyncio, "sleep", noted)
    with served(clients)().websocket_connect("/_stcore/stream") as socket:
        for _ in range(5):
            socket.send_text("again")
            assert socket.receive_text() == "heard"
    assert len([one for one in slept if one > 0.05]) == 2


# By construction.


def test_every_address_of_ours_is_bounded_but_for_files_that_ship():
    free = set()
    for route in ROUTES:
        for method in route.methods:
            kind = kind_of({"type": "http", "method": method, "path": route.path})
            if kind is None:
                free.add(route.path.split("/")[1])
            else:
                assert kind == ("read" if method in ("GET", "HEAD") else "change")
    assert free == {"assets", "health", "ready", "robots.txt", "favicon.ico", "favicon.svg"}
    assert kind_of({"type": "http", "method": "GET", "path": "/what-comes-tomorrow"}) == "read"
    assert kind_of({"type": "http", "method": "PUT", "path": "/_stcore/upload_file/x"}) == "change"
    assert kind_of({"type": "websocket", "path": "/_stcore/stream"}) == "open"


def test_the_application_has_them_and_charges_every_route(monkeypatch):
    monkeypatch.setattr(application, "settings", lambda: Settings(limits=True))
    assert Settings().limits
    assert Limits in [one.cls for one in application.middleware()]
    for route in application.routes():
        assert asyncio.iscoroutinefunction(route.endpoint) or route.endpoint.__wrapped__
    assert charging(ROUTES[0]).path == ROUTES[0].path


def test_threads_are_charged():
    """Threads are begun where they are charged, and for what no reader asks for: following, files that ship."""
    begun = {"run_in_threadpool", "to_thread", "run_in_executor", "run_sync"}
    found = {
        path.name
        for path in (PROJECT / "server").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name | ast.Attribute) and getattr(node, "id", getattr(node, "attr", "")) in begun
    }
    assert found <= {
        "work.py",
        "head.py",
        "following.py",
        "static.py",
        "rooms.py",
    }  # rooms: one look for all who follow


# Whom it is counted for.


def named(host):
    return client_of({"client": (host, 1)})


def test_a_client_is_an_address_or_the_network_of_a_household():
    assert named("203.0.113.9") == "203.0.113.9"
    assert named("2001:db8:1:2::1") == named("2001:db8:1:2:ffff::9") != named("2001:db8:1:3::1")
    assert named("::ffff:203.0.113.9") == "203.0.113.9"
    assert named("/run/socket") == "/run/socket"
    assert client_of({"client": None}) == ""


def test_a_proxys_header_counts_only_where_the_proxy_is_trusted(clients, caplog):
    ask = served(clients, lambda app: ProxyHeadersMiddleware(app, "127.0.0.1"))
    use_up(clients, "read", "203.0.113.9")
    theirs = {"X-Forwarded-For": "192.0.2.1, 203.0.113.9"}
    assert ask(("127.0.0.1", 9)).get("/talent", headers=theirs).status_code == 429
    assert ask(SOMEBODY).get("/talent", headers={"X-Forwarded-For": "192.0.2.77"}).status_code == 429
    assert caplog.text.count("FORWARDED_ALLOW_IPS") == 1
    assert ask(("127.0.0.1", 9)).get("/talent", headers={"X-Forwarded-For": "192.0.2.1"}).status_code == 200


# What is remembered.


def test_clients_are_forgotten_in_time_and_bounded(clients, clock, monkeypatch):
    monkeypatch.setattr(limits, "MOST", 100)
    for n in range(300):
        clients.of(f"2001:db8::{n}")
    assert len(clients) == 100
    clock.now += limits.WINDOW + 1
    clients.forget()
    assert len(clients) == 0


def test_nothing_of_a_bound_is_left_when_a_client_is_forgotten():
    for bound in BOUNDS.values():
        assert bound.at_once / bound.a_minute * 60 <= limits.WINDOW


def test_addresses_are_not_logged(clients, caplog):
    caplog.set_level("DEBUG")
    ask = served(clients)
    use_up(clients, "read")
    ask().get("/talent", headers={"X-Forwarded-For": "192.0.2.1"})
    assert not [one for one in caplog.records if "203.0.113" in one.getMessage() and one.name == "osloregionen"]
    assert "192.0.2.1" not in caplog.text
