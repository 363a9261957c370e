import asyncio
import contextlib
import tomllib

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from streamlit import net_util
from streamlit.web.server.starlette.starlette_websocket import _is_origin_allowed

from server import guard
from server.application import exception_handlers
from server.guard import Guard, most_sent, refusal
from server.headers import SecurityHeaders
from server.static import StaticFiles
from server.work import charging
from tests.conftest import PROJECT


def client(**options):
    page = Route("/{path:path}", lambda _: PlainTextResponse("passed on"))
    middleware = [Middleware(SecurityHeaders), Middleware(Guard, **options), Middleware(StaticFiles)]
    return TestClient(Starlette(routes=[page], middleware=middleware))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/static/%00.js", 404),
        ("/static/js/%0d%0aSet-Cookie:x.js", 404),
        ("/%00", 404),
        ("/static/" + "a" * 900 + ".js", 200),
        ("/static/" + "a" * 5_000 + ".js", 414),
        ("/talent?peers=" + "SE11," * 2_000, 414),
        ("/_stcore/metrics", 404),
        ("/_stcore/metrics/", 404),
        ("/talent/_stcore/metrics", 404),
        ("/talent?peers=SE11", 200),
    ],
)
def test_no_address_is_a_fault_and_every_answer_has_headers(address, status):
    answer = client().get(address)
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(("lang", "title"), [("nb", "Adressen er for lang"), ("en", "The address is too long")])
def test_who_is_refused_is_told_in_their_language(lang, title):
    answer = client().get(f"/talent?lang={lang}&peers=" + "SE11," * 2_000)
    assert f">{title}</h1>" in answer.text
    assert f'<html lang="{lang}">' in answer.text


def test_counts_are_there_for_who_asks_for_them():
    assert client(metrics=True).get("/_stcore/metrics").text == "passed on"


def test_all_of_europe_fits():
    assert refusal("/plassering", b"peers=" + b"SE11," * 330, metrics=False) is None


@pytest.mark.parametrize(("lang", "title"), [("nb", "Noe gikk galt"), ("en", "Something went wrong")])
def test_a_fault_of_ours_has_headers_and_is_logged_and_told(caplog, lang, title):
    routes = [Route("/", lambda _: 1 / 0)]
    broken = TestClient(
        Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)]), raise_server_exceptions=False
    )
    answer = broken.get(f"/?lang={lang}")
    assert answer.status_code == 500
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert f">{title}</h1>" in answer.text
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    ("lang", "title"), [("nb", "Adressen kan ikke brukes slik"), ("en", "This address cannot be used like that")]
)
def test_an_address_that_takes_no_such_method_says_so_and_which_it_takes(lang, title):
    app = Starlette(
        routes=[charging(Route("/x", lambda _: PlainTextResponse("read")))],
        middleware=[Middleware(SecurityHeaders)],
        exception_handlers=exception_handlers(),
    )
    answer = TestClient(app).post(f"/x?lang={lang}")
    assert answer.status_code == 405
    assert {one.strip() for one in answer.headers["allow"].split(",")} == {"GET", "HEAD"}
    assert f">{title}</h1>" in answer.text
    assert f'<html lang="{lang}">' in answer.text


@pytest.mark.parametrize("tells", [True, False])
@pytest.mark.parametrize(("path", "most"), [("/s", 1_100_000), ("/vis/x", 1_100_000), ("/what-comes", 1_100_000)])
def test_no_address_takes_more_than_its_bound(path, most, tells):
    """A body says its length, or comes in parts until it is too long: it is never held whole."""
    seen = []

    async def reads(request):
        async for part in request.stream():
            seen.append(len(part))  # noqa: PERF401 - a bound that is reached must leave what came before it
        return PlainTextResponse("read")

    app = Starlette(routes=[Route("/{path:path}", reads, methods=["POST"])], middleware=[Middleware(Guard)])

    def send(size):
        parts, answers = [b"x" * min(100_000, size - at) for at in range(0, size, 100_000)], []

        async def receive():
            return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}

        async def answer(message):
            answers.append(message.get("status"))

        headers = [(b"content-length", str(size).encode())] if tells else []
        scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": headers}
        asyncio.run(app(scope, receive, answer))
        return answers[0]

    assert most_sent(path) == most
    assert send(most) == 200
    seen.clear()
    assert send(most + 1) == 413
    assert sum(seen) <= (0 if tells else most)  # whoever says how much it is is not even listened to


def test_a_deck_may_be_larger():
    assert most_sent("/forny") == guard.LARGEST_DECK + 1_000_000
    assert most_sent("/forny/x") == most_sent("/forny")


@pytest.mark.parametrize(
    ("origin", "host", "ours"),
    [
        (None, "osloregionen.example", True),
        ("https://osloregionen.example", "osloregionen.example", True),
        ("https://Osloregionen.example", "osloregionen.example", False),
        ("http://localhost:8501", "localhost:8501", True),
        ("http://localhost:3000", "osloregionen.example", False),
        ("http://127.0.0.1:8501", "localhost:8501", False),
        ("https://osloregionen.example:8443", "osloregionen.example", False),
        ("https://osloregionen.example.attacker.example", "osloregionen.example", False),
        ("null", "osloregionen.example", False),
        ("", "", False),
        ("https://[", "osloregionen.example", False),
    ],
)
def test_only_a_page_of_this_address_opens_a_session_and_no_third_party_is_asked(origin, host, ours, monkeypatch):
    """Streamlit's own question stands behind ours: for another site's page it would ask what our address is."""
    asked = []
    monkeypatch.setattr(net_util, "get_external_ip", lambda: asked.append("checkip.amazonaws.com"))

    async def stream(socket):
        await socket.accept() if _is_origin_allowed(origin, host) else await socket.close()

    app = Starlette(routes=[WebSocketRoute("/_stcore/stream", stream)], middleware=[Middleware(Guard)])
    headers = {"host": host} | ({} if origin is None else {"origin": origin})
    refused = contextlib.nullcontext() if ours else pytest.raises(WebSocketDisconnect)
    with refused, TestClient(app).websocket_connect("/_stcore/stream", headers=headers):
        pass
    assert asked == []


def test_messages_of_pages_are_bounded():
    server = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"]
    assert server["maxWidgetStateSize"] <= 2
    assert server["maxMessageSize"] <= 20
    assert server["maxUploadSize"] <= 1
