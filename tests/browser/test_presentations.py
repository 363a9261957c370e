"""Presentations in a real browser: steps, followers, an outage, two tabs; type for the back row."""

import json
import shutil
import time

import httpx
import pytest

from pages.presentasjoner.ready import READY
from tests.application import Application
from tests.browser.axe import violations
from tests.browser.keyboard import walk
from tests.browser.reader import PATIENCE, Reader

SECOND = 1_000  # milliseconds until those who follow are there
BIG, SMALL, PHONE = ({"width": w, "height": h} for w, h in ((1920, 1080), (1280, 720), (360, 780)))
LEAST = 28  # pixels
NORDIC = "SE11,DK01,FI1B,SE23"
RANKING = f"/talent?lang=nb&peers={NORDIC}#ranking"
STORY = {
    "title": "Talent",
    "lang": "nb",
    "steps": [
        {"id": "first", "template": "title", "views": [], "title": "Talent i Norden", "notes": "Si velkommen"},
        {"id": "second", "template": "figure", "views": [RANKING]},
        {"id": "third", "template": "figure", "views": [f"/talent?lang=nb&peers={NORDIC}#trend"]},
        {"id": "fourth", "template": "text", "views": [], "title": "Takk"},
    ],
}
# Every template, with words as long as they may be, and a step whose figure is gone.
LONG = "Dette er en setning som noen har skrevet til møtet. " * 38
TEMPLATES = [
    {"id": "oftitle", "template": "title", "views": [], "title": "Talent " * 28, "text": LONG},
    {"id": "offigure", "template": "figure", "views": [RANKING], "title": "Talent " * 28},
    {"id": "oftwo", "template": "two", "views": [RANKING, f"/talent?lang=nb&peers={NORDIC}#trend"]},
    {"id": "ofnumber", "template": "number", "views": [RANKING], "title": "Talent " * 28, "text": LONG[:600]},
    {"id": "oftext", "template": "text", "views": [], "title": "Talent " * 10, "text": LONG},
    {"id": "oflist", "template": "text", "views": [], "title": "Liste", "text": "- " + "Et punkt på listen.\n- " * 30},
    {"id": "ofbarrier", "template": "barrier", "views": ["/barrierer?lang=nb&barrier=skills_shortage"]},
    {"id": "ofgone", "template": "figure", "views": [RANKING.replace("#", "&indicator=left#")], "text": LONG[:600]},
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
        const middle = of.closest('.middle')?.getBoundingClientRect();
        const out = box.left < -2 || box.top < -2 || box.right > innerWidth + 2 || box.bottom > innerHeight + 2;
        const cut = middle && (box.bottom > middle.bottom + 3 || box.top < middle.top - 3);
        found.push([node.textContent.trim().slice(0, 40), Math.round(size * 10) / 10, out || Boolean(cut)]);
    }
    return found;
}"""


@pytest.fixture(scope="module")
def service(database_url, tmp_path_factory):
    """The application with a store of its own, which tests may kill and start again."""
    folder = tmp_path_factory.mktemp("presentations")
    shutil.copyfile(database_url.removeprefix("sqlite:///"), folder / "store.sqlite")

    class Service:
        address, port = "", 0

        def start(self):
            self._running = Application(f"sqlite:///{folder / 'store.sqlite'}", folder / "log.txt", port=self.port)
            self.address = self._running.__enter__()
            self.port = int(self.address.rsplit(":", 1)[1])

        def kill(self):
            self._running._process.kill()
            self._running._process.wait()

        def stop(self):
            began = time.monotonic()
            self._running.__exit__()
            return time.monotonic() - began

    one = Service()
    one.start()
    yield one
    one.stop()


@pytest.fixture
def window(chromium, service):
    """Opens a browser of its own at an address."""
    contexts = []

    def opened(address, size=SMALL, scheme="light"):
        contexts.append(chromium.new_context(locale="nb-NO", viewport=size, color_scheme=scheme))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(service.address + address)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def kept(service):
    """Code and secret of a presentation."""
    answer = httpx.post(f"{service.address}/vis", json={"presentation": STORY}, trust_env=False, timeout=60).json()
    return answer["code"], answer["edit"]


def at(page, step, within=PATIENCE):
    page.wait_for_function("id => document.querySelector('section.now')?.id === id", arg=step, timeout=within)


def presenting(window, kept):
    """The presenter's window, with a showing begun."""
    code, secret = kept
    page = window(f"/vis/{code}#rediger={secret}")
    at(page, "first")
    page.keyboard.press("q")
    page.get_by_role("button", name="Start visning").click()
    page.get_by_role("button", name="Vis fjernkontrollen").wait_for()
    page.get_by_role("button", name="Lukk").click()
    assert secret not in page.url
    return page


