"""Cards and badges: a few numbers that must be read at a glance, as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

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


def pill(text: str) -> Markup:
    """Words in a small frame; nothing where there are none."""
    return Markup('<span class="badge">%s</span>') % (text,) if text else Markup()


def rank_strip(median: int, low: int, high: int, count: int, words: str) -> Markup:
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
    return Markup(
        '<div class="strip" role="img" aria-label="%s">'
        '<span class="likely" style="left:%.1f%%;width:%.1f%%"></span>'
        '<span class="median" style="left:%.1f%%"></span></div>'
        '<div class="ends" aria-hidden="true"><span>1</span><span>%s</span></div>'
    ) % (words, left, right - left, (median - 1) * step, count)


def theme_body(*, figure: str, badge: str, note: str, unit: str = "", strip: Markup | None = None) -> Markup:
    """What stands under a theme's name: its score and place, or its most telling figure, or why there is neither.

    Args:
        figure: points, or a figure with its unit; empty where there is none.
        badge: rank in words; empty where there is none.
        note: years, or the reason for no score.
        unit: what the figure is, where it does not say so itself.
        strip: the place drawn small, as HTML.
    """
    kind = "score" if unit else "value"
    named = Markup('<span class="unit">%s</span>') % (unit,) if unit else Markup()
    big = Markup('<span class="%s">%s</span>%s') % (kind, figure, named) if figure else Markup()
    row = Markup('<div class="row">%s%s</div>') % (big, pill(badge)) if figure else Markup()
    return Markup('%s%s<p class="note">%s</p>') % (row, strip or Markup(), note)


def number_block(value: str, label: str, kind: str = "neutral") -> Markup:
    """A number to be read from the back row, with what it is under it.

    Args:
        value: the number as text.
        label: what it is.
        kind: "better", "worse" or "neutral"; adds a sign, so that colour is not alone.
    """
    sign = {
        "better": Markup('<span aria-hidden="true">▲</span> '),
        "worse": Markup('<span aria-hidden="true">▼</span> '),
    }.get(kind, "")
    return Markup('<div class="number %s"><span class="big">%s%s</span><span class="note">%s</span></div>') % (
        kind,
        sign,
        value,
        label,
    )


def quality(notes: Sequence[str]) -> Markup:
    """What to know before quoting a figure, as small badges."""
    return (
        Markup('<p class="quality">%s</p>') % (Markup().join(Markup("<span>%s</span>") % (note,) for note in notes),)
        if notes
        else Markup()
    )


def call_body(*, value: str, badge: str, gap: str, sure: str, source: Markup, better: bool) -> Markup:
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
    return Markup(
        '<div class="row"><span class="sign" aria-hidden="true">%s</span><span class="value">%s'
        '</span>%s</div><p class="gap">%s</p><p class="note">%s%s%s</p>'
    ) % (sign, value, pill(badge), gap, sure, ". " if sure else "", source)


def missing_figure(missing: MissingFigure, say: Speaker, *, titled: bool = True) -> Markup:
    """Figures that are not here: what they would show, why they are missing and who has them.

    Args:
        missing: the catalogue's entry.
        say: the reader's language.
        titled: whether its name stands here; else it stands above already.
    """
    holders = links((say.of(holder.name), holder.url) for holder in missing.holders)
    title = Markup("<b>%s: %s.</b> ") % (say.of(missing.title), say("ingen tall")) if titled else Markup()
    return Markup('<div class="missing" role="note">%s%s %s %s</div>') % (
        title,
        say.of(missing.reason),
        say("Kan ha tall:"),
        holders,
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


def range_body(*, value: str, badge: str, year: str, drawn: Range) -> Markup:
    """What stands under the name of a figure: the figure, its place, and where it lies among the others.

    Args:
        value: the figure with its unit.
        badge: rank in words, or the gap.
        year: of the figure.
        drawn: the range. Its ends say in words what the picture shows, so that the picture itself needs none.
    """
    ticks = Markup().join(Markup('<i style="left:%.1f%%"></i>') % (100 * position,) for position in drawn.peers)
    return Markup(
        '<p class="row"><span><span class="value">%s</span> <small>%s</small></span>'
        '%s</p><div class="range" aria-hidden="true">%s'
        '<b style="left:%.1f%%"></b><em style="left:%.1f%%"></em></div><p class="ends"><span>%s'
        "</span><span>%s</span></p>"
    ) % (value, year, pill(badge), ticks, 100 * drawn.median, 100 * drawn.focus, drawn.worst, drawn.best)
