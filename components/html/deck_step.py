"""One step of a presentation as HTML: a board that the script fills the window with, and a part of a readable page."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from components.deck import BarrierShown, Change, DeckStep, Pane
from components.html.figure_page import notes_html, screens_html
from components.html.own_words import own_words
from components.html.sources import missing, source_line
from components.html.stage import stage_html
from components.html.tools import figure_address, file_address, office_address, place_address
from components.words.text import Speaker

_MUCH = 150  # characters beside a big number that need screens of their own
_WIDE = 9  # characters of a figure that no longer has room in the largest type


def _ways(pane: Pane, say: Speaker) -> Markup:
    """The figure on its page, and its numbers as files: for those who keep the presentation as a hand-out."""
    view, key = pane.view, pane.exhibit.key
    files = (
        (office_address(view, key, "xlsx"), say("Arbeidsbok med tall og kilder (Excel)")),
        (file_address(view, key, "csv"), say("Tall som åpnes i regneark (CSV)")),
        (office_address(view, key, "pptx"), say("Lysbilde du kan redigere (PowerPoint)")),
    )
    links = Markup().join(Markup('<a href="%s" download>%s</a>') % one for one in files)
    page = Markup('<a href="%s">%s</a>') % (place_address(view, key), say("Se figuren på siden"))
    return Markup('<div class="handout">%s%s</div>') % (page, links)


def _words_beside(step: DeckStep) -> Markup:
    """The presenter's words between heading and picture; long ones get screens of their own from the script."""
    own = own_words(step.text)
    return Markup('<div class="words">%s</div>') % (own,) if own else own


def _foot(step: DeckStep, say: Speaker, at: str, *, screens: bool) -> Markup:
    lines = dict.fromkeys(source_line(pane.exhibit.source, say, pane.view.release) for pane in step.panes)
    sources = Markup().join(Markup('<p class="source">%s</p>') % (line,) for line in lines)
    notes = notes_html(list(dict.fromkeys(note for pane in step.panes for note in pane.exhibit.notices)), say)
    controls = screens_html(say) if screens else Markup()
    handout = _ways(step.panes[0], say) if len(step.panes) == 1 else Markup()  # two have theirs under each
    return Markup('<footer class="foot">%s%s%s<div class="ways">%s<span class="at">%s</span></div>%s</footer>') % (
        notes,
        _newer(step, say),
        sources,
        controls,
        at,
        handout,
    )


def _newer(step: DeckStep, say: Speaker) -> Markup:
    """Which numbers have changed since the release that the step is of: then and now."""
    if not step.changes:
        return Markup()
    return Markup('<details class="newer"><summary>%s</summary>%s</details>') % (
        say.count("{n} tall er endret siden", "{n} tall er endret siden", step.changed),
        changes_html(step.changes, step.changed, say),
    )


def changes_html(changes: Sequence[Change], count: int, say: Speaker) -> Markup:
    """Then and now, one line a number; how many more there are."""
    lines = [
        Markup('<li>%s: <span class="then">%s</span> → <b>%s</b></li>') % (one.what, one.then, one.now)
        for one in changes
    ]
    if count > len(changes):
        lines.append(Markup("<li>%s</li>") % (say.count("og {n} til", "og {n} til", count - len(changes)),))
    return Markup('<ul class="changes">%s</ul>') % (Markup().join(lines),)


def _figure(step: DeckStep, say: Speaker, at: str) -> Markup:
    pane = step.panes[0]
    stage, twin = stage_html(pane.exhibit, f"{step.id}/0", say, later=True)
    credit = Markup('<p class="credit">%s</p>') % (pane.exhibit.credit,) if pane.exhibit.credit else Markup()
    return Markup(
        '<header class="head"><h2 class="finding">%s</h2><p class="measure">%s</p>%s</header>%s'
        '<div class="stage">%s%s</div><div class="twin">%s</div>%s'
    ) % (
        step.heading,
        pane.exhibit.measure,
        step.notice,
        _words_beside(step),
        stage,
        credit,
        twin,
        _foot(step, say, at, screens=True),
    )


def _two(step: DeckStep, say: Speaker, at: str) -> Markup:
    halves = []
    for number, pane in enumerate(step.panes):
        stage, twin = stage_html(pane.exhibit, f"{step.id}/{number}", say, later=True)
        halves.append(
            Markup(
                '<div class="half"><h3>%s</h3><p class="measure">%s</p><div class="stage">%s</div>'
                '<div class="twin">%s</div>%s</div>'
            )
            % (pane.exhibit.finding, pane.exhibit.measure, stage, twin, _ways(pane, say))
        )
    title = step.title or say("To figurer ved siden av hverandre")
    shown = Markup('<h2 class="finding%s">%s</h2>') % ("" if step.title else " unseen", title)
    return Markup('<header class="head">%s%s</header>%s<div class="halves">%s</div>%s') % (
        shown,
        step.notice,
        _words_beside(step),
        Markup().join(halves),
        _foot(step, say, at, screens=True),
    )


