"""Long titles: the template's own size where they have room, a smaller one where they have not."""

from typing import Any

from pptx.oxml.ns import qn
from pptx.slide import SlideLayout
from pptx.util import Pt

_WIDTH = 0.53  # of a bold letter against its size, on the average
_LINE = 1.2
_LEAST = 16.0  # points: smaller is no title
_INSIDE = 91_440 * 2  # left and right of the text, in the units of Office
_EMU = 12_700  # a point


def fitting(title: Any, layout: SlideLayout) -> None:  # noqa: ANN401 - python-pptx's placeholder
    """Set a title smaller where it would not fit into its place."""
    own = _size(title, layout)
    size = largest(title.text_frame.text, int(title.width), int(title.height), own)
    if size < own:
        for paragraph in title.text_frame.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(size)


def largest(text: str, width: int, height: int, own: float, least: float = _LEAST) -> float:
    """The largest size, in points, at which a text fits into a place, by words; never more than `own`.

    Args:
        text: words.
        width: of the place, in the units of Office.
        height: the same.
        own: the size of the template.
        least: the smallest that is tried.
    """
    size = own
    while size > least:
        across = (width - _INSIDE) / _EMU / (size * _WIDTH)
        if rows(text, across) * size * _LINE * _EMU <= height:
            break
        size -= 1
    return size


def rows(text: str, letters: float) -> int:
    """How many lines a text takes, broken between words."""
    count, used = 1, 0.0
    for word in text.split():
        need = len(word) + (1 if used else 0)
        if used and used + need > letters:
            count, used = count + 1, float(len(word))
        else:
            used += need
    return count


def _size(title: Any, layout: SlideLayout) -> float:  # noqa: ANN401
    """The size that the layout, or else the master, gives titles."""
    idx = title.placeholder_format.idx
    sources = [s._element for s in layout.placeholders if s.placeholder_format.idx == idx]
    styles = layout.slide_master._element.find(qn("p:txStyles"))
    sources += [s._element for s in layout.slide_master.placeholders if s.placeholder_format.type in {1, 3}]
    if styles is not None:
        sources.append(styles.find(qn("p:titleStyle")))
    for source in sources:
        for level in source.iter(qn("a:lvl1pPr")):
            for properties in level.iter(qn("a:defRPr")):
                if properties.get("sz"):
                    return int(properties.get("sz")) / 100
    return 44.0  # what PowerPoint takes where nothing is said
