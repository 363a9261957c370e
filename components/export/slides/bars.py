"""Bars and ranges of places as native charts."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_AXIS_CROSSES, XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.slide import Slide
from pptx.util import Pt

from components.export.slides.drawn import Bars, Ranges
from components.export.slides.native import (
    SMALL,
    TEXT,
    Place,
    add_chart,
    every,
    hide,
    inner,
    label_words,
    paint,
    quiet,
    rgb,
    written_as,
)
from components.export.slides.template import INCH
from components.export.slides.words import cell, number_format
from components.theme import LIGHT
from components.words.text import Speaker

_MANY = 18  # bars from which on type is small
_LETTER = 0.0052  # of the width of a slide's chart that a letter of a name takes
_ROW = 560_000  # height that a bar takes at most, in the units of Office
_LARGEST = 18.0  # points of type, where bars are few
_OF_ROW = 0.55  # of a row's height that its type may have
_WHOLE = 9 * INCH  # width from which on a chart has the slide to itself


def _height(place: Place, rows: int) -> Place:
    """Few bars do not become as thick as a finger."""
    return Place(place.left, place.top, place.width, min(place.height, 300_000 + rows * _ROW))


def _size(place: Place, rows: int) -> float:
    """How large the type of so many bars is, points: as large as they leave room for, to be read from the back row."""
    if rows > _MANY:
        return SMALL
    room = _OF_ROW * place.height / max(1, rows) / Pt(1)
    return max(TEXT, min(_LARGEST, float(int(room)))) if place.width >= _WHOLE else TEXT


def _names(names: list[str], size: float) -> float:
    """The share of the chart that names need."""
    return min(0.42, 0.02 + _LETTER * max(1.0, size / TEXT) * max(map(len, names), default=0) * 1.25)


def bars(slide: Slide, place: Place, shown: Bars, measure: str, say: Speaker) -> Any:  # noqa: ANN401
    """Add bars; the shape.

    Args:
        slide: where.
        place: where on it.
        shown: the bars.
        measure: what they measure, the name of their series.
        say: the language of their labels.
    """
    names = [cell(bar.name) for bar in shown.bars]
    values = [bar.value for bar in shown.bars]
    form, own_forms = number_format(values, [bar.label for bar in shown.bars], say)
    data = CategoryChartData(number_format=form)
    data.categories = names
    data.add_series(cell(measure), values)
    size = _size(place, len(names))
    place = _height(place, len(names))
    shape, chart = add_chart(slide, XL_CHART_TYPE.BAR_CLUSTERED, place, data)
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = 40, False
    series = plot.series[0]
    labels = series.data_labels
    labels.number_format, labels.number_format_is_linked = form, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.show_value = True
    labels.font.size = Pt(size)
    paint(series.format.fill, LIGHT.peer)
    series.invert_if_negative = False
    for number, bar in enumerate(shown.bars):
        point = series.points[number]
        if bar.colour != LIGHT.peer:
            paint(point.format.fill, bar.colour)
        own_form = own_forms[number]
        if own_form is None:
            found = label_words(point, bar.label, size, LIGHT.text, strong=bar.strong)
            found.position = XL_LABEL_POSITION.OUTSIDE_END
        elif bar.strong or own_form != form:
            own = point.data_label
            own.font.size = Pt(size)
            if bar.strong:
                own.font.bold = True
                own.font.color.rgb = rgb(bar.colour)
            own.position = XL_LABEL_POSITION.OUTSIDE_END
            written_as(own, own_form)
    quiet(chart.category_axis, size)
    chart.category_axis.reverse_order = True
    every(chart, 1)
    if shown.base:
        chart.value_axis.crosses = XL_AXIS_CROSSES.CUSTOM
        chart.value_axis.crosses_at = shown.base
    if shown.low < shown.base:
        chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    hide(chart.value_axis)
    # Room for the labels beyond the bars' ends was reckoned for the usual type.
    more, ends = max(0.0, size / TEXT - 1), (min([shown.base, *values]), max([shown.base, *values]))
    chart.value_axis.minimum_scale = shown.low - more * (ends[0] - shown.low)
    chart.value_axis.maximum_scale = shown.high + more * (shown.high - ends[1])
    left = _names(names, size)
    inner(chart, left, 0.0, 1 - left, 1.0)
    return shape


def ranges(slide: Slide, place: Place, shown: Ranges, words: tuple[str, str, str], say: Speaker) -> Any:  # noqa: ANN401
    """Add ranges of places as stacked bars: nothing up to the best place, light to the median, the median, light again.

    Args:
        slide: where.
        place: where on it.
        shown: the ranges.
        words: what the series are called: up to the range, range, median.
        say: the reader's language.
    """
    rows = shown.ranges
    names = [cell(one.name) for one in rows]
    data = CategoryChartData(number_format="0")
    data.categories = names
    before, spread, middle = (cell(one) for one in words)
    data.add_series(before, [one.low - 1 for one in rows])
    data.add_series(f"{spread} 1", [one.median - one.low for one in rows])
    data.add_series(middle, [1 for _ in rows])
    data.add_series(f"{spread} 2", [one.high - one.median for one in rows])
    room = 0.16 * shown.worst
    data.add_series(f"{spread}, {say('i ord')}", [room for _ in rows])
    size = _size(place, len(names))
    place = _height(place, len(names))
    shape, chart = add_chart(slide, XL_CHART_TYPE.BAR_STACKED, place, data)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    first, light, median, rest, last = plot.series
    for clear in (first, last):
        clear.format.fill.background()
    for number, one in enumerate(rows):
        for series, opacity in ((light, 0.4), (rest, 0.4), (median, 1.0)):
            paint(series.points[number].format.fill, one.colour, opacity)
        place_words = str(one.low) if one.low == one.high else f"{one.low}–{one.high}"
        colour = LIGHT.focus if one.strong else LIGHT.text
        found = label_words(last.points[number], place_words, size, colour, strong=one.strong)
        found.position = XL_LABEL_POSITION.INSIDE_BASE
        white = LIGHT.background if one.strong else LIGHT.text
        found = label_words(median.points[number], str(one.median), size, white, strong=one.strong)
        found.position = XL_LABEL_POSITION.CENTER
    quiet(chart.category_axis, size)
    chart.category_axis.reverse_order = True
    every(chart, 1)
    hide(chart.value_axis)
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, shown.worst + room
    left = _names(names, size)
    inner(chart, left, 0.0, 1 - left, 1.0)
    return shape
