"""Oversikt: where does Osloregionen stand?"""

from markupsafe import Markup

from components.html.markup import heading
from components.words import comparing, placement
from models.index.attractiveness import ROOT, scored_themes
from models.index.standing import order, standing
from models.index.weight_of_years import weight_of_years
from pages import choices
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.oversikt.digest import show_digest
from pages.oversikt.strengths import show_strengths
from pages.oversikt.theme_cards import show_themes
from pages.sammenlign.certainty import show_ranges
from pages.sammenlign.scores import show_scores
from pages.sammenlign.view import Ranking

NAMED = 12  # peers named in the lead
DRAWN = 30  # regions drawn of a long ranking


def _sentence(context: Context) -> str:
    """Where the region stands, by the median place and its range."""
    say, name = context.say, context.name(context.focus)
    total = standing(context.index, ROOT, context.focus, context.peers)
    if total is None:
        return say("{name} har for få tall til en samlet plassering", name=name)
    ranges = releases.ranks(context.focus, context.peers, context.view.release).get(ROOT)
    own = ranges.own if ranges else (total.rank, total.rank, total.rank)
    apart = ranges.without_cities if ranges else None
    without = (apart.median, apart.count) if apart else None
    return placement.overall(say, name, own[0], total.count, own[1:], without)


def _summary(context: Context) -> str:
    """The themes it does best and worst at, by the distance to the median region."""
    places = [
        (place.distance, theme)
        for theme in scored_themes(context.catalogue)
        if (place := standing(context.index, theme.id, context.focus, context.peers)) and place.distance is not None
    ]
    if len(places) < 2:
        return ""
    ranked = sorted(places, key=lambda pair: -pair[0])
    say = context.say
    return placement.theme_summary(say, say.of(ranked[0][1].title), say.of(ranked[-1][1].title))


def _compared(context: Context) -> str:
    """With how many regions that have a place, and which where they are not too many to name; who has none."""
    say = context.say
    _, missing = order(context.index, ROOT, list(context.peers))
    peers = [peer for peer in context.peers if peer not in missing]
    words = comparing.compared_with(say, [len(peers)])
    if len(context.peers) > NAMED:
        return words
    named = f"{words}: {say.listing([context.name(peer, short=True) for peer in peers])}"
    if missing:
        without = say.listing([context.name(peer, short=True) for peer in missing])
        named += ". " + say("For få tall til å være med: {names}", names=without)
    return named


def _age(context: Context) -> str:
    """How much of the total's weight is from the pandemic years, or older."""
    say, ages = context.say, weight_of_years(context.index, context.catalogue, context.focus, ROOT)
    if ages is None or not ages.pandemic:
        return ""
    return say(
        "{percent} av vekten er tall fra {years} eller eldre; {n} av {count} tall er fra pandemiårene.",
        percent=say.quantity(100 * ages.old_weight, 0, "%"),
        years=ages.years[-1],
        n=ages.pandemic,
        count=ages.count,
    )


def _lead(context: Context) -> None:
    about = f"{context.name_in_full(context.focus)}, {_compared(context)}. {_age(context)}"
    context.page.html(
        Markup('<h1 class="lead">%s</h1><p class="summary">%s</p><p class="measure">%s</p>')
        % (_sentence(context), _summary(context), about)
    )


def _total(context: Context) -> None:
    """The total index: scores, and how sure the places are."""
    context.page.html(heading(context.say("Samlet plassering")))
    every = releases.ranks(context.focus, context.peers, context.view.release)
    total = Ranking(
        ROOT, context.peers, choices.NONE, context.index, every.get(ROOT), weighted=False, every=every, most=DRAWN
    )
    left, right = context.page.columns(2, gap="large")
    with left:
        show_scores(context, total)
    with right:
        show_ranges(context, total)
    with context.page.box("ways-total"):
        context.link("plassering", context.say("Hvorfor disse poengene?"))


def render(context: Context) -> None:
    """Draw the page."""
    _lead(context)
    with context.row("overview"):
        choices.peer_filter(context)
    show_themes(context)
    show_strengths(context)
    show_digest(context)
    _total(context)
