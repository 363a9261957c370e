import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from server.guard import Guard, refusal
from server.headers import SecurityHeaders
from server.static import StaticFiles


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


def test_counts_are_there_for_who_asks_for_them():
    assert client(metrics=True).get("/_stcore/metrics").text == "passed on"


def test_all_of_europe_fits():
    assert refusal("/plassering", b"peers=" + b"SE11," * 330, metrics=False) is None


def test_a_fault_of_ours_has_headers_and_is_logged(caplog):
    routes = [Route("/", lambda _: 1 / 0)]
    broken = TestClient(
        Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)]), raise_server_exceptions=False
    )
    answer = broken.get("/")
    assert answer.status_code == 500
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "ZeroDivisionError" in caplog.text
