"""The template of slides: our own, or the customer's, found by the names of layouts and placeholders."""

import io
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from lxml import etree
from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from components.export.slides.native import Place

INCH = 914_400
WIDE, HIGH = 12_192_000, 6_858_000  # 16:9, as PowerPoint itself makes new presentations
# What layouts and placeholders may be called, in lower case: our own names, then PowerPoint's in both languages.
FIGURE = ("figur", "figure", "bare tittel", "kun tittel", "title only")
FRONT = ("forside", "front page", "tittellysbilde", "title slide")
PARTS = {
    "measure": ("mål", "measure"),
    "figure": ("figur", "figure"),
    "source": ("kilde", "source"),
    "code": ("qr",),
}
TITLE, SUBTITLE = frozenset({1, 3}), 4  # kinds of placeholders: title and centred title, subtitle
_LARGEST = 60 * 1024 * 1024  # bytes of a template


class TemplateError(Exception):
    """The template cannot be used; the message names what is missing, for the one who set it."""


@dataclass(frozen=True)
class Template:
    """A template as bytes, so that each presentation begins with one of its own, and a sign that it is the same one."""

    content: bytes
    sign: str


@dataclass(frozen=True)
class Layouts:
    """The layouts of a presentation in use."""

    figure: SlideLayout
    front: SlideLayout


def own(path: Path) -> Template:
    """The customer's template.

    Raises:
        TemplateError: it is not there, is no presentation, or lacks a layout or placeholder.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise TemplateError(f"{path}: larger than {_LARGEST // 1024**2} MB")
        content = path.read_bytes()
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise TemplateError(f"{path}: {error.strerror}") from error
    layouts(open_deck(Template(content, ""), str(path)), str(path))
    return Template(content, f"{path}:{changed}")


def open_deck(template: Template, name: str = "") -> Deck:
    """A new presentation of a template, without the template's own slides.

    Raises:
        TemplateError: it is no PowerPoint file.
    """
    try:
        deck = Presentation(io.BytesIO(template.content))
        slides = deck.slides._sldIdLst
        for one in list(slides):
            deck.part.drop_rel(one.rId)
            slides.remove(one)
        _forget(deck)
    except (
        PackageNotFoundError,
        KeyError,
        ValueError,
        OSError,
        AttributeError,
        etree.XMLSyntaxError,
        BadZipFile,
    ) as error:
        raise TemplateError(f"{name}: no PowerPoint file (.pptx or .potx saved as .pptx)") from error
    return deck


def _forget(deck: Deck) -> None:
    """Sections and shows of the template's own slides: PowerPoint would repair a file that names what is gone."""
    whole = deck.part._element
    for name in ("p:custShowLst", "p:extLst"):
        for old in whole.findall(qn(name)):
            whole.remove(old)


def layouts(deck: Deck, name: str = "") -> Layouts:
    """The layouts for figures and the front page.

    Raises:
        TemplateError: one is missing, or has no title.
    """
    return Layouts(_layout(deck, FIGURE, name), _layout(deck, FRONT, name))


def layouts_in(deck: Deck) -> Layouts:
    """The layouts of somebody's deck; where they have other names, the first that has a title for both.

    Raises:
        TemplateError: none has a title.
    """
    try:
        return layouts(deck)
    except TemplateError:
        every = [layout for master in deck.slide_masters for layout in master.slide_layouts]
        titled = [one for one in every if any(s.placeholder_format.type in TITLE for s in one.placeholders)]
        if not titled:
            raise
        fewest = min(titled, key=lambda one: len(one.placeholders))
        return Layouts(fewest, fewest)


def _layout(deck: Deck, names: tuple[str, ...], template: str) -> SlideLayout:
    known = {layout.name.strip().lower(): layout for master in deck.slide_masters for layout in master.slide_layouts}
    found = next((known[name] for name in names if name in known), None)
    if found is None:
        raise TemplateError(
            f"{template}: no layout called {' or '.join(repr(n) for n in names)}; it has {sorted(known)}"
        )
    if not any(shape.placeholder_format.type in TITLE for shape in found.placeholders):
        raise TemplateError(f"{template}: the layout {found.name!r} has no placeholder for the title")
    return found


def named(layout: SlideLayout) -> dict[str, int]:
    """The number of each placeholder that a layout names for us: measure, figure, source, code."""
    found = {}
    for shape in layout.placeholders:
        if shape.placeholder_format.type in TITLE:
            continue
        for part, names in PARTS.items():
            if shape.name.strip().lower() in names:
                found[part] = shape.placeholder_format.idx
    return found


def places(deck: Deck, layout: SlideLayout) -> dict[str, Place]:
    """Where each part of a figure's slide stands: in the layout's own places, else under its title."""
    wide, high = int(deck.slide_width or WIDE), int(deck.slide_height or HIGH)
    title = next(s for s in layout.placeholders if s.placeholder_format.type in TITLE)
    under = int(title.top + title.height)
    left, width = int(title.left), int(title.width)
    code = round(0.95 * INCH)
    foot = high - round(0.22 * INCH) - code
    measure = Place(left, under, width, round(0.5 * INCH))
    top = under + measure.height + round(0.06 * INCH)
    found = {
        "measure": measure,
        "figure": Place(left, top, width, foot - top - round(0.06 * INCH)),
        "source": Place(left, foot, width - code - round(0.3 * INCH), code),
        "code": Place(min(left + width, wide - round(0.2 * INCH)) - code, foot, code, code),
    }
    numbers = named(layout)
    for shape in layout.placeholders:
        for part, number in numbers.items():
            if shape.placeholder_format.idx == number:
                found[part] = Place(int(shape.left), int(shape.top), int(shape.width), int(shape.height))
    room = found["figure"].top - found["measure"].top
    if "measure" not in numbers and 0 < room < measure.height:  # a figure's own place may begin higher
        found["measure"] = Place(measure.left, measure.top, measure.width, room)
    return found
