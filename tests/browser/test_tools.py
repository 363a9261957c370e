"""The tools under a figure: what they lead to opens over the page, by mouse and by keyboard."""

import json
import re
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe

FOCUSED = "() => document.activeElement.textContent.trim()"


def use(reader, name, words):
    """Use a tool of the first figure by keyboard; what opens over the page."""
    tool = reader.page.locator(f"#ranking a[data-tool={name}]")
    assert tool.inner_text() == words
    tool.focus()
    reader.page.keyboard.press("Enter")
    return reader.page.get_by_role("dialog", name=words)


def closed(reader):
    """Wait until what stood over the page is gone from it.

    A dialog loses its role at once, but is taken away (and the focus led back) by the event that follows, a task later.
    """
    reader.page.locator("dialog.over").wait_for(state="detached")


@pytest.mark.parametrize(
    ("name", "words", "inside"),
    [("table", "Tabell", "table caption"), ("claims", "Kan jeg si dette?", ".quote")],
)
def test_table_and_claims_open_over_the_page_and_escape_leads_back(reader, name, words, inside):
    reader.open("/plassering")
    before = reader.page.url
    dialog = use(reader, name, words)
    dialog.locator(inside).first.wait_for()
    assert dialog.evaluate("box => box.matches(':modal') && box.contains(document.activeElement)")
    found = Axe().run(reader.page).response["violations"]
    assert found == [], json.dumps([(v["id"], v["nodes"][0]["html"][:200]) for v in found], ensure_ascii=False)
    reader.page.keyboard.press("Escape")
    closed(reader)
    assert reader.page.evaluate(FOCUSED) == words
    assert reader.page.url == before


def test_the_button_closes_too(reader):
    reader.open("/plassering")
    dialog = use(reader, "table", "Tabell")
    dialog.get_by_role("button", name="Lukk").click()
    closed(reader)
    assert reader.page.evaluate(FOCUSED) == "Tabell"


def test_a_sentence_that_may_be_said_is_copied(reader):
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open("/plassering")
    dialog = use(reader, "claims", "Kan jeg si dette?")
    sentence = dialog.locator(".quote").first.inner_text()
    dialog.get_by_role("button", name="Kopier").first.click()
    reader.page.get_by_text("Kopiert", exact=True).wait_for(state="attached")
    assert reader.page.evaluate("navigator.clipboard.readText()").split("\n")[0] == sentence.split("\n")[0]


def test_a_link_is_copied_where_the_reader_stands(reader):
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open("/plassering")
    reader.page.locator("#ranking a[data-tool=copy]").focus()
    reader.page.keyboard.press("Enter")
    reader.page.get_by_role("status").get_by_text("Lenken er kopiert", exact=True).wait_for()
    assert leads_to(reader, reader.page.evaluate("navigator.clipboard.readText()")) == f"{reader.page.url}#ranking"
    assert reader.page.evaluate(FOCUSED) == "Kopier lenke"


def leads_to(reader, short):
    """Where a short link leads."""
    assert re.fullmatch(r"http://[^/]+/s/[2-9a-z]{10}", short)
    answer = reader.page.request.get(short, max_redirects=0)
    assert answer.status == 302
    return urljoin(short, answer.headers["location"])


def test_without_a_store_to_write_to_the_long_link_is_copied(reader):
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open("/plassering")
    reader.page.route("**/s", lambda route: route.fulfill(status=503, json={"error": "store_forbidden"}))
    reader.page.locator("#ranking a[data-tool=copy]").click()
    reader.page.get_by_role("status").get_by_text("Lenken er kopiert", exact=True).wait_for()
    assert reader.page.evaluate("navigator.clipboard.readText()") == f"{reader.page.url}#ranking"


def test_both_links_and_a_code_to_point_a_phone_at(reader):
    reader.open("/plassering")
    reader.page.locator("#ranking").get_by_text("Last ned").click()
    reader.page.locator("#ranking").get_by_role("link", name="Kort lenke, lang lenke og QR-kode").click()
    dialog = reader.page.get_by_role("dialog")
    short, long = (dialog.get_by_role("textbox").nth(n) for n in (0, 1))
    assert leads_to(reader, short.input_value()) == long.input_value() == f"{reader.page.url}#ranking"
    wide = dialog.get_by_role("img").evaluate("async image => { await image.decode(); return image.naturalWidth; }")
    assert wide > 100


