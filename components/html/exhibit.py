"""An exhibit as HTML: finding, measure, chart, notices, source and tools."""

from markupsafe import Markup, escape

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


def head_html(exhibit: Exhibit) -> Markup:
    """Finding and measure, with the choices of views beside the measure."""
    switches = Markup().join(switch_html(switch) for switch in exhibit.switches)
    measure = Markup('<p class="measure">%s</p>') % (exhibit.measure,)
    under = (
        Markup('<div class="under">%s<div class="switches">%s</div></div>') % (measure, switches)
        if switches
        else measure
    )
    return Markup('<h2 class="finding">%s</h2>%s') % (exhibit.finding, under)


def chart_html(exhibit: Exhibit, view: ViewState, say: Speaker, *, waiting: bool = False) -> Markup:
    """What is drawn, or the reason why there is nothing; a map is drawn elsewhere."""
    if exhibit.body:
        return exhibit.body
    if exhibit.figure is None:
        return missing(exhibit.alt)
    key = f"{view.page}/{exhibit.key}"
    return figure_html(key, exhibit.figure, alternative(exhibit, say), say, waiting=waiting)


def foot_html(exhibit: Exhibit, view: ViewState, say: Speaker) -> Markup:
    """Notices and source."""
    notes = Markup().join(Markup("<li>%s</li>") % (note,) for note in exhibit.notices)
    return (Markup('<ul class="notices">%s</ul>') % (notes,) if notes else "") + Markup(
        '<p class="source">%s %s</p>'
    ) % (source_line(exhibit.source, say, view.release), exhibit.credit)


def opening(exhibit: Exhibit) -> Markup:
    """The start of an exhibit's element; links lead to its key."""
    key = escape(exhibit.key)
    return Markup('<section class="exhibit st-key-exhibit-%s" id="%s">') % (key, key)


def exhibit_html(
    exhibit: Exhibit, view: ViewState, say: Speaker, *, bare: bool = False, waiting: bool = False
) -> Markup:
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
        + Markup("</section>")
    )
