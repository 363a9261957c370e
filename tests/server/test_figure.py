"""`/figur/<page>/<figure>`: the figure, or a sentence that says why not; in any frame, without cookies."""

import re
from types import SimpleNamespace

import pytest
from markupsafe import escape

from components.html.tools import figure_address
from pages.exhibits.registry import PAGES, exhibit, seen, view_of
from pages.known import releases
from server import asked
from server.assets import FIGURE_SCRIPT, FIGURE_STYLE
from server.redirects import target

pytestmark = pytest.mark.usefixtures("store")

LETTERS = "x" * 10_000


def directives(answer):
    return {
        name: set(values) for name, *values in (p.split() for p in answer.headers["content-security-policy"].split(";"))
    }


@pytest.mark.parametrize("language", ["nb", "en"])
def test_shows_what_its_page_shows(client, language):
    view, _ = view_of("talent", {"lang": language, "indicator": "tertiary_25_64"})
    shown = exhibit(view, "ranking")
    answer = client.get(f"/figur/talent/ranking?lang={language}&indicator=tertiary_25_64")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert f'<h1 class="finding">{shown.finding}</h1>' in answer.text
    assert shown.table in answer.text
    assert "set-cookie" not in answer.headers


def test_any_site_may_frame_a_figure_and_nothing_else(client):
    assert directives(client.get("/figur/talent/ranking"))["frame-ancestors"] == {"*"}
    assert directives(client.get("/figur/talent/none"))["frame-ancestors"] == {"*"}
    for other in ("/health", "/figurer/x", "/tall/talent/ranking.table.html"):
        assert directives(client.get(other))["frame-ancestors"] == {"'self'"}


def test_its_scripts_are_our_files_only(client):
    policy = directives(client.get("/figur/talent/ranking"))
    assert policy["default-src"] == {"'none'"}
    assert policy["script-src"] == {"'self'"}
    assert policy["connect-src"] == {"'self'"}
    for address, kind in ((FIGURE_SCRIPT, "text/javascript"), (FIGURE_STYLE, "text/css")):
        answer = client.get(address)
        assert answer.headers["content-type"].startswith(kind)
        assert "immutable" in answer.headers["cache-control"]
    assert "@font-face" in client.get(FIGURE_STYLE).text


@pytest.mark.parametrize(
    "address", ["/figur/talent/none", f"/figur/talent/{LETTERS}", "/figur/talent/%00", "/figur/talent/<b>x"]
)
@pytest.mark.parametrize(("language", "words"), [("nb", "Figuren finnes ikke"), ("en", "There is no such figure")])
def test_an_unknown_figure_leads_to_its_page(client, address, language, words):
    answer = client.get(f"{address}?lang={language}&mark=SE11")
    assert answer.status_code == 404
    assert words in answer.text
    assert re.search(rf'<a href="/talent\?lang={language}&amp;[^"]*mark=SE11', answer.text)
    assert LETTERS not in answer.text
    assert "<b>x" not in answer.text


@pytest.mark.parametrize("address", ["/figur", "/figur/", "/figur/none/ranking", "/figur/talent", "/figur/talent/a/b"])
def test_an_unknown_page_leads_to_the_first(client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Siden finnes ikke" in answer.text
    assert '<a href="/oversikt?lang=nb">' in answer.text


def test_the_redirects_leave_figures_alone():
    assert target("/figur/talent/ranking", "lang=en") is None
    assert target("/figur", "") is None


@pytest.mark.parametrize(
    "odd", ["mark=QQ", "lens=%00", f"x={LETTERS}", "[Logg+inn](https://example.org)=1", "%3Cb%3E=1"]
)
def test_odd_values_give_the_nearest_figure_and_a_notice(client, odd):
    answer = client.get(f"/figur/talent/ranking?{odd}")
    assert answer.status_code == 200
    (notice,) = re.findall(r'<p class="notice"[^>]*>(.*?)</p>', answer.text)
    assert "<b>" not in notice
    assert "example.org" not in re.findall(r'href="([^"]*)"', notice)
    assert len(notice) < 500


def test_a_figure_without_figures_gives_its_reason(client):
    answer = client.get("/figur/levekar/trend?indicator=pm25")
    assert answer.status_code == 200
    assert 'class="missing"' in answer.text
    assert "Vi har tall for bare ett år" in answer.text


def test_the_browser_asks_anew_and_is_told_when_nothing_has_changed(client):
    first = client.get("/figur/talent/ranking")
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/figur/talent/ranking", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/figur/talent/ranking?lang=en", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    assert other.headers["etag"] != first.headers["etag"]


def test_a_new_version_of_this_program_is_not_the_same_answer(client, monkeypatch):
    first = client.get("/figur/talent/ranking")
    monkeypatch.setattr(asked, "PROGRAM", "another")
    again = client.get("/figur/talent/ranking", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 200
    assert again.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize(("language", "words"), [("nb", "Tjenesten starter"), ("en", "The service is starting")])
def test_before_the_figures_are_there_it_says_so_and_asks_again(client, monkeypatch, language, words):
    monkeypatch.setattr(asked, "following", SimpleNamespace(ready=False))
    releases.starting.set()
    try:
        answer = client.get(f"/figur/talent/ranking?lang={language}")
    finally:
        releases.starting.clear()
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert words in answer.text
    assert 'http-equiv="refresh"' in answer.text


def test_a_fault_is_logged_and_told(client, monkeypatch, caplog):
    def broken(*_):
        raise RuntimeError("this is broken")

    monkeypatch.setattr(asked, "exhibit", broken)
    answer = client.get("/figur/talent/ranking?lang=en")
    assert answer.status_code == 500
    assert '<a href="/talent?lang=en">' in answer.text
    assert "this is broken" not in answer.text
    assert "this is broken" in caplog.text


@pytest.mark.parametrize("slug", PAGES)
def test_every_figure_of_every_page_has_its_address(client, slug):
    view, _ = view_of(slug, {})
    for one in seen(view).exhibits.values():
        answer = client.get(figure_address(view, one.key))
        assert answer.status_code == 200
        assert f'<h1 class="finding">{escape(one.finding)}</h1>' in answer.text
