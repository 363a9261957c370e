"""What does not come is told with why, and comes once it can: no answer, a proxy's alone, or one of a fault."""

import re

from tests.browser.meeting import BIG, whole

UNREACHABLE = "Vi når ikke tjenesten akkurat nå."
LOST = "Ingen forbindelse. Den kommer tilbake av seg selv."
FAULTY = "Tjenesten svarte med en feil. Prøv igjen om litt."
ANSWERS = re.compile(r"/tall/plassering/ranking|/bilde/plassering/ranking\.txt")
FAULTS = [
    ("no answer", UNREACHABLE),
    (500, FAULTY),
    (502, UNREACHABLE),
]  # each is told by other words than the one before


class Trouble:
    """What answers to some addresses, at first as ever: between two routes of Playwright's some pass by."""

    def __init__(self, page, address):
        self.kind = None
        page.route(address, self._answer)

    def _answer(self, route):
        if self.kind is None:
            route.continue_()
        elif self.kind == "no answer":
            route.abort()
        else:
            route.fulfill(status=self.kind)


def test_a_table_or_a_text_to_copy_that_does_not_come_is_told_and_not_for_ever(reader):
    reader.open("/plassering")
    trouble = Trouble(reader.page, ANSWERS)
    figure = reader.page.locator("#ranking")
    for fault, told in FAULTS:
        trouble.kind = fault
        figure.get_by_text("Last ned").click()
        figure.get_by_role("link", name="Kopier tekst til bildet (alternativ tekst)").click()
        reader.page.locator(".told.seen").get_by_text(told).wait_for()
        figure.get_by_role("link", name="Tabell", exact=True).click()
        reader.page.get_by_role("dialog").get_by_text(told).wait_for()
        reader.page.keyboard.press("Escape")
    trouble.kind = None
    figure.get_by_role("link", name="Tabell", exact=True).click()
    reader.page.get_by_role("dialog").locator("caption").first.wait_for()


def test_the_editor_says_that_it_does_not_know_what_steps_show_until_it_does(editor):
    trouble = Trouble(editor.page, re.compile(r"/vis/(sett|klar/\w+\.json)"))
    for fault, told in FAULTS:
        trouble.kind = fault
        editor.page.get_by_role("link", name="Lag en egen av den").first.click()
        editor.page.locator(".told.seen").get_by_text(told).wait_for()
    editor.page.get_by_role("button", name="Legg til tekst").click()
    editor.page.locator(".state.trouble").get_by_text(told).wait_for()
    trouble.kind = None
    editor.page.locator(".state:not(.trouble)").get_by_text("Ligger i denne nettleseren.").wait_for()
    # Also where what was tried in the meantime has been taken back.
    trouble.kind = 500
    editor.page.get_by_role("button", name="Legg til tekst").click()
    editor.page.locator(".state.trouble").get_by_text(FAULTY).wait_for()
    editor.page.get_by_role("button", name="Angre").click()
    trouble.kind = None
    editor.page.locator(".state:not(.trouble)").get_by_text("Ligger i denne nettleseren.").wait_for()


def test_an_answer_of_somebody_else_is_no_answer(editor):
    editor.page.route("**/vis/sett*", lambda route: route.fulfill(status=200, body="<html>Login</html>"))
    editor.page.get_by_role("button", name="Legg til tekst").click()
    editor.page.locator(".state.trouble").get_by_text(FAULTY).wait_for()


def test_looking_closer_asks_once_and_is_taken_back_while_it_waits(window):
    page, held = window("/robots.txt", BIG), []
    page.route("**/vis/valg*", lambda route: held.append(route))
    page.goto(page.url.replace("/robots.txt", "/vis/klar/talent"))
    whole(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("l")
    page.locator(".told.seen").get_by_text("Henter …").wait_for()
    page.keyboard.press("l")
    page.keyboard.press("Escape")
    with page.expect_response("**/vis/valg*"):
        held[0].continue_()
    page.evaluate("() => new Promise(done => requestIdleCallback(() => requestIdleCallback(done)))")
    assert page.locator(".closer-bar").count() == 0
    assert len(held) == 1
    page.keyboard.press("l")
    page.locator(".closer-bar").wait_for()


def test_what_one_looks_closer_with_is_asked_for_again(window):
    page = window("/robots.txt", BIG)
    trouble = Trouble(page, re.compile("/vis/valg|/figur/"))
    trouble.kind = "no answer"
    page.goto(page.url.replace("/robots.txt", "/vis/klar/talent"))
    whole(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    for fault, told in FAULTS:
        trouble.kind = fault
        page.keyboard.press("l")
        page.locator(".told.seen").get_by_text(told).wait_for()
    trouble.kind = None
    page.keyboard.press("l")
    peers = page.get_by_label("Sammenlign med")
    peers.wait_for()
    for number, (fault, told) in enumerate(FAULTS, 1):
        trouble.kind = fault
        peers.select_option(index=number)
        page.locator(".closer-bar").get_by_text(told).wait_for()
    trouble.kind = 200  # a page of somebody else's
    peers.select_option(index=1)
    page.locator(".closer-bar").get_by_text(FAULTY).wait_for()
    trouble.kind = None
    peers.select_option(index=2)
    peers.select_option(index=1)
    page.locator("section.closer .chart[data-drawn]").wait_for()


def test_a_showing_that_cannot_begin_is_told_and_begins_then(window, kept):
    code, secret = kept
    page = window(f"/vis/{code}#rediger={secret}")
    whole(page)
    page.keyboard.press("q")
    trouble = Trouble(page, "**/styring*")
    start = page.get_by_role("button", name="Start visning")
    for fault, told in (("no answer", LOST), (500, FAULTY), (502, LOST)):
        trouble.kind = fault
        start.click()
        page.locator(".told.seen").get_by_text(told).wait_for()
    trouble.kind = None
    start.click()
    page.get_by_role("button", name="Vis fjernkontrollen").wait_for()


def test_a_link_that_the_browser_does_not_copy_can_be_copied_by_hand(editor):
    editor.page.get_by_role("button", name="Legg til tekst").click()
    editor.page.get_by_role("button", name="Lagre og få lenker").click()
    link = editor.page.locator(".links input").first
    link.wait_for()
    editor.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")  # as without encryption
    editor.page.locator(".links").get_by_role("button", name="Kopier").first.click()
    by_hand = editor.page.get_by_role("dialog", name="Kopier lenken herfra:")
    assert by_hand.get_by_role("textbox").input_value() == link.input_value()
