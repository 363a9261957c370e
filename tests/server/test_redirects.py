import random
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.navigation import FRONT, NAVIGATION, OLD_SLUGS
from server.redirects import Redirects, target


@pytest.mark.parametrize("spec", NAVIGATION, ids=lambda spec: spec.slug)
def test_pages_stay_where_they_are(spec):
    assert target(f"/{spec.slug}", "lang=en") is None
    assert target(f"/{spec.slug}/", "") is None


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/health",
        "/_stcore/stream",
        "/talent/_stcore/health",
        "/static/js/index.js",
        "/media/abc.csv",
        "/health",
        "/ready",
        "/favicon.png",
        "/assets/topojson/world_110m.json",
    ],
)
def test_what_the_server_answers_itself_stays(path):
    assert target(path, "") is None


@pytest.mark.parametrize(("old", "new"), OLD_SLUGS.items())
def test_old_slugs_lead_on_and_keep_the_query(old, new):
    assert target(f"/{old}", "") == f"/{new}"
    assert target(f"/{old}", "lang=en&peers=SE11%2CDK01") == f"/{new}?lang=en&peers=SE11%2CDK01"
    assert new in {spec.slug for spec in NAVIGATION}


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("/Talent", "talent"),
        ("/TALENT/", "talent"),
        ("/Overview", "oversikt"),
        ("/Besøkende", "besokende"),
        ("/Oversikt", "oversikt"),
    ],
)
def test_pages_are_found_as_people_write_them(path, slug):
    assert target(path, "lang=en") == f"/{slug}?lang=en"


def test_the_bare_address_answers_itself_so_that_links_to_it_unfold():
    assert target("/", "") is None
    assert target("/", "lang=en") is None
    assert target("", "lang=en") == f"/{FRONT}?lang=en"


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/turisme", "turisme"),
        ("/en/overview", "en/overview"),
        ("/wp-admin/setup.php", "wp-admin/setup.php"),
        ("/100%", "100%"),
        ("/a&b=c", "a&b=c"),
        ("/æøå", "æøå"),
        ("/" + "x" * 500, "x" * 60),
    ],
)
def test_an_unknown_path_leads_to_the_front_page_which_names_it(path, asked):
    where = urlsplit(target(path, "lang=en&empty="))
    assert where.path == f"/{FRONT}"
    assert parse_qs(where.query, keep_blank_values=True) == {"lang": ["en"], "empty": [""], "page": [asked]}


def test_a_deep_path_below_a_page_leads_to_the_page():
    assert target("/talent/ledighet", "year=2024") == "/talent?year=2024"


@pytest.mark.parametrize(
    "path",
    ["//example.org", "//example.org/talent", "/\\example.org", "/talent//example.org", "///", "/%2f%2fexample.org"],
)
def test_never_to_another_host(path):
    where = target(path, "next=https://example.org")
    if where is not None:
        assert urlsplit(where).netloc == ""
        assert urlsplit(where).path.strip("/") in {spec.slug for spec in NAVIGATION}
        assert where[0] == "/"
        assert where[1] not in "/\\"


def test_no_redirect_leads_to_another_one():
    letters = random.Random(1)
    for _ in range(2000):
        path = "/" + "".join(letters.choices("/talent%.?#&=\\ æ\n", k=letters.randrange(12)))
        where = target(path, "a=1")
        if where is not None:
            parts = urlsplit(where)
            assert target(parts.path, parts.query) is None
            assert "\n" not in where


@pytest.fixture
def client():
    inner = Starlette(
        routes=[Route("/{path:path}", lambda _: PlainTextResponse("page"), methods=["GET", "POST"])],
        middleware=[Middleware(Redirects)],
    )
    return TestClient(inner, follow_redirects=False)


def test_the_redirect_as_sent(client):
    answer = client.get("/turisme?lang=en")
    assert answer.status_code == 302
    assert answer.headers["location"] == "/oversikt?lang=en&page=turisme"
    assert client.get("/talent?lang=en").text == "page"
    assert client.head("/turisme").status_code == 302
    assert client.post("/turisme").text == "page"


def test_a_header_cannot_be_forged(client):
    answer = client.get("/x%0d%0aSet-Cookie:%20a=b")
    assert answer.status_code == 302
    assert "set-cookie" not in answer.headers


def test_the_real_server_redirects(server):
    answer = httpx.get(f"{server}/turisme?lang=en", trust_env=False)
    assert (answer.status_code, answer.headers["location"]) == (302, "/oversikt?lang=en&page=turisme")
    answer = httpx.get(f"{server}//example.org", trust_env=False)
    assert answer.headers["location"].startswith("/oversikt")
