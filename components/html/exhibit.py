"""An exhibit as HTML: finding, measure, chart, notices, source and tools."""

from html import escape

from components.exhibit import Exhibit
from components.html.figure import figure_html
from components.html.sources import missing, source_line
from components.html.switch import switch_html
from components.html.tools import tools_html
from components.view import ViewState
from components.words.said import in_words
from components.words.text import Speaker


def alternative(exhibit: Exhibit, say: Speaker) -> str:
    """The text alternative: what may be said, then the chart in words."""
    return f"{in_words(exhibit.claims, say)} {exhibit.alt}".strip()


def head_html(exhibit: Exhibit) -> str:
    """Finding and measure, with the choices of views beside the measure."""
    switches = "".join(switch_html(switch) for switch in exhibit.switches)
    measure = f'<p class="measure">{escape(exhibit.measure)}</p>'
    under = f'<div class="under">{measure}<div class="switches">{switches}</div></div>' if switches else measure
    return f'<h2 class="finding">{escape(exhibit.finding)}</h2>{under}'


def chart_html(exhibit: Exhibit, view: ViewState, say: Speaker, *, waiting: bool = False) -> str:
    """What is drawn, or the reason why there is nothing; a map is drawn elsewhere."""
    if exhibit.body:
        return exhibit.body
    if exhibit.figure is None:
        return missing(exhibit.alt)
    key = f"{view.page}/{exhibit.key}"
    return figure_html(key, exhibit.figure, alternative(exhibit, say), say, waiting=waiting)


def foot_html(exhibit: Exhibit, view: ViewState, say: Speaker) -> str:
    """Notices and source."""
    notes = "".join(f"<li>{escape(note)}</li>" for note in exhibit.notices)
    return (
        f'<ul class="notices">{notes}</ul>' if notes else ""
    ) + f'<p class="source">{source_line(exhibit.source, say, view.release)} {escape(exhibit.credit)}</p>'


def opening(exhibit: Exhibit) -> str:
    """The start of an exhibit's element; links lead to its key."""
    key = escape(exhibit.key)
    return f'<section class="exhibit st-key-exhibit-{key}" id="{key}">'


def exhibit_html(exhibit: Exhibit, view: ViewState, say: Speaker, *, bare: bool = False, waiting: bool = False) -> str:
    """A whole exhibit.

    Args:
        exhibit: what to show; not one with a map.
        view: where it stands.
        say: the reader's language.
        bare: only its tools.
        waiting: with a place for the chart instead of the chart.
    """
    if bare:
        return tools_html(exhibit, view, say, bare=True)
    return (
        opening(exhibit)
        + head_html(exhibit)
        + chart_html(exhibit, view, say, waiting=waiting)
        + foot_html(exhibit, view, say)
        + tools_html(exhibit, view, say)
        + "</section>"
    )
