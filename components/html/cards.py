"""Cards and badges: a few numbers that must be read at a glance, as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from components.html.markup import links
from components.words.text import Speaker
from models.catalogue.within import MissingFigure
from models.comparison.one_year import FEW


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
        return say("nr. {rank} av {count} (uansett metodevalg)", rank=rank, count=count)
    return say("nr. {rank} av {count} ({low}–{high} etter metodevalg)", rank=rank, count=count, low=low, high=high)


def figure_rank(rank: int, count: int, say: Speaker) -> str:
    """A figure's place in words; "" among so few regions that it is no place to quote (`models.comparison.one_year`).

    Args:
        rank: the place.
        count: regions with a figure, the one that is spoken of among them.
        say: the reader's language.
    """
    return rank_words(rank, count, say) if count > FEW else ""


def pill(text: str) -> str:
    """Words in a small frame; nothing where there are none."""
    return f'<span class="badge">{escape(text)}</span>' if text else ""


def rank_strip(median: int, low: int, high: int, count: int, words: str) -> str:
    """A place drawn small: a line of places, the likely ones stressed, a dot at the median.

    Args:
        median: place, 1 is best and stands to the left.
        low: best likely place.
        high: worst likely place.
        count: regions ranked.
        words: the same in words, for those who cannot see it.
    """
    step = 100 / max(count - 1, 1)
    left, right = (low - 1) * step, (high - 1) * step
    return (
        f'<div class="strip" role="img" aria-label="{escape(words)}">'
        f'<span class="likely" style="left:{left:.1f}%;width:{right - left:.1f}%"></span>'
        f'<span class="median" style="left:{(median - 1) * step:.1f}%"></span></div>'
        f'<div class="ends" aria-hidden="true"><span>1</span><span>{count}</span></div>'
    )


def theme_body(*, figure: str, badge: str, note: str, unit: str = "", strip: str = "") -> str:
    """What stands under a theme's name: its score and place, or its most telling figure, or why there is neither.

    Args:
        figure: points, or a figure with its unit; empty where there is none.
        badge: rank in words; empty where there is none.
        note: years, or the reason for no score.
        unit: what the figure is, where it does not say so itself.
        strip: the place drawn small, as HTML.
    """
    kind = "score" if unit else "value"
    named = f'<span class="unit">{escape(unit)}</span>' if unit else ""
    big = f'<span class="{kind}">{escape(figure)}</span>{named}' if figure else ""
    row = f'<div class="row">{big}{pill(badge)}</div>' if figure else ""
    return f'{row}{strip}<p class="note">{escape(note)}</p>'


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


def call_body(*, value: str, badge: str, gap: str, sure: str, source: str, better: bool) -> str:
    """What stands under the name of a strength or weakness.

    Args:
        value: the figure with its unit.
        badge: rank in words; empty where there is none.
        gap: distance to the median region, in words.
        sure: how sure it is; empty where it is not rated.
        source: year, publisher and data set, as HTML that is already safe.
        better: the sign in front, so that colour is not alone.
    """
    sign = "▲" if better else "▼"
    return (
        f'<div class="row"><span class="sign" aria-hidden="true">{sign}</span>'
        f'<span class="value">{escape(value)}</span>{pill(badge)}</div>'
        f'<p class="gap">{escape(gap)}</p>'
        f'<p class="note">{escape(sure)}{". " if sure else ""}{source}</p>'
    )


def missing_figure(missing: MissingFigure, say: Speaker, *, titled: bool = True) -> str:
    """Figures that are not here: what they would show, why they are missing and who has them.

    Args:
        missing: the catalogue's entry.
        say: the reader's language.
        titled: whether its name stands here; else it stands above already.
    """
    holders = links((say.of(holder.name), holder.url) for holder in missing.holders)
    title = f"<b>{escape(say.of(missing.title))}: {escape(say('ingen tall'))}.</b> " if titled else ""
    return (
        f'<div class="missing" role="note">{title}{escape(say.of(missing.reason))} '
        f"{escape(say('Kan ha tall:'))} {holders}</div>"
    )


@dataclass(frozen=True)
class Range:
    """Where a region lies between the worst and the best of those compared, drawn small.

    Attributes:
        focus: position of the region, 0 is the worst and 1 the best.
        peers: positions of the others.
        median: position of the peers' middle figure.
        worst, best: the ends in words.
    """

    focus: float
    peers: Sequence[float]
    median: float
    worst: str
    best: str


def range_body(*, value: str, badge: str, year: str, drawn: Range) -> str:
    """What stands under the name of a figure: the figure, its place, and where it lies among the others.

    Args:
        value: the figure with its unit.
        badge: rank in words, or the gap.
        year: of the figure.
        drawn: the range. Its ends say in words what the picture shows, so that the picture itself needs none.
    """
    ticks = "".join(f'<i style="left:{100 * position:.1f}%"></i>' for position in drawn.peers)
    return (
        f'<p class="row"><span><span class="value">{escape(value)}</span> <small>{escape(year)}</small></span>'
        f"{pill(badge)}</p>"
        f'<div class="range" aria-hidden="true">{ticks}<b style="left:{100 * drawn.median:.1f}%"></b>'
        f'<em style="left:{100 * drawn.focus:.1f}%"></em></div>'
        f'<p class="ends"><span>{escape(drawn.worst)}</span><span>{escape(drawn.best)}</span></p>'
    )
