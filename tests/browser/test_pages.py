"""Each page by its own cold link, in light and bokmål and in dark and English."""

import json
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages.navigation import NAVIGATION
from tests.browser.reader import Reader

APPEARANCES = {"light": "nb", "dark": "en"}


@pytest.fixture(scope="module")
def tabs(with_graphics, server):
    """One tab for all pages of an appearance: a new one would read 5 MB of scripts anew, and take twice as long."""
    contexts = {scheme: with_graphics.new_context(color_scheme=scheme, locale="nb-NO") for scheme in APPEARANCES}
    yield {scheme: Reader(context.new_page(), server) for scheme, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture(scope="module", params=APPEARANCES)
def appearance(request, tabs):
    return request.param, tabs[request.param]


@pytest.fixture(scope="module", params=[spec.slug for spec in NAVIGATION])
def visit(request, appearance):
    """A page opened by a cold link; read by the tests below, which leave it as it is."""
    scheme, reader = appearance
    reader.page.goto("about:blank")  # nothing of the page before is left
    reader.asked.clear()
    reader.complaints.clear()
    return reader.open(f"/{request.param}?lang={APPEARANCES[scheme]}")


def test_has_its_heading_and_no_fault(visit):
    assert visit.title
    assert visit.page.locator(".stAlert").count() == 0
    assert visit.notices == []
    assert visit.page.evaluate("document.documentElement.lang") == visit.query["lang"]


def test_wears_the_readers_colours(visit, appearance):
    colour = visit.page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert colour == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 24, 31)"}[appearance[0]]


def test_asks_nothing_of_any_other_server(visit):
    hosts = {urlsplit(url).netloc for url in visit.asked if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {urlsplit(visit.server).netloc}


def test_the_browser_has_nothing_to_complain_about(visit):
    assert visit.complaints == []


def test_axe_finds_nothing_with_every_fold_open(visit):
    turn = "open => document.querySelectorAll('#root details.fold').forEach(fold => fold.open = open)"
    visit.page.evaluate(turn, True)
    try:
        found = Axe().run(visit.page).response["violations"]
    finally:
        visit.page.evaluate(turn, False)
    told = {v["id"]: [(n["target"], n["failureSummary"], n["html"][:200]) for n in v["nodes"][:3]] for v in found}
    assert told == {}, json.dumps(told, indent=1, ensure_ascii=False)


def test_a_small_phone_needs_no_sideways_scroll(visit):
    before = visit.page.viewport_size
    visit.page.set_viewport_size({"width": 360, "height": 740})
    try:
        # Charts follow the width a moment later; what is wider than the page then stands in the message.
        visit.page.wait_for_function(
            "() => [...document.querySelectorAll('.chart .main-svg')].every(e => e.clientWidth <= 360)"
        )
        wide = visit.page.evaluate(
            """() => {
                const main = document.querySelector('.stMain');
                const frames = [document.documentElement, document.body, main];
                if (frames.every(e => e.scrollWidth <= e.clientWidth)) return [];
                return [...main.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > 361)
                    .map(e => e.tagName + '.' + e.className).slice(0, 8).concat('scrolls');
            }"""
        )
        assert wide == []
    finally:
        visit.page.set_viewport_size(before)
