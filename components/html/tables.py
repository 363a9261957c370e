"""Tables as HTML: read by screen readers, copied into documents, printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

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


def _cell(content: Cell) -> Markup:
    if isinstance(content, str):
        return escape(content)
    if isinstance(content, CellLink):
        return way(content.text, content.address)
    return links(content.parts)


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], caption: str, marked: Sequence[int] = ()
) -> Markup:
    """A table with a caption for screen readers; the first cell of a row is its heading.

    Args:
        columns: headings.
        rows: cells as text; cells are escaped.
        caption: what the table holds.
        marked: positions of rows to stress.
    """
    head = Markup().join(
        Markup('<th scope="col"%s>%s</th>') % (" class=num" if c.numeric else "", c.title) for c in columns
    )
    body = []
    for position, row in enumerate(rows):
        cells = [Markup('<th scope="row">%s</th>') % (_cell(row[0]),)]
        cells += [
            Markup("<td%s>%s</td>") % (" class=num" if c.numeric else " class=long" if c.long else "", _cell(cell))
            for c, cell in zip(columns[1:], row[1:], strict=True)
        ]
        body.append(Markup("<tr%s>%s</tr>") % (" class=marked" if position in marked else "", Markup().join(cells)))
    return Markup(
        '<div class="table" tabindex="0" role="region" aria-label="%s"><table><caption>%s'
        "</caption><thead><tr>%s</tr></thead><tbody>%s</tbody></table></div>"
    ) % (caption, caption, head, Markup().join(body))
