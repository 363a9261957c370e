"""What the parts of the ranking page share: what is ranked, among whom, by which weights and method."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from components.words.text import Speaker
from models.index.attractiveness import ROOT, Attractiveness, Method
from models.index.rank_ranges import RankRanges
from models.index.standing import excerpt
from pages.exhibits.looked_at import Context


@dataclass(frozen=True)
class Ranking:
    """The ranking a reader looks at.

    Attributes:
        node: theme id or "index".
        peers: regions compared with, the marked one among them.
        marked: the region to point out, or "none".
        index: scores, by the reader's own weights and method where there are any.
        ranges: how sure the places are; None where the focus region has no score.
        weighted: whether the reader has set weights.
        method: the reader's own mean and scale; None where they are the index's.
        every: the ranges of all nodes.
        most: how many regions to draw of a long ranking; None for all.
    """

    node: str
    peers: tuple[str, ...]
    marked: str
    index: Attractiveness
    ranges: RankRanges | None
    weighted: bool
    method: Method | None = None
    every: Mapping[str, RankRanges] = field(default_factory=dict)
    most: int | None = None

    def kind(self, code: str, focus: str) -> str:
        """How a region is drawn."""
        return "focus" if code == focus else "marked" if code == self.marked else "peer"

    @property
    def own_method(self) -> bool:
        """Whether the reader has chosen another mean or scale."""
        return self.method is not None

    @property
    def file_mark(self) -> str:
        """What the name of a file says of the reader's own choices."""
        return f"{'egne-vekter-' if self.weighted else ''}{'egen-metode-' if self.own_method else ''}"


def own_words(say: Speaker, ranking: Ranking) -> str:
    """The words that must follow places and scores which the reader's own choices made; empty where there are none."""
    parts = [say("egne vekter")] if ranking.weighted else []
    parts += [say("egen metode")] if ranking.own_method else []
    return say.listing(parts)


def marked_own(say: Speaker, ranking: Ranking, text: str) -> str:
    """A text with those words in brackets, where they are needed."""
    own = own_words(say, ranking)
    return f"{text} ({own})" if own else text


def place_words(context: Context, ranking: Ranking, node: str, code: str) -> str:
    """A region's median place in a node with its range, "nr. 4 (2–6)"; a dash where it has none."""
    ranges = ranking.every.get(node)
    if ranges is None or code not in ranges.places:
        return "–"
    median, low, high = ranges.places[code]
    if low == high:
        return context.say("nr. {rank}", rank=median)
    return context.say("nr. {rank} ({low}–{high})", rank=median, low=low, high=high)


def node_title(context: Context, node: str) -> str:
    """What a node of the index is called."""
    return context.say("Samlet") if node == ROOT else context.say.of(context.catalogue.themes[node].title)


def score_measure(context: Context, ranking: Ranking) -> str:
    """What the scores are: "Talent, poeng fra 0 til 100"; with the reader's own weights or method it says so."""
    say = context.say
    measure = say(
        "{what}, poeng fra {low} til 100",
        what=node_title(context, ranking.node),
        low=say.number(ranking.method.lowest if ranking.method else 0),
    )
    return marked_own(say, ranking, measure)


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
