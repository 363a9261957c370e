import re

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from server.headers import SecurityHeaders
from server.policies import own_policy, page_policy


def directives(policy):
    return {name: set(values) for name, *values in (part.split() for part in policy.split(";"))}


POLICIES = [page_policy(""), own_policy("/vis/x", "", ()), own_policy("/tall/talent/x.table.html", "", ())]


@pytest.mark.parametrize("policy", POLICIES)
def test_the_policy_names_no_host_but_our_own(policy):
    for name, values in directives(policy).items():
        assert not {v for v in values if "." in v or "*" in v or "//" in v}, name


def test_whatever_is_not_named_is_refused_or_our_own():
    assert directives(page_policy(""))["default-src"] == {"'self'"}
    assert directives(own_policy("/figur/talent/x", "", ()))["default-src"] == {"'none'"}


def test_no_script_is_made_from_text_and_no_inline_script_runs_but_those_known():
    scripts = directives(page_policy(""))["script-src"]
    assert {one for one in scripts if not one.startswith("'sha256-")} == {"'self'", "'wasm-unsafe-eval'"}
    # Streamlit's, the bare address's, where the server is, the first view's, and those of the pages that come by
    # themselves: while the service starts, and once its store is mended.
    assert len(scripts) == 8


@pytest.mark.parametrize("path", ["/figur/talent/x", "/vis/x", "/kan-jeg", "/s/x", "/forny", "/tall/x", "/what-comes"])
def test_nothing_of_our_own_pages_is_unsafe(path):
    found = directives(own_policy(path, "", ("'sha256-own'",)))
    assert not [one for values in found.values() for one in values if "unsafe" in one]
    assert found["script-src"] == {"'self'"}
    assert "'sha256-own'" in found["style-src"]
    assert found["frame-ancestors"] == ({"*"} if path.startswith("/figur/") else {"'self'"})
    assert found["form-action"] == ({"'none'"} if path.startswith(("/figur/", "/vis/")) else {"'self'"})


def test_frames_only_where_the_settings_allow_it():
    assert directives(page_policy(""))["frame-ancestors"] == {"'self'"}
    both = "https://osloregionen.no https://www.osloregionen.no"
    found = directives(page_policy(both))
    assert found["frame-ancestors"] == {"'self'", *both.split()}
    assert found["script-src"] == directives(page_policy(""))["script-src"]


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
        assert headers.get_list("content-security-policy") == [page_policy("https://osloregionen.no")]
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
    assert directives(deep_link.headers["content-security-policy"]) == directives(page_policy(""))
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
