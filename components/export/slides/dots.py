"""Points on two axes as a native chart: marks, lines between points, and words at points."""

from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.slide import Slide
from pptx.util import Pt

from components.export.slides.drawn import Dots, Label, Points, Scale
from components.export.slides.native import (
    NUMBERS,
    SMALL,
    TEXT,
    Place,
    add_chart,
    axis_format,
    hide,
    inner,
    label_words,
    name_axis,
    nice,
    paint,
    quiet,
    rgb,
)
from components.export.slides.words import cell
from components.theme import LIGHT

_MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
}
_SIDES = {
    "left": XL_LABEL_POSITION.LEFT,
    "right": XL_LABEL_POSITION.RIGHT,
    "center": XL_LABEL_POSITION.CENTER,
    "below": XL_LABEL_POSITION.BELOW,
}
_LETTER = 0.0065


def _ticks(shown: Points) -> list[Dots]:
    """What stands beside and under the field, as words at its edges."""
    found = []
    if shown.y.ticks:
        labels = [
            Label(text, "left", LIGHT.focus if own else LIGHT.text, TEXT, strong=own) for _, text, own in shown.y.ticks
        ]
        found.append(Dots("", [(shown.x.start, at) for at, *_ in shown.y.ticks], LIGHT.text, labels=labels))
    if shown.x.ticks:
        labels = [Label(text, "below", LIGHT.muted_text, SMALL) for _, text, _ in shown.x.ticks]
        found.append(Dots("", [(at, shown.y.start) for at, *_ in shown.x.ticks], LIGHT.text, labels=labels))
    return found


def _inside(value: float, scale: Scale) -> float:
    """A place at the very edge, a hair inside: rounding would put words there outside, and they would not be seen."""
    low, high = min(scale.start, scale.end), max(scale.start, scale.end)
    hair = 1e-6 * (high - low)
    if abs(value - low) < hair:
        return low + hair
    return high - hair if abs(value - high) < hair else value


def _held(every: list[Dots], shown: Points) -> list[Dots]:
    """The same, after a series that is not seen: LibreOffice leaves out what comes before the longest series."""
    longest = max((len(one.points) for one in every), default=0)
    if not every or len(every[0].points) == longest:
        return every
    return [Dots("", [(shown.x.start, shown.y.start)] * longest, LIGHT.text), *every]


def _mark(series: Any, dots: Dots) -> None:  # noqa: ANN401
    line = series.format.line
    if dots.line:
        line.color.rgb = rgb(dots.colour)
        line.width = Pt(dots.line)
        if dots.dashed:
            line.dash_style = MSO_LINE.ROUND_DOT
    else:
        line.fill.background()
    if not dots.sizes:
        series.marker.style = XL_MARKER_STYLE.NONE
        return
    usual = max(set(dots.sizes), key=list(dots.sizes).count)
    _look(series.marker, dots, usual)
    for number, size in enumerate(dots.sizes):
        if size != usual:
            _look(series.points[number].marker, dots, size)


def _look(marker: Any, dots: Dots, size: float) -> None:  # noqa: ANN401
    marker.style = _MARKERS[dots.symbol]
    marker.size = min(72, max(2, round(size)))
    if dots.filled:
        paint(marker.format.fill, dots.colour)
        marker.format.line.color.rgb = rgb(LIGHT.background)
        marker.format.line.width = Pt(0.5)
    else:
        paint(marker.format.fill, LIGHT.peer_soft)  # LibreOffice draws no edges: white would not be seen
        marker.format.line.color.rgb = rgb(dots.colour)
        marker.format.line.width = Pt(1.5)


def dots(slide: Slide, place: Place, shown: Points) -> Any:  # noqa: ANN401
    """Add points; the shape."""
    every = _held([*shown.dots, *_ticks(shown)], shown)
    data = XyChartData(number_format="General")
    for one in every:
        series = data.add_series(cell(one.name or " "))
        for x, y in one.points:
            at = (_inside(x, shown.x), _inside(y, shown.y)) if one.labels else (x, y)
            series.add_data_point(*at)
    inches = min(place.height, round(shown.high * 9525 * 1.12))
    place = Place(place.left, place.top, place.width, inches)
    shape, chart = add_chart(slide, XL_CHART_TYPE.XY_SCATTER, place, data)
    for series, one in zip(chart.plots[0].series, every, strict=True):
        _mark(series, one)
        for number, label in enumerate(one.labels):
            if label is not None:
                size = max(10.0, label.size * shown.larger)
                words = label_words(series.points[number], label.text, size, label.colour, strong=label.strong)
                words.position = _SIDES[label.side]
    across, upright = chart.category_axis, chart.value_axis
    for axis, scale in ((across, shown.x), (upright, shown.y)):
        low, high = min(scale.start, scale.end), max(scale.start, scale.end)
        axis.minimum_scale, axis.maximum_scale = low, high
        axis.reverse_order = scale.start > scale.end
        hide(axis)
        turned = scale.start > scale.end
        axis.crosses = XL_AXIS_CROSSES.MAXIMUM if turned else XL_AXIS_CROSSES.MINIMUM  # at the edge, never at 0
        if scale.title:
            name_axis(axis, scale.title, under=bool(scale.ticks))
    left, below = 0.02, 0.09 if shown.x.numbers or shown.x.ticks else 0.0
    if shown.y.ticks:
        left = min(0.4, 0.03 + _LETTER * max(len(text) for _, text, _ in shown.y.ticks))
    if shown.x.numbers:
        _numbers(across, shown.x, shown.y)
        across.format.line.color.rgb = rgb(LIGHT.line)
    if shown.y.numbers:
        _numbers(upright, shown.y, shown.x)
        left = max(left, 0.06)
    if shown.x.title:
        below += 0.07
    inner(chart, left, 0.01, 0.98 - left, 0.98 - below)
    return shape


def _numbers(axis: Any, scale: Scale, other: Scale) -> None:  # noqa: ANN401
    """Round numbers on an axis, the first at its beginning; its end need not be one."""
    low, _, step = nice(min(scale.start, scale.end), max(scale.start, scale.end), NUMBERS)
    quiet(axis, SMALL)
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = low, max(scale.start, scale.end), step
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = axis_format(step), False
    # Beside the field, at the lower or left edge, also where the other axis runs the other way.
    turned = other.start > other.end
    axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH if turned else XL_TICK_LABEL_POSITION.LOW
