"""Claims about change over the years: of the region's own figure, and of its distance to the peers."""

from models.advantages import GapTrend
from models.catalogue import Indicator
from models.change.told import ToldChange
from models.claims.figures import ClaimScope
from models.claims.types import Caveat, Claim, Refusal, RefusalCode, flag_caveats

_WHY: dict[str, RefusalCode] = {
    "alone": "one_year",
    "break": "break",
    "unusual": "unusual_year",
    "unreliable": "flagged",
    "redefined": "redefined",
}


def change_claim(speaker: ClaimScope, told: ToldChange) -> Claim | Refusal:
    """ "Up from X in 2015 to Y in 2023", over the comparable years of the series that may tell it.

    Refused where no earlier year can be compared (the detail is the year of the break, or the unusual year), and where
    the change is within the sampling error or hidden by rounding.
    """
    years, change, line = told.comparable, told.change, told.line
    span = str(years.last) if change is None else f"{change.first}–{change.last}"

    def refuse(code: RefusalCode, detail: str = "") -> Refusal:
        return Refusal(code, "change", line.region, told.indicator.id, span, detail)

    if speaker.older(line.region):
        return refuse("older_territory", line.region)
    if change is None:
        code = _WHY[years.why or "alone"]
        details = {"break": str(years.broken), "redefined": str(years.broken), "unusual_year": str(years.last)}
        return refuse(code, "u" if code == "flagged" else details.get(code, ""))
    if change.kind == "same":
        return refuse("same")
    if change.kind == "within_error":
        return refuse("within_error")
    flags = flag_caveats(str(line.points.at[change.last, "flag"]))
    caveats = tuple(c for c in flags if c.code != "break")
    if change.kind == "unclear":
        caveats += (Caveat("uneven"),)
    return Claim(
        "change",
        line.region,
        line.region,
        told.indicator.id,
        span,
        change.after,
        "" if told.by == "peers" else told.indicator.unit,
        other=str(change.first),
        other_figure=change.before,
        caveats=caveats,
    )


def money_refusal(indicator: Indicator, region: str, year: str, told: ToldChange | None) -> Refusal:
    """Why the change of money of its year is not said; the detail is the indicator that tells it, or "peers"."""
    better = "" if told is None else "peers" if told.by == "peers" else told.indicator.id
    return Refusal("current_prices", "change", region, indicator.id, year, better)


def trend_claim(speaker: ClaimScope, indicator: Indicator, region: str, trend: GapTrend) -> Claim | Refusal:
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
