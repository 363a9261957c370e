"""The barrier register as HTML: a row a barrier, to be read across, and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from components.words.text import Speaker
from components.words.wording import within
from models.barriers import Proof


@dataclass(frozen=True)
class Shows:
    """A figure that shows a barrier: what it is, its value with place and year, and what it says.

    Attributes:
        kind: "better", "worse", "even", or "none" where there is no figure.
    """

    title: str
    words: str
    verdict: str = ""
    kind: str = "even"


@dataclass(frozen=True)
class BarrierRow:
    """A barrier or given condition.

    Attributes:
        title, description: in the reader's language.
        shows: its figures.
        rests: what the barrier rests on, in a line.
        finding: one cited finding, as HTML that is already safe.
        without: which source would bring figures, where there are none.
        affects: whom it affects.
        actors: who can act, or ease what follows.
        stressed: the actor that the reader looks for, or "".
        can_act: heading of the actors.
        tools: what can be done with it, as HTML.
    """

    title: str
    description: str
    shows: Sequence[Shows]
    rests: str
    finding: Markup
    without: str
    affects: Sequence[str]
    actors: Sequence[str]
    stressed: str
    can_act: str
    tools: Markup = Markup()  # noqa: RUF009 - a text never changes


def rests_on(say: Speaker, proof: Proof, against: Sequence[str] = ()) -> str:
    """What a barrier rests on: how many findings and publishers, and whether the figures show it too.

    Args:
        say: the reader's language.
        proof: what is known.
        against: names of the figures that do not confirm it.
    """
    known = say.count("{n} funn", "{n} funn", proof.findings)
    by = say.count("fra {n} utgiver", "fra {n} utgivere", proof.publishers)
    words = f"{known} {by}."
    if proof.standing == "shown":
        return f"{words} {say('Tallene viser det også.')}"
    if proof.standing == "hinted":
        return f"{words} {say('Tallene peker samme vei, men ikke klart.')}"
    if proof.standing == "not_confirmed":
        names = say.listing([within(name) for name in against])
        return (
            f"{words} {say('Tallene bekrefter det ikke: {names} er på linje med de andre eller bedre.', names=names)}"
        )
    return words


_SIGNS = {"better": "▲", "worse": "▼", "even": "●", "none": "○"}


def _shown(shows: Shows) -> Markup:
    verdict = Markup(' <span class="verdict">%s</span>') % (shows.verdict,) if shows.verdict else Markup()
    return Markup(
        '<li class="%s"><span class="sign" aria-hidden="true">%s</span> <span>%s: <b>%s</b>%s</span></li>'
    ) % (shows.kind, _SIGNS[shows.kind], shows.title, shows.words, verdict)


def _chips(names: Sequence[str], stressed: str = "") -> Markup:
    return Markup().join(Markup("<li%s>%s</li>") % (" class=stressed" if n == stressed else "", n) for n in names)


def evidence_html(one: BarrierRow, say: Speaker) -> Markup:
    """What shows a barrier: its figures, what it rests on, a finding."""
    figures = (
        Markup('<ul class="shows">%s</ul>') % (Markup().join(_shown(s) for s in one.shows),) if one.shows else Markup()
    )
    without = (
        Markup('<p class="note"><b>%s</b> %s</p>') % (say("Ingen tall."), one.without) if one.without else Markup()
    )
    return Markup('%s<p class="rests">%s</p><p class="example">%s</p>%s') % (figures, one.rests, one.finding, without)


def row(one: BarrierRow, say: Speaker) -> Markup:
    """A barrier as HTML: what it is, what shows it, whom it affects and who can act."""
    return Markup(
        '<article class="barrier"><div class="what"><h3>%s</h3><p>%s</p></div>'
        '<div class="evidence"><p class="label">%s</p>%s</div>'
        '<div class="who"><p class="label">%s</p>'
        '<ul class="chips">%s</ul><p class="label">%s</p><ul class="chips">%s</ul>%s</div>'
        "</article>"
    ) % (
        one.title,
        one.description,
        say("Tall og funn"),
        evidence_html(one, say),
        say("Hvem det rammer"),
        _chips(one.affects),
        one.can_act,
        _chips(one.actors, one.stressed),
        Markup('<div class="tools">%s</div>') % (one.tools,) if one.tools else Markup(),
    )