def test_two_follow_within_a_second_look_around_and_cannot_steer(window, kept):
    presenter = presenting(window, kept)
    presenter.keyboard.press("ArrowRight")
    followers = [window(f"/vis/{kept[0]}", size) for size in (PHONE, SMALL)]  # who comes late lands on the step
    for page in followers:
        at(page, "second")
        page.get_by_text("Følger", exact=True).wait_for()
    presenter.keyboard.press("ArrowRight")
    for page in followers:
        at(page, "third", SECOND)
    followers[0].locator("[data-do=back]").click()
    at(followers[0], "second")
    presenter.keyboard.press("End")
    at(followers[1], "fourth", SECOND)
    at(followers[0], "second")
    at(presenter, "fourth")
    followers[0].get_by_role("button", name="Følg igjen").click()
    at(followers[0], "fourth")
    stolen = followers[0].evaluate(
        "async code => (await fetch(`/vis/${code}/styr`, { method: 'POST', body: '{\"step\": \"first\"}',"
        " headers: { Authorization: 'Bearer 22222222222222222222222222' } })).status",
        kept[0],
    )
    assert stolen == 403
    assert [page.complaints for page in (presenter, *followers)] == [[], [], []]


def test_the_phone_is_a_remote_and_the_steering_can_be_taken_back(window, kept):
    presenter = presenting(window, kept)
    presenter.keyboard.press("q")
    presenter.get_by_role("button", name="Vis fjernkontrollen").click()
    way = presenter.locator("dialog input").input_value()
    assert "#styr=" in way
    presenter.keyboard.press("Escape")
    remote = window(way[way.index("/vis") :], PHONE)
    at(remote, "first")
    remote.get_by_text("Si velkommen").wait_for()
    remote.locator("[data-do=on]").click()
    at(presenter, "second", SECOND)
    presenter.keyboard.press("q")
    presenter.get_by_role("button", name="Ta styringen alene").click()
    presenter.get_by_role("button", name="Lukk").click()
    remote.locator("[data-do=on]").click()
    remote.get_by_text("Noen andre har tatt over styringen.").wait_for()
    at(presenter, "second")


def test_the_server_dies_and_comes_back(window, kept, service):
    presenter = presenting(window, kept)
    follower, asleep = window(f"/vis/{kept[0]}"), window(f"/vis/{kept[0]}", PHONE)
    at(follower, "first")
    presenter.wait_for_selector("html[data-whole]", state="attached")
    service.kill()
    for step in ("second", "third"):
        presenter.keyboard.press("ArrowRight")
        at(presenter, step, SECOND)
        assert presenter.locator(f"#{step} .main-svg").count() > 0
    presenter.get_by_text("Ingen forbindelse").wait_for()
    at(follower, "first")
    asleep.context.set_offline(True)
    service.start()
    at(follower, "third", 30_000)
    at(asleep, "first")
    asleep.context.set_offline(False)  # it wakes, and goes to the present step, by none in between
    at(asleep, "third", 30_000)
    assert service.stop() < 8  # open streams hold nobody back
    presenter.keyboard.press("End")
    service.start()
    for page in (follower, asleep):
        at(page, "fourth", 30_000)


