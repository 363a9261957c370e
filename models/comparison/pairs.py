"""Two indicators over the same regions and years, for setting them against each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from models.catalogue import Indicator
from models.figures.observations import Figures

FEWEST = 3  # regions with both figures that make a year worth showing
HALF = 0.5  # share of the fullest year's regions that a year must have: with fewer, another set of regions would speak
MOST = 0.8  # share of the fullest year's regions that a year to open with has


@dataclass(frozen=True, eq=False)
class Pairs:
    """Two figures region by region, year by year; both are always of the same year.

    Attributes:
        x, y: what is measured.
        table: columns period, region, x, y, x_flag, y_flag and size (NaN where unknown), ordered by period and region.
    """

    x: Indicator
    y: Indicator
    table: pd.DataFrame

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """Years with both figures for enough regions, oldest first."""
        counts = self.table.groupby("period")["region"].count()
        return tuple(str(p) for p in counts.index[counts >= max(FEWEST, HALF * counts.max())]) if len(counts) else ()

    def of(self, period: str) -> pd.DataFrame:
        """The regions of one year, by code."""
        return self.table.loc[self.table["period"] == period].set_index("region")

    def path(self, region: str) -> pd.DataFrame:
        """One region through the years that are shown, by period."""
        own = self.table.loc[(self.table["region"] == region) & self.table["period"].isin(self.periods)]
        return own.set_index("period")[["x", "y"]]


def _yearly(figures: Figures, indicator: str, regions: Sequence[str]) -> pd.DataFrame:
    rows = figures.indicator(indicator)
    rows = rows.loc[rows["region"].isin(regions), ["period", "region", "value", "flag"]]
    rows = rows.astype({"period": str, "region": str, "flag": str})
    return rows.loc[rows["period"].str.len() == 4]


def pairs(figures: Figures, x: Indicator, y: Indicator, regions: Sequence[str], size: str) -> Pairs:
    """Both figures wherever a region has them for the same year.

    Args:
        figures: a release.
        x: an indicator by region.
        y: another.
        regions: codes.
        size: id of the indicator that says how large a region is; the nearest year at hand is taken.
    """
    both = _yearly(figures, x.id, regions).merge(
        _yearly(figures, y.id, regions), on=["period", "region"], suffixes=("_x", "_y")
    )
    both = both.rename(columns={"value_x": "x", "value_y": "y", "flag_x": "x_flag", "flag_y": "y_flag"})
    both["year"] = both["period"].astype(int)
    sizes = _yearly(figures, size, regions).rename(columns={"value": "size"})
    sizes = sizes.assign(year=sizes["period"].astype(int))[["year", "region", "size"]].sort_values("year")
    both = pd.merge_asof(both.sort_values("year"), sizes, on="year", by="region", direction="nearest")
    table = both.sort_values(["year", "region"], kind="stable").drop(columns="year").reset_index(drop=True)
    return Pairs(x, y, table)


def opening_year(paired: Pairs, focus: str) -> str:
    """The newest year in which nearly all regions have both figures, the focus region among them; "" without years.

    A year that is no normal level for one of the two is taken only where there is no other.
    """
    periods = paired.periods
    if not periods:
        return ""
    counts = paired.table.groupby("period")["region"].count()
    own = set(paired.table.loc[paired.table["region"] == focus, "period"])
    full = [p for p in periods if counts[p] >= MOST * counts.loc[list(periods)].max()]
    usual = [p for p in full if not paired.x.unusual_reason(p) and not paired.y.unusual_reason(p)]
    for candidates in (usual, full, periods):
        if chosen := [p for p in candidates if p in own]:
            return chosen[-1]
    return full[-1]
