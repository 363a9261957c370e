"""What moves the place, in words."""

from components.html.markup import bullets, paragraph
from components.words.wording import within
from models.index.attractiveness import Method
from models.index.what_moves import INDICATORS, SAMPLES, WEIGHT, Mover, what_moves
from models.keeping import kept
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.sammenlign.view import Ranking, marked_own, node_title

_SMALL = 0.05  # share of the variance that is not worth a line


@kept(256)
def _movers(
    release: int, weights: releases.Weights, method: Method | None, node: str, focus: str, peers: tuple[str, ...]
) -> tuple[Mover, ...]:
    # All of Europe has 300 regions, and the shares need no more digits than a sentence has.
    samples = SAMPLES if len(peers) <= releases.MANY_PEERS else SAMPLES // 5
    index, known = releases.index(release, weights, method), releases.catalogue()
    return what_moves(index, node, focus, peers, known.tags["city_bounded"], samples=samples)


def _words(context: Context, mover: Mover) -> str:
    say = context.say
    if mover.choice == WEIGHT:
        return say("vekten på {theme}", theme=within(say.of(context.catalogue.themes[mover.theme].title)))
    if mover.choice == INDICATORS:
        return say("valget av indikatorer")
    return say("om byer med trange grenser er med")


def show_movers(context: Context, shown: Ranking, weights: releases.Weights) -> None:
    """The choice that moves the place most, and the others behind it."""
    if shown.ranges is None:
        return
    say = context.say
    peers = tuple(sorted(shown.peers))
    movers = _movers(context.view.release, weights, shown.method, shown.node, context.focus, peers)
    if not movers:
        context.page.html(paragraph(say("Ingen av valgene våre flytter plasseringen.")))
        return
    first = say("{choice} betyr mest for plasseringen", choice=_words(context, movers[0]))
    with context.page.fold(marked_own(say, shown, first)):
        lines = [
            say(
                "{choice}: {percent} av 100 deler av usikkerheten",
                choice=_words(context, mover),
                percent=say.number(100 * mover.share),
            )
            for mover in movers
            if mover.share >= _SMALL
        ]
        note = say(
            "{node}. Andelene (Sobol) sier hvor mye av usikkerheten hvert valg lager, alene eller sammen med de "
            "andre. De kan summere seg til mer enn 100.",
            node=node_title(context, shown.node),
        )
        context.page.html(bullets(lines) + paragraph(note, "note"))
