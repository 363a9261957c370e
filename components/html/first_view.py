"""The first view: a page as plain HTML, before Streamlit has drawn it and for those who have no JavaScript.

Everything stands where it will stand: charts and widgets have their places, and the same style sheet holds for both.
"""

from collections.abc import Sequence
from html import escape

from components.charts.region_map import HEIGHT
from components.exhibit import Exhibit
from components.html.arrangement import box_html, columns_html, fold_html
from components.html.exhibit import foot_html, head_html, opening
from components.html.tools import tools_html
from components.parts import Box, Choice, Columns, Fold, Html, Live, Part, Several, Shown, Steps, Typed
from components.view import OWN, ViewState
from components.words.text import Speaker

# Said by the style sheet: the first view is seen as soon as its font is there, without this script a little later.
WHEN_SET = (
    "<script>document.fonts.load('1em \"Source Sans\"')"
    ".finally(() => document.getElementById('first-view')?.classList.add('set'))</script>"
)


def piece(text: str) -> str:
    """A piece of HTML as Streamlit sets it."""
    return f'<div class="stHtml">{text}</div>'


def field(label: str, shown: str, width: int, kind: str, key: str) -> str:
    """The place of a widget, with what it will show.

    Args:
        label: over it; none where it is empty.
        shown: what is chosen or typed.
        width: pixels.
        kind: of widget, for the style sheet.
        key: of the widget, for the style sheet.
    """
    named = f'<span class="label">{escape(label)}</span>' if label else ""
    return (
        f'<div class="place {kind} st-key-{escape(key)}" style="width:{width}px">'
        f'{named}<span class="field">{escape(shown)}</span></div>'
    )


def _map(exhibit: Exhibit, view: ViewState, say: Speaker) -> str:
    """An exhibit with layers, in the three pieces that Streamlit sets."""
    foot = foot_html(exhibit, view, say) + tools_html(exhibit, view, say)
    place = f'<div style="height:{HEIGHT}px"></div>'
    inside = f'<div class="stack gap-xsmall">{piece(head_html(exhibit))}{place}{piece(foot)}</div>'
    return f"{opening(exhibit)}{inside}</section>"


def _place(part: Part, view: ViewState, say: Speaker) -> str:
    if isinstance(part, Html):
        return piece(part.text)
    if isinstance(part, Choice):
        return field(part.label, part.says(part.chosen), part.width, "choice", f"q-{part.name}")
    if isinstance(part, Several):
        names = [name for code, name in zip(part.codes, part.words, strict=True) if code in part.chosen]
        return field(part.label, ", ".join(names), part.width, "several", f"q-{OWN}")
    if isinstance(part, Steps):
        words = dict(zip(part.codes, part.words, strict=True))
        return field(part.label, words.get(part.chosen, ""), part.width, "steps", f"q-{part.name}")
    if isinstance(part, Typed):
        return field(part.label, part.chosen or part.placeholder, part.width, "typed", f"q-{part.name}")
    if isinstance(part, Box):
        return box_html(part, first_view(part.parts, view, say))
    if isinstance(part, Columns):
        return columns_html(part, [first_view(one, view, say) for one in part.parts])
    if isinstance(part, Fold):
        return fold_html(part, first_view(part.parts, view, say))
    if isinstance(part, Live):
        return first_view(part.without, view, say)
    if isinstance(part, Shown):
        return piece(_map(part.exhibit, view, say))
    raise TypeError(type(part).__name__)


def first_view(parts: Sequence[Part], view: ViewState, say: Speaker) -> str:
    """Parts that `ready` has made, waiting for charts, each in its place.

    Args:
        parts: of a page.
        view: where they stand.
        say: the reader's language.
    """
    return "".join(_place(part, view, say) for part in parts)
