"""The years a region is judged by: the newest usable one and the one before."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from models.catalogue import Indicator
from models.change.comparable import COVERAGE
from models.figures.observations import Figures
from models.index.reference_year import score_table


@dataclass(frozen=True, eq=False)
class YearFigures:
    """Figures of one indicator in one year.

    Attributes:
        period: "2023".
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
    (period,) = indicator.score.periods
    unusual = indicator.unusual_reason(period) is not None
    return YearFigures(period, table.values[indicator.id], table.flags[indicator.id], unusual)


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
    period: str,
) -> tuple[YearFigures, ...]:
    """The year told of on every page (`comparable.year_told`), and the previous usable one, at most `years_back` older.

    Where it is the year an indicator scores by, peers may stand with a neighbouring year, as in the index.

    Args:
        figures: a release.
        indicator: with a direction.
        focus: the region judged.
        peers: all regions of all peer sets.
        tolerance: years that a peer's figure may lie from the reference year.
        years_back: see `Thresholds`.
        period: the year told of.

    Returns:
        No entry where the region has no figure.
    """
    regions = list(dict.fromkeys([focus, *peers]))
    rows = figures.indicator(indicator.id)
    rows = rows.loc[rows["region"].isin(regions), ["region", "period", "value", "flag"]]
    rows = rows.astype({"region": str, "period": str, "flag": str})
    rows = rows.loc[rows["period"].str.len() == 4]
    if not (rows["region"] == focus).any():
        return ()
    score = indicator.score
    by_score = score is not None and score.statistic == "value" and score.periods == (period,)
    newest = (
        _scored(figures, indicator, regions, tolerance) if by_score else _one_year(rows, indicator, period, regions)
    )
    usable = usable_years(rows, indicator, focus, peers)
    previous = next((y for y in usable if int(period) - years_back <= int(y) < int(period)), None)
    return (newest,) if previous is None else (newest, _one_year(rows, indicator, previous, regions))
