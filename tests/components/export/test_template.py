"""Templates: our own, another house's, and such as cannot be used."""

import io

import pytest
import xlsxwriter
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Inches

from components.export.slides.house import house
from components.export.slides.native import Place
from components.export.slides.template import (
    Template,
    TemplateError,
    layouts,
    named,
    open_deck,
    own,
    places,
)

P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def saved(deck, path):
    deck.save(path)
    return path


@pytest.fixture
def foreign(tmp_path):
    """A template of another house: 4:3, layouts by our names, places of its own, and slides that are not ours."""
    deck = Presentation()
    front, figure = deck.slide_layouts[0], deck.slide_layouts[8]
    front.name, figure.name = "Forside", "Figur"
    picture, text = (s for s in figure.placeholders if s.placeholder_format.idx in (1, 2))
    picture.name, text.name = "Figur", "Kilde"
    picture.left, picture.top, picture.width, picture.height = Inches(1), Inches(2), Inches(7), Inches(4)
    deck.slides.add_slide(front)
    slides = '<p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst>'
    section = f'<p14:section name="Old" id="{{0}}">{slides}</p14:section>'
    sections = f'<p14:sectionLst xmlns:p14="{P14}">{section}</p14:sectionLst>'
    whole = deck.part._element
    whole.append(parse_xml(f'<p:extLst xmlns:p="{P}"><p:ext uri="{{521415D9}}">{sections}</p:ext></p:extLst>'))
    return saved(deck, tmp_path / "house.pptx")


def test_our_own_is_wide_and_has_two_layouts():
    deck = open_deck(house())
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9)
    assert {layout.name for layout in deck.slide_layouts} == {"Title Slide", "Title Only"}


def test_another_house_s_layouts_and_places_are_honoured(foreign):
    template = own(foreign)
    deck = open_deck(template)
    chosen = layouts(deck)
    assert (chosen.front.name, chosen.figure.name) == ("Forside", "Figur")
    assert len(deck.slides) == 0
    assert not deck.part._element.xpath("//*[local-name()='sldId']"), "PowerPoint would repair a file that names them"
    assert set(named(chosen.figure)) == {"figure", "source"}
    assert places(deck, chosen.figure)["figure"] == Place(Inches(1), Inches(2), Inches(7), Inches(4))


def test_powerpoints_own_names_do_in_both_languages():
    deck = Presentation()
    deck.slide_layouts[0].name, deck.slide_layouts[5].name = "Tittellysbilde", "Bare tittel"
    assert layouts(deck).figure.name == "Bare tittel"


def test_a_template_without_the_layouts_says_which_are_missing(tmp_path):
    deck = Presentation()
    for layout in deck.slide_layouts:
        layout.name = f"x {layout.name}"
    path = saved(deck, tmp_path / "bad.pptx")
    with pytest.raises(TemplateError, match=r"bad\.pptx: no layout called 'figur'.*'x title only'"):
        own(path)


def test_a_layout_without_a_title_is_refused(tmp_path):
    deck = Presentation()
    deck.slide_layouts[6].name = "Figur"
    with pytest.raises(TemplateError, match="no placeholder for the title"):
        own(saved(deck, tmp_path / "bad.pptx"))


@pytest.mark.parametrize("content", [b"", b"no presentation", b"PK\x03\x04 broken"])
def test_what_is_no_presentation_is_refused(tmp_path, content):
    path = tmp_path / "bad.pptx"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match=r"bad\.pptx"):
        own(path)


def test_a_workbook_is_no_template():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet()
    book.close()
    with pytest.raises(TemplateError):
        open_deck(Template(out.getvalue(), ""), "x")


def test_a_template_that_is_not_there_is_told(tmp_path):
    with pytest.raises(TemplateError, match="none"):
        own(tmp_path / "none.pptx")
