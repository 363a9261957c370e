"""What every native chart has in common: its place, its type, its axes, and what screen readers say of it."""

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Any

from lxml import etree
from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Pt

from components.export.plain_text import clean
from components.words.text import NBSP

SMALL, TEXT = 11.0, 12.0  # points
NUMBERS = 8  # that an axis of points bears, about
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


@dataclass(frozen=True)
class Place:
    """Where something stands on a slide, in the units of Office (914 400 an inch)."""

    left: int
    top: int
    width: int
    height: int


def rgb(colour: str) -> RGBColor:
    """ "#rrggbb" as PowerPoint has it."""
    return RGBColor.from_string(colour.lstrip("#").upper())


def paint(fill: FillFormat, colour: str, opacity: float = 1.0) -> None:
    """Fill with a colour, seen through where the opacity is below 1."""
    fill.solid()
    fill.fore_color.rgb = rgb(colour)
    if opacity < 1:
        (found,) = fill._xPr.iter(qn("a:srgbClr"))
        etree.SubElement(found, qn("a:alpha")).set("val", str(round(opacity * 100_000)))


def describe(shape: Any, name: str, words: str) -> None:  # noqa: ANN401 - any of python-pptx's shapes
    """Name a shape, and give it its text alternative."""
    found = shape._element.xpath(".//p:cNvPr")[0]
    found.set("name", clean(name)[:200])
    found.set("descr", clean(words))


def decorate(shape: Any, name: str) -> None:  # noqa: ANN401 - any of python-pptx's shapes
    """Name a shape that says nothing which words beside it do not say: screen readers pass it over."""
    describe(shape, name, "")
    listed = etree.SubElement(shape._element.xpath(".//p:cNvPr")[0], qn("a:extLst"))
    one = etree.SubElement(listed, qn("a:ext"), {"uri": "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"})
    etree.SubElement(one, f"{{{_DECORATIVE}}}decorative", {"val": "1"}, nsmap={"adec": _DECORATIVE})


def add_chart(slide: Slide, kind: XL_CHART_TYPE, place: Place, data: Any) -> tuple[Any, Chart]:  # noqa: ANN401
    """Add a chart without title and legend, in the type of the slides; the shape and the chart."""
    shape = slide.shapes.add_chart(kind, Emu(place.left), Emu(place.top), Emu(place.width), Emu(place.height), data)
    chart = shape.chart
    chart.has_legend = False
    chart.has_title = False
    chart.font.size = Pt(SMALL)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    return shape, chart


def hide(axis: Any) -> None:  # noqa: ANN401 - any of python-pptx's axes
    """An axis that is not seen."""
    axis.has_major_gridlines = False
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    axis.format.line.fill.background()


def quiet(axis: Any, size: float = SMALL) -> None:  # noqa: ANN401
    """An axis with its numbers or names alone."""
    axis.has_major_gridlines = False
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    axis.tick_labels.font.size = Pt(size)


def name_axis(axis: Any, title: str, *, under: bool = False) -> None:  # noqa: ANN401
    """The name of an axis, small and not bold; `under` words that stand beside the axis already."""
    axis.has_title = True
    frame = axis.axis_title.text_frame
    frame.text = f"{NBSP}\n{clean(title)}" if under else clean(title)
    for paragraph in frame.paragraphs:
        font = paragraph.runs[0].font
        font.size, font.bold = Pt(SMALL), False


def inner(chart: Chart, x: float, y: float, width: float, height: float) -> None:
    """Where the field between the axes stands in its chart, as shares of it."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    parts = "".join(f'<c:{n} val="{v:.4f}"/>' for n, v in zip("xywh", (x, y, width, height), strict=True))
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    area.insert(0, parse_xml(f'<c:layout xmlns:c="{_C}"><c:manualLayout>{modes}{parts}</c:manualLayout></c:layout>'))


def blanks(chart: Chart, how: str) -> None:
    """What stands where a value is missing: "gap" or "span"."""
    found = chart._chartSpace.chart.find(qn("c:dispBlanksAs"))
    if found is not None:
        found.set("val", how)


def nice(low: float, high: float, steps: int = 5) -> tuple[float, float, float]:
    """Ends and step of an axis in round numbers that hold all from low to high."""
    span = (high - low) or abs(high) or 1.0
    rough = span / steps
    power = 10.0 ** floor(log10(rough))
    step = next(s * power for s in (1, 2, 2.5, 5, 10) if s * power >= rough)
    return floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, step


def decimals_of(step: float) -> int:
    """How many decimals the numbers of an axis need."""
    return next((d for d in range(7) if abs(round(step, d) - step) < 1e-9 * max(1.0, abs(step))), 6)


def axis_format(step: float) -> str:
    """How Office writes the numbers of an axis."""
    d = decimals_of(step)
    return "#,##0" + (f".{'0' * d}" if d else "")


def label_words(point: Any, text: str, size: float, colour: str, *, strong: bool) -> Any:  # noqa: ANN401
    """Words of one's own at a point of a chart."""
    frame = point.data_label.text_frame
    frame.text = clean(text)
    frame.word_wrap = False
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(size), strong
    font.color.rgb = rgb(colour)
    return point.data_label


def every(chart: Any, step: int) -> None:  # noqa: ANN401
    """Name only every so many places of the axis."""
    axis = chart.category_axis._element
    for name in ("c:tickLblSkip", "c:tickMarkSkip"):
        skip = etree.Element(qn(name))
        skip.set("val", str(step))
        before = axis.find(qn("c:noMultiLvlLbl"))
        if before is not None:
            before.addprevious(skip)
        else:
            axis.append(skip)


def written_as(label: Any, form: str) -> None:  # noqa: ANN401
    """A single point's label shows its value, written by a format of its own."""
    element = label._get_or_add_dLbl()
    for old in element.findall(qn("c:numFmt")):
        element.remove(old)
    number = etree.Element(qn("c:numFmt"))
    number.set("formatCode", form)
    number.set("sourceLinked", "0")
    before = next(e for e in element if e.tag in (qn("c:spPr"), qn("c:txPr"), qn("c:dLblPos"), qn("c:showLegendKey")))
    before.addprevious(number)
