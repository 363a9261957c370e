"""Two instances behind nginx: one is killed, both serve the same, a refresh comes meanwhile, members alone may read."""

import re
import signal
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import httpx
from playwright.sync_api import sync_playwright
from websockets.exceptions import InvalidStatus, InvalidURI, WebSocketException

from pages.navigation import NAVIGATION
from server.application import routes
from tests.browser.reader import HEADLESS, LIGHT
from tests.browser.test_restart import Restarted
from tests.drills.outcome import Outcome
from tests.drills.proxied import MEMBER, NGINX, WITHOUT, Instance, two_instances
from tests.drills.reader import Reader
from tests.drills.stores import Stores, release

PAGE = "/talent?lang=nb&peers=nordic_capitals"
NIGHTS = ("besokende", "indicator=nights_total&year=2024&lang=nb")
AT_FIRST = "11 904 456"
READERS, RELEASES = 3, 4
_STREAMLIT = ("/", "/_stcore/health", "/_stcore/host-config", "/_stcore/stream", "/static/js/x.js", "/media/x")


def an_instance_is_stopped(stores: Stores, folder: Path) -> Outcome:
    """SIGTERM with open pages: over within the unit's patience, and no reader stands in the log."""
    outcome = Outcome()
    instance = Instance(f"sqlite:///{stores.file()}", folder)
    with instance, ExitStack() as opened:
        for number in range(5):
            page = opened.enter_context(Reader(instance.address)).ask(*NIGHTS)
            outcome.count(AT_FIRST in page.text, f"page {number} does not come")
        counts = instance.get("/metrics").text
        outcome.count("osloregion_open_pages 5.0" in counts, "open pages are not counted")
        outcome.count('osloregion_page_seconds_count{page="besokende"} 5.0' in counts, "runs are not counted")
        begun = time.monotonic()
        instance.process.terminate()
        instance.process.wait(30)
        took = time.monotonic() - begun
        outcome.notes.append(f"it ended after {took:.1f} s")
        outcome.count(took < 15, f"it took {took:.1f} s to end")
        told = instance.log.read_text()
        outcome.count(
            "127.0.0.1:" not in told.replace(instance.address.removeprefix("http://"), ""), "a reader is named"
        )
        outcome.count(not instance.faults(), "; ".join(instance.faults()[:2]))
    return outcome


def two_instances_and_one_is_killed(stores: Stores, folder: Path) -> Outcome:
    """A page in Chromium comes back by itself on the other, with its address and what was chosen; nobody gets a 502."""
    outcome = Outcome()
    if NGINX is None or HEADLESS is None:
        return Outcome(skipped=WITHOUT if NGINX is None else "no Chromium was found (Debian: apt-get install chromium)")
    with two_instances(stores, folder) as two, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=HEADLESS, args=LIGHT)
        page = browser.new_context(locale="nb-NO", ignore_https_errors=True).new_page()
        reader = Restarted(page, two.proxy.address)
        reader.open(PAGE)
        at_first = page.get_by_role("combobox", name="Indikator").input_value()
        reader.choose("Indikator", "Arbeidsledighet 15–74 år")
        reader.until(indicator="unemployment_rate_15_74")
        for _ in range(2):
            address, shown = page.url, page.locator(".finding").first.inner_text()
            killed = two.serving()
            other = next(one for one in two.instances if one is not killed)
            reader.answered = False
            begun = time.monotonic()
            killed.end(signal.SIGKILL)
            answers = [two.proxy.get("/tall/talent.json").status_code for _ in range(5)]
            outcome.count(answers == [200] * 5, f"answers while one is away: {answers}")
            reader.again()
            outcome.notes.append(f"the page stood again after {time.monotonic() - begun:.1f} s")
            outcome.count(page.url == address, f"the address is {page.url}, not {address}")
            outcome.count(page.locator(".finding").first.inner_text() == shown, "another view is shown")
            outcome.count(two.serving() is other, "the other instance does not have the page")
            killed.start().come_up()
            outcome.count(killed.ready()[0] == 200, "the killed one does not come back")
        reader.choose("Indikator", at_first)
        page.wait_for_url(lambda url: "unemployment_rate_15_74" not in url)
        outcome.count("nordic_capitals" in reader.settled().page.url, "the page cannot be used")
        browser.close()
        outcome.count(not two.faults(), "; ".join(two.faults()[:2]))
    return outcome


