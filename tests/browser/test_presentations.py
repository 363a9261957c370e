"""Presentations in a real browser: those who follow, the remote, an outage, the speaker's window."""

from server.rooms import AWAY
from tests.browser.meeting import BIG, PHONE, SECOND, at, presenting, whole
from tests.browser.people import SMALL


def test_two_follow_within_a_second_look_around_and_cannot_steer(window, kept):
    presenter = presenting(window, kept)
    presenter.keyboard.press("ArrowRight")
    followers = [window(f"/vis/{kept[0]}", size) for size in (PHONE, SMALL)]  # who comes late lands on the step
    for page in followers:
        at(page, "second")
        page.get_by_text("Følger", exact=True).wait_for()
        whole(page)
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


def test_the_presenter_vanishes_and_another_takes_over(window, kept, service):
    code, secret = kept
    presenter = presenting(window, kept)
    follower, colleague = window(f"/vis/{code}", PHONE), window(f"/vis/{code}#rediger={secret}")
    presenter.keyboard.press("ArrowRight")
    presenter.keyboard.press("b")
    for page in (follower, colleague):
        at(page, "second")
        page.wait_for_selector("html.blacked", state="attached")
        whole(page)
    presenter.keyboard.press("q")
    presenter.get_by_role("button", name="Vis fjernkontrollen").click()
    way = presenter.locator("dialog input").input_value()
    presenter.close()
    service.age(AWAY + 1)
    follower.get_by_text("Den som viser, er borte. Du kan bla selv.").wait_for()
    colleague.get_by_text("Den som viser, er borte. Du kan bla selv.").wait_for()
    assert follower.get_by_role("button", name="Ta over visningen").count() == 0
    for page in (follower, colleague):
        page.wait_for_selector("html:not(.blacked)", state="attached")  # nobody is left in the dark
    reader = window(f"/vis/{code}")  # who comes after the meeting reads from the start, undisturbed
    whole(reader)
    at(reader, "first")
    assert reader.locator(".following").is_hidden()
    spare = window(way[way.index("/vis") :], PHONE)  # the remote, too, begins where the other left
    at(spare, "second")
    spare.close()
    service.age(AWAY + 1)
    colleague.get_by_role("button", name="Ta over visningen").click()
    colleague.get_by_role("dialog").get_by_role("button", name="Ta over visningen").click()
    follower.get_by_text("Følger", exact=True).wait_for()
    at(follower, "second")  # from where the other left
    colleague.get_by_role("button", name="Lukk").click()
    colleague.keyboard.press("ArrowRight")
    at(follower, "third", SECOND)
    late = window(way[way.index("/vis") :], PHONE)  # the remote of the one who vanished
    late.get_by_text("Noen andre har tatt over styringen.").wait_for()
    at(late, "third")
    assert [page.complaints for page in (follower, colleague, late)] == [[], [], []]


def test_who_is_not_let_in_is_told_and_follows_when_somebody_leaves(window, kept):
    presenter = presenting(window, kept)
    presenter.keyboard.press("ArrowRight")
    follower = window("/vis/klar/status", PHONE)
    # As the server answers where all places are taken (tests/server/test_rooms.py).
    follower.route("**/hendelser", lambda route: route.fulfill(status=503, headers={"Retry-After": "10"}))
    follower.goto(presenter.url.partition("#")[0])
    follower.get_by_text("Flere følger allerede enn det er plass til.").wait_for()
    at(follower, "first")
    follower.unroute("**/hendelser")
    follower.get_by_text("Følger", exact=True).wait_for()
    at(follower, "second")


def test_the_server_dies_and_comes_back(window, kept, service):
    presenter = presenting(window, kept)
    follower, asleep = window(f"/vis/{kept[0]}"), window(f"/vis/{kept[0]}", PHONE)
    at(follower, "first")
    whole(presenter)
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


def test_the_speakers_window_says_that_the_other_is_gone_and_comes_back(window):
    page = window("/vis/klar/status")
    whole(page)
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    speaker.locator(".place", has_text="1 / ").wait_for()
    page.reload()
    whole(page)
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
    whole(again)
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


def test_links_that_are_not_whole_or_not_true_say_so(window, kept):
    code, secret = kept
    for after, says in (
        (f"#rediger={secret[:-1]}", "Lenken er ikke hel, så du kan bare se på."),
        (f"#rediger={'2' * 26}", "Lenken gir ikke lov til dette."),
        (f"#styr={'2' * 26}", "Noen andre har tatt over styringen."),
    ):
        page = window(f"/vis/{code}{after}")
        page.get_by_text(says).wait_for()
        at(page, "first")
        page.keyboard.press("q")
        assert page.locator("dialog.follow button").all_inner_texts() == ["Lukk"]
        assert page.complaints == []
        page.close()
    page = window(f"/vis/{code}#%E0%A4%A")
    at(page, "first")
    assert page.complaints == []
    page.goto(page.url.replace(f"/vis/{code}", "/presentasjoner").partition("#")[0] + f"#rediger={code}.{secret[:-1]}")
    page.get_by_text("Redigeringslenken er ikke hel. Kopier hele lenken på nytt.").wait_for()


def test_a_step_is_looked_at_more_closely_and_left_as_it_was(window):
    page = window("/vis/klar/talent?peers=SE11,DK01,FI1B", BIG)
    whole(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    finding = page.locator("section.now .finding").inner_text()
    foot = page.locator("section.now .foot").bounding_box()
    page.keyboard.press("l")
    free = page.locator(".closer-bar").bounding_box()["y"]
    under = page.locator("section.now .foot").bounding_box()
    assert under["y"] + under["height"] <= free < foot["y"] + foot["height"]  # the bar covers nothing
    page.get_by_label("Merk en region").select_option(label="Västsverige (Göteborg)")
    page.locator("section.closer .chart[data-drawn]").wait_for()
    page.locator("section.closer").get_by_text("Göteborg").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("section.closer").wait_for(state="detached")
    assert page.locator("section.now .finding").inner_text() == finding
    assert page.locator("section.now .foot").bounding_box() == foot
    # Who goes on from there finds the step again.
    page.keyboard.press("l")
    page.get_by_label("Merk en region").select_option(label="Västsverige (Göteborg)")
    page.locator("section.closer .chart[data-drawn]").wait_for()
    page.get_by_role("button", name="Lukk").focus()
    page.keyboard.press("ArrowRight")
    page.locator("section.closer").wait_for(state="detached")
    page.keyboard.press("ArrowLeft")
    assert page.locator("section.now .finding").is_visible()
    assert page.locator("section.now .finding").inner_text() == finding
    assert page.locator("section.now .foot").bounding_box() == foot
    page.context.set_offline(True)
    page.keyboard.press("l")
    page.get_by_label("Sammenlign med").select_option(index=1)
    page.get_by_text("Steget står som det var").wait_for()
    assert page.locator("section.closer").count() == 0
    page.context.set_offline(False)
    assert page.complaints == []
