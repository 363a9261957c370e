"""The slides of an exhibit: finding, native chart, source, link and code, and what must be known in the notes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Pt

from components.exhibit import Exhibit
from components.export.plain_text import clean
from components.export.slides import bars, dots, grid, lines
from components.export.slides.code import code
from components.export.slides.drawn import Areas, Bars, Drawn, Lines, Nothing, Panels, Points, Ranges, Table
from components.export.slides.fit import fitting
from components.export.slides.native import Place, describe, paint
from components.export.slides.picture import Outlines, picture
from components.export.slides.reading import drawn
from components.export.slides.template import INCH, TITLE, Layouts, named, places
from components.export.slides.words import plain
from components.html.exhibit import alternative
from components.html.sources import source_line
from components.html.tools import place_address
from components.view import ViewState
from components.words.text import Speaker
from models.catalogue import Catalogue

_MEASURE, _SOURCE = 14.0, 10.5  # points
_DEFINED = 3  # figures that the notes define; a slide of more is about something else
_SHORT = 170  # letters of notices that a slide itself has room for


@dataclass(frozen=True)
class Told:
    """An exhibit with what its slides need to know.

    Attributes:
        exhibit: the figure.
        view: where it stands.
        catalogue: for definitions.
        base: address of the server, without slash at its end.
        outlines: of areas, for maps.
    """

    exhibit: Exhibit
    view: ViewState
    catalogue: Catalogue
    base: str
    outlines: Outlines

    @property
    def say(self) -> Speaker:
        """The language of the view."""
        return Speaker(self.view.lang)

    @property
    def address(self) -> str:
        """Where the figure stands, whole."""
        return f"{self.base}{place_address(self.view, self.exhibit.key)}"

    @property
    def words(self) -> str:
        """The figure for those who cannot see it."""
        return alternative(self.exhibit, self.say) or f"{self.exhibit.finding}. {self.exhibit.measure}"

    @property
    def source(self) -> str:
        """Source and release, as words."""
        line = source_line(self.exhibit.source, self.say, self.view.release)
        return f"{unescape(plain(line))} {clean(self.exhibit.credit)}".strip()


def add_slides(deck: Deck, layouts: Layouts, told: Told, *, most: int | None = None) -> int:
    """Add the slides of an exhibit; how many.

    Args:
        deck: where.
        layouts: of the deck.
        told: the exhibit.
        most: slides at most; all by default.
    """
    parts = drawn(told.exhibit, told.say)[:most]
    for number, part in enumerate(parts, start=1):
        _add(deck, layouts, told, part, (number, len(parts)))
    return len(parts)


def _add(deck: Deck, layouts: Layouts, told: Told, part: Drawn, which: tuple[int, int]) -> None:
    say, exhibit = told.say, told.exhibit
    slide = deck.slides.add_slide(layouts.figure)
    where = places(deck, layouts.figure)
    numbers = named(layouts.figure)
    title = slide.shapes.title
    if title is not None:
        title.text_frame.text = clean(exhibit.finding)
        fitting(title, layouts.figure)
    extra = [_key(part, say)] if _key(part, say) else []
    if which[1] > 1:
        extra.append(f"{say('Del {n} av {count}', n=which[0], count=which[1])}.")
    measure = clean(exhibit.measure)
    if extra and not measure.endswith((".", "!", "?")):
        measure += "."
    _text(slide, numbers.get("measure"), where["measure"], [[(" ".join([measure, *extra]), "")]], _MEASURE, "measure")
    for shape in _figure(slide, where["figure"], part, told):
        if not shape._element.xpath(".//p:cNvPr")[0].get("descr") and shape.has_chart | shape.has_table:
            describe(shape, exhibit.finding, told.words)
    _foot(slide, numbers, where, told)
    for spare in list(slide.placeholders):
        kept = spare.placeholder_format.idx in {numbers.get("measure"), numbers.get("source")}
        if spare.placeholder_format.type not in TITLE and not kept:
            spare._element.getparent().remove(spare._element)
    slide.notes_slide.notes_text_frame.text = _notes(told)


def _key(part: Drawn, say: Speaker) -> str:
    """What the signs of a native chart mean, where they are others than on the page."""
    if isinstance(part, Ranges):
        return say("Mørk rute: midterste plassering. Lyst felt: spennet.")
    return ""


def _figure(slide: Slide, place: Place, part: Drawn, told: Told) -> list[Any]:
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
    _fill(box, [[(part.reason, "")]], 18.0)
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
        describe(box, words, "")
        text = slide.shapes.add_textbox(Emu(left + 215_000), Emu(place.top), Emu(step - 215_000), Emu(270_000))
        _fill(text, [[(words, "")]], 10.0)


def _foot(slide: Slide, numbers: dict[str, int], where: dict[str, Place], told: Told) -> None:
    """Source, short notices, link and code."""
    say, exhibit, address = told.say, told.exhibit, told.address
    paragraphs = [[(told.source, "")]]
    notices = " ".join(clean(note) for note in exhibit.notices)
    if notices and len(notices) <= _SHORT:
        paragraphs.append([(notices, "")])
    elif notices:
        words = say.count("{n} merknad står i notatene.", "{n} merknader står i notatene.", len(exhibit.notices))
        paragraphs.append([(words, "")])
    parts = urlsplit(address)
    shown = f"{parts.netloc}{parts.path}"
    paragraphs.append([(f"{say('Figuren på nett:')} ", ""), (shown, address)])
    _text(slide, numbers.get("source"), where["source"], paragraphs, _SOURCE, "source")
    at = where["code"]
    shape = slide.shapes.add_picture(code(address), Emu(at.left), Emu(at.top), Emu(at.width), Emu(at.height))
    describe(shape, "QR", say("QR-kode som leder til figuren på nett: {address}", address=shown))


Paragraphs = Sequence[Sequence[tuple[str, str]]]  # of each its pieces, with the address that a piece leads to


def _text(slide: Slide, number: int | None, place: Place, paragraphs: Paragraphs, size: float, name: str) -> None:
    """Write into the layout's own placeholder, or into a box where it has none."""
    # A layout's date, footer and number are not taken over into its slides: a box stands in their place.
    own = next((s for s in slide.placeholders if s.placeholder_format.idx == number), None)
    if own is not None and own.has_text_frame:
        _fill(own, paragraphs, None)
        return
    box = slide.shapes.add_textbox(Emu(place.left), Emu(place.top), Emu(place.width), Emu(place.height))
    box.name = name
    _fill(box, paragraphs, size)
    box.text_frame.vertical_anchor = MSO_ANCHOR.TOP if name == "measure" else MSO_ANCHOR.BOTTOM