def two_instances_serve_the_same(stores: Stores, folder: Path) -> Outcome:
    """Figures, files, pictures and short links from either; a browser stays with one; the log names no reader."""
    if NGINX is None:
        return Outcome(skipped=WITHOUT)
    outcome = Outcome()
    with two_instances(stores, folder) as two:
        told = two.proxy.tested()
        outcome.count(told.returncode == 0 and "warn" not in told.stderr, told.stderr)
        made = httpx.post(two.proxy.address + "/s", content=PAGE, verify=False, trust_env=False, timeout=60).json()
        outcome.count(made["short"].startswith(two.proxy.address + "/s/"), made["short"])
        code = made["short"].rpartition("/")[2]
        for ask in (*(one.get for one in two.instances), two.proxy.get):
            found = ask(f"/s/{code}")
            outcome.count(found.status_code == 302 and "nordic_capitals" in found.headers["location"], "no short link")
        again = {httpx.post(one.address + "/s", content=PAGE, trust_env=False).json()["short"] for one in two.instances}
        outcome.count({one.rpartition("/")[2] for one in again} == {code}, f"other codes for the same view: {again}")
        key = two.proxy.get("/tall/talent.json").json()["exhibits"][0]["key"]
        for path in (f"/tall/talent/{key}.csv?form=machine", f"/tall/talent/{key}.table.html", f"/figur/talent/{key}"):
            bodies = {one.get(path).text.replace(one.address, "") for one in two.instances}
            outcome.count(len(bodies) == 1, f"{path} differs")
        for path in (f"/fil/talent/{key}.xlsx", f"/fil/talent/{key}.pptx", f"/bilde/talent/{key}.png"):
            kinds = [(found.status_code, found.headers["content-type"]) for found in (two.proxy.get(path),) * 2]
            outcome.count(all(status == 200 for status, _ in kinds), f"{path}: {kinds}")
        log = two.proxy.folder / "osloregionen.log"
        before = len(log.read_text().splitlines())
        for reader in range(12):  # the cookie changes with each answer; only its last part stays
            for turn in range(3):
                cookie = f"_streamlit_xsrf=2|{turn:08x}|{turn:032x}|{1_700_000_000 + reader}"
                two.proxy.get("/health?q=fritekst", headers={"Cookie": cookie})
        lines = log.read_text().splitlines()[before:]
        served = [line.split()[5] for line in lines]
        outcome.count(all(len(set(served[at : at + 3])) == 1 for at in range(0, 36, 3)), "a reader is sent to and fro")
        outcome.count(len(set(served)) == 2, "one instance does all the work")
        outcome.count("fritekst" not in log.read_text(), "the log holds what readers typed")
        outcome.count(two.proxy.get("/metrics").status_code == 404, "anybody may read the counts")
        outcome.count(not two.faults(), "; ".join(two.faults()[:2]))
    return outcome


def two_instances_and_a_refresh(stores: Stores, folder: Path) -> Outcome:
    """Releases come while readers go on through the proxy: no error, and every page shows one release alone."""
    if NGINX is None:
        return Outcome(skipped=WITHOUT)
    outcome, seen, over = Outcome(), set(), threading.Event()
    with two_instances(stores, folder) as two:
        lock = threading.Lock()

        def read(number: int) -> None:
            cookie = f"_streamlit_xsrf=2|00|00|{1_700_000_000 + number}"
            while not over.is_set():
                try:
                    with Reader(two.proxy.address, cookie) as reader:
                        shown = reader.ask(*NIGHTS)
                        numbers = set(re.findall(r"Datautgave (\d+)", shown.text))
                        values = set(re.findall(rf"\b(?:{AT_FIRST}|1 000 00\d)\b", shown.text))
                except (OSError, WebSocketException, TimeoutError) as error:
                    with lock:
                        outcome.count(False, f"reader {number}: {error!r}"[:120])
                    continue
                one = numbers.pop() if len(numbers) == 1 else ""
                expected = AT_FIRST if one == "1" else f"1 000 00{one}"
                with lock:
                    seen.add(one)
                    outcome.count(not shown.errors and values == {expected}, f"{one} {numbers} {values} {shown.errors}")

        threads = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
        for thread in threads:
            thread.start()
        try:
            for number in range(2, RELEASES + 2):
                time.sleep(3)
                release(two.url, 1_000_000.0 + number)
                for one in two.instances:
                    came = one.until(lambda one=one, n=number: one.shows(n), 120)
                    outcome.count(came, f"release {number} was never shown")
        finally:
            time.sleep(3)
            over.set()
            for thread in threads:
                thread.join()
        outcome.notes.append(f"releases seen by readers: {', '.join(sorted(seen))}")
        outcome.count(len(seen) == RELEASES + 1, "not all releases were read")
        outcome.count(not two.faults(), "; ".join(two.faults()[:2]))
    return outcome


def two_instances_for_members_only(stores: Stores, folder: Path) -> Outcome:
    """With auth_request every address sends to the login, the WebSocket too; who is logged in reads."""
    if NGINX is None:
        return Outcome(skipped=WITHOUT)
    outcome = Outcome()
    paths = [re.sub(r"\{[^}]+\}", "x", route.path) for route in routes()]  # type: ignore[attr-defined]
    paths.remove("/metrics")  # nobody's, members' neither
    paths += [*_STREAMLIT, *(f"/{spec.slug}" for spec in NAVIGATION)]
    with two_instances(stores, folder, members_only=True) as two:
        for path in paths:
            for method in ("GET", "POST"):
                found = httpx.request(method, two.proxy.address + path, verify=False, trust_env=False, timeout=60)
                to_login = found.status_code == 302 and "/oauth2/start" in found.headers["location"]
                outcome.count(to_login, f"{method} {path}: {found.status_code}")
        try:
            Reader(two.proxy.address).close()
            outcome.count(False, "a stranger gets a WebSocket")
        except (InvalidStatus, InvalidURI) as refused:  # a redirect is followed, and leads to no WebSocket
            outcome.count("/oauth2/start" in str(refused), str(refused))
        outcome.count(two.proxy.get("/oauth2/start").text == "log in", "nobody can log in")
        outcome.count(two.proxy.get("/talent", headers=MEMBER).status_code == 200, "a member sees nothing")
        with Reader(two.proxy.address, MEMBER["Cookie"]) as reader:
            outcome.count(AT_FIRST in reader.ask(*NIGHTS).text, "a member's page does not come")
        outcome.count(not two.faults(), "; ".join(two.faults()[:2]))
    return outcome
