"""A page's HTML as a person reads it: its words, links and tables."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

_LINK = re.compile(r"<a\s([^>]*)>(.*?)</a>", re.DOTALL)


def words(html: str) -> str:
    """What a reader reads of HTML, one space between words; spaces that must not break are plain ones."""
    seen_by_readers = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", seen_by_readers)).split())


def copies(html: str) -> list[str]:
    """The texts with a button that copies them, line by line as they are pasted."""
    found = re.findall(r'<p class="quote">(.*?)</p><button', html, re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", one)).replace("\u00a0", " ") for one in found]


def addresses(html: str) -> dict[str, str]:
    """Where links to views of this service lead, by their words; tools under figures left out."""
    found = {}
    for attributes, inside in _LINK.findall(html):
        href = re.search(r'href="(/[^"]*)"', attributes)
        if href and "data-tool" not in attributes and "download" not in attributes:
            found[words(inside)] = unescape(href[1])
    return found


class Read:
    """What both kinds of page have: HTML, and what follows from it."""

    html: str

    @property
    def text(self) -> str:
        """The words of the page."""
        return words(self.html)

    @property
    def title(self) -> str:
        """The page's only heading of the first level."""
        found = re.findall(r"<h1[^>]*>(.*?)</h1>", self.html)
        assert len(found) == 1, f"{len(found)} headings of the first level"
        return unescape(found[0])

    @property
    def notices(self) -> list[str]:
        """What the page says of an address that is not all valid."""
        return [words(one) for one in re.findall(r'<p class="notice" role="status">(.*?)</p>', self.html, re.DOTALL)]

    @property
    def addresses(self) -> dict[str, str]:
        """Where the links to views of this service lead, by their words; tools under figures left out."""
        return addresses(self.html)

    @property
    def links(self) -> dict[str, dict[str, str]]:
        """The query of each of these links, by its words."""
        return {label: dict(parse_qsl(urlsplit(way).query)) for label, way in self.addresses.items()}

    @property
    def menu(self) -> dict[str, dict[str, str]]:
        """The query of each link of the menu and the tabs, by its words."""
        navs = re.findall(r'<nav class="st-key-(?:menu|tabs)".*?</nav>', self.html, re.DOTALL)
        return {label: dict(parse_qsl(urlsplit(way).query)) for label, way in addresses("".join(navs)).items()}
