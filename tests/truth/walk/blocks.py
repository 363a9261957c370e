"""The texts of a page, block by block, each with what stands around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, urlsplit

from lxml import html as parsed

from tests.truth.sentences import plain

_SECTIONS = ("article", "section", "div", "details", "nav", "header", "footer", "figure", "blockquote")
_TEXTS = ("p", "h1", "h2", "h3", "h4", "h5", "summary", "caption", "figcaption", "button", "small")
_LISTS = ("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "td", "th")
_BLOCKS = frozenset((*_SECTIONS, *_TEXTS, *_LISTS))
_APART = re.compile(r"<(style|svg|script)\b.*?</\1>", re.DOTALL)


@dataclass(frozen=True, eq=False)
class Block:
    """One paragraph, cell or entry.

    Attributes:
        text: its words, with plain spaces and minus signs; pieces that stand apart have " | " between them.
        tag: of the element.
        around: the elements that hold it, the nearest first.
        before: the text just before it in the same container, if any.
        head: for a cell of a table, the head of its column.
        row: for a cell of a table, the texts of its row.
        links: what elements of the page are about, found once.
        exhibit: key of the exhibit that it belongs to, "" for none.
    """

    text: str
    tag: str
    around: tuple
    before: str = ""
    head: str = ""
    row: tuple[str, ...] = ()
    exhibit: str = ""
    links: dict = field(default_factory=dict)

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The figures that the nearest container is about: ids with the year in view, from its key or its links."""
        for element in self.around:
            if element not in self.links:
                self.links[element] = _about(element)
            if found := self.links[element]:
                return found
            if element.tag == "section" or "st-key-exhibit" in (element.get("class") or ""):
                return ()
        return ()


def _about(element) -> tuple[tuple[str, str], ...]:
    found = []
    for link in element.iter("a"):
        href = link.get("href") or ""
        if "indicator=" not in href or any(one.tag == "nav" for one in link.iterancestors()):
            continue
        query = parse_qs(urlsplit(href).query)
        if "indicator" in query and not {"tool"} & set((link.get("class") or "").split()):
            found.append((query["indicator"][0], query.get("year", [""])[0]))
    return tuple(dict.fromkeys(found))


def read(element) -> str:
    """The words of an element, those of its parts apart."""
    return " ".join(" ".join(element.itertext()).split())


def blocks(text: str) -> Iterator[Block]:
    """Every block of some HTML, in reading order."""
    root = parsed.fromstring(f"<div>{_APART.sub(' ', text)}</div>")
    links: dict = {}
    for block in _walk(root, (root,)):
        yield replace(block, links=links)


def _words(pieces: list[str]) -> str:
    return re.sub(r"^( ?\| )+|( \| ?)+$", "", re.sub(r"( ?\| ?)+", " | ", " ".join(plain(" ".join(pieces)).split())))


def _walk(element, around) -> Iterator[Block]:
    pieces, before = [element.text or ""], ""
    for child in element:
        if not isinstance(child.tag, str):
            pieces.append(child.tail or "")
            continue
        if child.tag in _BLOCKS and child.tag != "small":
            if text := _words(pieces):
                yield _block(text, element, around, before)
                before = text
            yield from _walk(child, (child, *around))
            before = _words([child.text_content()])
            pieces = [child.tail or ""]
        else:
            apart = " | " if child.tag in ("span", "small", "b", "strong", "i", "em", "button") else " "
            pieces += [apart, _inline(child), apart, child.tail or ""]
    if text := _words(pieces):
        yield _block(text, element, around, before)


def _inline(element) -> str:
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            apart = " | " if child.tag in ("span", "small", "b", "strong", "i", "em") else " "
            parts += [apart, _inline(child), apart]
        parts.append(child.tail or "")
    return "".join(parts)


def _block(text: str, element, around, before: str) -> Block:
    exhibit = next(
        (found[1] for one in around if (found := re.search(r"st-key-exhibit-([\w-]+)", one.get("class") or ""))), ""
    )
    head, row = "", ()
    if element.tag in ("td", "th") and (tr := next((one for one in around if one.tag == "tr"), None)) is not None:
        cells = [one for one in tr if one.tag in ("td", "th")]
        row = tuple(_words([one.text_content()]) for one in cells)
        table = next(one for one in around if one.tag == "table")
        heads = table.xpath(".//thead//th")
        at = cells.index(element) if element in cells else 0
        head = _words([heads[at].text_content()]) if heads and at < len(heads) else ""
    return Block(text, element.tag, tuple(around), before, head, row, exhibit)
