"""A table on a slide: native, with Osloregionen's rows stressed."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Pt

from components.export.slides.drawn import Table
from components.export.slides.fit import rows
from components.export.slides.native import Place, paint, rgb
from components.theme import LIGHT

_SIZES = (12.0, 11.0, 10.0, 9.0)  # points, the first that fits
_LETTER, _LINE, _EMU = 0.5, 1.2, 12_700  # of a letter's width and a line's height against the size; units a point
_ABOVE = 24_000  # over and under the words of a cell
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own style "No style, no grid"
_NARROW, _WIDE = 60_000, 240_000  # beside words; between a number, which stands to the right, and words
_MOST = 60  # letters of a cell that count for the width of its column
_SHORT = 14  # letters that stay on one line


def _after_number(shown: Table, at: int) -> bool:
    """Whether a column of words stands beside one of numbers, which touch it."""
    return at > 0 and shown.numeric[at - 1] and not shown.numeric[at]


def _widths(shown: Table, width: int) -> list[int]:
    """By the longest cell of each column, none narrower than its longest word, nor a short one than all of it."""
    columns = list(zip(shown.heads, *shown.rows, strict=True))
    needs = [min(_MOST, max(len(text) for text in cells)) for cells in columns]
    least = [max(len(word) for text in cells for word in text.split(" ")) for cells in columns]
    whole = [need if need <= _SHORT else word for need, word in zip(needs, least, strict=True)]
    beside = [3 if _after_number(shown, at) else 0 for at in range(len(needs))]
    weights = [max(need**0.8, word + 2 + room, 5) for need, word, room in zip(needs, whole, beside, strict=True)]
    return [round(width * weight / sum(weights)) for weight in weights]


def _size(shown: Table, widths: list[int], height: int) -> float:
    """The largest type in which all rows have room, counted in words."""

    def needs(size: float) -> float:
        across = [(width - _NARROW - _WIDE) / (size * _LETTER * _EMU) for width in widths]
        lines = [max(rows(text, room) for text, room in zip(row, across, strict=True)) for row in shown.rows]
        return sum(count * size * _LINE * _EMU + 2 * _ABOVE for count in [1, *lines])

    return next((size for size in _SIZES if needs(size) <= height), _SIZES[-1])


def grid(slide: Slide, place: Place, shown: Table) -> Any:  # noqa: ANN401 - python-pptx's shape
    """Add a table; the shape."""
    count = len(shown.rows) + 1
    height = min(place.height, count * 420_000)
    widths = _widths(shown, place.width)
    size = _size(shown, widths, place.height)
    shape = slide.shapes.add_table(
        count, len(shown.heads), Emu(place.left), Emu(place.top), Emu(place.width), Emu(height)
    )
    table = shape.table
    shape._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN
    table.horz_banding = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for number, words in enumerate((shown.heads, *shown.rows)):
        marked = number - 1 in shown.marked
        for at, text in enumerate(words):
            cell = table.cell(number, at)
            cell.margin_left, cell.margin_right = _WIDE if _after_number(shown, at) else _NARROW, _NARROW
            cell.margin_top = cell.margin_bottom = _ABOVE
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            paint(cell.fill, LIGHT.focus_soft if marked else LIGHT.surface if number == 0 else LIGHT.background)
            paragraph = cell.text_frame.paragraphs[0]
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold = Pt(size), number == 0 or marked
            run.font.color.rgb = rgb(LIGHT.text)
            if shown.numeric[at]:
                paragraph.alignment = PP_ALIGN.RIGHT
    return shape
