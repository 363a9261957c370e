"""What may be said of a subject, statement by statement: by the same models as the claims on the figures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from components.exhibit import SourceNote
from components.view import ViewState
from components.words.said import Said
from models.catalogue import Indicator
from models.change.comparable import year_told
from models.claims import (
    Claim,
    ClaimScope,
    Refusal,
    above_claim,
    change_claim,
    europe_claim,
    figure_claim,
    gap_claim,
    money_refusal,
    place_claim,
    rank_claim,
    upper_half_claim,
)
from models.comparison.one_year import Comparison, compare, compare_europe, share_behind
from models.index.rank_ranges import RankRanges
from pages.choices import NONE
from pages.exhibits.claims import above_place, place_range, put_in_words
from pages.exhibits.describe import indicator_source
from pages.exhibits.looked_at import Context
from pages.exhibits.told import told
from pages.known import releases
from pages.sammenlign.scores import years_behind
from pages.tallene.options import places
from pages.temaer.distribution import MIN_DOTS

RANKING, TREND, DISTRIBUTION, CERTAINTY = "ranking", "trend", "distribution", "certainty"  # keys of figures


@dataclass(frozen=True)
class Answer:
    """An answer to "can I say this?".

    Attributes:
        made: the statement that the figures carry, or why they do not.
        said: the same in words.
        source: of the figures.
        figure: the view that shows them; `key` the figure in it.
        besides: what may not be said of the subject itself, where another series tells it.
    """

    made: Claim | Refusal
    said: Said
    source: SourceNote
    figure: ViewState
    key: str
    besides: Said | None = None

    @property
    def better(self) -> str:
        """The indicator by which it can be said rather, where the refusal names one; else ""."""
        if isinstance(self.made, Refusal) and self.made.code in ("newer", "current_prices"):
            return "" if self.made.detail in (self.made.node, "peers") else self.made.detail
        return ""


def is_place(context: Context) -> bool:
    """Whether the subject is a theme or the total, of which only places can be told."""
    return context.view.option("subject") in places(context.catalogue)


def answer(context: Context, kind: str) -> Answer:
    """The answer to one statement about the view's subject."""
    return _of_place(context, kind) if is_place(context) else _of_indicator(context, kind)


def _of_place(context: Context, kind: str) -> Answer:
    node, other, focus = context.view.option("subject"), context.view.option("against"), context.focus
    peers = tuple(dict.fromkeys((*context.peers, other))) if kind == "above" else context.peers
    ranges = releases.ranks(focus, peers, context.view.release).get(node)
    leaves = [leaf.code for leaf in context.index.result.framework.leaves_under(node)]
    known = context.catalogue.indicators
    years = years_behind(context.index, context.catalogue, node, focus)
    speaker = ClaimScope(context.catalogue, context.figures)
    publishers = sorted({known[name].publisher for name in leaves})
    made = _place_claim(context, kind, ranges, years, speaker)
    source = SourceNote(
        context.say.listing(publishers),
        [(context.say.count("{n} indikator", "{n} indikatorer", len(leaves)), "")],
        context.say("tall for {years}", years=years),
        derived=True,
    )
    marked = other if kind == "above" else NONE
    (said,) = put_in_words(context, source, [made], marked, publishers)
    return Answer(made, said, source, context.at("plassering", score=node, mark=marked), CERTAINTY)


def _place_claim(
    context: Context, kind: str, ranges: RankRanges | None, years: str, speaker: ClaimScope
) -> Claim | Refusal:
    node, other, focus = context.view.option("subject"), context.view.option("against"), context.focus
    own = place_range(ranges, focus)
    if kind == "upper_half":
        return upper_half_claim(speaker, node, focus, years, own)
    if kind != "above":
        return place_claim(speaker, node, focus, years, own)
    return above_place(context, speaker, node, other, years, ranges)


def _of_indicator(context: Context, kind: str) -> Answer:
    indicator = context.catalogue.indicators[context.view.option("subject")]
    other = context.view.option("against")
    theme = context.catalogue.themes[indicator.theme]
    marked = other if kind == "above" else NONE
    year = year_told(context.figures, indicator, context.catalogue.default_lens.id, context.catalogue.reference_regions)
    comparison = _among(context, indicator, year, marked)
    speaker = ClaimScope(context.catalogue, context.figures)
    made: Claim | Refusal
    besides: Refusal | None = None
    key, years = RANKING, comparison.period
    if kind == "change":
        (made, besides), key = _change(context, indicator, year, speaker), TREND
    elif kind == "europe":
        europe = compare_europe(context.figures, context.catalogue, indicator, year, context.focus, context.peers)
        few = Refusal("too_few_peers", "europe", context.focus, indicator.id, year, str(max(len(europe.rows) - 1, 0)))
        made = few if len(europe.rows) < MIN_DOTS else europe_claim(speaker, europe, share_behind(europe))
        key = DISTRIBUTION
    elif kind == "above":
        made = above_claim(speaker, comparison, other)
    else:
        made = _SIMPLE[kind](speaker, comparison)
    source = indicator_source(context, indicator, years)
    said, *beside = put_in_words(context, source, [made, *([besides] if besides else [])], marked)
    at = context.at(theme.slug, indicator=indicator.id, mark=marked)
    return Answer(made, said, source, at, key, beside[0] if beside else None)


_SIMPLE: Mapping[str, Callable[[ClaimScope, Comparison], Claim | Refusal]] = {
    "rank": rank_claim,
    "gap": gap_claim,
    "figure": figure_claim,
}


def _among(context: Context, indicator: Indicator, year: str, marked: str) -> Comparison:
    peers = context.peers if marked in (NONE, *context.peers) else (*context.peers, marked)
    tolerance = context.catalogue.rules.year_tolerance
    return compare(context.figures, indicator, year, context.focus, peers, tolerance, context.catalogue)


def _change(
    context: Context, indicator: Indicator, year: str, speaker: ClaimScope
) -> tuple[Claim | Refusal, Refusal | None]:
    """How it has changed, by the series that may tell it; and why not by its own, for money of its year."""
    change = told(context, indicator)
    money = context.catalogue.units[indicator.unit].current_prices
    refused = money_refusal(indicator, context.focus, year, change) if money else None
    if change is not None:
        return change_claim(speaker, change), refused
    return refused or Refusal("one_year", "change", context.focus, indicator.id, year), None
