"""Facts on the region's development, and cited facts about places: as HTML, each with its source."""

from collections.abc import Sequence
from html import escape

from components.html.cluster_list import site
from components.html.markup import out
from components.words.text import Speaker
from models.catalogue.within import CityFact

_SIGNS = {"better": "▲", "worse": "▼", "plain": "●", "absent": "–"}


def fact(*, title: str, value: str, change: str, against: str, source: str, kind: str) -> str:
    """A fact in a list: name, newest value, change, where the peers stand, source.

    Args:
        title: what is measured.
        value: the newest figure with its unit, or "no figures".
        change: since when it has risen or fallen, in words.
        against: place among the peers and their middle value; may be empty.
        source: year, publisher and data set, as HTML that is already safe.
        kind: "better", "worse", "plain" (no wanted direction) or "absent"; chooses the sign in front.
    """
    lines = "".join(f'<span class="note">{escape(words)}</span>' for words in (change, against) if words)
    return (
        f'<li class="{kind}"><span class="sign" aria-hidden="true">{_SIGNS[kind]}</span>'
        f'<span class="what"><b>{escape(title)}</b>&ensp;<span class="value">{escape(value)}</span>'
        f'{lines}<span class="note">{source}</span></span></li>'
    )


def facts(items: Sequence[str]) -> str:
    """The list around facts."""
    return f'<ul class="developments">{"".join(items)}</ul>'


def _when(say: Speaker, period: str) -> str:
    """A year, a month or a day as readers write it."""
    return say.month(period) if len(period) == len("2019-10") else say.day(period)


def city_cards(cards: Sequence[Sequence[CityFact]], say: Speaker) -> str:
    """Cited facts about places, a card a publication: context beside the figures, never joined to them."""
    made = []
    for card in cards:
        first = card[0]
        rows = "".join(
            "<li>"
            f"{escape(say.of(one.place))}"
            + (f": <b>{escape(say.of(one.value))}</b>" if one.value else "")
            + (f' <span class="note">{escape(say.of(one.note))}</span>' if one.note else "")
            + "</li>"
            for one in card
        )
        made.append(
            f'<li class="card"><h3>{escape(say.of(first.topic))}</h3>'
            f'<p class="note">{escape(say.of(first.unit))}, {escape(_when(say, first.period))}</p><ul>{rows}</ul>'
            f'<p class="source">{escape(first.publisher)}. {escape(say("Lest på"))} '
            f"{out(site(first.source), first.source)}</p></li>"
        )
    return f'<ul class="citycards">{"".join(made)}</ul>'
