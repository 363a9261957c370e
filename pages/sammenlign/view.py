"""What the parts of the ranking page share: what is ranked, among whom, with which weights."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.attractiveness import ROOT, Attractiveness
from models.rank_ranges import RankRanges
from models.standing import excerpt
from pages.context import Context


@dataclass(frozen=True)
class Ranking:
    """The ranking a reader looks at.

    Attributes:
        node: theme id or "index".
        peers: regions compared with, the marked one among them.
        marked: the region to point out, or "none".
        index: scores, with the reader's own weights where there are any.
        ranges: how sure the places are; None where the focus region has no score.
        weighted: whether the reader has set weights.
        most: how many regions to draw of a long ranking; None for all.
    """

    node: str
    peers: tuple[str, ...]
    marked: str
    index: Attractiveness
    ranges: RankRanges | None
    weighted: bool
    most: int | None = None

    def kind(self, code: str, focus: str) -> str:
        """How a region is drawn."""
        return "focus" if code == focus else "marked" if code == self.marked else "peer"


def node_title(context: Context, node: str) -> str:
    """What a node of the index is called."""
    return context.say("Samlet") if node == ROOT else context.say.of(context.catalogue.themes[node].title)


def score_measure(context: Context, ranking: Ranking) -> str:
    """What the scores are: "Talent, poeng fra 0 til 100"; with the reader's own weights it says so."""
    measure = context.say("{what}, poeng fra 0 til 100", what=node_title(context, ranking.node))
    return f"{measure} ({context.say('egne vekter')})" if ranking.weighted else measure


def drawn(context: Context, ranking: Ranking, ordered: Sequence[str]) -> tuple[list[str], list[str]]:
    """The regions to draw, best first, and what to say where they are not all."""
    shown = excerpt(ordered, {context.focus, ranking.marked}, ranking.most)
    if len(shown) == len(ordered):
        return shown, []
    words = context.say(
        "Tegningen viser {shown} av {count} regioner, de beste og de nærmeste. Tabellen har alle.",
        shown=len(shown),
        count=len(ordered),
    )
    return shown, [words]
