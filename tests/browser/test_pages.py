"""Each page by its own cold link, in light and bokmål and in dark and English."""

import contextlib
import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import TimeoutError as TooLong

from components.words.text import Speaker
from pages.navigation import NAVIGATION
from pages.nettstedet.personvern import COLOURS, COOKIE, LAST_SEEN, kept_by_browsers
from tests.browser.axe import violations
from tests.browser.keyboard import walk
from tests.browser.reader import Reader

APPEARANCES = {"light": "nb", "dark": "en"}
# Pages that are drawn in WebGL come in a browser that draws as a reader's does. Another warns of these, which would be
# a complaint; for all the rest it takes half the processor, which an imitated graphics card needs for itself.
MAPS = ("klyngekatalog",)


@pytest.fixture(scope="module")
def tabs(chromium, with_graphics, server):
    """One tab for all pages of an appearance: a new one would read 5 MB of scripts anew, and take twice as long.

    By appearance, and by whether it is for maps.
    """
    contexts = {
        (scheme, browser is with_graphics): browser.new_context(color_scheme=scheme, locale="nb-NO")
        for scheme in APPEARANCES
        for browser in (chromium, with_graphics)
    }
    yield {use: Reader(context.new_page(), server) for use, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture(scope="module", params=APPEARANCES)
def appearance(request):
    return request.param


@pytest.fixture(scope="module", params=[spec.slug for spec in NAVIGATION])
def visit(request, appearance, tabs):
    """A page opened by a cold link; read by the tests below, which leave it as it is."""
    scheme, reader = appearance, tabs[appearance, request.param in MAPS]
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
    assert colour == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 24, 31)"}[appearance]


def test_asks_nothing_of_any_other_server(visit):
    hosts = {urlsplit(url).netloc for url in visit.asked if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {urlsplit(visit.server).netloc}


def test_the_browser_keeps_what_personvern_tells_and_nothing_else(visit):
    told = {one.name for one in kept_by_browsers(Speaker())}
    cookies = {cookie["name"] for cookie in visit.page.context.cookies()}
    stored = set(visit.page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))"))
    assert cookies == {COOKIE}
    assert {name for name in stored if not name.startswith(f"{COLOURS}-/")} <= told - {COOKIE}
    assert visit.page.evaluate("indexedDB.databases().then(all => all.length)") == 0


def test_what_personvern_tells_is_really_kept(tabs):
    for scheme in APPEARANCES:
        reader = tabs[scheme, False]  # that which has been on all pages but the maps
        reader.open(f"/personvern?lang={APPEARANCES[scheme]}")
        (cookie,) = reader.page.context.cookies()
        assert cookie["expires"] == -1  # until the browser is closed
        assert cookie["sameSite"] == "Lax"
        stored = set(reader.page.evaluate("Object.keys(localStorage)"))
        assert LAST_SEEN in stored
        assert any(name.startswith(f"{COLOURS}-/") for name in stored)


def test_the_browser_has_nothing_to_complain_about(visit):
    assert visit.complaints == []


def test_axe_finds_nothing_with_every_fold_open(visit):
    turn = "open => document.querySelectorAll('#root details.fold').forEach(fold => fold.open = open)"
    visit.page.evaluate(turn, True)
    try:
        told = violations(visit.page)
    finally:
        visit.page.evaluate(turn, False)
    assert told == {}, json.dumps(told, indent=1, ensure_ascii=False)


def test_the_keyboard_reaches_everything_in_order_and_one_sees_where_one_is(visit, appearance):
    if appearance == "dark":
        pytest.skip("the same elements in other colours; axe has looked at those")
    walked = walk(visit.page)
    assert walked.reached >= 16
    assert walked.missed == walked.unseen == walked.away == walked.back == ()
    assert not walked.trapped


# What is wider than the page, and texts that are cut off: tables and code scroll by themselves.
_LOST = """width => {
    const main = document.querySelector('.stMain');
    const frames = [document.documentElement, document.body, main];
    const name = e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 30);
    const scrolls = frames.every(e => e.scrollWidth <= e.clientWidth) ? [] :
        [...main.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1).map(name).slice(0, 8)
            .concat('scrolls');
    const cut = [...main.querySelectorAll('*')].filter(e => !e.children.length && e.textContent.trim() && e.clientWidth
        && e.scrollWidth > e.clientWidth + 1 && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)
        && e.clientWidth > 1).map(name).slice(0, 8);
    return scrolls.concat(cut);
}"""


@pytest.mark.parametrize("width", [320, 720], ids=["small phone", "twice as large"])
def test_nothing_is_lost_where_the_page_is_narrow(visit, width):
    """320 points, and what a window of 1440 has left at 200 %: no sideways scroll, no text cut off."""
    before = visit.page.viewport_size
    visit.page.set_viewport_size({"width": width, "height": 740})
    try:
        # Charts follow the width a moment later; what is lost for good then stands in the message.
        with contextlib.suppress(TooLong):
            visit.page.wait_for_function(f"width => !({_LOST})(width).length", arg=width, timeout=10_000)
        assert visit.page.evaluate(_LOST, width) == []
    finally:
        visit.page.set_viewport_size(before)
