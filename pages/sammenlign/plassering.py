"""Plassering: how do we compare, in all and by theme, and how sure is it?"""

from components.html.cards import rank_words
from components.html.markup import lead, paragraph
from components.words import placement
from models.index.standing import standing
from pages import choices
from pages.exhibits.europe_map import is_map
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.sammenlign.certainty import show_chances, show_ranges
from pages.sammenlign.movers import show_movers
from pages.sammenlign.own_method import own_method, own_method_filters, own_weights
from pages.sammenlign.score_map import show_score_map
from pages.sammenlign.scores import show_scores
from pages.sammenlign.scoretable import show_every_theme, show_why
from pages.sammenlign.view import Ranking, node_title, own_words


def _filters(context: Context) -> None:
    with context.row("ranking"):
        context.choice("score", lambda node: node_title(context, node))
        choices.mark_filter(context)
        choices.peer_filter(context)
    own_method_filters(context)


def _sure(context: Context, ranking: Ranking) -> None:
    """The place with its range, in words."""
    say, ranges = context.say, ranking.ranges
    place = standing(ranking.index, ranking.node, context.focus, ranking.peers)
    if place is None:
        context.page.html(
            paragraph(say("{name} har for få tall til poeng", name=context.name(context.focus)), "summary")
        )
        return
    median, low, high = ranges.own if ranges else (place.rank, place.rank, place.rank)
    words = rank_words(median, place.count, say, (low, high) if ranges else None)
    own = own_words(say, ranking)
    context.page.html(paragraph(f"{node_title(context, ranking.node)}: {words}{f' · {own}' if own else ''}", "summary"))
    if own:
        note = say("Du ser plasseringer med {own}. Si «{own}» når du bruker dem videre.", own=own)
        context.page.html(paragraph(note, "notice"))


def _ranking(context: Context) -> Ranking:
    marked = context.view.option("mark")
    peers = context.peers if marked in (choices.NONE, *context.peers) else (*context.peers, marked)
    weights, method = own_weights(context), own_method(context)
    node = context.view.option("score")
    every = releases.ranks(context.focus, peers, context.view.release, weights, method)
    return Ranking(
        node=node,
        peers=peers,
        marked=marked,
        index=releases.index(context.view.release, weights, method),
        ranges=every.get(node),
        weighted=bool(weights),
        method=method,
        every=every,
    )


def render(context: Context) -> None:
    """Draw the page."""
    context.page.html(lead(placement.ranking_title(context.say, context.name(context.focus))))
    _filters(context)
    ranking = _ranking(context)
    _sure(context, ranking)
    left, right = context.page.columns(2, gap="large")
    with left:
        show_score_map(context, ranking) if is_map(context) else show_scores(context, ranking)
    with right:
        show_ranges(context, ranking)
    show_movers(context, ranking, own_weights(context))
    show_chances(context, ranking)
    show_why(context, ranking)
    show_every_theme(context, ranking)