def test_a_step_is_painted_at_once(window):
    page = window("/vis/klar/status")
    page.wait_for_selector("html[data-whole]", state="attached")
    took = page.evaluate(
        """async () => {
            const times = [];
            for (let n = 0; n < 6; n++) {
                const start = performance.now();
                dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
                await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
                times.push(performance.now() - start);
            }
            return times.sort((one, other) => one - other);
        }"""
    )
    assert took[len(took) // 2] <= 100


def put(service, steps, lang="nb"):
    """The address of a presentation with these steps."""
    story = {"title": "Maler", "lang": lang, "steps": steps}
    answer = httpx.post(f"{service.address}/vis", json={"presentation": story}, trust_env=False, timeout=60)
    return f"/vis/{answer.json()['code']}"


def test_words_as_long_as_they_may_be_are_read_from_the_back_row(window, service):
    page = window(put(service, TEMPLATES), BIG)
    for size in (BIG, SMALL):
        page.set_viewport_size(size)
        page.keyboard.press("Home")
        page.wait_for_timeout(300)
        page.wait_for_selector("html[data-whole]", state="attached")
        faults, seen = [], set()
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
            page.keyboard.press(" ")
        assert not faults, faults
        assert {one.split()[0] for one in seen} == {step["id"] for step in TEMPLATES}
    assert page.complaints == []


@pytest.mark.parametrize(("lang", "scheme"), [("nb", "light"), ("en", "dark")])
def test_every_template_is_for_everybody(window, service, lang, scheme):
    page = window(f"{put(service, TEMPLATES, lang)}?lang={lang}", SMALL, scheme)
    page.wait_for_selector("html[data-whole]", state="attached")
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


def test_the_speakers_window_says_that_the_other_is_gone_and_comes_back(window):
    page = window("/vis/klar/status")
    page.wait_for_selector("html[data-whole]", state="attached")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    speaker.locator(".place", has_text="1 / ").wait_for()
    page.reload()
    page.wait_for_selector("html[data-whole]", state="attached")
    page.keyboard.press("ArrowRight")
    speaker.locator(".place", has_text="2 / ").wait_for()
    assert speaker.get_by_role("alert").count() == 0
    speaker.keyboard.press("ArrowRight")
    page.wait_for_function("() => location.hash === '#3'")
    address, context = page.url, page.context
    page.close()
    speaker.get_by_role("alert").get_by_text("Åpne presentasjonen igjen og trykk S").wait_for()
    again = context.new_page()
    again.goto(address)
    again.wait_for_selector("html[data-whole]", state="attached")
    with again.expect_popup() as opened, speaker.expect_event("close"):
        again.keyboard.press("s")
    opened.value.locator(".place", has_text="3 / ").wait_for()


def test_a_phone_that_slept_wakes_at_the_present_step(window, kept):
    presenter, phone = presenting(window, kept), window(f"/vis/{kept[0]}", PHONE)
    at(phone, "first")
    phone.get_by_text("Følger", exact=True).wait_for()
    phone.evaluate(
        "() => { window.passed = []; new MutationObserver(() => passed.push(document.querySelector('.now').id))"
        ".observe(document.querySelector('section.board').parentNode, { subtree: true, attributeFilter: ['class'] }); }"
    )
    # Nothing runs there for three seconds, and what it was told waits, as in a phone that has slept.
    phone.evaluate("() => { setTimeout(() => { for (const end = Date.now() + 3000; Date.now() < end;); }); }")
    for step in ("second", "third", "fourth"):
        presenter.keyboard.press("ArrowRight")
        at(presenter, step)
        presenter.wait_for_timeout(500)  # each is told to those who are awake
    at(phone, "fourth")
    assert set(phone.evaluate("passed")) <= {"first", "fourth"}


@pytest.mark.parametrize("name", READY)
def test_all_type_can_be_read_from_the_back_row(window, name):
    page = window(f"/vis/klar/{name}", BIG)
    for size in (BIG, SMALL):
        page.set_viewport_size(size)
        page.wait_for_function("() => document.documentElement.dataset.stands === ''")
        page.keyboard.press("Home")
        page.wait_for_timeout(300)
        page.wait_for_selector("html[data-whole]", state="attached")
        for _ in range(page.locator("section.board").count()):
            page.wait_for_function(
                "() => [...document.querySelectorAll('.now .chart')].every(one => one.hasAttribute('data-drawn'))"
            )
            texts = page.evaluate(TYPE)
            assert [text for text in texts if text[1] < LEAST - 0.1] == []
            assert [text for text in texts if text[2]] == []
            page.keyboard.press("ArrowRight")
    assert page.complaints == []


def test_two_tabs_that_edit_lose_nothing(chromium, service):
    context = chromium.new_context(locale="nb-NO", viewport=SMALL)
    one, other = (Reader(context.new_page(), service.address) for _ in range(2))
    one.open("/talent")
    one.page.locator("#root [data-tool=collect]").first.click()
    for reader in (one, other):
        reader.open("/presentasjoner")
        reader.page.locator(".editor .step").wait_for()
    one.page.get_by_role("button", name="Lagre og få lenker").click()
    link = one.page.locator(".links input").first
    link.wait_for()
    one.page.locator("[data-field=title] input").fill("Fra den ene")
    other.page.locator("[data-field=notes] textarea").fill("Fra den andre")
    other.page.get_by_role("button", name="Legg til tekst").click()
    code = link.input_value().rsplit("/", 1)[1]
    for reader in (one, other):
        reader.page.locator(".state", has_text="Alt er lagret").wait_for()
    kept = one.page.evaluate("JSON.parse(localStorage['osloregionen.presentasjoner'])")
    edit = kept["all"][kept["current"]]["edit"]
    stored = httpx.get(
        f"{service.address}/vis/{code}/innhold", headers={"Authorization": f"Bearer {edit}"}, trust_env=False
    ).json()
    steps = stored["presentation"]["steps"]
    assert [(step["title"], step["notes"]) for step in steps] == [("Fra den ene", "Fra den andre"), ("", "")]
    # Somebody else, in a browser of their own, writes at the same time.
    there = chromium.new_context(locale="nb-NO", viewport=SMALL)
    third = Reader(there.new_page(), service.address)
    third.page.goto(f"{service.address}/presentasjoner#rediger={code}.{edit}")
    third.page.locator("[data-field=title] input").first.wait_for()
    third.settled()
    assert edit not in third.page.url
    third.page.locator("[data-field=text] textarea").first.fill("Fra en tredje")
    one.page.locator("[data-field=title] input").first.fill("Fra den ene igjen")
    third.page.wait_for_function(
        "() => document.querySelector('[data-field=title] input').value === 'Fra den ene igjen'", timeout=PATIENCE
    )
    one.page.wait_for_function(
        "() => document.querySelector('[data-field=text] textarea').value === 'Fra en tredje'", timeout=PATIENCE
    )
    assert json.dumps([one.complaints, other.complaints, third.complaints]) == "[[], [], []]"
    context.close()
    there.close()


def test_a_step_is_looked_at_more_closely_and_left_as_it_was(window):
    page = window("/vis/klar/talent?peers=SE11,DK01,FI1B", BIG)
    page.wait_for_selector("html[data-whole]", state="attached")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    finding = page.locator("section.now .finding").inner_text()
    page.keyboard.press("l")
    page.get_by_label("Merk en region").select_option(label="Västsverige (Göteborg)")
    page.locator("section.closer .chart[data-drawn]").wait_for()
    page.locator("section.closer").get_by_text("Göteborg").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("section.closer").wait_for(state="detached")
    assert page.locator("section.now .finding").inner_text() == finding
    page.context.set_offline(True)
    page.keyboard.press("l")
    page.get_by_label("Sammenlign med").select_option(index=1)
    page.get_by_text("Steget står som det var").wait_for()
    assert page.locator("section.closer").count() == 0
    page.context.set_offline(False)
    assert page.complaints == []
