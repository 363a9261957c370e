"""Cards and badges: a few numbers that must be read at a glance, as HTML."""

from collections.abc import Sequence
from html import escape

from components.markup import links
from components.text import Speaker
from models.catalogue.within import MissingFigure


def rank_words(rank: int, count: int, say: Speaker, between: tuple[int, int] | None = None) -> str:
    """A place in words: "nr. 3 av 12", with its range "nr. 3 av 12 (mellom 2 og 5)".

    Args:
        rank: the place.
        count: regions ranked.
        say: the reader's language.
        between: lowest and highest place in 90 % of the ways to compute it.
    """
    if between is None:
        return say("nr. {rank} av {count}", rank=rank, count=count)
    low, high = between
    if low == high:
        return say("nr. {rank} av {count} (sikkert)", rank=rank, count=count)
    return say("nr. {rank} av {count} (mellom {low} og {high})", rank=rank, count=count, low=low, high=high)


def theme_body(*, score: str, badge: str, note: str) -> str:
    """What stands under a theme's name: its score and rank, or the reason why it has none.

    Args:
        score: points as text; empty where there is no score.
        badge: rank in words; empty where there is none.
        note: years, or the reason for no score.
    """
    big = f'<span class="score">{escape(score)}</span><span class="badge">{escape(badge)}</span>' if score else ""
    return f'<div class="row">{big}</div><p class="note">{escape(note)}</p>'


def number_block(value: str, label: str, kind: str = "neutral") -> str:
    """A number to be read from the back row, with what it is under it.

    Args:
        value: the number as text.
        label: what it is.
        kind: "better", "worse" or "neutral"; adds a sign, so that colour is not alone.
    """
    sign = {"better": '<span aria-hidden="true">▲</span> ', "worse": '<span aria-hidden="true">▼</span> '}.get(kind, "")
    return (
        f'<div class="number {kind}"><span class="big">{sign}{escape(value)}</span>'
        f'<span class="note">{escape(label)}</span></div>'
    )


def quality(notes: Sequence[str]) -> str:
    """What to know before quoting a figure, as small badges."""
    return f'<p class="quality">{"".join(f"<span>{escape(note)}</span>" for note in notes)}</p>' if notes else ""


def figure_line(*, title: str, value: str, badge: str, against: str, source: str, kind: str) -> str:
    """One strength or weakness in a list.

    Args:
        title: name of the indicator.
        value: the figure with unit.
        badge: rank in words.
        against: the peers' middle value in words.
        source: year, publisher and data set, as HTML that is already safe.
        kind: "better" or "worse"; chooses the sign in front.
    """
    sign = "▲" if kind == "better" else "▼"
    return (
        f'<li class="{kind}"><span class="sign" aria-hidden="true">{sign}</span>'
        f'<span class="what"><b>{escape(title)}</b><span class="value">{escape(value)}</span>'
        f'<span class="badge">{escape(badge)}</span><span class="note">{escape(against)}</span>'
        f'<span class="note">{source}</span></span></li>'
    )


def missing_figure(missing: MissingFigure, say: Speaker, *, titled: bool = True) -> str:
    """Figures that are not here: what they would show, why they are missing and who has them.

    Args:
        missing: the catalogue's entry.
        say: the reader's language.
        titled: whether its name stands here; else it stands above already.
    """
    holders = links((holder.name, holder.url) for holder in missing.holders)
    title = f"<b>{escape(say.of(missing.title))}: {escape(say('ingen tall'))}.</b> " if titled else ""
    return (
        f'<div class="missing" role="note">{title}{escape(say.of(missing.reason))} '
        f"{escape(say('Kan ha tall:'))} {holders}</div>"
    )
