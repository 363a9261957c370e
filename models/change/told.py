"""How a region's figure has changed, by the series that may tell it.

Money of its year rises by itself: its change is told by another published series where the catalogue names one (against
the EU, or in constant prices), else against the middle of the peers.
"""

from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from models.catalogue import Catalogue, Indicator
from models.change.comparable import Comparable, comparable, redefined, year_told
from models.change.own_change import OwnChange, own_change
from models.change.trends import MIN_PEERS, Line, line
from models.figures.observations import Figures
from models.keeping import noted

By = Literal["own", "published", "peers"]
Verdict = Literal["better", "worse"]


@dataclass(frozen=True)
class ToldChange:
    """A region's series as its change is told.

    Attributes:
        indicator: what the series is of; another one than asked for where `by` is "published".
        by: its own figures, another published series, or per cent of the middle of the peers.
        line: the series.
        comparable: which of its years can be compared.
        change: from the first of them to the last; None where there is only one.
        verdict: whether it is for the better or the worse; None where neither can be said.
    """

    indicator: Indicator
    by: By
    line: Line
    comparable: Comparable
    change: OwnChange | None
    verdict: Verdict | None


def told_of(line_told: Line, indicator: Indicator, by: By = "own", year: int | None = None) -> ToldChange:
    """How a series at hand has changed.

    Args:
        line_told: the series, with the years in which it was redefined.
        indicator: what it is of.
        by: see `Told`; per cent of the peers have no sampling error of their own.
        year: to tell of; by default the newest.
    """
    years = comparable(line_told, indicator, year)
    change = own_change(line_told, indicator, years, smallest=by == "own")
    return ToldChange(indicator, by, line_told, years, change, _verdict(indicator, change))


def _verdict(indicator: Indicator, change: OwnChange | None) -> Verdict | None:
    if change is None or change.kind not in ("up", "down") or indicator.direction == "none":
        return None
    return "better" if (change.kind == "up") == (indicator.sign > 0) else "worse"


@noted(4096)
def told(
    figures: Figures, catalogue: Catalogue, indicator: Indicator, focus: str, peers: tuple[str, ...]
) -> ToldChange | None:
    """How an indicator of a region has changed; None where the region has no yearly figure.

    Args:
        figures: a release.
        catalogue: for the unit, and the series by which money is told.
        indicator: what is asked for.
        focus: the region.
        peers: the regions compared with.
    """
    own = _line(figures, indicator, focus)
    if own is None:
        return None
    if not catalogue.units[indicator.unit].current_prices:
        return told_of(own, indicator, "own", _year(figures, catalogue, indicator, focus))
    if indicator.told_by:
        better = catalogue.indicators[indicator.told_by]
        if (published := _line(figures, better, focus)) is not None:
            return told_of(published, better, "published", _year(figures, catalogue, better, focus))
    against = _against_peers(figures, indicator, own, tuple(p for p in peers if p != focus))
    year = _year(figures, catalogue, indicator, focus)
    return None if against is None else told_of(against, indicator, "peers", year)


def _year(figures: Figures, catalogue: Catalogue, indicator: Indicator, focus: str) -> int:
    return int(year_told(figures, indicator, focus, catalogue.reference_regions))


def _yearly(figures: Figures, indicator: Indicator) -> pd.DataFrame:
    rows = figures.indicator(indicator.id)
    return rows.loc[rows["period"].astype(str).str.len() == 4]


def _line(figures: Figures, indicator: Indicator, region: str) -> Line | None:
    line_told = line(_yearly(figures, indicator), region)
    return None if line_told is None else replace(line_told, redefined=redefined(figures, indicator))


def _against_peers(figures: Figures, indicator: Indicator, own: Line, peers: tuple[str, ...]) -> Line | None:
    """The series in per cent of the median of the peers that report in all of its years; None under four of them."""
    rows = _yearly(figures, indicator)
    rows = rows.loc[rows["region"].isin(peers)].astype({"region": str, "period": str})
    table = rows.pivot(index="period", columns="region", values="value")
    table.index = table.index.astype(int)
    table = table.reindex(own.points.index).dropna(axis="columns")
    if table.shape[1] < MIN_PEERS:
        return None
    median = table.median(axis=1)
    return replace(own, points=own.points.assign(value=100 * own.points["value"] / median))
