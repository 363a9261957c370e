"""Charts in somebody's own colours: the new figures are written into them, bar by bar or line by line."""

from copy import deepcopy
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.oxml.ns import qn

from components.export.slides.native import written_as
from components.export.slides.words import cell

_SCALE = ("c:scaling", "c:majorUnit", "c:numFmt", "c:tickLblSkip", "c:tickMarkSkip")  # what an axis owes its figures


def _kinds(shape: Any) -> list[str]:  # noqa: ANN401 - python-pptx's shape
    return [etree.QName(plot._element).localname for plot in shape.chart.plots] if shape.has_chart else []


def _bars(shape: Any) -> tuple[list[str], list[Any]] | None:  # noqa: ANN401
    """Names and series of a chart of bars; None for other charts, and where a name occurs twice."""
    if _kinds(shape) != ["barChart"]:
        return None
    (plot,) = shape.chart.plots
    names = [str(name) for name in plot.categories]
    return (names, list(plot.series)) if len(set(names)) == len(names) else None


def _words(series: Any) -> list[str]:  # noqa: ANN401
    """Labels' own words, which would not follow the figures."""
    every = ["".join(t.text or "" for t in label.iter(qn("a:t"))) for label in series._element.iter(qn("c:dLbl"))]
    return [text for text in every if text.strip()]


def _lines(shape: Any) -> list[Any] | None:  # noqa: ANN401
    """All series of a chart of lines, with what lies behind them; None for other charts."""
    if _kinds(shape)[-1:] != ["lineChart"]:
        return None
    return [series for plot in shape.chart.plots for series in plot.series]


def _same_lines(old: Any, new: Any) -> bool:  # noqa: ANN401
    """Whether two charts have the same lines, with the same words at their ends."""
    one, other = _lines(old), _lines(new)
    if one is None or other is None or _kinds(old) != _kinds(new):
        return False
    return [(s.name, _words(s)) for s in one] == [(s.name, _words(s)) for s in other]


def _same_bars(old: Any, new: Any) -> bool:  # noqa: ANN401
    """Whether two charts have the same bars, and labels that follow their numbers."""
    one, other = _bars(old), _bars(new)
    if one is None or other is None or any(_words(series) for series in (*one[1], *other[1])):
        return False
    return set(one[0]) == set(other[0]) and len(one[1]) == len(other[1]) == 1


def possible(old: Any, new: Any) -> bool:  # noqa: ANN401
    """Whether one chart's figures can be written into another."""
    return _same_bars(old, new) or _same_lines(old, new)


def renew(old: Any, new: Any) -> bool:  # noqa: ANN401
    """Write the figures of one chart into another, with its workbook; its look stays.

    Returns:
        Whether the bars stand in another order than they would in a new chart.

    Raises:
        ValueError: that is not possible.
    """
    if _same_lines(old, new):
        _renew_lines(old, new)
        return False
    return _renew_bars(old, new)


def _renew_bars(old: Any, new: Any) -> bool:  # noqa: ANN401
    one, other = _bars(old), _bars(new)
    if one is None or other is None:
        raise ValueError("no bars that can be told from each other")
    becomes = dict(zip(other[0], other[1][0].values, strict=True))
    data = CategoryChartData(number_format="General")
    data.categories = [cell(name) for name in one[0]]
    data.add_series(cell(str(other[1][0].name)), [becomes[name] for name in one[0]])
    forms = {name: _form(other[1][0], at) for at, name in enumerate(other[0])}
    was = [_form(one[1][0], at) for at in range(len(one[0]))]
    old.chart.replace_data(data)
    series = old.chart.plots[0].series[0]
    for at, name in enumerate(one[0]):
        if forms[name] != was[at]:  # a figure has got a flag, or lost it
            written_as(series.points[at].data_label, forms[name])
    return one[0] != other[0]


def _renew_lines(old: Any, new: Any) -> None:  # noqa: ANN401
    """The new years and figures; names move to the lines' new ends, axes to where the figures are."""
    data = CategoryChartData(number_format="General")
    data.categories = [cell(str(place)) for place in new.chart.plots[0].categories]
    for series in _lines(new) or ():
        data.add_series(cell(str(series.name)), series.values)
    old.chart.replace_data(data)
    for series, other in zip(_lines(old) or (), _lines(new) or (), strict=True):
        labels = zip(series._element.iter(qn("c:dLbl")), other._element.iter(qn("c:dLbl")), strict=True)
        for label, moved in labels:
            for name in ("c:layout", "c:idx"):  # each before what stands there, so that the number stays first
                for stale in label.findall(qn(name)):
                    label.remove(stale)
                if (found := moved.find(qn(name))) is not None:
                    label.insert(0, deepcopy(found))
    for kind in ("c:catAx", "c:valAx"):
        (axis,), (other,) = (list(shape.chart._chartSpace.iter(qn(kind))) for shape in (old, new))
        for name in _SCALE:
            was, becomes = axis.find(qn(name)), other.find(qn(name))
            if was is not None and becomes is not None:
                axis.replace(was, deepcopy(becomes))


def _form(series: Any, at: int) -> str:  # noqa: ANN401 - python-pptx's series
    """How the label of a bar is written."""
    labels = series._element.find(qn("c:dLbls"))
    if labels is None:
        return "General"
    own = next((one for one in labels.findall(qn("c:dLbl")) if one.find(qn("c:idx")).get("val") == str(at)), None)
    for holder in (own, labels):
        found = None if holder is None else holder.find(qn("c:numFmt"))
        if found is not None:
            return str(found.get("formatCode"))
    return "General"
