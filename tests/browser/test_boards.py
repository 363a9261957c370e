"""What stands on a screen: type for the back row, nothing cut, for everybody, and at once."""

import httpx
import pytest

from pages.presentasjoner.ready import READY
from tests.browser.axe import violations
from tests.browser.keyboard import walk
from tests.browser.meeting import BIG, NORDIC, PHONE, RANKING, at, resized, whole
from tests.browser.people import SMALL
from tests.browser.test_sheet import sides

LEAST = 28  # pixels
# Every template, with words as long as they may be, lists and unbroken words, and a step whose figure is gone.
END = "Her slutter det som er skrevet."
LONG = "Dette er en setning som noen har skrevet til møtet. " * 37 + "\n" + END
LIST = "- " + "Et punkt på listen.\n- " * 80 + END
TITLE = ("Talent og arbeidskraft i hovedstadsregionen " * 5)[:200]
TREND, BARRIER = f"/talent?lang=nb&peers={NORDIC}#trend", "/barrierer?lang=nb&barrier=skills_shortage"
SHOWN = {
    "title": [],
    "figure": [RANKING],
    "two": [RANKING, TREND],
    "number": [RANKING],
    "text": [],
    "barrier": [BARRIER],
}
TEMPLATES = [
    *(
        {"id": f"of{kind}", "template": kind, "views": views, "title": TITLE, "text": LONG}
        for kind, views in SHOWN.items()
    ),
    {"id": "offound", "template": "figure", "views": [RANKING], "text": LIST},
    {"id": "ofunbroken", "template": "text", "views": [], "title": "Talent" * 33, "text": LIST},
    {
        "id": "ofalone",
        "template": "barrier",
        "views": [BARRIER],
        "title": "Talent" * 33,
        "text": "To linjer.\nDet er alt.",
    },
    {
        "id": "ofgone",
        "template": "figure",
        "views": [RANKING.replace("#", "&indicator=left#")],
        "title": TITLE,
        "text": LONG,
    },
]
TYPE = """() => {
    const board = document.querySelector('section.now');
    const enlarged = board.getBoundingClientRect().width / board.offsetWidth;
    const found = [];
    const walk = document.createTreeWalker(board, NodeFilter.SHOW_TEXT);
    for (let node; node = walk.nextNode();) {
        const of = node.parentElement, drawn = of.closest('text');
        const place = document.createRange();
        place.selectNode(node);
        const box = place.getBoundingClientRect();
        if (!node.textContent.trim() || !box.width || !of.checkVisibility({ visibilityProperty: true })) continue;
        if (of.closest('caption, .unseen')) continue;
        const matrix = drawn?.getScreenCTM();
        const size = parseFloat(getComputedStyle(of).fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : enlarged);
        const middle = of.closest('.middle, .stage, .words')?.getBoundingClientRect();
        const out = box.left < -2 || box.top < -2 || box.right > innerWidth + 2 || box.bottom > innerHeight + 2;
        const cut = middle && (box.bottom > middle.bottom + 3 || box.top < middle.top - 3);
        found.push([node.textContent.trim().slice(0, 40), Math.round(size * 10) / 10, out || Boolean(cut)]);
    }
    return found;
}"""


def put(service, steps, lang="nb"):
    """The address of a presentation with these steps."""
    story = {"title": "Maler", "lang": lang, "steps": steps}
    answer = httpx.post(f"{service.address}/vis", json={"presentation": story}, trust_env=False, timeout=60)
    return f"/vis/{answer.json()['code']}"


def test_words_as_long_as_they_may_be_are_read_from_the_back_row(window, service):
    page = window(put(service, TEMPLATES), BIG)
    for size in (BIG, SMALL):
        resized(page, size)
        page.keyboard.press("Home")
        faults, seen, ended = [], set(), set()
        while (
            place := page.evaluate(
                "() => { const { deck } = osloregionen;"
                " return [deck.sections[deck.at].id, deck.boards[deck.at].at].join(' '); }"
            )
        ) not in seen:
            seen.add(place)
            texts = page.evaluate(TYPE)
            assert texts
            faults += [(place, *text) for text in texts if text[1] < LEAST - 0.1 or text[2]]
            ended |= {place.split()[0] for text, *_ in texts if text == END}
            page.keyboard.press(" ")
        assert not faults, faults
        assert {one.split()[0] for one in seen} == {step["id"] for step in TEMPLATES}
        assert ended == {step["id"] for step in TEMPLATES if END in step["text"]}
    assert page.complaints == []


