"""What the server wrote stands where Streamlit's page will have it: nothing moves when one goes and the other comes."""

import httpx
import pytest

from benchmarks.positions import positions
from tests.browser.axe import violations

NEAR = 8  # pixels, across or down


@pytest.fixture
def ready(server):
    for slug in ("talent", "plassering"):  # the first time it may be made too late to be sent
        while 'id="first-view"' not in httpx.get(f"{server}/{slug}", trust_env=False, timeout=60).text:
            pass
    return server


def test_heading_charts_and_tools_stay_where_the_first_view_has_them(chromium, ready):
    for moved in positions(chromium, ready, ["talent", "plassering"]):
        assert moved.number >= 5, moved
        assert moved.lost == ()
        assert moved.pixels <= NEAR, moved


def test_axe_finds_nothing_where_no_script_runs(chromium, ready):
    """Who has no script reads the first view, and nothing else."""
    context = chromium.new_context(java_script_enabled=False, locale="nb-NO")
    page = context.new_page()
    page.goto(f"{ready}/talent?lang=nb")
    standing = page.content()
    context.close()
    page = chromium.new_page()
    page.route("**/talent", lambda route: route.fulfill(body=standing, content_type="text/html"))
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{ready}/talent")
    assert page.locator("#first-view h1").inner_text() == "Talent"
    assert violations(page) == {}
    page.close()