def _fill(shape: Any, paragraphs: Paragraphs, size: float | None) -> None:  # noqa: ANN401 - python-pptx's shape
    frame = shape.text_frame
    frame.word_wrap = True
    if size is not None:
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = Emu(91_440 if size in (_MEASURE, _SOURCE) else 0)
        frame.margin_top = frame.margin_bottom = 0
    for number, pieces in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for text, address in pieces:
            run = paragraph.add_run()
            run.text = clean(text)
            if size is not None:
                run.font.size = Pt(size)
                run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1 if size > _MEASURE else MSO_THEME_COLOR.TEXT_2
            if address:
                run.hyperlink.address = address


def _notes(told: Told) -> str:
    """What the speaker must know: what is measured, what may be said and what not, notices, source."""
    say, exhibit = told.say, told.exhibit
    found = [clean(exhibit.measure)]
    columns = list(exhibit.rows.columns)
    ids: list[str] = []
    if "indicator" in columns:
        at = columns.index("indicator")
        ids = list(dict.fromkeys(str(row[at]) for row in exhibit.rows.cells))
    if len(ids) <= _DEFINED:
        for one in ids:
            indicator = told.catalogue.indicators[one]
            found.append(f"{say.of(indicator.title)}: {say.of(indicator.description)}")
            if indicator.caution is not None:
                found.append(say.of(indicator.caution))
    allowed = [one.text[say.language] for one in exhibit.claims if one.allowed]
    refused = [one.text[say.language] for one in exhibit.claims if not one.allowed]
    if allowed:
        found += [say("Dette har tallene dekning for:"), *(f"• {text}" for text in allowed)]
    if refused:
        found += [say("Dette kan ikke sies:"), *(f"• {text}" for text in refused)]
    if exhibit.notices:
        found += [say("Merknader:"), *(f"• {note}" for note in exhibit.notices)]
    found += [told.source, told.address]
    return "\n".join(clean(line) for one in found for line in one.split("\n"))
