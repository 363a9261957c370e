"""Pieces of a slide, taken over from one that has just been made: words, charts, tables, pictures.

Each stays where it stands and in the type it has; only what it holds is another.
"""

import io
from copy import deepcopy
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import OpcPackage, Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from components.export.plain_text import clean
from components.export.slides.fit import fitting, largest
from components.export.slides.native import describe

_BLIP = "a:blip"


def exchange(slide: Slide, old: Any, made: Slide, new: Any) -> None:  # noqa: ANN401 - python-pptx's shapes
    """Give a shape what another holds.

    Args:
        slide: where the shape stands.
        old: the shape.
        made: where the other stands, in another presentation.
        new: the other, of the same kind.
    """
    if new.has_chart:
        _chart(slide, old, new)
    elif new.has_table:
        _table(old, new)
    elif new.has_text_frame:
        words(slide, old, made, new)
    else:
        picture(slide, old, new.image.blob)


def picture(slide: Slide, shape: Any, blob: bytes) -> None:  # noqa: ANN401
    """Show another picture in the place of a picture."""
    _, number = slide.part.get_or_add_image_part(io.BytesIO(blob))
    (blip,) = shape._element.iter(qn(_BLIP))
    before = blip.get(qn("r:embed"))
    blip.set(qn("r:embed"), number)
    _forget(slide, before, number)


def alternative(old: Any, new: Any) -> None:  # noqa: ANN401
    """Take over the name and the text alternative."""
    said = new._element.xpath(".//p:cNvPr")[0]
    describe(old, said.get("name") or "", said.get("descr") or "")


def described(shape: Any) -> str:  # noqa: ANN401
    """The text alternative of a shape; "" where it has none."""
    return str(shape._element.xpath(".//p:cNvPr")[0].get("descr") or "")


def _forget(slide: Slide, number: str | None, but: str) -> None:
    """Let go of what nothing on the slide names any more."""
    if number and number != but and number not in _named(slide):
        slide.part.rels.pop(number)


def _named(slide: Slide) -> set[str]:
    return {str(value) for value in slide._element.xpath("//@r:id | //@r:embed | //@r:link | //@r:pict")}


def _taken_over(part: Part, package: OpcPackage) -> None:
    """Make a part one of another presentation, under a name that is free there."""
    stem, _, ending = str(part.partname).rpartition(".")
    part._package = package
    part.partname = PackURI(package.next_partname(f"{stem.rstrip('0123456789')}%d.{ending}"))


def _chart(slide: Slide, old: Any, new: Any) -> None:  # noqa: ANN401
    """The other chart whole, with its workbook, in the frame that is there."""
    package = slide.part.package
    part = new.chart.part
    _taken_over(part, package)
    number = slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    for relation in part.rels.values():
        if not relation.is_external:
            _taken_over(relation.target_part, package)
    (chart,) = old._element.iter(qn("c:chart"))
    before = chart.get(qn("r:id"))
    chart.set(qn("r:id"), number)
    _forget(slide, before, number)


def _table(old: Any, new: Any) -> None:  # noqa: ANN401
    """The other table's rows; columns stay as wide as they are where there are as many."""
    was, becomes = old._element.graphic.graphicData.tbl, deepcopy(new._element.graphic.graphicData.tbl)
    widths = [column.get("w") for column in was.iter(qn("a:gridCol"))]
    columns = list(becomes.iter(qn("a:gridCol")))
    if len(widths) == len(columns):
        for column, width in zip(columns, widths, strict=True):
            column.set("w", width)
    was.getparent().replace(was, becomes)


def words(slide: Slide, old: Any, made: Slide, new: Any) -> None:  # noqa: ANN401
    """The other's words in the type that is there: of the same run, or else of the first."""
    frame, other = old.text_frame, new.text_frame
    runs = [run for paragraph in frame.paragraphs for run in paragraph.runs]
    types = [run._r.find(qn("a:rPr")) for run in runs]
    body = frame._txBody
    first = body.findall(qn("a:p"))[0].find(qn("a:pPr"))
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    at = 0
    for paragraph in other.paragraphs:
        copy = deepcopy(paragraph._p)
        for stale in copy.findall(qn("a:pPr")):
            copy.remove(stale)
        if first is not None:
            copy.insert(0, deepcopy(first))
        body.append(copy)
        for run, source in zip(copy.findall(qn("a:r")), paragraph.runs, strict=True):
            kind = types[at] if at < len(types) else types[0] if types else None
            _typed(slide, made, run, source._r, kind)
            at += 1
    if old.is_placeholder:
        _fitted(slide, old)


def _typed(slide: Slide, made: Slide, run: Any, source: Any, kind: Any) -> None:  # noqa: ANN401 - elements
    """Set a run in a type that is there, and let it lead where the other leads."""
    own = run.find(qn("a:rPr"))
    if kind is not None:
        copy = deepcopy(kind)
        for stale in copy.findall(qn("a:hlinkClick")):
            copy.remove(stale)
        if own is not None:
            copy.set("lang", own.get("lang", "nb-NO"))
            run.remove(own)
        run.insert(0, copy)
        own = copy
    for link in run.iter(qn("a:hlinkClick")):
        link.getparent().remove(link)
    links = list(source.iter(qn("a:hlinkClick")))
    if links and own is not None:
        address = made.part.rels[links[0].get(qn("r:id"))].target_ref
        link = deepcopy(links[0])
        link.set(qn("r:id"), slide.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        own.append(link)


def rewrite(shape: Any, text: str) -> None:  # noqa: ANN401
    """Other words in a placeholder, line by line, each in the type of the line that stands there."""
    frame = shape.text_frame
    lines = [clean(line) for line in text.split("\n")]
    if len(frame.paragraphs) != len(lines):
        frame.text = "\n".join(lines)
        return
    for paragraph, line in zip(frame.paragraphs, lines, strict=True):
        runs = paragraph.runs
        if not runs:
            paragraph.text = line
            continue
        runs[0].text = line
        for spare in runs[1:]:
            spare._r.getparent().remove(spare._r)


def write_notes(slide: Slide, text: str) -> None:
    """Other notes, in the language of those that stand there."""
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return
    spoken = next((p.get("lang") for p in frame._txBody.iter(qn("a:rPr")) if p.get("lang")), None)
    frame.text = text
    for run in frame._txBody.iter(qn("a:r")):
        if spoken:
            run.get_or_add_rPr().set("lang", spoken)


def _fitted(slide: Slide, shape: Any) -> None:  # noqa: ANN401
    """A title that has become longer is set smaller; one in a size of somebody's own never larger."""
    sizes = [run.font.size for p in shape.text_frame.paragraphs for run in p.runs if run.font.size is not None]
    if not sizes:
        fitting(shape, slide.slide_layout)
        return
    least = min(sizes).pt
    size = largest(shape.text_frame.text, int(shape.width), int(shape.height), least)
    if size < least:
        for paragraph in shape.text_frame.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(size)
