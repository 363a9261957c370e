"""Our own template of slides, made from what python-pptx brings: 16:9, in the colours of the pages."""

import io
from collections.abc import Iterator
from functools import cache

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu

from components.export.slides.template import HIGH, INCH, SUBTITLE, TITLE, WIDE, Template
from components.theme import LIGHT

_LINE = "line"  # beside the first slide's title


@cache  # constant: our own template
def house() -> Template:
    """Our own template, made anew from what python-pptx brings: 16:9, in the colours of the pages."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(WIDE), Emu(HIGH)
    _only(deck, {"Title Slide", "Title Only"})
    _colours(deck)
    master = deck.slide_master
    _title_style(master, 26)
    for layout in deck.slide_layouts:
        front = layout.name == "Title Slide"
        for shape in list(layout.placeholders):
            kind = shape.placeholder_format.type
            if kind in TITLE:
                box = (0.9, 2.2, 11.5, 1.6) if front else (0.6, 0.42, 12.13, 1.0)
                shape.left, shape.top, shape.width, shape.height = (Emu(round(v * INCH)) for v in box)
            elif kind == SUBTITLE:
                shape.left, shape.top, shape.width, shape.height = (
                    Emu(round(v * INCH)) for v in (0.9, 3.95, 11.5, 1.6)
                )
            else:
                shape._element.getparent().remove(shape._element)
        _left(layout, 34 if front else 26)
        if front:
            _mark(layout)
    out = io.BytesIO()
    deck.save(out)
    return Template(out.getvalue(), "house")


def _only(deck: Deck, names: set[str]) -> None:
    for layout in list(deck.slide_layouts):
        if layout.name not in names:
            deck.slide_layouts.remove(layout)


def _title_style(master: SlideMaster, size: int) -> None:
    """The master's title: to the left and bold."""
    styles = master._element.find(qn("p:txStyles"))
    first = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    first.set("algn", "l")
    properties = first.find(qn("a:defRPr"))
    properties.set("sz", str(size * 100))
    properties.set("b", "1")


def _mark(layout: SlideLayout) -> None:
    """A line in the service's colour beside the title of the first slide."""
    x, y, wide, high = (round(v * INCH) for v in (0.62, 2.9, 0.07, 2.1))
    shape = OxmlElement("p:sp")
    about = etree.SubElement(shape, qn("p:nvSpPr"))
    etree.SubElement(about, qn("p:cNvPr"), {"id": "99", "name": _LINE})
    etree.SubElement(about, qn("p:cNvSpPr"))
    etree.SubElement(about, qn("p:nvPr"), {"userDrawn": "1"})
    look = etree.SubElement(shape, qn("p:spPr"))
    place = etree.SubElement(look, qn("a:xfrm"))
    etree.SubElement(place, qn("a:off"), {"x": str(x), "y": str(y)})
    etree.SubElement(place, qn("a:ext"), {"cx": str(wide), "cy": str(high)})
    etree.SubElement(look, qn("a:prstGeom"), {"prst": "rect"})
    _filled(look, "accent1")
    etree.SubElement(etree.SubElement(look, qn("a:ln")), qn("a:noFill"))
    layout.shapes._spTree.insert_element_before(shape, "p:extLst")


def _filled(properties: etree._Element, colour: str) -> None:
    """Fill with a colour of the theme."""
    etree.SubElement(etree.SubElement(properties, qn("a:solidFill")), qn("a:schemeClr")).set("val", colour)


def _left(layout: SlideLayout, size: int) -> None:
    """Titles and subtitles of a layout stand to the left."""
    for shape in layout.placeholders:
        for level in _levels(shape._element):
            level.set("algn", "l")
            level.set("marL", "0")
            level.set("indent", "0")
        kind = shape.placeholder_format.type
        body = shape._element.find(qn("p:txBody"))
        style = body.find(qn("a:lstStyle"))
        if not style.findall(qn("a:lvl1pPr")):
            etree.SubElement(style, qn("a:lvl1pPr")).set("algn", "l")
        first = style.find(qn("a:lvl1pPr"))
        run = first.find(qn("a:defRPr"))
        if run is None:
            run = etree.SubElement(first, qn("a:defRPr"))
        run.set("sz", str((size if kind in TITLE else 18) * 100))
        if kind == SUBTITLE:  # PowerPoint's own grey is too faint to be read from the back
            for old in run.findall(qn("a:solidFill")):
                run.remove(old)
            _filled(run, "tx2")
            run.insert(0, run[-1])  # a colour stands before what it is set in
        body.find(qn("a:bodyPr")).set("anchor", "b" if kind in TITLE else "t")


def _levels(element: etree._Element) -> Iterator[etree._Element]:
    for number in range(1, 10):
        yield from element.iter(qn(f"a:lvl{number}pPr"))


def _colours(deck: Deck) -> None:
    """The theme's colours are those of the pages, so that what is added by hand fits."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    scheme = theme.find(f".//{qn('a:clrScheme')}")
    chosen = {
        "dk1": LIGHT.text,
        "lt1": LIGHT.background,
        "dk2": LIGHT.muted_text,
        "lt2": LIGHT.surface,
        "accent1": LIGHT.focus,
        "accent2": LIGHT.peer,
        "accent3": LIGHT.better,
        "accent4": LIGHT.worse,
        "accent5": LIGHT.warning,
        "accent6": LIGHT.scale[-1],
        "hlink": LIGHT.focus,
        "folHlink": LIGHT.muted_text,
    }
    for name, colour in chosen.items():
        place = scheme.find(qn(f"a:{name}"))
        for old in list(place):
            place.remove(old)
        etree.SubElement(place, qn("a:srgbClr")).set("val", colour.lstrip("#").upper())
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
