"""Browsers of people who come one after the other: whoever comes finds nothing of who was there before."""

from playwright.sync_api import Browser, BrowserContext

SMALL = {"width": 1280, "height": 720}


class Browsers:
    """What pages are opened in, by appearance: each by one person at a time.

    A page of words stays open in each. The process that shows it shows all pages of that browser, and has read their
    scripts already (reader.LIGHT): a page that is opened anew costs half the work, and is as new in all else.
    """

    def __init__(self, chromium: Browser, server: str) -> None:
        self._chromium, self._server = chromium, server
        self._free: dict[str, list[BrowserContext]] = {"light": [], "dark": []}

    def take(self, scheme: str = "light") -> BrowserContext:
        """One that nobody uses."""
        if self._free[scheme]:
            return self._free[scheme].pop()
        context = self._chromium.new_context(locale="nb-NO", viewport=SMALL, color_scheme=scheme)
        context.new_page().goto(f"{self._server}/robots.txt")
        return context

    def leave(self, context: BrowserContext, scheme: str = "light") -> None:
        """Nothing is left of who was here: no page, no cookie, nothing kept, nothing allowed."""
        context.set_offline(False)
        for one in context.pages[1:]:
            if one.url.startswith("http"):
                one.evaluate("localStorage.clear(); sessionStorage.clear()")
            one.close()
        context.pages[0].evaluate("localStorage.clear()")
        context.clear_cookies()
        context.clear_permissions()
        self._free[scheme].append(context)
