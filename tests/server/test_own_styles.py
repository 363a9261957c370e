"""Our own pages need no `unsafe-inline`: what they set on elements becomes a sheet that the policy names."""

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from server.headers import SecurityHeaders
from server.own_styles import OwnStyles, gathered, hashes
from server.policies import hash_of, library_styles
from server.routes import ROUTES

# Streamlit compresses what its own application answers.
LAYERS = [Middleware(SecurityHeaders), Middleware(OwnStyles), Middleware(GZipMiddleware, minimum_size=10)]
PAGE = "<html><head><title>x</title></head><body>%s</body></html>"


def test_styles_of_elements_become_one_sheet():
    bars = '<b style="left:12.5%"></b><i class="a" style="left:12.5%"></i><u style="--columns:2fr 1fr"></u>'
    page = gathered(PAGE % bars)
    assert " style=" not in page
    assert (
        '<b data-set="left:12.5%"></b><i class="a" data-set="left:12.5%"></i><u data-set="--columns:2fr 1fr"></u>'
        in page
    )
    (sheet,) = re.findall("<style>(.*?)</style></head>", page, re.DOTALL)
    assert sheet.splitlines() == [
        ':is([data-set="left:12.5%"], #own) { left:12.5% }',
        ':is([data-set="--columns:2fr 1fr"], #own) { --columns:2fr 1fr }',
    ]
    assert hashes(page) == (hash_of(sheet),)


def test_a_style_cannot_end_the_sheet_and_words_are_left_alone():
    words = "<p>say style=&#34;x&#34;</p>"
    assert gathered(PAGE % words) == PAGE % words
    hostile = '<b style="x:1}body{display:none"></b><b style="&lt;/style&gt;&lt;script&gt;"></b><b style="x:&#34;"></b>'
    assert gathered(PAGE % hostile) == PAGE % hostile.replace(" style=", " data-set=")


def test_hashes_are_those_of_the_standard():
    empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    assert hash_of("") == empty
    assert library_styles()[0] == empty
    assert len(library_styles()) == 2


def test_the_policy_names_what_is_in_the_page_and_an_answer_without_page_has_none():
    page = PAGE.replace("</head>", "<style>p { color: red }</style></head>") % '<b style="left:1%">å</b>'
    routes = [
        Route("/tall/x", lambda _: HTMLResponse(page)),
        Route("/tall/y", lambda _: Response(status_code=304, headers={"ETag": "x"})),
        Route("/tall/z", lambda _: JSONResponse({"html": '<b style="left:1%">'})),
        Route("/tall/s", lambda _: Response("<svg><style type='x'>a{}</style></svg>", media_type="image/svg+xml")),
        Route("/talent", lambda _: HTMLResponse(page)),
    ]
    client = TestClient(Starlette(routes=routes, middleware=LAYERS))
    answer = client.get("/tall/x")
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert len(hashes(answer.text)) == 2
    for one in hashes(answer.text):
        assert one in answer.headers["content-security-policy"]
    assert client.head("/tall/x").headers["content-length"] == answer.headers["content-length"]
    assert "content-security-policy" not in client.get("/tall/y").headers
    assert client.get("/tall/z").json() == {"html": '<b style="left:1%">'}
    assert hash_of("a{}") in client.get("/tall/s").headers["content-security-policy"]
    assert client.get("/talent").text == page


@pytest.fixture
def client(client):
    """The routes with their styles and headers."""
    del client  # there are figures, and a service that is ready
    return TestClient(Starlette(routes=list(ROUTES), middleware=[Middleware(SecurityHeaders), Middleware(OwnStyles)]))


@pytest.mark.parametrize(
    "path",
    [
        "/figur/talent/ranking",
        "/figur/talent/nothing",
        "/tall/talent/ranking.table.html",
        "/tall/talent/ranking.claims.html",
        "/tall/talent/ranking.sheets.html",
        "/tall/talent/ranking.embed.html",
        "/forny",
        "/s/2222222222",
        "/fil/nothing",
    ],
)
def test_no_page_of_ours_has_what_its_policy_refuses(client, path):
    answer = client.get(path)
    assert answer.headers["content-type"].startswith("text/html")
    assert " style=" not in re.sub("<(pre|textarea).*?</", "", answer.text, flags=re.DOTALL)
    assert not re.search(r"<script(?![^>]*\bsrc=)", answer.text)
    assert not re.search(r"<[^>]* on\w+=", answer.text)
    for one in hashes(answer.text):
        assert one in answer.headers["content-security-policy"]
