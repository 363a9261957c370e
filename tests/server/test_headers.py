import re

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from server.headers import SecurityHeaders, content_security_policy


def directives(policy):
    return {name: set(values) for name, *values in (part.split() for part in policy.split(";"))}


def test_the_policy_names_no_host_but_our_own():
    for name, values in directives(content_security_policy("")).items():
        assert not {v for v in values if "." in v or "*" in v or "//" in v}, name
    assert directives(content_security_policy(""))["default-src"] == {"'self'"}


def test_frames_only_where_the_settings_allow_it():
    assert directives(content_security_policy(""))["frame-ancestors"] == {"'self'"}
    both = "https://osloregionen.no https://www.osloregionen.no"
    found = directives(content_security_policy(both))
    assert found["frame-ancestors"] == {"'self'", *both.split()}
    assert found["script-src"] == directives(content_security_policy(""))["script-src"]


def application(*middleware):
    def missing(_request):
        return PlainTextResponse("no", status_code=404)

    routes = [
        Route("/static/missing.js", missing),
        Route("/{path:path}", lambda _: PlainTextResponse("page", headers={"X-Content-Type-Options": "weak"})),
    ]
    return TestClient(Starlette(routes=routes, middleware=list(middleware)))


def test_every_answer_has_the_headers_once():
    client = application(Middleware(SecurityHeaders, embed_origins="https://osloregionen.no"))
    for path in ("/talent", "/static/missing.js"):
        headers = client.get(path).headers
        assert headers.get_list("x-content-type-options") == ["nosniff"]
        assert "https://osloregionen.no" in headers["content-security-policy"]
        assert headers["referrer-policy"]


def test_nobody_else_shows_a_presentation_in_a_frame():
    client = application(Middleware(SecurityHeaders, embed_origins="https://osloregionen.no"))
    policies = {
        path: directives(client.get(path).headers["content-security-policy"]) for path in ("/vis/x", "/figur/x")
    }
    assert policies["/vis/x"]["frame-ancestors"] == {"'self'"}
    assert policies["/figur/x"]["frame-ancestors"] == {"*"}
    assert policies["/vis/x"]["script-src"] == policies["/vis/x"]["connect-src"] == {"'self'"}
    assert "https://osloregionen.no" in client.get("/visning").headers["content-security-policy"]


@pytest.fixture(scope="module")
def deep_link(server):
    return httpx.get(f"{server}/talent", trust_env=False)


def test_the_real_pages_headers(deep_link):
    assert deep_link.status_code == 200
    assert deep_link.headers["x-content-type-options"] == "nosniff"
    assert directives(deep_link.headers["content-security-policy"]) == directives(content_security_policy(""))
    assert "immutable" not in deep_link.headers.get("cache-control", "")


def test_the_real_files_are_compressed_and_keep(server, deep_link):
    (script,) = set(re.findall(r'src="\.?(/static/js/index[^"]*\.js)"', deep_link.text))
    answer = httpx.get(server + script, headers={"Accept-Encoding": "gzip"}, trust_env=False)
    assert answer.headers["content-encoding"] == "gzip"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert int(answer.num_bytes_downloaded) < len(answer.content) / 2
    plain = httpx.get(server + script, headers={"Accept-Encoding": "identity"}, trust_env=False)
    assert "content-encoding" not in plain.headers
    assert plain.content == answer.content