def test_on_paper_all_words_stand_with_the_address_and_the_screen_is_as_it_was_afterwards(window, service):
    steps = [step for step in TEMPLATES if END in step["text"] and step["template"] != "two"]
    address = put(service, steps)
    page = window(address, SMALL)
    whole(page)
    screens = "() => osloregionen.deck.boards.map(({ at, count, board }) => [at, count, board.innerText])"
    page.keyboard.press(" ")
    shown, title = page.evaluate(f"() => JSON.stringify(({screens})())"), page.title()
    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    ends = page.get_by_text(END, exact=True)
    assert [ends.nth(n).is_visible() for n in range(ends.count())] == [True] * len(steps)
    measures = page.locator(".acting li")
    assert [measures.nth(n).is_visible() for n in range(measures.count())] == [True] * measures.count()
    assert page.locator(".shortened").first.is_hidden()
    assert page.title() == "Maler"
    found = page.evaluate("() => getComputedStyle(document.querySelector('.now .at'), '::before').content")
    assert found == f'"{service.address.removeprefix("http://")}{address} · "'
    page.emulate_media(media="screen")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"before => JSON.stringify(({screens})()) === before", arg=shown)
    assert page.title() == title
    assert page.complaints == []


@pytest.mark.parametrize(("lang", "scheme"), [("nb", "light"), ("en", "dark")])
def test_every_template_is_for_everybody(window, service, lang, scheme):
    page = window(f"{put(service, TEMPLATES, lang)}?lang={lang}", SMALL, scheme)
    whole(page)
    found = {}
    for step in TEMPLATES:
        at(page, step["id"])
        found[step["id"]] = violations(page)
        page.keyboard.press("ArrowRight")
    page.keyboard.press("o")
    found["overview"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("l")
    page.locator(".closer-bar").wait_for()
    found["closer"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("q")
    page.locator("dialog.follow").wait_for()
    found["follow"] = violations(page)
    page.keyboard.press("Escape")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    opened.value.locator(".place", has_text="2 / ").wait_for()
    found["speaker"] = violations(opened.value)
    found = {name: one for name, one in found.items() if one}
    assert not found, list(found.items())[:2]
    walked = walk(page)
    assert (walked.missed, walked.unseen, walked.away, walked.back, walked.trapped) == ((), (), (), (), False)
    assert walked.reached >= 8
    assert page.complaints == []


def test_the_phone_that_follows_or_steers_and_the_guide_are_for_everybody(window, service, kept):
    # One of each shape that a phone shows, and what lies over it.
    found, (code, secret) = {}, kept
    phone = window(put(service, TEMPLATES), PHONE, "dark")
    whole(phone)
    for name in ("oftwo", "ofbarrier", "ofgone"):
        phone.evaluate("name => { location.hash = name; }", name)
        at(phone, name)
        found[name] = violations(phone)
    phone.keyboard.press("o")
    found["overview"] = violations(phone)
    remote = window(f"/vis/{code}#rediger={secret}", PHONE, "dark")
    at(remote, "first")
    remote.keyboard.press("q")
    remote.locator("dialog.follow button").first.click()
    remote.locator("html.steering").wait_for()
    remote.keyboard.press("Escape")
    remote.locator(".remote-notes").get_by_text("Si velkommen").wait_for()
    bar = remote.locator(".bar button:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({ left, right, height }) => [left, right, height])"
    )
    assert all(left >= 0 and right <= PHONE["width"] and height >= 44 for left, right, height in bar), bar
    found["remote"] = violations(remote)
    remote.keyboard.press("ArrowRight")
    remote.keyboard.press("f")
    remote.locator("dialog.files").wait_for()
    found["files"] = violations(remote)
    for lang in ("nb", "en"):
        phone.goto(f"{service.address}/vis/veiledning?lang={lang}")
        found[f"guide {lang}"] = violations(phone)
        assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert sides(phone.pdf(format="A4", prefer_css_page_size=True)) == 2  # as its link says
    found = {name: one for name, one in found.items() if one}
    assert not found, list(found.items())[:2]


def test_measures_that_have_no_room_are_not_left_out_in_silence(window, service):
    page = window(put(service, [{"id": "ofbarrier", "template": "barrier", "views": [BARRIER]}]), SMALL)
    whole(page)
    left_out = {}
    for size in (SMALL, BIG, {"width": 1024, "height": 768}):
        resized(page, size)
        left_out[size["width"]], told = page.evaluate(
            """() => [
                [...document.querySelectorAll('section.now .acting li')].some(one => !one.checkVisibility()),
                document.querySelector('section.now .shortened').checkVisibility(),
            ]"""
        )
        assert told == left_out[size["width"]], size
    assert left_out[SMALL["width"]]


@pytest.mark.parametrize("name", READY)
def test_all_type_can_be_read_from_the_back_row(window, name):
    page = window(f"/vis/klar/{name}", BIG)
    for size in (BIG, SMALL):
        resized(page, size)
        page.keyboard.press("Home")
        for _ in range(page.locator("section.board").count()):
            page.wait_for_function(
                "() => [...document.querySelectorAll('.now .chart')].every(one => one.hasAttribute('data-drawn'))"
            )
            texts = page.evaluate(TYPE)
            assert [text for text in texts if text[1] < LEAST - 0.1] == []
            assert [text for text in texts if text[2]] == []
            page.keyboard.press("ArrowRight")
    assert page.complaints == []
