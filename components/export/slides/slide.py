"""The slides of an exhibit: finding, native chart, source, link and code, and what must be known in the notes."""

import io

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu

from components.export.plain_text import clean
from components.export.slides.boxes import MEASURE, SOURCE, write
from components.export.slides.code import code
from components.export.slides.draw import draw
from components.export.slides.drawn import Drawn, Ranges
from components.export.slides.fit import fitting, largest
from components.export.slides.native import Place, describe
from components.export.slides.notes import notes
from components.export.slides.reading import drawn
from components.export.slides.record import Record, engraved
from components.export.slides.template import TITLE, Layouts, named, places
from components.export.slides.told import Told
from components.export.slides.written import written
from components.words.text import Speaker

_SHORT = 170  # letters of notices that a slide itself has room for


def add_slides(deck: Deck, layouts: Layouts, told: Told, *, most: int | None = None) -> int:
    """Add the slides of an exhibit; how many.

    Args:
        deck: where.
        layouts: of the deck.
        told: the exhibit.
        most: slides at most; all by default.
    """
    whole = drawn(told.exhibit, told.say)
    parts = whole[:most]
    for number, part in enumerate(parts, start=1):
        slide = _add(deck, layouts, told, part, (number, len(parts)))
        record = Record(told.address, number, written(slide), len(whole), len(parts))
        _code(slide, places(deck, layouts.figure)["code"], told, record)
    return len(parts)


def _add(deck: Deck, layouts: Layouts, told: Told, part: Drawn, which: tuple[int, int]) -> Slide:
    say, exhibit = told.say, told.exhibit
    slide = deck.slides.add_slide(layouts.figure)
    where = places(deck, layouts.figure)
    numbers = named(layouts.figure)
    title = slide.shapes.title
    if title is not None:
        title.text_frame.text = _title(clean(exhibit.finding), which, say)
        fitting(title, layouts.figure)
    extra = [_key(part, say)] if _key(part, say) else []
    if which[1] > 1:
        extra.append(f"{say('Del {n} av {count}', n=which[0], count=which[1])}.")
    measure = clean(exhibit.measure)
    if extra and not measure.endswith((".", "!", "?")):
        measure += "."
    words, place = " ".join([measure, *extra]), where["measure"]
    size = largest(words, place.width, place.height, MEASURE, SOURCE)
    write(slide, numbers.get("measure"), place, [[(words, "")]], size, "measure")
    for shape in draw(slide, where["figure"], part, told):
        if not shape._element.xpath(".//p:cNvPr")[0].get("descr") and shape.has_chart | shape.has_table:
            describe(shape, exhibit.finding, told.words)
    _foot(slide, numbers, where, told)
    for spare in list(slide.placeholders):
        kept = spare.placeholder_format.idx in {numbers.get("measure"), numbers.get("source")}
        if spare.placeholder_format.type not in TITLE and not kept:
            spare._element.getparent().remove(spare._element)
    slide.notes_slide.notes_text_frame.text = notes(told)
    return slide


def _title(finding: str, which: tuple[int, int], say: Speaker) -> str:
    """The finding; from the second slide on with its number, for those who go through slides by their titles."""
    number, count = which
    return finding if number == 1 else say("{title} ({n}\u00a0av\u00a0{count})", title=finding, n=number, count=count)


def _key(part: Drawn, say: Speaker) -> str:
    """What the signs of a native chart mean, where they are others than on the page."""
    if isinstance(part, Ranges):
        return say("Mørk rute: midterste plassering. Lyst felt: spennet.")
    return ""


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
    paragraphs.append([(f"{say('Figuren på nett:')} ", ""), (told.shown, address)])
    write(slide, numbers.get("source"), where["source"], paragraphs, SOURCE, "source")


def _code(slide: Slide, place: Place, told: Told, record: Record) -> None:
    """The code that leads to the figure; in its picture stands how the slide was made."""
    picture = io.BytesIO(engraved(code(told.link, record.part), record))
    shape = slide.shapes.add_picture(picture, Emu(place.left), Emu(place.top), Emu(place.width), Emu(place.height))
    describe(shape, "QR", told.say("QR-kode som leder til figuren på nett: {address}", address=told.shown))
