"""A figure alone on a page of its own, for a whole window, someone else's page, and paper; no session, no Streamlit."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from components.exhibit import Exhibit
from components.html.sources import source_line
from components.html.stage import stage_html
from components.html.tools import figure_address, picture_address, place_address
from components.html.unfold import picture_tags
from components.view import ViewState
from components.words.text import Speaker

SERVICE = "Osloregionen i Europa"


@dataclass(frozen=True)
class PageFiles:
    """Addresses of what the page is made with.

    Attributes:
        style: of all.
        script: of a figure.
        again: script of a page that says that something comes in a moment.
    """

    style: str
    script: str
    again: str = ""


def document(language: str, title: str, head: Markup, body: Markup, files: PageFiles, appearance: str = "") -> Markup:
    """A whole HTML document in the service's style; "light" or "dark" where it is not as the reader's screen is."""
    shade = Markup(' data-appearance="%s"') % (appearance,) if appearance else Markup()
    return Markup(
        '<!doctype html><html lang="%s"%s><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>%s'
        '<link rel="stylesheet" href="%s"></head><body>%s</body></html>'
    ) % (language, shade, title, head, files.style, body)


def figure_page(
    exhibit: Exhibit,
    others: Sequence[Exhibit],
    view: ViewState,
    say: Speaker,
    notice: Markup,
    files: PageFiles,
    base: str = "",
    appearance: str = "",
) -> Markup:
    """The page of a figure.

    Args:
        exhibit: the figure.
        others: every figure of its page, itself too, in their order.
        view: where it stands.
        say: the reader's language.
        notice: what of the address was ignored, as HTML; empty for nothing.
        files: what the page is made with.
        base: address of the server, without slash at its end.
        appearance: "light" or "dark", whatever the reader's screen is; empty to follow it.
    """
    description = f"{exhibit.measure} {exhibit.source.publisher}, {exhibit.source.years}."
    head = (
        Markup(
            '<meta name="description" content="%s"><link rel="canonical" href="%s">'
            '<meta property="og:title" content="%s"><meta property="og:description" content="%s">'
            '<meta property="og:url" content="%s">'
        )
        % (
            description,
            base + view.address,
            exhibit.finding,
            description,
            base + figure_address(view, exhibit.key),
        )
        + picture_tags(base + picture_address(view, exhibit.key), f"{exhibit.finding}. {description}")
        + Markup('<script src="%s" defer></script>') % (files.script,)
    )
    stage, twin = stage_html(exhibit, f"{view.page}/{exhibit.key}", say)
    credit = Markup('<p class="credit">%s</p>') % (exhibit.credit,) if exhibit.credit else Markup()
    body = (
        Markup(
            '<main class="board"><header class="head"><h1 class="finding">%s</h1>'
            '<p class="measure">%s</p>%s</header><div class="stage">%s%s</div>'
        )
        % (exhibit.finding, exhibit.measure, notice, stage, credit)
        + (Markup('<div class="twin">%s</div>') % (twin,) if twin else Markup())
        + Markup(
            '<footer class="foot">%s<p class="source">%s</p><div class="ways">%s%s'
            '<a class="back" href="%s">%s</a></div></footer></main>'
        )
        % (
            notes_html(exhibit.notices, say),
            source_line(exhibit.source, say, view.release),
            screens_html(say),
            _figures(exhibit, others, view, say),
            place_address(view, exhibit.key),
            say("Se figuren på siden"),
        )
    )
    return document(say.language, f"{exhibit.finding} · {SERVICE}", head, body, files, appearance)


def notes_html(notices: Sequence[str], say: Speaker) -> Markup:
    """What must be known of a figure, folded under how many notes there are; nothing where there are none."""
    if not notices:
        return Markup()
    listed = Markup().join(Markup("<li>%s</li>") % (note,) for note in notices)
    words = say.count("{n} merknad", "{n} merknader", len(notices))
    return Markup('<details class="notes" open><summary>%s</summary><ul class="notices">%s</ul></details>') % (
        words,
        listed,
    )


def screens_html(say: Speaker) -> Markup:
    """The way between the parts of a figure that is not shown at once; the script shows it where it is needed."""
    said = escape(say("Del {n} av {count}", n="{n}", count="{count}"))
    ways = [
        Markup('<button type="button" data-step="%s" aria-label="%s">%s</button>') % (step, words, sign)
        for step, sign, words in ((-1, "↑", say("Forrige del")), (1, "↓", say("Neste del")))
    ]
    return Markup(
        '<div class="screens" role="group" aria-label="%s" data-said="%s" hidden>%s'
        '<span class="at-screen" role="status"></span>%s</div>'
    ) % (say("Deler av figuren"), said, ways[0], ways[1])


def _figures(exhibit: Exhibit, others: Sequence[Exhibit], view: ViewState, say: Speaker) -> Markup:
    """The way to the page's other figures."""
    keys = [one.key for one in others]
    at = keys.index(exhibit.key)
    if len(keys) < 2:
        return Markup()

    def way(number: int, rel: str, sign: str, words: str) -> Markup:
        if not 0 <= number < len(others):
            return Markup()
        title = f"{words}: {others[number].finding}"
        address = figure_address(view, others[number].key)
        return Markup('<a rel="%s" href="%s" title="%s" aria-label="%s">%s</a>') % (rel, address, title, title, sign)

    counted = say("Figur {n} av {count}", n=at + 1, count=len(keys))
    return Markup('<nav class="figures" aria-label="%s">%s<span>%s</span>%s</nav>') % (
        say("Figurene på siden"),
        way(at - 1, "prev", "←", say("Forrige figur")),
        counted,
        way(at + 1, "next", "→", say("Neste figur")),
    )
