"""HTML of a page as blocks of text: what can be read on paper, without what is only for clicking."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markupsafe import Markup

from components.handout.blocks import Block, Bullets, Grid, Heading, KeyNumbers, Paragraph

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_SKIPPED = frozenset({"nav", "button", "svg", "script", "style", "form", "template", "noscript", "select", "input"})
_SKIPPED_CLASSES = frozenset({"tools", "page-files", "strip", "switch", "on-page", "on-paper", "ends", "range"})
_BLOCKS = frozenset(
    {"div", "p", "ul", "ol", "li", "section", "article", "header", "footer", "main", "dl", "dt", "dd", "blockquote"}
    | {"details", "summary", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "table"}
)
_SMALL = frozenset({"note", "measure", "source", "quality", "rests", "example", "cite"})
_SHORT = frozenset({"chips"})  # lists of a few words
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 3, "h5": 3, "h6": 3}
_BEFORE_SIGN = re.compile(r"\s+(?=[.,;:)!?])|(?<=\() +")
_BIG = "\ue001"  # stands behind a number in large type


@dataclass(frozen=True)
class Way:
    """A link alone on its line: the name of a card where it stands first in one, else nothing for paper."""

    text: str


@dataclass
class _Table:
    head: list[str] = field(default_factory=list)
    numeric: list[bool] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    in_head: bool = False


def tidy(text: str) -> str:
    """A text on one line, without the spaces that stood between elements."""
    return _BEFORE_SIGN.sub("", " ".join(text.replace("\u00a0", "\ue000").split())).replace("\ue000", "\u00a0")


class _Reader(HTMLParser):
    """Collects blocks in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block | Way] = []
        self._open: list[tuple[str, frozenset[str]]] = []
        self._skip = 0  # depth of what is left out
        self._text = ""
        self._items: list[str] = []
        self._label = ""  # says what the next block is
        self._table: _Table | None = None
        self._cell: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; a block ends the text before it."""
        given = dict(attrs)
        classes = frozenset((given.get("class") or "").split())
        if tag in _VOID:
            self._add(" ")
            return
        closed = tag == "details" and "open" not in given
        hidden = given.get("aria-hidden") == "true" or "hidden" in given or "data-absolute" in given
        if self._skip or tag in _SKIPPED or classes & _SKIPPED_CLASSES or closed or hidden:
            self._skip += 1
            return
        if self._table is None and tag in _BLOCKS:
            self._flush()
        elif tag not in _BLOCKS:
            self._add(" ")
        self._part(tag, classes)
        self._open.append((tag, classes))
        if tag == "table":
            self._table = _Table()
        elif self._table is not None:
            self._in_table(tag, classes)

    def _part(self, tag: str, classes: frozenset[str]) -> None:
        """What the style sheet sets apart is parted by a sign."""
        before = self._text.rstrip()
        if not before or self._table is not None:
            return
        if "value" in classes and before[-1] not in ".:;·":
            self._text = f"{before}: "
        elif ("badge" in classes or (tag == "span" and "note" in classes)) and before[-1] not in f".:;·{_BIG}":
            self._text = f"{before} · "

    def _in_table(self, tag: str, classes: frozenset[str]) -> None:
        table = self._table
        if table is None:
            return
        if tag == "thead":
            table.in_head = True
        elif tag == "tr" and not table.in_head:
            table.rows.append([])
        elif tag in ("td", "th", "caption"):
            self._cell = ""
            if table.in_head:
                table.numeric.append("num" in classes)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag in _VOID:
            return
        if self._skip:
            self._skip -= 1
            return
        if self._table is not None:
            self._end_in_table(tag)
        elif tag in _BLOCKS:
            self._flush()
            if tag in ("ul", "ol", "dl"):
                self._end_list(short=bool(self._open and self._open[-1][1] & _SHORT))
        else:
            self._add(_BIG if self._open and "big" in self._open[-1][1] else " ")
        if self._open:
            self._open.pop()

    def _end_in_table(self, tag: str) -> None:
        table = self._table
        if table is None:
            return
        if tag in ("td", "th"):
            text = tidy(self._cell or "")
            self._cell = None
            if table.in_head:
                table.head.append(text)
            elif table.rows:
                table.rows[-1].append(text)
        elif tag == "caption":
            self._cell = None
        elif tag == "thead":
            table.in_head = False
        elif tag == "table":
            self._table = None
            width = len(table.head)
            rows = tuple(tuple(row) for row in table.rows if len(row) == width)
            if rows:
                self._add_block(Grid(tuple(table.head), rows, tuple(table.numeric)))

    def handle_data(self, data: str) -> None:
        """Text."""
        if not self._skip:
            self._add(data)

    def _add(self, text: str) -> None:
        if self._skip:
            return
        if self._cell is not None:
            self._cell += text
        elif self._table is None:
            self._text += text

    def _add_block(self, block: Block | Way) -> None:
        self._end_list(short=False)
        self._end_label()
        self.blocks.append(block)

    def _end_label(self) -> None:
        if self._label:
            self.blocks.append(Paragraph(self._label))
            self._label = ""

    def _end_list(self, *, short: bool) -> None:
        """The items so far as a list; short ones on one line, behind what they are."""
        items, self._items = tuple(self._items), []
        if not items:
            return
        if short:
            label, self._label = self._label, ""
            self.blocks.append(Paragraph((f"{label}: " if label else "") + " · ".join(items)))
            return
        self._end_label()
        self.blocks.append(Bullets(items))

    def _flush(self) -> None:
        text, self._text = tidy(self._text), ""
        if not text:
            return
        tags = [tag for tag, _ in self._open]
        heading = next((_HEADINGS[tag] for tag in reversed(tags) if tag in _HEADINGS), 0)
        classes = frozenset().union(*(names for _, names in self._open[-2:]))
        if heading:
            self._add_block(Heading(text, heading))
        elif "way" in classes:
            self._add_block(Way(text))
        elif _BIG in text:
            value, _, label = text.partition(_BIG)
            self._add_number(value.strip(), tidy(label))
        elif "label" in classes or tags[-1:] == ["dt"]:
            self._end_list(short=False)
            self._end_label()
            self._label = text.rstrip(":")
        elif "li" in tags:
            self._items.append(text)
        else:
            if tags[-1:] == ["dd"] and self._label:
                text, self._label = f"{self._label}: {text}", ""
            self._add_block(Paragraph(text, bool(classes & _SMALL)))

    def _add_number(self, value: str, label: str) -> None:
        """Numbers in large type stand side by side."""
        before = self.blocks[-1] if self.blocks and not self._items else None
        if isinstance(before, KeyNumbers):
            self.blocks[-1] = KeyNumbers((*before.numbers, (value, label)))
        else:
            self._add_block(KeyNumbers(((value, label),)))

    def close(self) -> None:
        """The end."""
        super().close()
        self._flush()
        self._end_list(short=False)
        self._end_label()


def blocks_of(html: Markup) -> Sequence[Block | Way]:
    """The blocks of a piece of HTML, in order; tables whole."""
    reader = _Reader()
    reader.feed(str(html))
    reader.close()
    return reader.blocks
