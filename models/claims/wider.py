"""Claims beside places and changes: among all of Europe, over the months of a year, and of two figures together."""

from models.catalogue import Indicator
from models.change.seasons import Season
from models.claims.figures import ClaimScope, obstacle
from models.claims.types import Caveat, Claim, RankRange, Refusal, flag_caveats
from models.comparison.correlation import Correlation, CorrelationError
from models.comparison.one_year import Comparison


def europe_claim(speaker: ClaimScope, europe: Comparison, behind: float | None) -> Claim | Refusal:
    """ "Better than in 83 of 100 regions in Europe": refused as a figure is, and where nobody can be compared with.

    Args:
        speaker: of the view.
        europe: the region among every European one.
        behind: share of the others that lie behind, 0–1 (below, where no direction is good).
    """
    indicator, region = europe.indicator, europe.focus
    if stop := obstacle(speaker, europe, region):
        return Refusal(stop[0], "europe", region, indicator.id, europe.period, stop[1])
    if behind is None or europe.rank is None:
        return Refusal("too_few_peers", "europe", region, indicator.id, europe.period, "0")
    caution = (Caveat("caution", indicator.id),) if indicator.caution else ()
    return Claim(
        "europe",
        region,
        region,
        indicator.id,
        europe.period,
        europe.value,
        indicator.unit,
        other_figure=100 * behind,
        rank=RankRange(europe.rank, len(europe.rows)),
        caveats=(*flag_caveats(str(europe.rows.at[region, "flag"])), *caution),
    )


def season_claim(speaker: ClaimScope, indicator: Indicator, region: str, season: Season | None) -> Claim | Refusal:
    """ "Most in July: 15 per cent of the year", of one year of months; `other` is the month, 1 to 12."""
    if season is None:
        return Refusal("missing", "season", region, indicator.id, "")
    if speaker.older(region):
        return Refusal("older_territory", "season", region, indicator.id, season.year, region)
    if indicator.unusual_reason(season.year) is not None:
        return Refusal("unusual_year", "season", region, indicator.id, season.year, season.year)
    share = 100 * season.share(season.peak)
    return Claim(
        "season",
        region,
        region,
        indicator.id,
        season.year,
        share,
        other=str(season.peak),
        caveats=(Caveat("one_year", season.year),),
    )


def relation_claim(
    x: Indicator, y: Indicator, region: str, period: str, related: Correlation | CorrelationError
) -> Claim | Refusal:
    """ "High figures for the one go with low ones for the other": refused where the interval holds 0."""
    if isinstance(related, CorrelationError) or related.strength == "none":
        count = related.count
        return Refusal("no_relation", "relation", region, x.id, period, str(count))
    for indicator in (x, y):
        if indicator.unusual_reason(period) is not None:
            return Refusal("unusual_year", "relation", region, indicator.id, period, period)
    return Claim(
        "relation",
        region,
        region,
        x.id,
        period,
        related.value,
        other=y.id,
        rank=RankRange(1, related.count),
        caveats=(Caveat("no_cause"),),
    )
