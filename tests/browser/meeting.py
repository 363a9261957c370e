"""A meeting: a service whose presentations are shown and may be lost, and what those who are there do and see."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tests.application import Application
from tests.browser.reader import PATIENCE

SECOND = 1_000  # milliseconds until those who follow are there
BIG, PHONE = ({"width": w, "height": h} for w, h in ((1920, 1080), (360, 780)))
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


class Service:
    """The application with a store of its own, which tests may kill and start again."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self.address, self.port = "", 0

    def start(self):
        url, log = f"sqlite:///{self._store}", self._store.with_name("log.txt")
        self._running = Application(url, log, port=self.port)
        self.address = self._running.__enter__()
        self.port = int(self.address.rsplit(":", 1)[1])

    def lose(self, code):
        """A presentation is not in the store any more."""
        with closing(sqlite3.connect(self._store)) as store, store:
            store.execute("DELETE FROM presentation WHERE code = ?", (code,))

    def age(self, seconds):
        """Nobody who presents has been heard of for so long."""
        with closing(sqlite3.connect(self._store)) as store, store:
            store.execute("UPDATE room SET seen = seen - ?", (seconds,))

    def kill(self):
        self._running._process.kill()
        self._running._process.wait()

    def stop(self):
        began = time.monotonic()
        self._running.__exit__()
        return time.monotonic() - began


def at(page, step, within=PATIENCE):
    page.wait_for_function("id => document.querySelector('section.now')?.id === id", arg=step, timeout=within)


def whole(page):
    """Wait until all its steps are drawn and it has nothing left to do: what comes in the second in which a page is
    still made is no measure."""
    page.wait_for_selector("html[data-whole]:not(:has(.chart:not([data-drawn])))", state="attached")
    page.evaluate("() => new Promise(done => requestIdleCallback(() => requestIdleCallback(done)))")


def resized(page, size):
    """Give the window another size, and wait until all is laid out anew."""
    page.set_viewport_size(size)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    whole(page)


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
    whole(page)
    return page
