"""A person before a page in a real Chromium. Everything waits for what it needs to see, never for a time."""

import contextlib
import json
import shutil
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TooLong

CHROMIUM = shutil.which("chromium")
# The same engine without a window to draw for; tests take three quarters of the time with it.
HEADLESS = shutil.which("chromium-headless-shell") or CHROMIUM
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
# Pages are put together by the processor itself, not by an imitated graphics card: a fifth less work. What is drawn in
# WebGL, a map, has to be read back for that, of which Chromium warns. One process shows all pages of a browser.
LIGHT = [*FLAGS, "--disable-gpu-compositing", "--process-per-site"]
PATIENCE = 60_000  # milliseconds a loaded machine may take for one step
OFTEN = 50  # milliseconds between two looks at whether a page stands; to look at each frame makes it slower
# The page stands when it is that of the address, its script is done and its last element there, no piece is still to
# come, every chart is drawn, and the first view is gone.
SETTLED = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    const all = selector => [...document.querySelectorAll('#root ' + selector)];
    const here = all('.languages a[aria-current]')[0];
    if (!app || !here || document.getElementById('first-view')) return false;
    const shown = new URL(here.href);
    return shown.pathname === location.pathname
        && [...new URLSearchParams(location.search)].every(([name, value]) => shown.searchParams.get(name) === value)
        && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
        && all('.footer').length && !all('[data-stale=true], [data-testid=stSkeleton]').length
        && all('[class*=st-key-q]').every(box => box.querySelector('input, button'))
        && all('.chart').every(chart => chart.hasAttribute('data-drawn') && chart.querySelector('.main-svg'));
}"""
_VIEW = """() => ({
    address: location.pathname + decodeURIComponent(location.search),
    title: document.querySelector('h1')?.innerText,
    findings: [...document.querySelectorAll('.finding')].map(e => e.innerText),
    chosen: [...document.querySelectorAll('.stMain [role=combobox]')].map(e => e.value),
})"""


class Reader:
    """A person before a page: what they do and what they see."""

    def __init__(self, page: Page, server: str) -> None:
        self.page = page
        self.server = server
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._listen)

    def _listen(self, message) -> None:
        told = f"{message.text} ({message.location.get('url')})"
        if message.type in ("error", "warning"):
            self.complaints.append(told)

    def open(self, address: str) -> "Reader":
        """Come by a link: a path of ours or a whole address."""
        self.page.goto(address if "://" in address else self.server + address)
        return self.settled()

    def settled(self) -> "Reader":
        """Wait until the page stands."""
        self.page.wait_for_function(SETTLED, polling=OFTEN)
        return self

    def until(self, **query: str) -> "Reader":
        """Wait until the address says so, and the page stands."""
        self.page.wait_for_url(lambda url: dict(parse_qsl(urlsplit(url).query)).items() >= query.items())
        return self.settled()

    def at(self, slug: str) -> "Reader":
        """Wait until this page is there by its own address, and stands."""
        self.page.wait_for_url(lambda url: urlsplit(url).path == f"/{slug}")
        self.page.locator(f"[data-slug={slug}][aria-current=page]").first.wait_for()
        return self.settled()

    def choose(self, label: str, option: str) -> None:
        """Type into a drop-down and take what it offers."""
        box = self.page.get_by_role("combobox", name=label)
        box.click()
        box.fill(option)
        self.page.get_by_role("option", name=option).first.click()

    def follow(self, label: str) -> None:
        """Follow a link on the page."""
        self.page.locator("#root").get_by_role("link", name=label, exact=True).first.click()

    def speak(self, language: str) -> None:
        """Follow the link to the same view in another language."""
        self.page.locator("#root .languages").get_by_role("link", name=language).click()

    def go(self, label: str) -> None:
        """Follow a link of the menu or the tabs."""
        self.page.locator("#root :is(.st-key-menu, .st-key-tabs)").get_by_role("link", name=label, exact=True).click()

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.page.url).query))

    @property
    def title(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def view(self) -> dict:
        """Everything that a shared link must bring back: address, title, findings, and what the drop-downs show."""
        return self.page.evaluate(_VIEW)

    @property
    def notices(self) -> list[str]:
        """What the page says of an address that is not all valid."""
        return self.page.locator("#root .notice").all_inner_texts()

    @property
    def findings(self) -> list[str]:
        return self.view["findings"]

    @property
    def chosen(self) -> list[str]:
        return self.view["chosen"]

    def comes_to(self, view: dict) -> None:
        """Wait for a view; what is there instead is told when it does not come."""
        with contextlib.suppress(TooLong):
            self.page.wait_for_function(
                f"view => ({SETTLED})() && JSON.stringify(({_VIEW})()) === view",
                arg=json.dumps(view, ensure_ascii=False, separators=(",", ":")),
                polling=OFTEN,
            )
        assert self.view == view
