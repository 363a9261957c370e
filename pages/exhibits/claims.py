"""What may be said of a page's exhibits: the claims that each one's finding makes, checked and put into words."""

from collections.abc import Sequence

from components.exhibit import SourceNote
from components.words.claims import Origin, said
from components.words.said import Said
from models.catalogue import Indicator
from models.change.comparable import year_told
from models.change.seasons import Season
from models.change.told import ToldChange
from models.claims import (
    Claim,
    ClaimScope,
    RankRange,
    Refusal,
    above_claim,
    above_place_claim,
    change_claim,
    europe_claim,
    gap_claim,
    money_refusal,
    place_claim,
    rank_claim,
    relation_claim,
    season_claim,
)
from models.comparison.correlation import Correlation, CorrelationError
from models.comparison.one_figure import decided_by
from models.comparison.one_year import Comparison
from models.comparison.pairs import Pairs
from models.comparison.scorecard import Strip
from models.index.attractiveness import ROOT
from models.index.rank_ranges import RankRanges
from pages.choices import NONE
from pages.exhibits.describe import indicator_source
from pages.exhibits.looked_at import Context

_SAID = 3  # sentences of a list of figures


def put_in_words(
    context: Context,
    source: SourceNote,
    made: Sequence[Claim | Refusal],
    marked: str = NONE,
    publishers: Sequence[str] = (),
) -> tuple[Said, ...]:
    """In words. Publishers are named one by one: the language of the sentence joins them, not that of the page."""
    datasets = tuple(code for code, url in source.datasets if url)  # "20 indicators" is no code
    among = [*context.view.peers.split(","), *([marked] if marked not in (NONE, *context.peers) else [])]
    who = tuple(publishers) or (source.publisher,)
    origin = Origin(who, datasets, source.derived, context.figures.release, among)
    return tuple(said(context.catalogue, one, origin) for one in made)


def _speaker(context: Context) -> ClaimScope:
    return ClaimScope(context.catalogue, context.figures)


def ranking_claims(
    context: Context, comparison: Comparison, source: SourceNote, marked: str = NONE
) -> tuple[Said, ...]:
    """The place by one indicator or the distance to the middle, and whether it is above the region pointed out."""
    speaker = _speaker(context)
    made = [rank_claim(speaker, comparison)]
    if isinstance(made[0], Refusal) and made[0].code in ("too_few_peers", "within_error"):
        made.append(gap_claim(speaker, comparison))
    if marked not in (NONE, context.focus):
        made.append(above_claim(speaker, comparison, marked))
    return put_in_words(context, source, made, marked)


def europe_claims(context: Context, europe: Comparison, behind: float | None, source: SourceNote) -> tuple[Said, ...]:
    """How many of Europe's regions lie behind."""
    return put_in_words(context, source, [europe_claim(_speaker(context), europe, behind)])


def season_claims(
    context: Context, indicator: Indicator, season: Season | None, source: SourceNote
) -> tuple[Said, ...]:
    """In which month most come."""
    return put_in_words(context, source, [season_claim(_speaker(context), indicator, context.focus, season)])


def relation_claims(
    context: Context, pairs: Pairs, period: str, related: Correlation | CorrelationError, source: SourceNote
) -> tuple[Said, ...]:
    """That two figures go together, or that it cannot be said."""
    publishers = sorted({pairs.x.publisher, pairs.y.publisher})
    made = relation_claim(pairs.x, pairs.y, context.focus, period, related)
    return put_in_words(context, source, [made], publishers=publishers)


def strip_claims(context: Context, strips: Sequence[Strip], other: str | None) -> tuple[Said, ...]:
    """What may be said of the first figures of a list: above or below another region, or the place among all.

    Each is quoted with its own publisher and data sets, not with those of the whole list.
    """
    speaker = _speaker(context)
    made: list[Said] = []
    for strip in strips:
        if other is None:
            claim = rank_claim(speaker, strip.comparison)
        elif other in strip.values:
            claim = above_claim(speaker, strip.comparison, other)
        else:
            continue
        if isinstance(claim, Claim):
            source = indicator_source(context, strip.indicator, strip.periods[context.focus])
            made += put_in_words(context, source, [claim], other or NONE)
        if len(made) == _SAID:
            break
    return tuple(made)


def trend_claims(
    context: Context, indicator: Indicator, told: ToldChange | None, source: SourceNote
) -> tuple[Said, ...]:
    """The change over the comparable years; for money of its year that it is not said, and the series that tells it."""
    money = context.catalogue.units[indicator.unit].current_prices
    if told is None and not money:
        return ()
    made: list[Claim | Refusal] = []
    if money:
        year = year_told(context.figures, indicator, context.focus, context.catalogue.reference_regions)
        made.append(money_refusal(indicator, context.focus, year, told))
    if told is not None:
        made.append(change_claim(_speaker(context), told))
    return put_in_words(context, source, made)


def place_claims(
    context: Context,
    ranges: RankRanges | None,
    source: SourceNote,
    *,
    node: str = ROOT,
    years: str = "",
    weighted: bool = False,
    own_method: bool = False,
    marked: str = NONE,
) -> tuple[Said, ...]:
    """The place in a theme or the total with its range, and whether it is above the region pointed out.

    Args:
        context: of the page.
        ranges: how sure the places are; None where the region has no score.
        source: of the figures.
        node: theme id or "index".
        years: what the figures are for.
        weighted: whether the reader has set weights; the sentence then says so.
        own_method: the same for another mean or scale.
        marked: a region to compare with, or "none".
    """
    speaker = ClaimScope(context.catalogue, context.figures, weighted, own_method, own_said=True)
    made = [place_claim(speaker, node, context.focus, years, place_range(ranges, context.focus))]
    if place_range(ranges, marked) and marked != context.focus:
        made.append(above_place(context, speaker, node, marked, years, ranges))
    leaves = context.index.result.framework.counted_under(node)
    publishers = sorted({context.catalogue.indicators[leaf.code].publisher for leaf in leaves})
    return put_in_words(context, source, made, marked, publishers)


def place_range(ranges: RankRanges | None, region: str) -> RankRange | None:
    """Between which places a region lies; None where it has no score."""
    if ranges is None or region not in ranges.rows.index:
        return None
    row = ranges.rows.loc[region]
    return RankRange(int(row["median"]), ranges.count, int(row["low"]), int(row["high"]))


def above_place(
    context: Context, speaker: ClaimScope, node: str, other: str, years: str, ranges: RankRanges | None
) -> Claim | Refusal:
    """That the region lies above another by a score, or why that cannot be said: one figure alone may decide it."""
    focus = context.focus
    both = (place_range(ranges, focus), place_range(ranges, other))
    chance = None if ranges is None else ranges.above.get(other)
    if all(both) and (one := decided_by(context.index, context.catalogue, focus, other, node)):
        return Refusal("one_figure", "above", focus, node, years, one)
    return above_place_claim(speaker, node, focus, other, years, both, chance)
