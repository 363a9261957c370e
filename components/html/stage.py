"""An exhibit on a board: what is shown large, and what stands for it where it cannot be drawn."""

from markupsafe import Markup

from components.exhibit import Exhibit
from components.html.exhibit import alternative
from components.html.figure import figure_html
from components.html.sources import missing
from components.words.text import Speaker


def stage_html(exhibit: Exhibit, key: str, say: Speaker, *, later: bool = False) -> tuple[Markup, Markup]:
    """What is shown, and the table that stands for a chart where it cannot be drawn.

    Args:
        exhibit: to show.
        key: of the drawing, unlike all others on its page.
        say: in the language of the page.
        later: whether the chart is drawn when its step is laid out, and not with the page.
    """
    if exhibit.body:
        return exhibit.body, Markup()
    if exhibit.map is not None:
        words = say("Kartet med lag står på siden. Her er tallene bak det.")
        return Markup('<p class="measure">%s</p>%s') % (words, exhibit.table), Markup()
    if exhibit.figure is None:
        return missing(exhibit.alt), Markup()
    attribute = "data-later" if later else "data-figure"
    return figure_html(key, exhibit.figure, alternative(exhibit, say), say, attribute=attribute), exhibit.table
