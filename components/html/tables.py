"""Tables as HTML: read by screen readers, copied into documents, printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from components.html.markup import links, way


@dataclass(frozen=True)
class Column:
    """A column: its heading, and whether it holds numbers (set to the right) or long texts (never squeezed)."""

    title: str
    numeric: bool = False
    long: bool = False


@dataclass(frozen=True)
class Links:
    """A cell of links: texts with their addresses; a text without one is plain."""

    parts: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class CellLink:
    """A cell that leads to another view of this service."""

    text: str
    address: str


Cell = str | Links | CellLink


def _cell(content: Cell) -> str:
    if isinstance(content, str):
        return escape(content)
    if isinstance(content, CellLink):
        return way(content.text, content.address)
    return links(content.parts)


def table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], caption: str, marked: Sequence[int] = ()) -> str:
    """A table with a caption for screen readers; the first cell of a row is its heading.

    Args:
        columns: headings.
        rows: cells as text; cells are escaped.
        caption: what the table holds.
        marked: positions of rows to stress.
    """
    head = "".join(f'<th scope="col"{" class=num" if c.numeric else ""}>{escape(c.title)}</th>' for c in columns)
    body = []
    for position, row in enumerate(rows):
        cells = [f'<th scope="row">{_cell(row[0])}</th>']
        cells += [
            f"<td{' class=num' if c.numeric else ' class=long' if c.long else ''}>{_cell(cell)}</td>"
            for c, cell in zip(columns[1:], row[1:], strict=True)
        ]
        body.append(f"<tr{' class=marked' if position in marked else ''}>{''.join(cells)}</tr>")
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )
