"""Claims about change over the years: of the region's own figure, and of its distance to the peers."""

from models.advantages import GapTrend
from models.catalogue import Indicator
from models.claims.figures import Speaker
from models.claims.types import Claim, Refusal, RefusalCode, flag_caveats
from models.growth import GrowthError, growth
from models.trends import Line


def _unsound(
    speaker: Speaker, indicator: Indicator, line: Line, years: tuple[int, int]
) -> tuple[RefusalCode, str] | None:
    if speaker.older(line.region):
        return "older_territory", line.region
    for year in years:
        if indicator.unusual_reason(str(year)) is not None:
            return "unusual_year", str(year)
        if year in line.points.index and "u" in (flag := str(line.points.at[year, "flag"])):
            return "flagged", flag
    return None


def change_claim(speaker: Speaker, indicator: Indicator, line: Line, first: int, last: int) -> Claim | Refusal:
    """ "Up from X to Y since 2015": refused across a break, at unusual years and where rounding hides the change."""
    span = f"{first}–{last}"

    def refuse(code: RefusalCode, detail: str = "") -> Refusal:
        return Refusal(code, "change", line.region, indicator.id, span, detail)

    if stop := _unsound(speaker, indicator, line, (first, last)):
        return refuse(*stop)
    try:
        growth(line, first, last)
    except GrowthError as error:
        if error.obstacle == "break":
            return refuse("break", str(max(y for y in line.breaks if y <= last)))
        if error.obstacle != "not_positive":  # a change in the unit can be stated below zero; a rate cannot
            return refuse("missing", line.region)
    before, after = (float(line.points.at[year, "value"]) for year in (first, last))
    if round(before, indicator.decimals) == round(after, indicator.decimals):
        return refuse("same")
    return Claim(
        "change",
        line.region,
        line.region,
        indicator.id,
        span,
        after,
        indicator.unit,
        other=str(first),
        other_figure=before,
        caveats=tuple(c for c in flag_caveats(str(line.points.at[last, "flag"])) if c.code != "break"),
    )


def trend_claim(speaker: Speaker, indicator: Indicator, region: str, trend: GapTrend) -> Claim | Refusal:
    """ "The gap to the peers is closing (widening)": only if the slope's interval excludes 0.

    `figure` is the slope a year, oriented (above 0: the region gains on its peers); `other_figure` the last gap.
    """
    span = f"{trend.first}–{trend.last}"
    if speaker.older(region):
        return Refusal("older_territory", "trend", region, indicator.id, span, region)
    if trend.kind == "unclear":
        return Refusal("unclear_trend", "trend", region, indicator.id, span)
    return Claim(
        "trend",
        region,
        region,
        indicator.id,
        span,
        trend.slope,
        indicator.unit,
        other="median",
        other_figure=trend.gap,
    )
