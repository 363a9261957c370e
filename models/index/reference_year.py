"""The figures that enter the product's own index: one reference year an indicator, the same for all regions."""

from dataclasses import dataclass

import pandas as pd

from models.catalogue.indicator import Indicator
from models.figures.observations import Figures


@dataclass(frozen=True)
class ScoreTable:
    """Figures by region and scored indicator.

    Attributes:
        values: regions × indicators, NaN where no usable year has a figure.
        periods: the period each figure is for ("2023", or "2022–2025" for a mean), "" where missing.
        flags: the publisher's flags, "" for none.
    """

    values: pd.DataFrame
    periods: pd.DataFrame
    flags: pd.DataFrame


class MixedYears(ValueError):
    """Figures of years too far apart stand side by side; the message names region, indicator and years."""


def check_years(table: ScoreTable, indicators: tuple[Indicator, ...], tolerance: int) -> None:
    """Refuse a table in which a region's figure is of another year than its indicator's reference year allows.

    Each region's own newest year would compare years that differ: it once moved Oslo's rank by GDP from 12 to 15.

    Raises:
        MixedYears: naming the first such figure.
    """
    for indicator in indicators:
        if indicator.score is None:
            continue
        periods = indicator.score.periods
        whole = indicator.score.statistic == "mean_absolute"
        allowed = {"", f"{periods[0]}–{periods[-1]}"} if whole else {"", *neighbours(periods[0], tolerance)}
        column = table.periods[indicator.id]
        wrong = column[~column.isin(allowed)]
        if len(wrong):
            years = "–".join(dict.fromkeys([periods[0], periods[-1]]))
            raise MixedYears(
                f"'{indicator.id}' of region '{wrong.index[0]}' is for {wrong.iloc[0]}, the others are for {years}; "
                "figures of different years cannot be ranked together"
            )


def neighbours(period: str, tolerance: int) -> list[str]:
    """The years that may stand in for a reference year, nearest first, later before earlier."""
    year = int(period[:4])
    years = [period]
    for distance in range(1, tolerance + 1):
        years += [str(year + distance), str(year - distance)]
    return years


def nearest(rows: pd.DataFrame, indicator: Indicator, period: str, tolerance: int) -> pd.DataFrame:
    """For each region the figure of `period`, or of the nearest year at most `tolerance` away that is not unusual."""
    usable = [p for p in neighbours(period, tolerance) if p == period or indicator.unusual_reason(p) is None]
    rows = rows.loc[rows["period"].isin(usable)]
    order = rows["period"].astype(str).map({p: n for n, p in enumerate(usable)})
    best = rows.assign(order=order).sort_values("order").drop_duplicates("region")
    return best.set_index("region")[["value", "flag", "period"]]


def _mean_absolute(rows: pd.DataFrame, periods: tuple[str, ...]) -> pd.DataFrame:
    """The absolute value of the mean, for regions with a figure in every period."""
    rows = rows.loc[rows["period"].isin(periods)]
    grouped = rows.groupby("region", observed=True)
    whole = grouped["value"].count() == len(periods)
    return pd.DataFrame(
        {
            "value": grouped["value"].mean().abs().loc[whole],
            "period": f"{periods[0]}–{periods[-1]}",
            "flag": grouped["flag"].agg(lambda flags: "".join(sorted(set("".join(flags))))).loc[whole],
        }
    )


def score_table(figures: Figures, indicators: tuple[Indicator, ...], regions: list[str], tolerance: int) -> ScoreTable:
    """The figures of the reference years.

    A region without a figure in the reference year takes a neighbouring year at most `tolerance` away, later
    before earlier and never an unusual one; the period says so. Means take regions with every year only.

    Args:
        figures: a release.
        indicators: scored indicators.
        regions: codes, the rows of the result.
        tolerance: years.
    """
    columns: dict[str, pd.DataFrame] = {}
    for indicator in indicators:
        if indicator.score is None:
            raise ValueError(f"'{indicator.id}' is not scored")
        rows = figures.indicator(indicator.id)
        rows = rows.loc[rows["region"].isin(regions), ["region", "period", "value", "flag"]]
        rows = rows.astype({"region": str, "period": str, "flag": str})
        periods = indicator.score.periods
        columns[indicator.id] = (
            _mean_absolute(rows, periods)
            if indicator.score.statistic == "mean_absolute"
            else nearest(rows, indicator, periods[0], tolerance)
        ).reindex(regions)
    return ScoreTable(
        values=pd.DataFrame({i: c["value"] for i, c in columns.items()}, index=regions, dtype=float),
        periods=pd.DataFrame({i: c["period"].fillna("") for i, c in columns.items()}, index=regions),
        flags=pd.DataFrame({i: c["flag"].fillna("") for i, c in columns.items()}, index=regions),
    )


def proposed_year(figures: Figures, indicator: Indicator, focus: str, peers: tuple[str, ...]) -> str | None:
    """The newest year with the focus region and at least 80 % of the peers that ever report; unusual years never.

    The catalogue states the reference year; this rule is what it is checked against.
    """
    rows = figures.indicator(indicator.id)
    rows = rows.loc[rows["region"].isin([focus, *peers]), ["region", "period"]].astype(str)
    ever = rows["region"].loc[rows["region"] != focus].nunique()
    for period in sorted(rows["period"].unique(), reverse=True):
        if indicator.unusual_reason(period) is not None:
            continue
        present = set(rows.loc[rows["period"] == period, "region"])
        if focus in present and len(present - {focus}) >= 0.8 * ever:
            return str(period)
    return None
