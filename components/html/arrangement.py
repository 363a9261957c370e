"""The parts of a page as HTML, where no widget and no map stands among them."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from components.html.exhibit import exhibit_html
from components.parts import Box, Columns, Fold, Html, Part, Shown
from components.view import ViewState
from components.words.text import Speaker


def is_plain(part: Part) -> bool:
    """Whether a part can be drawn as HTML: nothing in it needs a session or layers."""
    if isinstance(part, Html):
        return True
    if isinstance(part, Shown):
        return part.bare or part.exhibit.map is None
    if isinstance(part, Box | Fold):
        return all(is_plain(one) for one in part.parts)
    if isinstance(part, Columns):
        return all(is_plain(one) for column in part.parts for one in column)
    return False


def box_class(box: Box) -> str:
    """The classes of a box, for the style sheet."""
    key = f"st-key-{box.key} " if box.key else ""
    shape = f"row-of align-{box.align}" if box.horizontal else "stack"
    return f"{key}{shape} gap-{box.gap}{' bordered' if box.border else ''}"


def columns_style(columns: Columns) -> str:
    """The widths of columns, for their grid."""
    return " ".join(f"minmax(0,{width}fr)" for width in columns.widths)


def part_html(part: Part, view: ViewState, say: Speaker, *, waiting: bool = False) -> str:
    """A part without widgets as HTML; `waiting` with places for the charts instead of charts."""
    if isinstance(part, Html):
        return part.text
    if isinstance(part, Shown):
        return exhibit_html(part.exhibit, view, say, bare=part.bare, waiting=waiting)
    if isinstance(part, Box):
        return box_html(part, parts_html(part.parts, view, say, waiting=waiting))
    if isinstance(part, Fold):
        return fold_html(part, parts_html(part.parts, view, say, waiting=waiting))
    if isinstance(part, Columns):
        return columns_html(part, [parts_html(one, view, say, waiting=waiting) for one in part.parts])
    raise TypeError(f"{type(part).__name__} needs a session")


def parts_html(parts: Sequence[Part], view: ViewState, say: Speaker, *, waiting: bool = False) -> str:
    """Parts under each other."""
    return "".join(part_html(part, view, say, waiting=waiting) for part in parts)


def box_html(box: Box, inside: str) -> str:
    """A box around its parts."""
    return f'<div class="{escape(box_class(box))}">{inside}</div>'


def columns_html(columns: Columns, inside: Sequence[str]) -> str:
    """Parts side by side."""
    filled = "".join(f'<div class="stack gap-small">{one}</div>' for one in inside)
    return f'<div class="columns gap-{columns.gap}" style="--columns:{columns_style(columns)}">{filled}</div>'


def fold_html(fold: Fold, inside: str) -> str:
    """A line that opens and closes what stands under it."""
    kind = "fold aside" if fold.aside else "fold"
    key = f" st-key-{escape(fold.key)}" if fold.key else ""
    opened = " open" if fold.opened else ""
    return (
        f'<details class="{kind}{key}"{opened}><summary>{escape(fold.label)}</summary>'
        f'<div class="stack gap-small">{inside}</div></details>'
    )


def ready(parts: Sequence[Part], view: ViewState, say: Speaker, *, waiting: bool = False) -> tuple[Part, ...]:
    """The same parts with all that is plain written as HTML, to be drawn many times.

    Neighbours become one piece, but for exhibits, which stay apart: a change then redraws no more than it must.

    Args:
        parts: of a page.
        view: where they stand.
        say: the reader's language.
        waiting: with places for the charts instead of charts.
    """
    drawn: list[Part] = []
    text = ""
    for part in parts:
        plain = is_plain(part)
        alone = isinstance(part, Shown) and not part.bare
        if text and (alone or not plain):
            drawn.append(Html(text))
            text = ""
        if plain and alone:
            drawn.append(Html(part_html(part, view, say, waiting=waiting)))
        elif plain:
            text += part_html(part, view, say, waiting=waiting)
        elif isinstance(part, Box | Fold):
            drawn.append(replace(part, parts=ready(part.parts, view, say, waiting=waiting)))
        elif isinstance(part, Columns):
            drawn.append(replace(part, parts=tuple(ready(one, view, say, waiting=waiting) for one in part.parts)))
        else:
            drawn.append(part)
    return (*drawn, Html(text)) if text else tuple(drawn)
