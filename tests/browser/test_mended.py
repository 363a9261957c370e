"""A reader whose page could show no figures, once whoever runs the service has mended the store."""

import json
import shutil

import pytest

from components.screen.trouble import WHEN_MENDED
from tests.application import Application
from tests.browser.reader import OFTEN

# What the page does while it waits, on a page of words: its clock goes twenty times as fast.
WAITS = WHEN_MENDED.removeprefix("<script>").removesuffix("</script>")
FAST = """() => {
    const set = window.setTimeout;
    window.setTimeout = (work, time, ...more) => set(work, time / 20, ...more);
    document.body.setAttribute('data-mending', '');
}"""
# The reader has gone on while the service was asked; nobody answers the first time.
GONE_ON = """() => {
    const ask = window.fetch;
    window.fetch = async (...all) => {
        const answer = await ask(...all);
        document.body.removeAttribute('data-mending');
        return answer;
    };
}"""
NO_ANSWER = """() => {
    const ask = window.fetch;
    window.fetch = (address, how) => {
        window.fetch = ask;
        return new Promise((_, failed) => how.signal.addEventListener('abort', failed));
    };
}"""


@pytest.fixture
def asked(reader):
    """What `/ready` has answered so far; it answers what stands in `asked.next`, the last of it again and again."""

    class Asked(list):
        next = ((503, {"reason": "store_damaged"}),)

    answers = Asked()

    def answer(route):
        answers.append(answers.next[min(len(answers), len(answers.next) - 1)])
        status, said = answers[-1]
        route.fulfill(status=status, body=json.dumps(said), content_type="application/json")

    reader.page.route("**/ready", answer)
    reader.page.goto(f"{reader.server}/robots.txt")
    return answers


def waits_until_loaded(page):
    page.evaluate(FAST)
    with page.expect_navigation():
        page.evaluate(WAITS)


def test_another_fault_than_the_one_told_is_told(reader, asked):
    damaged, configuration = ((503, {"reason": name}) for name in ("store_damaged", "configuration"))
    asked.next = (damaged, damaged, configuration)
    waits_until_loaded(reader.page)
    assert asked == [damaged, damaged, configuration]


def test_where_all_is_said_to_be_well_and_nothing_is_shown_it_tries_once_a_minute(reader, asked):
    asked.next = ((200, {"ready": True}),)
    waits_until_loaded(reader.page)
    assert len(asked) == 1  # the first time at once
    reader.page.reload()
    waits_until_loaded(reader.page)
    assert len(asked) > 3  # twelve times a minute, fewer where the machine is loaded


def test_a_page_that_the_reader_has_gone_on_to_stays(reader, asked):
    asked.next = ((200, {"ready": True}),)
    reader.page.evaluate(FAST)
    reader.page.evaluate(GONE_ON)
    reader.page.evaluate(WAITS)
    reader.page.wait_for_function("() => window.waitsForMending === false", polling=OFTEN)
    assert len(asked) == 1


def test_it_asks_again_where_nobody_answers(reader, asked):
    asked.next = ((200, {"ready": True}),)
    reader.page.evaluate(NO_ANSWER)
    waits_until_loaded(reader.page)
    assert len(asked) == 1


def test_the_page_comes_by_itself_once_the_store_can_be_read(person, database_url, tmp_path):
    store = tmp_path / "store.sqlite"
    store.write_bytes(b"this is no database" * 100)
    with Application(f"sqlite:///{store}", tmp_path / "log.txt", ready="/health") as address:
        reader = person(address)
        reader.page.goto(f"{address}/talent")
        reader.page.get_by_text("Siden kommer av seg selv når feilen er rettet.").wait_for()
        assert "Databasen er skadet" in reader.page.locator(".stMain").inner_text()
        whole = tmp_path / "whole.sqlite"
        shutil.copyfile(database_url.removeprefix("sqlite:///"), whole)
        whole.replace(store)
        reader.settled()
        assert reader.title == "Talent"
        assert not [told for told in reader.complaints if "Content Security Policy" in told]
