"""A table on a slide: native, with Osloregionen's rows stressed."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Pt

from components.export.slides.drawn import Table
from components.export.slides.native import Place, paint, rgb
from components.theme import LIGHT

_SIZE = 12.0
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own style "No style, no grid"
_NARROW, _WIDE = 60_000, 240_000  # beside words; between a number, which stands to the right, and words
_MOST = 60  # letters of a cell that count for the width of its column


def _widths(shown: Table, width: int) -> list[int]:
    """By the longest cell of each column, none narrower than its longest word."""
    columns = list(zip(shown.heads, *shown.rows, strict=True))
    needs = [min(_MOST, max(len(text) for text in cells)) for cells in columns]
    least = [max(len(word) for text in cells for word in text.split(" ")) for cells in columns]
    weights = [max(need**0.8, word + 2, 5) for need, word in zip(needs, least, strict=True)]
    return [round(width * weight / sum(weights)) for weight in weights]


def grid(slide: Slide, place: Place, shown: Table) -> Any:  # noqa: ANN401 - python-pptx's shape
    """Add a table; the shape."""
    rows = len(shown.rows) + 1
    height = min(place.height, rows * 420_000)
    shape = slide.shapes.add_table(
        rows, len(shown.heads), Emu(place.left), Emu(place.top), Emu(place.width), Emu(height)
    )
    table = shape.table
    shape._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN
    table.horz_banding = False
    for column, width in zip(table.columns, _widths(shown, place.width), strict=True):
        column.width = Emu(width)
    for number, words in enumerate((shown.heads, *shown.rows)):
        marked = number - 1 in shown.marked
        for at, text in enumerate(words):
            cell = table.cell(number, at)
            after_number = at > 0 and shown.numeric[at - 1] and not shown.numeric[at]
            cell.margin_left, cell.margin_right = _WIDE if after_number else _NARROW, _NARROW
            cell.margin_top = cell.margin_bottom = 24_000
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            paint(cell.fill, LIGHT.focus_soft if marked else LIGHT.surface if number == 0 else LIGHT.background)
            paragraph = cell.text_frame.paragraphs[0]
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold = Pt(_SIZE), number == 0 or marked
            run.font.color.rgb = rgb(LIGHT.text)
            if shown.numeric[at]:
                paragraph.alignment = PP_ALIGN.RIGHT
    return shape
