"""What WCAG 2.2 AA asks of a presentation, read back from its file: titles, order, alternatives, language, contrast."""

from pptx.oxml.ns import qn

from components.theme import LIGHT
from tests.test_architecture import contrast

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TAGS = {"nb": "nb-NO", "en": "en-GB"}
_THEME = {"tx1": LIGHT.text, "tx2": LIGHT.muted_text, "bg1": LIGHT.background}
_LARGE = 1_800  # hundredths of a point from which 3:1 is enough


def check_accessible(made, language):
    """Hold a whole deck to it.

    Args:
        made: of python-pptx.
        language: of the deck, "nb" or "en".
    """
    told = made.core_properties
    assert told.title.strip()
    assert told.language == _TAGS[language]
    titles = [slide.shapes.title.text_frame.text.strip() for slide in made.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles), "slides are told apart by their titles"
    for slide in made.slides:
        _check_slide(slide)
        for part in _parts(slide):
            _check_language(part, _TAGS[language])
            _check_colours(part)


def _parts(slide):
    charts = [rel.target_part for rel in slide.part.rels.values() if "/chart" in rel.reltype]
    return [slide.part, *charts]


def _about(shape):
    return shape._element.xpath(".//p:cNvPr")[0]


def _check_slide(slide):
    shapes = list(slide.shapes)
    assert shapes[0]._element is slide.shapes.title._element, "the title is read first"
    spoken = [shape for shape in shapes if not any(True for _ in _about(shape).iter(_DECORATIVE))]
    for shape in spoken:
        if shape.has_chart or shape.has_table or shape.shape_type == 13:  # a picture
            assert _about(shape).get("descr", "").strip(), f"{shape.name} has words for those who cannot see it"
        else:
            assert shape.has_text_frame, shape.name
            assert shape.text_frame.text.strip(), f"{shape.name} says something, or is decoration"
    names = [shape.name for shape in spoken]
    if "source" in names:  # what is measured, the chart, where it is from, its code
        assert names.index("measure") < names.index("source") < names.index("QR") == len(names) - 1
    for shape in shapes:
        if shape.has_table:
            assert shape.table.first_row, "the first row is read as headings"


def _check_language(part, tag):
    for run in part._element.iter(qn("a:r")):
        assert run.find(qn("a:rPr")).get("lang") == tag
    for name in ("a:defRPr", "a:endParaRPr"):
        assert {one.get("lang") for one in part._element.iter(qn(name))} <= {tag}


def _colour(properties):
    """The colour that words or a cell are filled with, or None where they are not."""
    fill = properties.find(qn("a:solidFill")) if properties is not None else None
    if fill is None:
        return None
    given = fill[0].get("val")
    return _THEME[given] if given in _THEME else f"#{given.lower()}"


def _behind(run):
    """What a run of words stands on: its cell, its bar or point where its label is inside one, else the slide."""
    for above in run.iterancestors():
        if above.tag == qn("a:tc"):
            return _colour(above.find(qn("a:tcPr"))) or LIGHT.background
        if above.tag == qn("c:dLbl"):
            place = above.find(qn("c:dLblPos"))
            if place is None or place.get("val") not in ("ctr", "inBase", "inEnd"):
                return LIGHT.background
            series = next(above.iterancestors(qn("c:ser")))
            number = above.find(qn("c:idx")).get("val")
            points = [one for one in series.iter(qn("c:dPt")) if one.find(qn("c:idx")).get("val") == number]
            for drawn in (*points, series):
                marker = drawn.find(qn("c:marker"))
                shape = (drawn if marker is None else marker).find(qn("c:spPr"))
                if colour := _colour(shape):
                    return colour
            return LIGHT.background  # a point that is not drawn
    return LIGHT.background


def _check_colours(part):
    for name in ("a:rPr", "a:defRPr"):
        for words in part._element.iter(qn(name)):
            colour = _colour(words)
            if colour is None:
                continue  # the theme's text, which is held to it where the theme is
            least = 3 if int(words.get("sz", 0)) >= _LARGE else 4.5
            ground = _behind(words)
            assert contrast(colour, ground) >= least, (colour, ground, "".join(words.getparent().itertext()))