def _number(step: DeckStep, say: Speaker, at: str) -> Markup:
    big = step.big
    inside = (
        Markup('<p class="figure-big%s">%s</p><p class="of-big">%s</p><p class="measure">%s</p>')
        % (" wide" if len(big.text) > _WIDE or len(step.text) > _MUCH else "", big.text, big.label, big.note)
        if big is not None
        else missing(say("Figuren viser ikke ett tall for regionen. Velg malen «Figur» for dette steget."))
    )
    much = len(step.text) > _MUCH
    own = Markup('<div class="stage">%s</div>') % (own_words(step.text),) if much else own_words(step.text)
    return Markup('<header class="head"><h2 class="finding">%s</h2>%s</header><div class="middle">%s%s</div>%s') % (
        step.heading,
        step.notice,
        inside,
        own,
        _foot(step, say, at, screens=much),
    )


def _barrier(step: DeckStep, shown: BarrierShown, say: Speaker, at: str) -> Markup:
    acting = Markup().join(
        Markup("<div><h3>%s</h3><ul>%s</ul></div>")
        % (who, Markup().join(Markup("<li>%s</li>") % (what,) for what in can))
        for who, can in shown.actors
    )
    way = Markup('<div class="handout"><a href="%s">%s</a></div>') % (shown.address, say("Se barrieren i registeret"))
    return Markup(
        '<header class="head"><h2 class="finding">%s</h2><p class="measure">%s</p>%s</header>%s'
        '<div class="middle sides"><div class="evidence"><h3>%s</h3>%s</div>'
        '<div class="acting"><p class="rests">%s</p>%s</div></div>'
        '<footer class="foot"><div class="ways"><span class="shortened">%s</span>%s<span class="at">%s</span></div>'
        "%s</footer>"
    ) % (
        step.heading,
        shown.description,
        step.notice,
        _words_beside(step),
        say("Tall og funn"),
        shown.evidence,
        shown.who,
        acting,
        say("Ikke alle tiltakene har plass her."),
        screens_html(say),
        at,
        way,
    )


def _heading(step: DeckStep, say: Speaker) -> Markup:
    """The presenter's words over a step; one without is still named to those who hear it."""
    shown = "" if step.title else " unseen"
    return Markup('<h2 class="finding%s">%s</h2>') % (shown, step.title or say("Uten tittel"))


def _words(step: DeckStep, say: Speaker, at: str) -> Markup:
    heading = _heading(step, say)
    inside = heading + own_words(step.text)
    return Markup(
        '<div class="middle stage">%s</div>'
        '<footer class="foot"><div class="ways">%s<span class="at">%s</span></div></footer>'
    ) % (inside, screens_html(say), at)


def _gone(step: DeckStep, say: Speaker, at: str) -> Markup:
    return Markup(
        '<header class="head">%s</header><div class="middle stage">%s%s</div>'
        '<footer class="foot"><div class="ways">%s<span class="at">%s</span></div></footer>'
    ) % (_heading(step, say), missing(step.gone), own_words(step.text), screens_html(say), at)


def step_html(step: DeckStep, number: int, count: int, say: Speaker) -> Markup:
    """A step.

    Args:
        step: which.
        number: its place, from 1.
        count: of steps.
        say: the language of the presentation.
    """
    at = f"{number} / {count}"
    if step.gone:
        inside = _gone(step, say, at)
    elif step.template == "barrier" and step.barrier is not None:
        inside = _barrier(step, step.barrier, say, at)
    elif step.template == "two":
        inside = _two(step, say, at)
    elif step.template == "number":
        inside = _number(step, say, at)
    elif step.template == "figure":
        inside = _figure(step, say, at)
    else:
        inside = _words(step, say, at)
    kind = "gone" if step.gone else step.template
    label = say("Steg {n} av {count}", n=number, count=count)
    first = next(iter(step.panes), None) if step.template in ("figure", "number") else None
    figure = Markup(' data-figure-page="%s"') % (figure_address(first.view, first.exhibit.key),) if first else Markup()
    return Markup('<section class="board of-%s" id="%s" data-at="%s"%s aria-label="%s">%s</section>') % (
        kind,
        step.id,
        number,
        figure,
        escape(label),
        inside,
    )
