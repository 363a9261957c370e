"""Cards and badges: a few numbers that must be read at a glance, as HTML."""

from html import escape

from components.text import Speaker


def rank_words(rank: int, count: int, say: Speaker) -> str:
    """ "nr. 3 av 12"."""
    return say("nr. {rank} av {count}", rank=rank, count=count)


def theme_card(*, title: str, score: str, badge: str, note: str, href: str) -> str:
    """A theme with its score and rank, or with the reason why it has none.

    Args:
        title: name of the theme.
        score: points as text; empty where there is no score.
        badge: rank in words; empty where there is none.
        note: years, or the reason for no score.
        href: address of the theme's page; empty while there is none.
    """
    big = f'<span class="score">{escape(score)}</span>' if score else ""
    rank = f'<span class="badge">{escape(badge)}</span>' if badge else ""
    inner = f'<span class="title">{escape(title)}</span><span class="row">{big}{rank}</span><span class="note">{escape(note)}</span>'
    if not href:
        return f'<div class="card">{inner}</div>'
    return f'<a class="card" href="{escape(href)}" target="_self">{inner}</a>'


def cards(items: list[str]) -> str:
    """Cards side by side, as many as fit."""
    return f'<div class="cards">{"".join(items)}</div>'


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
        f'<li class="{kind}"><span class="sign" aria-hidden="true">{sign}</span><span class="what"><b>{escape(title)}</b>'
        f'<span class="value">{escape(value)}</span><span class="badge">{escape(badge)}</span>'
        f'<span class="note">{escape(against)}</span><span class="note">{source}</span></span></li>'
    )
