"""What the parts of the ranking page share: what is ranked, among whom, with which weights."""

from dataclasses import dataclass

from models.attractiveness import ROOT, Attractiveness
from models.rank_ranges import RankRanges
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
    """

    node: str
    peers: tuple[str, ...]
    marked: str
    index: Attractiveness
    ranges: RankRanges | None
    weighted: bool

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
