"""Words on a slide: in a place of its layout, or in a box of their own."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.slide import Slide
from pptx.util import Emu, Pt

from components.export.plain_text import clean
from components.export.slides.native import Place

MEASURE, SOURCE = 14.0, 10.5  # points

Paragraphs = Sequence[Sequence[tuple[str, str]]]  # of each its pieces, with the address that a piece leads to


def write(slide: Slide, number: int | None, place: Place, paragraphs: Paragraphs, size: float, name: str) -> None:
    """Write into the layout's own placeholder, or into a box where it has none."""
    # A layout's date, footer and number are not taken over into its slides: a box stands in their place.
    own = next((s for s in slide.placeholders if s.placeholder_format.idx == number), None)
    if own is not None and own.has_text_frame:
        fill(own, paragraphs, None)
        return
    box = slide.shapes.add_textbox(Emu(place.left), Emu(place.top), Emu(place.width), Emu(place.height))
    box.name = name
    fill(box, paragraphs, size)
    box.text_frame.vertical_anchor = MSO_ANCHOR.TOP if name == "measure" else MSO_ANCHOR.BOTTOM


def fill(shape: Any, paragraphs: Paragraphs, size: float | None) -> None:  # noqa: ANN401 - python-pptx's shape
    """Write paragraphs into a shape; of a size in points where the layout does not give one."""
    frame = shape.text_frame
    frame.word_wrap = True
    if size is not None:
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = Emu(91_440 if SOURCE <= size <= MEASURE else 0)
        frame.margin_top = frame.margin_bottom = 0
    for number, pieces in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for text, address in pieces:
            run = paragraph.add_run()
            run.text = clean(text)
            if size is not None:
                run.font.size = Pt(size)
                run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1 if size > MEASURE else MSO_THEME_COLOR.TEXT_2
            if address:
                run.hyperlink.address = address
