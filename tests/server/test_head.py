"""What stands in a page's HTML before Streamlit has drawn it: language, title, head, script, first view."""

import json
import re
import struct
import time
from html import unescape
from types import SimpleNamespace
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, JSONResponse, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from components.export.search_data import script
from components.html.tools import query_of
from components.words.text import LANGUAGES
from data_sources.errors import StoreUnavailable
from pages.exhibits.first_view import PageSummary
from pages.exhibits.registry import PAGES, look_at, seen, view_of
from pages.navigation import FRONT
from server import asked, head
from server.assets import SCRIPT
from server.pictures import PICTURES

HTML = (
    '<!doctype html><html lang="en"><head><title>Streamlit</title></head><body>'
    "<noscript>You need to enable JavaScript to run this app.</noscript>" + "æ" * 3000 + "</body></html>"
)


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
        Route("/besokende", in_parts),
        Route("/talent", lambda _: HTMLResponse(HTML)),
        Route("/", lambda _: HTMLResponse(HTML)),
        Route(f"/{FRONT}", lambda _: HTMLResponse(HTML)),
    ]
    layers = [Middleware(GZipMiddleware), Middleware(head.PageHead), Middleware(GZipMiddleware)]
    return TestClient(Starlette(routes=routes, middleware=layers))


@pytest.fixture
def ready(store, monkeypatch):  # noqa: ARG001
    """Pages may be asked for their first view."""
    monkeypatch.setattr(head, "following", SimpleNamespace(ready=True))
    monkeypatch.setattr(asked, "following", SimpleNamespace(ready=True))


@pytest.mark.parametrize("path", ["/talent", "/besokende"])
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("", "nb"),
        ("?lang=nb", "nb"),
        ("?lang=en", "en"),
        ("?lang=de", "nb"),
        ("?lang=", "nb"),
        ("?lang=nb&lang=en", "nb"),  # names no language, as in the view itself
    ],
)
def test_pages_say_their_language(client, path, encoding, query, language):
    answer = client.get(path + query, headers={"Accept-Encoding": encoding})
    assert answer.text.startswith(
        f'<!doctype html><html lang="{language}"><head><title>Osloregionen i Europa</title>'
        "<script>window.__streamlit = { BACKEND_BASE_URL: location.origin }</script></head><body><style>"
    )
    assert answer.text.endswith("æ" * 3000 + f'<script src="{SCRIPT}" defer></script></body></html>')
    assert "<noscript>" not in answer.text
    assert answer.headers.get("content-encoding") == ("gzip" if encoding == "gzip" else None)


def test_files_and_data_are_left_alone(client):
    assert client.get("/static/page.html").text == HTML
    assert client.get("/data").json() == {"html": '<html lang="en"'}


@pytest.mark.usefixtures("ready")
def test_what_is_told_of_a_view_stands_escaped_in_the_head_and_its_body_first(client, monkeypatch):
    told = PageSummary(
        'A "talk" <b>', "Once & twice", Markup('<div id="first-view">Here</div>'), "Osloregionen i Europa"
    )
    monkeypatch.setattr(head, "told", lambda _view, _ignored: told)
    page = client.get("/talent?lang=en").text
    assert "<title>A &#34;talk&#34; &lt;b&gt;</title>" in page
    assert '<meta name="description" content="Once &amp; twice">' in page
    assert '<meta property="og:title" content="A &#34;talk&#34; &lt;b&gt;">' in page
    assert page.index('<div id="first-view">') < page.index("æææ")
    canonical = re.search(r'<link rel="canonical" href="([^"]*)">', page)[1]
    assert canonical.startswith("http://testserver/talent?lang=en&amp;lens=NO08")
    ways = dict(re.findall(r'rel="alternate" hreflang="([^"]*)" href="([^"]*)"', page))
    assert set(ways) == {*LANGUAGES, "x-default"}
    assert ways["en"] == canonical
    assert ways["nb"] == ways["x-default"] == canonical.replace("lang=en", "lang=nb")


@pytest.fixture
def patient(monkeypatch):
    """A first view has all the time it takes, as it has once it was made before."""
    monkeypatch.setattr(head, "PATIENCE", 120.0)


