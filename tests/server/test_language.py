import re

import httpx
import pytest
from server.language import PageLanguage
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, JSONResponse, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from server.static import chart_script

HTML = '<!doctype html><html lang="en"><head><title>Streamlit</title></head><body>' + "æ" * 3000 + "</body></html>"


async def in_parts(_request):
    async def parts():
        for start in range(0, len(HTML), 700):
            yield HTML[start : start + 700]

    return StreamingResponse(parts(), media_type="text/html; charset=utf-8")


@pytest.fixture
def client():
    # As in the application: compression outside; and one inside, like that of the deep links.
    routes = [
        Route("/static/page.html", lambda _: HTMLResponse(HTML)),
        Route("/data", lambda _: JSONResponse({"html": '<html lang="en"'})),
        Route("/parts", in_parts),
        Route("/talent", lambda _: HTMLResponse(HTML)),
    ]
    layers = [Middleware(GZipMiddleware), Middleware(PageLanguage), Middleware(GZipMiddleware)]
    return TestClient(Starlette(routes=routes, middleware=layers))


@pytest.mark.parametrize("path", ["/talent", "/parts"])
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("", "nb"),
        ("?lang=nb", "nb"),
        ("?lang=en", "en"),
        ("?lang=de", "nb"),
        ("?lang=", "nb"),
        ("?lang=nb&lang=en", "en"),
    ],
)
def test_pages_say_their_language(client, path, encoding, query, language):
    answer = client.get(path + query, headers={"Accept-Encoding": encoding})
    head, _, rest = answer.text.partition("<link")
    assert head == f'<!doctype html><html lang="{language}"><head><title>Osloregionen i Europa</title>'
    link, _, body = rest.partition(">")
    assert link == f' rel="modulepreload" crossorigin href="{chart_script()}"'
    assert body == HTML.partition("</title>")[2]
    assert answer.headers.get("content-encoding") == ("gzip" if encoding == "gzip" else None)


def test_files_and_data_are_left_alone(client):
    assert client.get("/static/page.html").text == HTML
    assert client.get("/data").json() == {"html": '<html lang="en"'}


@pytest.mark.parametrize("encoding", ["gzip", "identity", "br, gzip, deflate"])
@pytest.mark.parametrize(("query", "language"), [("", "nb"), ("?lang=nb", "nb"), ("?lang=en", "en")])
def test_the_real_pages_say_their_language(server, encoding, query, language):
    answer = httpx.get(f"{server}/talent{query}", headers={"Accept-Encoding": encoding}, trust_env=False)
    assert re.findall(r'<html[^>]*lang="([^"]*)"', answer.text) == [language]
    assert "<title>Osloregionen i Europa</title>" in answer.text
    assert len(answer.content) > 500
