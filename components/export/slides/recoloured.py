"""Charts in somebody's own colours: the new figures are written into them, bar by bar."""

from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.oxml.ns import qn

from components.export.slides.native import written_as
from components.export.slides.words import cell


def _bars(shape: Any) -> tuple[list[str], list[Any]] | None:  # noqa: ANN401 - python-pptx's shape
    """Names and series of a chart of bars; None for other charts, and where a name occurs twice."""
    plots = list(shape.chart.plots) if shape.has_chart else []
    if len(plots) != 1 or etree.QName(plots[0]._element).localname != "barChart":
        return None
    names = [str(name) for name in plots[0].categories]
    return (names, list(plots[0].series)) if len(set(names)) == len(names) else None


def _words(shape: Any) -> bool:  # noqa: ANN401
    """Whether labels hold words of their own, which would not follow the figures."""
    space = shape.chart._chartSpace
    return any(
        text.strip() for text in (t.text or "" for label in space.iter(qn("c:dLbl")) for t in label.iter(qn("a:t")))
    )


def possible(old: Any, new: Any) -> bool:  # noqa: ANN401
    """Whether one chart's figures can be written into another: the same bars, and labels that follow their numbers."""
    one, other = _bars(old), _bars(new)
    if one is None or other is None or _words(old) or _words(new):
        return False
    return set(one[0]) == set(other[0]) and len(one[1]) == len(other[1]) == 1


def renew(old: Any, new: Any) -> None:  # noqa: ANN401
    """Write the figures of one chart into another, with its workbook; order and look stay.

    Raises:
        ValueError: that is not possible.
    """
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