def properties(page):
    return {
        name: unescape(text) for name, text in re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', page)
    }


@pytest.mark.usefixtures("ready", "patient")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_unfolds_to_the_views_own_picture(client, language):
    told = properties(client.get(f"/talent?lang={language}").text)
    view, _ = view_of("talent", {"lang": language})
    first = next(iter(seen(view).exhibits.values()))
    assert told["og:image"] == told["twitter:image"] == f"http://testserver/bilde/talent.png?{query_of(view)}"
    assert f"release={view.release}" in told["og:image"]
    assert told["twitter:card"] == "summary_large_image"
    assert told["og:image:alt"].startswith(f"{first.finding}. {first.measure}"[:200])
    pictures = TestClient(Starlette(routes=list(PICTURES)), follow_redirects=False)
    made = pictures.get(told["og:image"].removeprefix("http://testserver")).content
    assert struct.unpack(">II", made[16:24]) == (int(told["og:image:width"]), int(told["og:image:height"]))
    assert len(made) < 5_000_000


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", PAGES)
def test_a_pasted_link_holds_title_description_and_picture_of_that_very_view(slug, language):
    view, about = head._tell(slug, {"lang": language})
    told = properties(str(head.head_of(view, about, "https://x.no")))
    title = about.title.removesuffix(f" · {about.service}")
    assert title
    assert told["og:title"] == f"{title} · {about.service}"
    assert 30 < len(told["description"]) <= 200
    assert told["og:description"] == told["description"]
    assert told["og:url"] == f"https://x.no{view.address}"
    where = urlsplit(told["og:image"])
    assert (where.path, view_of(slug, dict(parse_qsl(where.query)))) == (f"/bilde/{slug}.png", (view, ()))
    first = next(iter(seen(view).exhibits.values()), None)
    shown = title if first is None else first.finding
    assert told["og:image:alt"].startswith(shown[:300])


@pytest.mark.usefixtures("ready", "patient")
def test_a_themes_page_leads_to_its_feed_and_every_page_to_that_of_all(client):
    def feeds(address):
        found = re.findall(r'type="application/atom\+xml" title="([^"]*)" href="([^"]*)"', client.get(address).text)
        return [(unescape(title), way.removeprefix("http://testserver")) for title, way in found]

    assert feeds("/talent?lang=en") == [
        ("New and revised figures: Talent", "/atom/talent/en.xml"),
        ("New and revised figures", "/atom/en.xml"),
    ]
    assert feeds("/oversikt") == [("Nye og reviderte tall", "/atom/nb.xml")]


@pytest.mark.usefixtures("ready", "patient")
def test_the_bare_address_holds_the_front_page_without_a_redirect(client):
    answer = client.get("/?lang=en", follow_redirects=False)
    assert answer.status_code == 200
    told = properties(answer.text)
    assert told["og:url"].startswith(f"http://testserver/{FRONT}?lang=en")
    assert told["og:image"].startswith(f"http://testserver/bilde/{FRONT}.png?lang=en")
    # The browser bears the front page's own address before anything else runs.
    assert answer.text.index("history.replaceState") < answer.text.index("<title>")
    assert "history.replaceState" not in client.get(f"/{FRONT}?lang=en").text


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize(
    ("error", "said"),
    [(StoreUnavailable("gone"), "No first view of talent: gone"), (ValueError("a fault"), "No first view of talent")],
)
def test_a_first_view_that_fails_leaves_streamlits_page_and_is_logged(client, monkeypatch, caplog, error, said):
    def fail(*_):
        raise error

    monkeypatch.setattr(head, "_tell", fail)
    page = client.get("/talent").text
    assert "<title>Osloregionen i Europa</title>" in page
    assert 'id="first-view"' not in page
    (record,) = [one for one in caplog.records if one.name == "osloregionen"]
    assert record.getMessage() == said
    assert (record.exc_info is None) == isinstance(error, StoreUnavailable)


