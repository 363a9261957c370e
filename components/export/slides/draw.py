"""What is drawn, as shapes of a slide: a native chart, a table, a map with its legend, or why there is nothing."""

import io
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide
from pptx.util import Emu

from components.export.slides import bars, dots, grid, lines
from components.export.slides.boxes import fill
from components.export.slides.drawn import Areas, Bars, Drawn, Lines, Nothing, Panels, Points, Ranges, Table
from components.export.slides.native import Place, decorate, describe, paint
from components.export.slides.picture import picture
from components.export.slides.template import INCH
from components.export.slides.told import Told


def draw(slide: Slide, place: Place, part: Drawn, told: Told) -> list[Any]:
    """Add what is drawn; its shapes."""
    say, exhibit = told.say, told.exhibit
    if isinstance(part, Bars):
        return [bars.bars(slide, place, part, exhibit.measure, say)]
    if isinstance(part, Ranges):
        words = say("plasser foran"), say("spennet"), say("midterste plassering")
        return [bars.ranges(slide, place, part, words, say)]
    if isinstance(part, Lines):
        return [lines.lines(slide, place, part)]
    if isinstance(part, Panels):
        return lines.panels(slide, place, part, told.words)
    if isinstance(part, Points):
        return [dots.dots(slide, place, part)]
    if isinstance(part, Table):
        return [grid.grid(slide, place, part)]
    if isinstance(part, Areas):
        return _map(slide, place, part, told)
    return [_reason(slide, place, part)]


def _reason(slide: Slide, place: Place, part: Nothing) -> Any:  # noqa: ANN401 - python-pptx's shape
    box = slide.shapes.add_textbox(Emu(place.left), Emu(place.top), Emu(place.width), Emu(INCH))
    fill(box, [[(part.reason, "")]], 18.0)
    return box


def _map(slide: Slide, place: Place, part: Areas, told: Told) -> list[Any]:
    """The picture of the map with its classes, and the ranking beside it."""
    say = told.say
    legend = 330_000
    high = place.height - legend
    wide = round(high * 1100 / 1180)
    shape = slide.shapes.add_picture(
        io.BytesIO(picture(part, told.outlines)), Emu(place.left), Emu(place.top + legend), Emu(wide), Emu(high)
    )
    describe(shape, say("Kart"), told.words)
    _legend(slide, Place(place.left, place.top, wide, legend), part)
    gap = round(0.35 * INCH)
    beside = Place(place.left + wide + gap, place.top, place.width - wide - gap, place.height)
    chart = bars.bars(slide, beside, part.bars, told.exhibit.measure, say)
    return [shape, chart]


def _legend(slide: Slide, place: Place, part: Areas) -> None:
    count = max(1, len(part.legend))
    step = place.width // count
    for number, (colour, words) in enumerate(part.legend):
        left = place.left + number * step
        box = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Emu(left), Emu(place.top + 60_000), Emu(150_000), Emu(150_000)
        )
        paint(box.fill, colour)
        box.line.fill.background()
        box.shadow.inherit = False
        decorate(box, words)
        text = slide.shapes.add_textbox(Emu(left + 215_000), Emu(place.top), Emu(step - 215_000), Emu(270_000))
        fill(text, [[(words, "")]], 10.0)
