"""Is a gap closing? The Theil–Sen slope of the distance to the peers' median, with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from models.advantages.errors import AdvantageError, TooFewPeers, TooFewYears
from models.catalogue import Indicator
from models.change.comparable import COVERAGE
from models.figures.observations import Figures

MIN_YEARS, MIN_PEERS, CONFIDENCE = 5, 4, 0.95


@dataclass(frozen=True)
class GapTrend:
    """How the distance to the peers' median changes.

    Attributes:
        kind: "closing" or "widening" if the interval of the slope excludes 0, else "unclear". A lead that grows is
            widening too; `ahead` tells the two apart.
        ahead: whether the region is on the good side of the median in the last year.
        slope, low, high: change of the oriented distance a year (above 0: the region gains on its peers), with the
            95 % interval.
        first, last, years: the years used, and how many.
        peers: those with a figure in all of them.
        gap: distance in the last year, in the indicator's unit, as published (value − median).
        relative: whether slope, interval and gap are in per cent of the median instead.
    """

    kind: Literal["closing", "widening", "unclear"]
    ahead: bool
    slope: float
    low: float
    high: float
    first: int
    last: int
    years: int
    peers: int
    gap: float
    relative: bool = False


def _comparable(rows: pd.DataFrame, indicator: Indicator, focus: str) -> tuple[pd.DataFrame, list[str]]:
    """Figures by year and region after the last break, usual years with most of the peers, and the peers in all."""
    usual = [y for y in rows["period"].unique() if indicator.unusual_reason(y) is None]
    table = rows.loc[rows["period"].isin(usual)].pivot(index="period", columns="region", values="value")
    broken = rows.assign(broken=rows["flag"].str.contains("b", regex=False))
    marks = broken.pivot(index="period", columns="region", values="broken").eq(True)
    if focus not in table.columns:  # the region has figures in unusual years only
        return table.iloc[:0], []
    peers = [c for c in table.columns if c != focus]
    # A survey that is redesigned breaks for the peers too, even where the region's own figure is not marked.
    last_breaks = list(marks.index[marks[focus] | (marks[peers].mean(axis=1) >= 0.5)])
    last_breaks += [y for broken in indicator.breaks if (y := min((p for p in marks.index if p >= broken), default=""))]
    if last_breaks:
        table = table.loc[table.index >= max(last_breaks)]
    table = table.loc[table[focus].notna()]
    table = table.loc[table[peers].notna().sum(axis=1) >= COVERAGE * len(peers)].sort_index()
    return table, list(table[peers].columns[table[peers].notna().all()])


def gap_trend(
    figures: Figures, indicator: Indicator, focus: str, peers: Sequence[str], *, relative: bool = False
) -> GapTrend:
    """Theil–Sen slope (median of all pairwise slopes; Sen, 1968) of (x_t − med_P,t), oriented.

    With `relative` the distance is in per cent of the median, since a gap in money of its year grows with prices.
    Years: after the last break (flag b of the region or of half the peers, or of the survey), unusual years left out,
    those with 80 % of the peers that report; the same peers in all years, so that nobody's coming or going makes a
    trend.

    Raises:
        AdvantageError: no good direction, or no figure for the region.
        TooFewYears: under five comparable years.
        TooFewPeers: under four peers with all years.
    """
    from scipy.stats import theilslopes

    if indicator.direction == "none":
        raise AdvantageError(f"'{indicator.id}' has no good direction; a gap in it neither closes nor widens")
    rows = figures.indicator(indicator.id)
    rows = rows.loc[rows["region"].isin([focus, *peers]), ["region", "period", "value", "flag"]]
    rows = rows.astype({"region": str, "period": str, "flag": str})
    rows = rows.loc[rows["period"].str.len() == 4]
    if not (rows["region"] == focus).any():
        raise AdvantageError(f"'{focus}' has no figure for '{indicator.id}'")
    table, steady = _comparable(rows, indicator, focus)
    if len(table) < MIN_YEARS:
        raise TooFewYears(len(table), MIN_YEARS)
    if len(steady) < MIN_PEERS:
        raise TooFewPeers(len(steady), MIN_PEERS)
    years = table.index.astype(int).to_numpy()
    medians = table[steady].median(axis=1).to_numpy()
    published = table[focus].to_numpy() - medians
    if relative:
        published = 100 * published / medians
    gaps = published * indicator.sign
    slopes = theilslopes(gaps, years, CONFIDENCE)
    slope, low, high = float(slopes.slope), float(slopes.low_slope), float(slopes.high_slope)
    ahead = bool(gaps[-1] > 0)
    kind: Literal["closing", "widening", "unclear"] = "unclear"
    if low > 0 or high < 0:
        kind = "widening" if (low > 0) == ahead else "closing"
    return GapTrend(
        kind,
        ahead,
        slope,
        low,
        high,
        int(years[0]),
        int(years[-1]),
        len(years),
        len(steady),
        float(np.asarray(published)[-1]),
        relative,
    )
