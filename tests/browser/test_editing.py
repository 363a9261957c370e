"""The editor of presentations in a real browser: two tabs, the keys alone, and what is refused or gone."""

import json

import httpx

from models.presentations import MOST_STEPS
from tests.browser.reader import PATIENCE, Reader


def test_two_tabs_that_edit_lose_nothing(person, service):
    one = person(service.address)
    other = Reader(one.page.context.new_page(), service.address)
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
    third = person(service.address)
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


def test_a_presentation_is_made_with_the_keys_alone(editor):
    page, press = editor.page, editor.page.keyboard.press
    editor.page.locator(".editor .adds").wait_for()

    def to(selector, key="Tab"):
        for _ in range(80):
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            press(key)
        raise AssertionError(f"{selector} was not reached from {page.evaluate('document.activeElement.outerHTML')}")

    def titles():
        assert page.evaluate("document.activeElement !== document.body")  # the focus is never lost
        return page.locator(".steps-list [data-field=title] input").evaluate_all("all => all.map(one => one.value)")

    def step(number, part):
        return f".steps-list li:nth-child({number}) {part}"

    to(".adds button:first-child")
    press("Enter")
    page.keyboard.type("Velkommen")  # the focus is where one writes
    to(step(1, "[data-field=notes] textarea"))
    page.keyboard.type("Si hei")
    to(".adds button:last-child")
    press("Enter")
    page.keyboard.type("Takk")
    assert titles() == ["Velkommen", "Takk"]
    press("Alt+ArrowUp")
    assert titles() == ["Takk", "Velkommen"]
    to(step(1, ".down"), "Shift+Tab")
    press("Enter")
    press("Enter")  # as far as it goes
    assert titles() == ["Velkommen", "Takk"]
    page.get_by_role("status").get_by_text("Steget er nå nr. 2 av 2").wait_for()
    to(step(2, ".duplicate"))
    press("Enter")
    assert titles() == ["Velkommen", "Takk", "Takk"]
    to(step(3, "select"), "Shift+Tab")
    press("ArrowDown")
    assert page.locator(step(3, ".told-of")).count() == 1
    assert "section" in page.locator(step(3, "")).get_attribute("class")
    to(step(3, ".remove"))
    press("Enter")
    assert titles() == ["Velkommen", "Takk"]
    press("Enter")
    press("Enter")
    assert titles() == []
    press("Control+z")
    press("Control+z")
    assert titles() == ["Velkommen", "Takk"]
    to(".editor .undo", "Shift+Tab")
    for _ in range(12):
        press("Enter")
    assert titles() == []
    assert page.evaluate("document.activeElement.className") == "undo"
    assert editor.complaints == []


def test_the_editor_is_told_why_in_words_by_whoever_refuses(editor):
    """By what keeps presentations, and by the bound that stands before it and answers with a page."""
    send = """size => osloregionen.stories.ask('/vis', 'POST', { presentation: { notes: 'x'.repeat(size) } })
        .then(() => 'kept', fault => [fault.status, fault.message])"""
    assert editor.page.evaluate(send, 1_050_000) == [
        413,
        "Presentasjonen er for stor. Ta bort noen steg, eller kort ned merknadene.",
    ]
    assert editor.page.evaluate(send, 1_200_000) == [413, "Det som ble sendt, er for stort. Ingenting er tatt imot."]


def test_a_browser_that_keeps_nothing_and_a_store_that_has_lost_it_are_told(editor, service):
    page = editor.page
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    page.locator(".editor .adds button").first.click()
    page.keyboard.type("Min egen")
    state = page.locator(".editor .state")
    state.get_by_text("Nettleseren tar ikke vare på dette.").wait_for()
    page.get_by_role("button", name="Lagre og få lenker").click()
    link = page.locator(".links input").first
    link.wait_for()
    first = link.input_value()
    service.lose(first.rsplit("/", 1)[1])
    page.locator("[data-field=text] textarea").fill("Etter at den er borte")
    state.get_by_text("Presentasjonen finnes ikke her. Du kan lagre den på nytt herfra, med nye lenker.").wait_for()
    page.get_by_role("button", name="Lagre og få lenker").click()
    page.wait_for_function("first => document.querySelector('.links input').value !== first", arg=first)
    again = httpx.get(link.input_value(), trust_env=False)
    assert (again.status_code, "Etter at den er borte" in again.text) == (200, True)


def test_more_steps_than_there_may_be_are_refused_and_nothing_is_lost(editor):
    page, steps = editor.page, editor.page.locator(".editor .step")

    def bring(count):
        story = {
            "title": "Mange",
            "lang": "nb",
            "steps": [{"id": f"many{n}", "template": "text"} for n in range(count)],
        }
        file = {"name": "mange.json", "mimeType": "application/json", "buffer": json.dumps(story).encode()}
        page.locator(".editor input[type=file]").set_input_files(file)

    page.locator(".editor .adds button").first.click()
    page.keyboard.type("Min egen")  # and the focus stays there, in what goes
    bring(500)
    page.get_by_text("Presentasjonen har 500 steg. Den kan ha 60.").wait_for()
    assert steps.count() == 1
    bring(MOST_STEPS)
    page.wait_for_function("most => document.querySelectorAll('.editor .step').length === most", arg=MOST_STEPS)
    for name in (".adds button", ".duplicate"):
        page.evaluate("() => { document.querySelector('.told').textContent = ''; }")
        page.locator(f".editor {name}").first.click()
        page.get_by_text("En presentasjon kan ha 60 steg. Ta bort noen, eller begynn på en ny.").wait_for()
        assert steps.count() == MOST_STEPS
    page.locator(".others select").select_option(label="Uten tittel")
    assert page.locator("[data-field=title] input").evaluate_all("all => all.map(one => one.value)") == ["Min egen"]


def test_a_step_that_is_gone_meanwhile_is_not_changed_nor_another_in_its_place(editor):
    page = editor.page
    for word in ("En", "To"):
        page.get_by_role("button", name="Legg til tekst").click()
        page.keyboard.type(word)
    titles = page.locator(".steps-list [data-field=title] input")
    act = {
        ".remove": "first => first.querySelector('.remove').click()",
        ".down": "first => first.querySelector('.down').click()",
        "typing": """first => {
            const title = first.querySelector('[data-field=title] input');
            title.value += 'x';
            title.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }""",
    }
    for name, work in act.items():
        # As another window does, and this one has not heard of it: in one go, for it draws what is there now and then.
        page.evaluate(
            f"""() => {{
                const kept = JSON.parse(localStorage.getItem('osloregionen.presentasjoner'));
                window.before = JSON.stringify(kept);
                kept.all[kept.current].story.steps.shift();
                localStorage.setItem('osloregionen.presentasjoner', JSON.stringify(kept));
                ({work})(document.querySelector('li.step'));
            }}"""
        )
        page.get_by_role("status").get_by_text("Steget er tatt bort i et annet vindu.").wait_for()
        assert [titles.nth(n).input_value() for n in range(titles.count())] == ["To"], name
        page.evaluate("() => { osloregionen.stories.put(JSON.parse(before)); }")
        assert titles.count() == 2
    assert editor.complaints == []
