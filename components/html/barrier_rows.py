"""The barrier register as HTML: a row a barrier, to be read across, and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

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
    """

    title: str
    description: str
    shows: Sequence[Shows]
    rests: str
    finding: str
    without: str
    affects: Sequence[str]
    actors: Sequence[str]
    stressed: str
    can_act: str


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


def _shown(shows: Shows) -> str:
    verdict = f' <span class="verdict">{escape(shows.verdict)}</span>' if shows.verdict else ""
    return (
        f'<li class="{shows.kind}"><span class="sign" aria-hidden="true">{_SIGNS[shows.kind]}</span> '
        f"<span>{escape(shows.title)}: <b>{escape(shows.words)}</b>{verdict}</span></li>"
    )


def _chips(names: Sequence[str], stressed: str = "") -> str:
    return "".join(f"<li{' class=stressed' if n == stressed else ''}>{escape(n)}</li>" for n in names)


def row(one: BarrierRow, say: Speaker) -> str:
    """A barrier as HTML: what it is, what shows it, whom it affects and who can act."""
    figures = f'<ul class="shows">{"".join(_shown(s) for s in one.shows)}</ul>' if one.shows else ""
    without = f'<p class="note"><b>{escape(say("Ingen tall."))}</b> {escape(one.without)}</p>' if one.without else ""
    return (
        '<article class="barrier">'
        f'<div class="what"><h3>{escape(one.title)}</h3><p>{escape(one.description)}</p></div>'
        f'<div class="evidence"><p class="label">{escape(say("Tall og funn"))}</p>{figures}'
        f'<p class="rests">{escape(one.rests)}</p>'
        f'<p class="example">{one.finding}</p>{without}</div>'
        f'<div class="who"><p class="label">{escape(say("Hvem det rammer"))}</p>'
        f'<ul class="chips">{_chips(one.affects)}</ul>'
        f'<p class="label">{escape(one.can_act)}</p>'
        f'<ul class="chips">{_chips(one.actors, one.stressed)}</ul></div>'
        "</article>"
    )
