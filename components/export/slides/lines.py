"""Lines over the years, and small ones side by side, as native charts."""

from copy import deepcopy
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from components.export.plain_text import clean
from components.export.slides.drawn import Line, Lines, Panel, Panels
from components.export.slides.native import (
    SMALL,
    Place,
    add_chart,
    axis_format,
    blanks,
    describe,
    every,
    hide,
    inner,
    label_words,
    nice,
    paint,
    quiet,
    rgb,
)
from components.export.slides.words import cell
from components.theme import LIGHT

_TICKS = 9  # years that an axis names
_LARGE = 14.0  # points: a chart of lines has the slide to itself


def _values(shown: Lines) -> list[float]:
    every = [v for line in shown.lines for v in line.values]
    return [v for v in (*every, *shown.low, *shown.high, shown.floor) if v is not None]


def _style(series: Any, line: Line) -> None:  # noqa: ANN401
    series.smooth = False
    series.format.line.color.rgb = rgb(line.colour)
    series.format.line.width = Pt(line.width * 0.9)
    if line.dashed:
        series.format.line.dash_style = MSO_LINE.ROUND_DOT
    if not line.marker:
        series.marker.style = XL_MARKER_STYLE.NONE
        return
    series.marker.style = XL_MARKER_STYLE.CIRCLE
    series.marker.size = max(2, round(line.marker * 0.8))
    paint(series.marker.format.fill, line.colour)
    series.marker.format.line.color.rgb = rgb(line.colour)


def _banded(chart: Any, *, whole: bool) -> None:  # noqa: ANN401
    """Turn the first two series into areas on each other: the middle half of the peers by year.

    An area falls to nothing where a year is missing: unless it is `whole`, there are columns without gaps instead.
    """
    plot = chart._chartSpace.chart.plotArea.find(qn("c:lineChart"))
    under, band = plot.findall(qn("c:ser"))[:2]
    stacked = etree.Element(qn("c:areaChart" if whole else "c:barChart"))
    for name, value in (("barDir", "col"), ("grouping", "stacked"), ("varyColors", "0"))[whole:]:
        etree.SubElement(stacked, qn(f"c:{name}")).set("val", value)
    for series, colour in ((under, None), (band, LIGHT.peer_soft)):
        plot.remove(series)
        for name in ("c:marker", "c:smooth", "c:spPr"):
            for old in series.findall(qn(name)):
                series.remove(old)
        fill = etree.Element(qn("c:spPr"))
        if colour is None:
            etree.SubElement(fill, qn("a:noFill"))
        else:
            solid = etree.SubElement(fill, qn("a:solidFill"))
            etree.SubElement(solid, qn("a:srgbClr")).set("val", colour.lstrip("#"))
        line = etree.SubElement(fill, qn("a:ln"))
        etree.SubElement(line, qn("a:noFill"))
        series.find(qn("c:tx")).addnext(fill)
        if not whole:
            inverted = etree.Element(qn("c:invertIfNegative"))
            inverted.set("val", "0")
            fill.addnext(inverted)
        stacked.append(series)
    for name, value in () if whole else (("gapWidth", "0"), ("overlap", "100")):
        etree.SubElement(stacked, qn(f"c:{name}")).set("val", value)
    stacked.extend(deepcopy(axis) for axis in plot.findall(qn("c:axId")))
    plot.addprevious(stacked)
    # Where an area stands, some programs begin at the axis itself, where the first year lies on the lowest number.
    between = etree.Element(qn("c:crossBetween"))
    between.set("val", "between")
    chart._chartSpace.chart.plotArea.find(qn("c:valAx")).find(qn("c:crosses")).addnext(between)


def _apart(ends: list[tuple[float, Any]], least: float) -> dict[int, float]:
    """How far each name at the lines' ends is moved so that none lies on another, upwards, in the axis's unit."""
    order = sorted(range(len(ends)), key=lambda k: ends[k][0])
    places = [ends[k][0] for k in order]
    for _ in range(50):
        moved = False
        for k in range(len(places) - 1):
            lack = least - (places[k + 1] - places[k])
            if lack > 1e-9:
                places[k] -= lack / 2
                places[k + 1] += lack / 2
                moved = True
        if not moved:
            break
    return {order[k]: places[k] - ends[order[k]][0] for k in range(len(order))}


def _shift(label: Any, share: float) -> None:  # noqa: ANN401
    """Move a label upwards by a share of the chart's height."""
    element = label._dLbl
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    for name, value in (("x", 0.0), ("y", -share)):
        etree.SubElement(manual, qn(f"c:{name}")).set("val", f"{value:.4f}")
    element.find(qn("c:idx")).addnext(layout)