@pytest.fixture(scope="module")
def made(server):
    """The server has the first view of this page, in both languages: a busy machine may be late with it at first."""
    for language in LANGUAGES:
        for _ in range(100):
            if 'id="first-view"' in httpx.get(f"{server}/talent?lang={language}", trust_env=False).text:
                break
            time.sleep(0.1)


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("encoding", ["gzip", "identity", "br, gzip, deflate"])
@pytest.mark.parametrize(("query", "language"), [("", "nb"), ("?lang=nb", "nb"), ("?lang=en", "en")])
def test_the_real_pages_say_their_language_and_what_they_show(server, encoding, query, language):
    answer = httpx.get(f"{server}/talent{query}", headers={"Accept-Encoding": encoding}, trust_env=False)
    assert re.findall(r'<html[^>]*lang="([^"]*)"', answer.text) == [language]
    assert "<title>Talent · Osloregionen i Europa</title>" in answer.text
    (described,) = re.findall(r'<meta name="description" content="([^"]*)">', answer.text)
    assert 40 < len(described) <= 200
    first = answer.text.split('<div id="first-view"')[1].split('<div id="root"')[0]
    assert first.startswith(f' lang="{language}"')
    assert first.count("<h1") == 1
    assert first.count('class="exhibit') >= 3
    assert "data-figure" not in first  # places for the charts; the data come once, with the page


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["employment_section_a", "pm25"])  # without a chart, and with
def test_an_indicators_page_is_described_by_its_definition(language, name):
    view, about = head._tell("tallene", {"lang": language, "indicator": name})
    definition = look_at(view).catalogue.indicators[name].description[language]
    assert definition.startswith(about.description.removesuffix("…").strip()[:100])
    assert 100 <= len(about.description) <= 200


def data_sets(page):
    return [
        json.loads(one) for one in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    ]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_indicators_page_is_a_data_set_with_licence_years_and_files(language):
    view, about = head._tell("tallene", {"lang": language, "indicator": "tertiary_25_64"})
    (told,) = data_sets(str(head.head_of(view, about, "https://x.no")))
    catalogue = look_at(view).catalogue
    indicator = catalogue.indicators["tertiary_25_64"]
    assert (told["@context"], told["@type"]) == ("https://schema.org/", "Dataset")
    assert told["name"] == indicator.title[language]
    assert 50 <= len(told["description"]) <= 5000  # what search engines take
    assert told["url"] == f"https://x.no{view.address}"
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert told["creator"]["name"] == "Eurostat"
    first, last = told["temporalCoverage"].split("/")
    assert 1990 < int(first) < int(last) <= 2026
    assert len(told["distribution"]) == 4
    for file in told["distribution"]:
        where = urlsplit(file["contentUrl"])
        page, key = where.path.split("/")[2:]
        asked = {name: text for name, text in parse_qsl(where.query) if name != "form"}
        found, ignored = view_of(page, asked)
        assert (found.option("indicator"), found.lang, ignored) == ("tertiary_25_64", language, ())
        assert key.partition(".")[0] in seen(found).exhibits


@pytest.mark.usefixtures("store")
def test_other_pages_are_no_data_sets_and_what_has_no_figures_names_no_files():
    for slug in ("tallene", "talent", "metode"):
        view, about = head._tell(slug, {})
        assert data_sets(str(head.head_of(view, about, "https://x.no"))) == []
    catalogue = look_at(view_of("tallene", {})[0]).catalogue
    without = [i.id for i in catalogue.indicators.values() if i.scope == "norway" or i.figures == "collector"]
    view, about = head._tell("tallene", {"indicator": without[0]})
    (told,) = data_sets(str(head.head_of(view, about, "https://x.no")))
    assert "distribution" not in told
    assert told["name"]


def test_no_word_of_a_data_set_ends_the_script():
    words = {"name": '</script><script>alert("1")</script><!-- & \u2028'}
    (told,) = data_sets(str(script(words)))
    assert told == words


def test_a_deep_link_looks_for_its_server_at_the_root(client):
    """Streamlit would ask below the page's own path first, and be told 404 twice."""
    page = client.get("/talent").text
    script = page.index("window.__streamlit = { BACKEND_BASE_URL: location.origin }")
    assert script < page.index("<body")
