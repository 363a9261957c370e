"""What we wrote on a slide, as it can be known again: words, figures and the look of charts, each as a digest.

A digest is the same after PowerPoint or LibreOffice have saved the slide, and another one when a person has changed
what it stands for. Where a shape stands, and in which type, is not part of it.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.slide import Slide

from components.export.slides.template import TITLE, named

NOTES = "notes"
TEXTS = ("title", "measure", "source")
_DIGITS = ".9g"
_LENGTH = 16


def digest(*parts: str) -> str:
    """A short sign for texts; how they are broken into lines, and which spaces stand in them, does not count."""
    plain = "\0".join(" ".join(part.split()) for part in parts)
    return hashlib.sha256(plain.encode()).hexdigest()[:_LENGTH]


def look_of(name: str) -> str:
    """Under which name the look of a chart is kept."""
    return f"look of {name}"


def alt_of(name: str) -> str:
    """Under which name the text alternative of a piece is kept."""
    return f"alternative of {name}"


def is_piece(name: str) -> bool:
    """Whether a name is that of something that stands on the slide, rather than of a look, an alternative or notes."""
    return name != NOTES and " of " not in name


def numbered(shapes: list[Any]) -> dict[str, Any]:
    """Shapes by what they are: "chart 1", "table 1", "picture 1"."""
    found: dict[str, Any] = {}
    counts: dict[str, int] = {}
    for shape in shapes:
        kind = kind_of(shape)
        if kind:
            counts[kind] = counts.get(kind, 0) + 1
            found[f"{kind} {counts[kind]}"] = shape
    return found


def kind_of(shape: Any) -> str:  # noqa: ANN401 - any of python-pptx's shapes
    """Whether a shape is a chart, a table, a picture, words, or nothing that is renewed."""
    if shape.has_chart:
        return "chart"
    if shape.has_table:
        return "table"
    if shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
        return "picture"
    return "words" if shape.has_text_frame and shape.text_frame.text.strip() else ""


def parts(slide: Slide, code: Any = None) -> dict[str, Any]:  # noqa: ANN401
    """What a slide that we have just made consists of: title, measure, source, and what is drawn.

    Args:
        slide: the slide.
        code: the picture of its QR code, which is none of it.
    """
    places = {number: part for part, number in named(slide.slide_layout).items()}
    found: dict[str, Any] = {}
    rest = []
    for shape in slide.shapes:
        name = ""
        if shape.is_placeholder:
            place = shape.placeholder_format
            name = "title" if place.type in TITLE else places.get(place.idx, "")
        elif shape.name in TEXTS and shape.has_text_frame:
            name = shape.name
        if name in TEXTS:
            found[name] = shape
        elif code is None or shape._element is not code._element:
            rest.append(shape)
    return found | numbered(rest)


def content(shape: Any) -> str:  # noqa: ANN401
    """The digest of what a shape holds."""
    kind = kind_of(shape)
    if kind == "chart":
        return digest(*_numbers(shape.chart._chartSpace))
    if kind == "table":
        return digest(*(cell.text for row in shape.table.rows for cell in row.cells))
    if kind == "picture":
        try:
            return hashlib.sha256(shape.image.blob).hexdigest()[:_LENGTH]
        except (KeyError, ValueError, AttributeError):
            return ""
    return digest(shape.text_frame.text) if shape.has_text_frame else ""


def _numbers(space: etree._Element) -> Iterator[str]:
    """Every series of a chart: its name, what stands under it, its numbers.

    A series that is not seen and only helps programs to draw is none; nor is what one program adds and another drops:
    empty values, the order in which groups of series are named.
    """
    found = []
    for series in space.iter(qn("c:ser")):
        said = [_text(series.find(qn("c:tx")))]
        for name in ("c:xVal", "c:cat", "c:yVal", "c:val"):
            holder = series.find(qn(name))
            if holder is not None:
                said += [f"{at}={value}" for at, value in _points(holder)]
        found.append("\n".join(said))
    yield from sorted(found)


def _text(holder: etree._Element | None) -> str:
    return "" if holder is None else " ".join("".join(v.text or "" for v in holder.iter(qn("c:v"))).split())


def _points(holder: etree._Element) -> Iterator[tuple[str, str]]:
    for point in holder.iter(qn("c:pt")):
        value = point.findtext(qn("c:v")) or ""
        try:
            yield point.get("idx", ""), format(float(value), _DIGITS)
        except ValueError:
            if text := " ".join(value.split()):
                yield point.get("idx", ""), text


def look(shape: Any) -> str:  # noqa: ANN401
    """The digest of a chart's look: its kinds, whether it has title and legend, the colours of what it shows.

    "" for what is no chart.
    """
    if not shape.has_chart:
        return ""
    space = shape.chart._chartSpace
    area = space.chart.plotArea
    said = [str(shape.chart.has_legend), str(space.chart.find(qn("c:title")) is not None)]
    for plot in area:
        kind = etree.QName(plot).localname
        if not kind.endswith("Chart"):
            continue
        bars = plot.find(qn("c:barDir"))
        of = "" if bars is None else bars.get("val", "")
        said += [
            f"{kind}{of} {_text(series.find(qn('c:tx')))} {_colours(kind, series)}"
            for series in plot.findall(qn("c:ser"))
        ]
    return digest(*sorted(said))


def _colours(kind: str, series: etree._Element) -> str:
    """The colours of a series: its bars', and those that bars of their own have; its line's; none of points.

    LibreOffice writes the marks of points anew.
    """
    properties = series.find(qn("c:spPr"))
    if kind == "lineChart":
        return _colour(None if properties is None else properties.find(qn("a:ln")))
    if kind == "areaChart":
        return _colour(properties)
    if kind != "barChart":
        return ""
    usual = _colour(properties)
    own = {_index(one): _colour(one.find(qn("c:spPr"))) for one in series.findall(qn("c:dPt"))}
    values = series.find(qn("c:val"))
    return " ".join(own.get(at) or usual for at, _ in _points(values)) if values is not None else usual


def _index(point: etree._Element) -> str:
    found = point.find(qn("c:idx"))
    return "" if found is None else found.get("val", "")


def _colour(properties: etree._Element | None) -> str:
    """The colour that something is filled with; "" where it is not filled."""
    solid = None if properties is None else properties.find(qn("a:solidFill"))
    return "" if solid is None else "".join(colour.get("val", "").lower() for colour in solid)


def written(slide: Slide) -> Mapping[str, str]:
    """The digests of all that we wrote on a slide that we have just made, without its code."""
    found = {}
    for name, shape in parts(slide).items():
        found[name] = content(shape)
        found[alt_of(name)] = digest(str(shape._element.xpath(".//p:cNvPr")[0].get("descr") or ""))
        if shape.has_chart:
            found[look_of(name)] = look(shape)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        found[NOTES] = digest(slide.notes_slide.notes_text_frame.text)
    return found