def test_a_link_that_cannot_be_copied_is_there_to_be_copied_by_hand(reader):
    reader.open("/plassering")
    reader.page.evaluate(
        "() => { navigator.clipboard.write = navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    reader.page.locator("#ranking a[data-tool=copy]").click()
    dialog = reader.page.get_by_role("dialog", name="Kopier lenken herfra:")
    assert leads_to(reader, dialog.get_by_role("textbox").input_value()) == f"{reader.page.url}#ranking"


def test_a_table_that_does_not_come_is_told_and_not_for_ever(reader):
    reader.open("/plassering")
    reader.page.route("**/tall/**", lambda route: route.abort())
    dialog = use(reader, "table", "Tabell")
    dialog.get_by_text("Vi når ikke tjenesten akkurat nå.").wait_for()
    reader.page.keyboard.press("Escape")
    reader.page.unroute("**/tall/**")
    use(reader, "table", "Tabell").locator("caption").first.wait_for()


def test_the_figure_alone_fills_the_window_and_escape_leads_back(reader):
    reader.open("/plassering")
    use(reader, "show", "Vis stort")
    frame = reader.page.frame_locator("dialog iframe")
    frame.locator(".main-svg").first.wait_for()
    assert frame.locator("h1").inner_text() == reader.findings[0]
    frame.locator("body").press("Escape")
    closed(reader)
    assert reader.page.evaluate(FOCUSED) == "Vis stort"


def test_files_are_offered_and_come(reader):
    reader.open("/plassering")
    figure = reader.page.locator("#ranking")
    figure.get_by_text("Last ned").click()
    with reader.page.expect_download() as waiting:
        figure.get_by_role("link", name="Tall som åpnes i regneark (CSV)").click()
    assert waiting.value.suggested_filename == "osloregionen-poeng-index.csv"
    assert reader.page.locator("details.tool[open]").count() == 0


def test_a_file_that_is_being_made_is_told_and_asked_for_again(reader):
    reader.open("/plassering")
    answers = iter([503, 200])

    def busy_once(route):
        if next(answers) == 503:
            route.fulfill(status=503, headers={"Retry-After": "1"}, body="")
        else:
            route.continue_()

    reader.page.route("**/fil/plassering/ranking.xlsx*", busy_once)
    figure = reader.page.locator("#ranking")
    figure.get_by_text("Last ned").click()
    with reader.page.expect_download() as waiting:
        figure.get_by_role("link", name="Arbeidsbok med tall og kilder (Excel)").click()
        reader.page.get_by_role("status").get_by_text("Mange lager filer akkurat nå.").wait_for()
    assert waiting.value.suggested_filename == "osloregionen-poeng-index.xlsx"
    reader.page.get_by_role("status").get_by_text("Filen er lastet ned", exact=True).wait_for()
    reader.complaints.clear()  # the browser tells of the answer that was refused


# For how long things on the page are to be left as they are, milliseconds.
_WAITS = """() => {
    const set = window.setTimeout;
    window.waits = [];
    window.setTimeout = (work, time, ...more) => { window.waits.push(time); return set(work, time, ...more); };
}"""


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("no answer", "Vi når ikke tjenesten akkurat nå. Prøv igjen om litt."),
        (502, "Vi når ikke tjenesten akkurat nå. Prøv igjen om litt."),  # the proxy is there, the service is not
        (500, "Filen kunne ikke lages."),
    ],
)
def test_a_file_that_does_not_come_is_told_with_why_and_long_enough_to_be_seen(reader, fault, told):
    reader.open("/plassering")
    answer = "**/fil/plassering/ranking.xlsx*"
    reader.page.route(answer, lambda route: route.abort() if fault == "no answer" else route.fulfill(status=fault))
    reader.page.evaluate(_WAITS)
    figure = reader.page.locator("#ranking")
    figure.get_by_text("Last ned").click()
    figure.get_by_role("link", name="Arbeidsbok med tall og kilder (Excel)").click()
    reader.page.locator(".told.seen").get_by_text(told).wait_for()
    assert 10_000 in reader.page.evaluate("window.waits")


def test_the_menu_is_used_by_keyboard_and_nothing_in_it_is_hard_to_use(reader):
    reader.open("/plassering")
    reader.page.locator("#ranking details.download summary").focus()
    keys = reader.page.keyboard
    keys.press("ArrowDown")
    assert reader.page.evaluate(FOCUSED) == "Lysbilde du kan redigere (PowerPoint)"
    found = Axe().run(reader.page).response["violations"]
    assert found == [], json.dumps([(v["id"], v["nodes"][0]["html"][:200]) for v in found], ensure_ascii=False)
    keys.press("End")
    assert reader.page.evaluate(FOCUSED) == "Kopier tekst til bildet (alternativ tekst)"
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    assert reader.page.evaluate(FOCUSED) == "Arbeidsbok med tall og kilder (Excel)"
    keys.press("Escape")
    assert reader.page.locator("details.tool[open]").count() == 0
    assert reader.page.evaluate(FOCUSED) == "Last ned"
    keys.press("ArrowDown")
    for _ in range(3):
        keys.press("ArrowDown")
    assert reader.page.evaluate(FOCUSED) == "Tall som oppdaterer seg selv (Excel og Google)"
    keys.press("Enter")
    dialog = reader.page.get_by_role("dialog")
    dialog.get_by_text("=IMPORTDATA(").wait_for()
    keys.press("Escape")
    closed(reader)
    assert reader.page.evaluate(FOCUSED) == "Last ned"


def test_who_was_here_with_an_earlier_release_is_told_and_only_their_browser_knows(reader):
    reader.open("/oversikt")
    line = reader.page.locator("#root .since-visit").first
    assert line.inner_text() == ""
    newest = int(reader.page.evaluate("localStorage.getItem('osloregionen.release')"))
    reader.page.evaluate(f"localStorage.setItem('osloregionen.release', '{newest - 1}'); sessionStorage.clear()")
    asked = len(reader.asked)
    reader.open("/oversikt")
    line.get_by_role("link", name=f"Du var her sist med datautgave {newest - 1}.").wait_for()
    assert not any("since=" in address for address in reader.asked[asked:])
    assert not any("release" in one["name"] for one in reader.page.context.cookies())
