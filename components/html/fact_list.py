"""Facts on the region's development, and cited facts about places: as HTML, each with its source."""

from collections.abc import Sequence

from markupsafe import Markup

from components.html.cluster_list import site
from components.html.markup import out
from components.html.tools import collected
from components.view import ViewState
from components.words.text import Speaker
from models.catalogue.within import CityFact

_NONE = Markup()
_SIGNS = {"better": "▲", "worse": "▼", "plain": "●", "absent": "–"}


def fact(
    *, title: str, value: str, change: str, against: str, source: Markup, kind: str, tools: Markup = _NONE
) -> Markup:
    """A fact in a list: name, newest value, change, where the peers stand, source.

    Args:
        title: what is measured.
        value: the newest figure with its unit, or "no figures".
        change: since when it has risen or fallen, in words.
        against: place among the peers and their middle value; may be empty.
        source: year, publisher and data set, as HTML that is already safe.
        kind: "better", "worse", "plain" (no wanted direction) or "absent"; chooses the sign in front.
        tools: what can be done with it, as HTML.
    """
    lines = Markup().join(Markup('<span class="note">%s</span>') % (words,) for words in (change, against) if words)
    return Markup(
        '<li class="%s"><span class="sign" aria-hidden="true">%s</span><span class="what"><b>%s'
        '</b>&ensp;<span class="value">%s</span>%s<span class="note">%s</span>%s</span></li>'
    ) % (kind, _SIGNS[kind], title, value, lines, source, tools)


def facts(items: Sequence[Markup]) -> Markup:
    """The list around facts."""
    return Markup('<ul class="developments">%s</ul>') % (Markup().join(items),)


def _when(say: Speaker, period: str) -> str:
    """A year, a month or a day as readers write it."""
    return say.month(period) if len(period) == len("2019-10") else say.day(period)


def _line(one: CityFact, say: Speaker) -> str:
    note = f" ({say.of(one.note)})" if one.note else ""
    return f"- {say.of(one.place)}" + (f": {say.of(one.value)}" if one.value else "") + note


def city_cards(cards: Sequence[Sequence[CityFact]], say: Speaker, view: ViewState) -> Markup:
    """Cited facts about places, a card a publication: context beside the figures, never joined to them."""
    made = []
    for card in cards:
        first = card[0]
        about = f"{say.of(first.unit)}, {_when(say, first.period)}"
        source = f"{say('Kilde:')} {first.publisher}, {first.source}"
        words = "\n".join([about, *(_line(one, say) for one in card), source])
        rows = Markup().join(
            Markup("<li>%s") % (say.of(one.place),)
            + (Markup(": <b>%s</b>") % (say.of(one.value),) if one.value else Markup())
            + (Markup(' <span class="note">%s</span>') % (say.of(one.note),) if one.note else Markup())
            + Markup("</li>")
            for one in card
        )
        made.append(
            Markup(
                '<li class="card"><h3>%s</h3><p class="note">%s, %s</p><ul>%s</ul><p class="source">%s. %s %s</p>'
                '<div class="tools">%s</div></li>'
            )
            % (
                say.of(first.topic),
                say.of(first.unit),
                _when(say, first.period),
                rows,
                first.publisher,
                say("Lest på"),
                out(site(first.source), first.source),
                collected(say, view, "text", "", say.of(first.topic), words),
            )
        )
    return Markup('<ul class="citycards">%s</ul>') % (Markup().join(made),)
