"""A table of a page, read as words."""

from lxml import html

from components.export.plain_text import clean
from components.export.slides.drawn import Table


def table_of(text: str) -> Table:
    """Headings and rows of a table that `components/html/tables.py` has made."""
    tree = html.fromstring(text)
    heads = tree.xpath(".//thead//th")
    rows = tree.xpath(".//tbody/tr")
    return Table(
        heads=[_words(one) for one in heads],
        numeric=["num" in one.get("class", "") for one in heads],
        rows=[[_words(cell) for cell in row] for row in rows],
        marked=frozenset(n for n, row in enumerate(rows) if "marked" in row.get("class", "")),
    )


def _words(element: html.HtmlElement) -> str:
    return clean(element.text_content()).strip(" ")
