"""Region mot region: every figure of Osloregionen as a strip, with a second region beside it."""

from itertools import product

from markupsafe import Markup

from components.html.cards import number_block
from components.html.markup import bullets, lead, paragraph
from components.words import comparing
from models.catalogue import Indicator
from models.comparison.scorecard import Scorecard, scorecard, tally
from models.index.attractiveness import gives_points
from models.keeping import kept
from pages import choices
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.sammenlign.strips import Pair, show_strips
from pages.sammenlign.two import show_sentences

_FURNITURE = 3  # strips that title, source and tools of an exhibit are as high as


@kept(64)
def _scorecard(release: int, focus: str, peers: tuple[str, ...]) -> Scorecard:
    return scorecard(releases.figures(release), releases.catalogue_of(release), focus, peers)


def _filters(context: Context) -> None:
    with context.row("scorecard"):
        choices.region_filter(context, "with")
        choices.theme_filter(context)
        choices.peer_filter(context)


def _numbers(context: Context, pair: Pair) -> None:
    """On how many figures each of the two is ahead."""
    if pair.other is None:
        return
    say, all_of_them = context.say, tally(pair.strips, pair.other)
    if not all_of_them.count:
        return
    scored = tally([s for s in pair.strips if gives_points(context.catalogue, s.indicator)], pair.other)
    blocks = [
        number_block(str(all_of_them.ahead), say("tall der {name} er foran", name=context.name(context.focus))),
        number_block(str(all_of_them.behind), say("tall der {name} er foran", name=context.name(pair.other))),
    ]
    if all_of_them.level:
        blocks.append(number_block(str(all_of_them.level), say("tall der de er like")))
    note = say(
        "Flere av tallene måler nesten det samme. Blant de {count} som gir poeng, er {name} foran på {ahead}.",
        count=scored.count,
        name=context.name(context.focus),
        ahead=scored.ahead,
    )
    context.page.html(Markup('<div class="numbers">%s</div>') % (Markup().join(blocks),) + paragraph(note, "note"))


def _left_out(context: Context, card: Scorecard) -> None:
    """What is not on the card, and why."""
    say = context.say

    def names(indicators: tuple[Indicator, ...]) -> Markup:
        titles = sorted((say.of(i.title) for i in indicators), key=say.sort_key)
        return bullets(titles)

    missing, neutral = card.without_figure, card.without_direction
    if not missing and not neutral:
        return
    with context.page.fold(say.count("{n} tall er ikke med", "{n} tall er ikke med", len(missing) + len(neutral))):
        parts = Markup()
        if missing:
            reason = say("{name} eller for mange av de andre mangler tall:", name=context.name(context.focus))
            parts += paragraph(reason) + names(missing)
        if neutral:
            parts += paragraph(say("Verken høyt eller lavt er best:")) + names(neutral)
        context.page.html(parts)


def _sides(heights: list[int]) -> tuple[int, ...]:
    """Which of two columns each part goes into, so that they end at about the same height; the first stands left."""

    def apart(sides: tuple[int, ...]) -> int:
        return abs(sum(height if side else -height for height, side in zip(heights, sides, strict=True)))

    ways = product((0, 1), repeat=max(len(heights) - 1, 0))
    return min(((0, *way)[: len(heights)] for way in ways), key=apart)


def _title(context: Context, finding: str) -> str:
    """The finding; with the theme that it is about, where one is chosen."""
    theme = context.view.option("theme")
    if theme == choices.ALL:
        return finding
    return f"{context.say.of(context.catalogue.themes[theme].title)}: {finding}"


def render(context: Context) -> None:
    """Draw the page."""
    say, chosen = context.say, context.view.option("with")
    other = None if chosen in (choices.NONE, context.focus) else chosen
    peers = context.peers if other is None or other in context.peers else (*context.peers, other)
    card = _scorecard(context.view.release, context.focus, peers)
    theme = context.view.option("theme")
    strips = card.strips if theme == choices.ALL else card.of_theme(theme)
    pair = Pair(context.focus, other, strips)
    name, theirs = context.name(context.focus), context.name(other) if other else ""
    context.page.html(
        lead(_title(context, comparing.scorecard_finding(say, name, theirs, strips, other)))
        + Markup('<p class="measure">%s. %s</p>')
        % (
            context.name_in_full(context.focus),
            say("Hver linje går fra dårligste til beste av regionene som har tallet."),
        )
    )
    show_sentences(context, pair, peers)
    _filters(context)
    shown = [t for t in context.catalogue.themes.values() if any(s.indicator.theme == t.id for s in strips)]
    columns = context.page.columns(2 if len(shown) > 1 else 1, gap="large")
    of_themes = [Pair(context.focus, other, tuple(s for s in strips if s.indicator.theme == one.id)) for one in shown]
    sides = _sides([len(of_theme.strips) + _FURNITURE for of_theme in of_themes])
    for one, of_theme, side in zip(shown, of_themes, sides, strict=True):
        with columns[side]:
            show_strips(context, one, of_theme)
    _numbers(context, pair)
    _left_out(context, card)