def lines(slide: Slide, place: Place, shown: Lines) -> Any:  # noqa: ANN401
    """Add lines with the middle half of the peers behind them; the shape."""
    low, high, step = nice(min(_values(shown)), max(_values(shown)))
    data = CategoryChartData(number_format="General")
    data.categories = [cell(one) for one in shown.places]
    if shown.band:
        data.add_series(cell(f"{shown.band} (1)"), shown.low)
        tops = [None if a is None or b is None else b - a for a, b in zip(shown.low, shown.high, strict=True)]
        data.add_series(cell(f"{shown.band} (2)"), tops)
    for line in shown.lines:
        data.add_series(cell(line.name or " "), line.values)
    shape, chart = add_chart(slide, XL_CHART_TYPE.LINE_MARKERS, place, data)
    found = list(chart.plots[0].series)[2 if shown.band else 0 :]
    ends: list[tuple[float, Any]] = []
    for series, line in zip(found, shown.lines, strict=True):
        _style(series, line)
        if line.name:
            last = max(k for k, v in enumerate(line.values) if v is not None)
            colour = line.colour if line.colour != LIGHT.peer else LIGHT.muted_text
            label = label_words(series.points[last], line.name, _LARGE, colour, strong=line.strong)
            early = last < len(shown.places) - 2
            label.position = XL_LABEL_POSITION.ABOVE if early else XL_LABEL_POSITION.RIGHT
            if not early:
                ends.append((line.values[last] or 0.0, label))
    for number, up in _apart([(v, k) for k, (v, _) in enumerate(ends)], 0.065 * (high - low)).items():
        if abs(up) > 1e-9:
            _shift(ends[number][1], 0.9 * up / (high - low))
    if shown.band:
        _banded(chart, whole=None not in (*shown.low, *shown.high))
    blanks(chart, "span")
    # LibreOffice names every year, however many there are.
    quiet(chart.category_axis, _LARGE if len(shown.places) <= 2 * _TICKS else SMALL)
    chart.category_axis.format.line.color.rgb = rgb(LIGHT.line)
    every(chart, -(-len(shown.places) // _TICKS) if len(shown.places) > 12 else 1)
    values = chart.value_axis
    quiet(values, _LARGE)
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = rgb(LIGHT.line)
    values.major_gridlines.format.line.width = Pt(0.75)
    values.minimum_scale, values.maximum_scale, values.major_unit = low, high, step
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = axis_format(step), False
    name = max((len(line.name) for line in shown.lines), default=0)
    right = min(0.26, 0.02 + 0.0088 * name)
    inner(chart, 0.065, 0.03, 1 - 0.065 - right, 0.86)
    return shape


def panels(slide: Slide, place: Place, shown: Panels, alt: str) -> list[Any]:
    """Add a small chart for each panel; the shapes."""
    count = len(shown.panels)
    across = min(4, count) if count != 4 else 2
    down = -(-count // across)
    gap = 160_000
    width = (place.width - gap * (across - 1)) // across
    height = (place.height - gap * (down - 1)) // down
    shapes = []
    for number, panel in enumerate(shown.panels):
        row, column = divmod(number, across)
        at = Place(place.left + column * (width + gap), place.top + row * (height + gap), width, height)
        shapes += _panel(slide, at, panel, alt if number == 0 else "")
    return shapes


def _panel(slide: Slide, at: Place, panel: Panel, alt: str) -> list[Any]:
    head = min(at.height // 3, 430_000)
    box = slide.shapes.add_textbox(at.left, at.top, at.width, head)
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, (text, strong) in enumerate(((panel.title, True), (panel.label, False))):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = clean(text)
        run.font.size, run.font.bold = Pt(SMALL), strong
    data = CategoryChartData(number_format="General")
    data.categories = [cell(one) for one in panel.lines.places]
    for line in panel.lines.lines:
        data.add_series(cell(panel.title), line.values)
    below = Place(at.left, at.top + head, at.width, at.height - head)
    shape, chart = add_chart(slide, XL_CHART_TYPE.LINE_MARKERS, below, data)
    for series, line in zip(chart.plots[0].series, panel.lines.lines, strict=True):
        _style(series, line)
    blanks(chart, "span")
    quiet(chart.category_axis, 9)
    chart.category_axis.format.line.color.rgb = rgb(LIGHT.line)
    every(chart, max(1, len(panel.lines.places) - 1))
    hide(chart.value_axis)
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = panel.floor, panel.ceiling
    inner(chart, 0.06, 0.02, 0.88, 0.76)
    describe(shape, panel.title, f"{alt} {panel.title} {panel.label}".strip())
    return [box, shape]
