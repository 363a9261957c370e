"""The years a region is judged by: the newest usable one and the one before."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from models.catalogue import Indicator
from models.observations import Figures
from models.reference_year import score_table

COVERAGE = 0.8  # share of the peers that ever report, for a year to be usable


@dataclass(frozen=True, eq=False)
class YearFigures:
    """Figures of one indicator in one year.

    Attributes:
        period: "2023", or "2022–2025" for a mean.
        values: region → figure as published, NaN where missing.
        flags: region → the publisher's flag letters.
        unusual: whether the year is no normal level.
    """

    period: str
    values: pd.Series
    flags: pd.Series
    unusual: bool


def _one_year(rows: pd.DataFrame, indicator: Indicator, period: str, regions: Sequence[str]) -> YearFigures:
    own = rows.loc[rows["period"] == period].set_index("region").reindex(regions)
    return YearFigures(
        period, own["value"].astype(float), own["flag"].fillna(""), indicator.unusual_reason(period) is not None
    )


def _scored(figures: Figures, indicator: Indicator, regions: Sequence[str], tolerance: int) -> YearFigures:
    assert indicator.score is not None  # noqa: S101 - called for scored indicators only
    table = score_table(figures, (indicator,), list(regions), tolerance)
    periods = indicator.score.periods
    label = periods[0] if len(periods) == 1 else f"{periods[0]}–{periods[-1]}"
    return YearFigures(label, table.values[indicator.id], table.flags[indicator.id], unusual=False)


def usable_years(rows: pd.DataFrame, indicator: Indicator, focus: str, peers: Sequence[str]) -> list[str]:
    """Years with the region and 80 % of the peers that ever report, unusual ones left out; newest first."""
    others = rows.loc[rows["region"].isin(peers) & (rows["region"] != focus)]
    counts = others.groupby("period")["region"].nunique()
    ever = others["region"].nunique()
    own = sorted(set(rows.loc[rows["region"] == focus, "period"]), reverse=True)
    return [str(y) for y in own if indicator.unusual_reason(y) is None and ever and counts.get(y, 0) >= COVERAGE * ever]


def judged_years(
    figures: Figures,
    indicator: Indicator,
    focus: str,
    peers: Sequence[str],
    tolerance: int,
    years_back: int,
) -> tuple[YearFigures, ...]:
    """The newest usable year and the previous one, at most `years_back` years older.

    A scored indicator takes its reference year first, so that the call and the index speak of the same figures
    (peers may stand with a neighbouring year, as in the index). A mean over years has as its previous figure the
    mean without its newest year. Where no year is usable, the newest with the region is taken, unusual or not.

    Args:
        figures: a release.
        indicator: with a direction.
        focus: the region judged.
        peers: all regions of all peer sets.
        tolerance: years that a peer's figure may lie from the reference year.
        years_back: see `Thresholds`.

    Returns:
        No entry where the region has no figure.
    """
    regions = list(dict.fromkeys([focus, *peers]))
    rows = figures.indicator(indicator.id)
    rows = rows.loc[rows["region"].isin(regions), ["region", "period", "value", "flag"]]
    rows = rows.astype({"region": str, "period": str, "flag": str})
    rows = rows.loc[rows["period"].str.len() == 4]
    if indicator.score is not None:
        newest = _scored(figures, indicator, regions, tolerance)
        if pd.isna(newest.values[focus]):
            return ()
        if indicator.score.statistic == "mean_absolute":
            if len(indicator.score.periods) < 2:
                return (newest,)
            fewer = indicator.score.model_copy(update={"periods": indicator.score.periods[:-1]})
            before = _scored(figures, indicator.model_copy(update={"score": fewer}), regions, tolerance)
            return (newest,) if pd.isna(before.values[focus]) else (newest, before)
    usable = usable_years(rows, indicator, focus, peers)
    if indicator.score is None:
        own = sorted(set(rows.loc[rows["region"] == focus, "period"]), reverse=True)
        if not own:
            return ()
        usual = [y for y in own if indicator.unusual_reason(y) is None]
        newest = _one_year(rows, indicator, (usable or usual or own)[0], regions)
    year = int(newest.period[:4])
    previous = next((y for y in usable if year - years_back <= int(y) < year), None)
    return (newest,) if previous is None else (newest, _one_year(rows, indicator, previous, regions))
