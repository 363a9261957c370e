"""What may be said of a page's exhibits: the claims that each one's finding makes, checked and put into words."""

from collections.abc import Sequence

from components.claims import Origin, said
from components.exhibit import Source
from components.said import Said
from models.attractiveness import ROOT
from models.catalogue import Indicator
from models.claims import (
    Claim,
    RankRange,
    Refusal,
    Speaker,
    above_claim,
    above_place_claim,
    change_claim,
    place_claim,
    rank_claim,
)
from models.comparison import Comparison
from models.rank_ranges import RankRanges
from models.trends import Trend
from pages.choices import NONE
from pages.context import Context


def _in_words(
    context: Context, source: Source, made: Sequence[Claim | Refusal], marked: str = NONE
) -> tuple[Said, ...]:
    datasets = tuple(code for code, url in source.datasets if url)  # "20 indicators" is no code
    among = [*context.view.peers.split(","), *([marked] if marked not in (NONE, *context.peers) else [])]
    origin = Origin(source.publisher, datasets, source.derived, context.figures.release, among)
    return tuple(said(context.catalogue, one, origin) for one in made)


def ranking_claims(context: Context, comparison: Comparison, source: Source, marked: str = NONE) -> tuple[Said, ...]:
    """The place by one indicator, and whether the figure is above that of the region pointed out."""
    speaker = Speaker(context.catalogue)
    made = [rank_claim(speaker, comparison)]
    if marked not in (NONE, context.focus):
        made.append(above_claim(speaker, comparison, marked))
    return _in_words(context, source, made, marked)


def trend_claims(context: Context, indicator: Indicator, trend: Trend, source: Source) -> tuple[Said, ...]:
    """The change since the series became comparable, and since its start where that is another year."""
    if trend.focus is None or len(trend.focus.points) < 2:
        return ()
    unusual = {year for year, _, _ in trend.unusual}
    every = [int(year) for year in trend.focus.points.index]
    last = every[-1]
    start = max((year for year in trend.focus.breaks if year < last), default=every[0])
    comparable = next((y for y in every if y >= start and y not in unusual and y != last), start)
    speaker = Speaker(context.catalogue)
    firsts = [first for first in dict.fromkeys([comparable, every[0]]) if first < last]
    return _in_words(context, source, [change_claim(speaker, indicator, trend.focus, y, last) for y in firsts])


def place_claims(
    context: Context,
    ranges: RankRanges | None,
    source: Source,
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
    speaker = Speaker(context.catalogue, own_weights=weighted, own_method=own_method, own_said=True)
    own = None if ranges is None else _range(ranges, context.focus)
    made = [place_claim(speaker, node, context.focus, years, own)]
    if ranges is not None and marked in ranges.rows.index and marked != context.focus:
        both = (own, _range(ranges, marked))
        chance = ranges.above.get(marked)
        made.append(above_place_claim(speaker, node, context.focus, marked, years, both, chance))
    return _in_words(context, source, made, marked)


def _range(ranges: RankRanges, region: str) -> RankRange:
    row = ranges.rows.loc[region]
    return RankRange(int(row["median"]), ranges.count, int(row["low"]), int(row["high"]))
